import type { Traced } from '../hosts/call-trace';
import { type CommandPlan, commandPlan, type OutputPlan } from '../vulkan/command-plan';
import { COMMANDS } from '../vulkan/generated/commands';
import { HANDLES } from '../vulkan/generated/handles';
import { STRUCTURES } from '../vulkan/generated/structures';
import { cArgument } from './c-values';
import type { NamesByProcess } from './process-names';
import type { ProgramFrame } from './program-frame';
import type { Statement } from './statements';
import { type Call, type Process, pollCommand, type Step, waits } from './trace-steps';
import { bytesOf, elementsOf, handleKeyOf, integerOf, membersOf } from './traced-value';
import { Uncovered } from './uncovered';

/** Nanoseconds that a program gives what came to its end when the case was recorded. */
const patience = 30_000_000_000;

/** The variables of one call. */
interface CallVariables {
  readonly result: string;
  /** By the name of the output. */
  readonly outputs: Map<string, string>;
  /** By the name of the structure. */
  readonly chain: Map<string, string>;
}

/** A call as C, with what makes its outputs ready. */
interface CallStatements {
  readonly before: readonly string[];
  readonly text: string;
  readonly loop?: Statement['loop'];
}

/** An output as an argument, with what makes its variables ready. */
interface OutputText {
  readonly before: readonly string[];
  readonly text: string;
}

/** What a case asked of the outputs of a call. */
interface OutputRequest {
  readonly chain: readonly string[];
  /** The byte that memory of outputs is filled with. */
  readonly sentinel: bigint;
}

/** Writes calls as C, and tells in which variables what they gave lies. */
export class CallText {
  private readonly called = new Set<string>();
  private readonly variables = new Map<Call, CallVariables>();
  /** Exports whose descriptors are known by a handle, and the variables of those by process and handle. */
  private readonly adopted = new Set<Call>();
  private readonly exports = new Map<string, string>();

  /**
   * @param steps of the whole case
   * @param special the call that decides, where it is one, and those whose outputs nothing looks at behind the next
   */
  constructor(
    private readonly frame: ProgramFrame,
    private readonly names: NamesByProcess,
    private readonly steps: readonly Step[],
    private readonly special: { readonly decides: Call | undefined; readonly passing: ReadonlySet<Call> },
  ) {}

  /** Every command that is called. */
  get commands(): readonly string[] {
    return [...this.called];
  }

  /** Makes a call, from its beginning to its end or on a thread of its own. @throws Uncovered */
  write(call: Call, how: 'whole' | 'thread'): void {
    if (call.command === 'vkEnumeratePhysicalDevices') {
      this.pick(call);
      return;
    }
    const isPoll = call.command === pollCommand;
    const { before, text, loop } = isPoll ? this.poll(call) : this.statementsOf(call);
    const prepared = this.special.passing.has(call) && before.length > 1;
    for (const line of prepared ? [`${this.frame.preparation(before)}();`] : before)
      this.frame.say(call.by, line);
    if (how === 'whole') this.frame.say(call.by, text, loop);
    else this.inThread(call, text);
    if (!isPoll) this.track(call);
  }

  /** Awaits the end of a call that has a thread. */
  join(call: Call): void {
    this.frame.say(call.by, `pthread_join(${this.threadOf(call)}, NULL);`);
  }

  /** The variable that holds the result of a call, or what a poll told. */
  resultOf(call: Call): string {
    return this.variablesOf(call).result;
  }

  /** A part of an output of a call, by its path: `memoryFdProperties`, `memoryTypeBits`. @throws Uncovered */
  outputOf(call: Call, path: readonly (string | number)[]): string {
    const { outputs, chain } = this.variablesOf(call);
    const [first = '', second = '', ...others] = path;
    const inChain = first === 'chain';
    const root = inChain ? chain.get(String(second)) : outputs.get(String(first));
    if (root === undefined) throw new Uncovered(`an output of ${call.command}`);
    const rest = inChain ? others : path.slice(1);
    return root + rest.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  }

  /** The type of a part of an output; undefined where the binding's tables do not tell. */
  typeOf(call: Call, path: readonly (string | number)[]): string | undefined {
    const [first, second, ...others] = path;
    const inChain = first === 'chain';
    const plan = commandPlan(call.command).parameters.find(
      (one) => one.kind === 'output' && one.key === first,
    );
    const root = inChain ? String(second) : plan?.kind === 'output' ? plan.type : undefined;
    return (inChain ? others : path.slice(1)).reduce<string | undefined>(
      (type, part) =>
        typeof part === 'number'
          ? type
          : STRUCTURES[type ?? '']?.members.find(([name]) => name === part)?.[3],
      root,
    );
  }

  /** Takes what an export gave for a handle of the application. */
  exported({ by, details }: Extract<Step, { kind: 'os' }>): void {
    const calls = [...this.variables.keys()].filter(
      (call) =>
        call.by === by &&
        call.command === details.command &&
        !this.adopted.has(call) &&
        integerOf(membersOf(call.given).fd) === integerOf(details.descriptor),
    );
    // Exports on threads come back before any of what they gave is taken up, in the same order.
    const call = calls.every(({ threaded }) => threaded) ? calls[0] : calls.at(-1);
    if (call === undefined) return;
    this.adopted.add(call);
    this.exports.set(`${by} ${integerOf(details.handle)}`, this.outputOf(call, ['fd']));
  }

  /** The variable of the descriptor that an export gave for a handle. */
  exportOf(by: Process, handle: Traced | undefined): string | undefined {
    return this.exports.get(`${by} ${integerOf(handle)}`);
  }

  private variablesOf(call: Call): CallVariables {
    let found = this.variables.get(call);
    if (found === undefined) {
      const gives = COMMANDS[call.command]?.returns === 'VkResult';
      const isNamed = gives || call.threaded || call.command === pollCommand;
      const result = isNamed ? this.nameFor(call, 'result') : '';
      if (gives) this.frame.declare(`VkResult ${result}`);
      found = { result, outputs: new Map(), chain: new Map() };
      this.variables.set(call, found);
    }
    return found;
  }

  /** A variable of its own for each call; one for all of those whose outputs are not kept. */
  private nameFor(call: Call, stem: string): string {
    return this.special.passing.has(call) ? stem : this.frame.name(stem);
  }

  private threadOf(call: Call): string {
    return this.resultOf(call).replace('result', 'thread');
  }

  private inThread(call: Call, text: string): void {
    const name = this.resultOf(call).replace('result', 'call');
    const thread = this.threadOf(call);
    this.frame.declare(`pthread_t ${thread}`);
    this.frame.defineThread(name, text);
    this.frame.say(call.by, `${thread} = in_thread(${name});`);
    if (waits(call)) this.frame.say(call.by, 'pause_for(5); /* so that it waits */');
  }

  private poll(call: Call): CallStatements {
    const [descriptor, timeout] = call.args.map((one) => Number(integerOf(one) ?? 0n));
    const { result } = this.variablesOf(call);
    this.frame.declare(`const char *${result}`);
    const polled = this.names[call.by].descriptor(descriptor ?? -1);
    return { before: [], text: `${result} = state_of(${polled}, ${timeout});` };
  }

  /** The physical device under test, whatever its place among others. */
  private pick(call: Call): void {
    const names = this.names[call.by];
    const devices = (elementsOf(membersOf(call.given).physicalDevices) ?? []).map(
      (one) => handleKeyOf(one) ?? '',
    );
    const own = this.steps.findIndex((step) => 'call' in step && step.call === call);
    const made = this.steps
      .slice(own)
      .find((step) => step.by === call.by && 'call' in step && step.call.command === 'vkCreateDevice');
    const chosen =
      devices.length === 1
        ? devices[0]
        : made === undefined || !('call' in made)
          ? undefined
          : handleKeyOf(made.call.args[0]);
    const variable = this.frame.name('physicalDevice');
    this.frame.declare(`VkPhysicalDevice ${variable}`);
    const instance = names.handle(handleKeyOf(call.args[0]) ?? '');
    this.frame.say(call.by, `${variable} = device_under_test(${instance});`);
    if (chosen !== undefined) names.holdsHandle(chosen, variable);
  }

  private statementsOf(call: Call): CallStatements {
    const plan = commandPlan(call.command);
    this.called.add(call.command);
    const { row } = plan;
    const { result } = this.variablesOf(call);
    const request = requestOf(call, plan);
    const inputs = this.inputsOf(call, plan);
    const counts = new Map<number, string>();
    const texts = plan.parameters.map((parameter, index) => {
      const [name, form, type, extra = {}] = row.parameters[index] as (typeof row.parameters)[number];
      if (parameter.kind === 'input')
        return cArgument(this.names[call.by], form, type, extra, inputs[index], name);
      if (parameter.kind === 'count') {
        const lengths = parameter.arrays.map(
          (array) => elementsOf(inputs[array])?.length ?? bytesOf(inputs[array])?.length,
        );
        return String(lengths.find((one) => one !== undefined) ?? 0);
      }
      if (parameter.kind === 'outputCount') {
        const count = this.frame.name('count');
        counts.set(index, count);
        this.frame.declare(`uint32_t ${count}`);
        return `&${count}`;
      }
      return '';
    });
    const before: string[] = [];
    plan.parameters.forEach((parameter, index) => {
      if (parameter.kind !== 'output') return;
      const output = this.output(call, parameter, request, counts);
      before.push(...output.before);
      texts[index] = output.text;
    });
    const target = row.returns === 'void' ? '' : row.returns === 'VkResult' ? `${result} = ` : '(void)';
    const callWith = (list: readonly string[]): string => `${target}${call.command}(${list.join(', ')});`;
    const text = callWith(texts);
    if (row.returns !== 'void' || before.length > 0) return { text, before };
    if (call.command !== 'vkCmdFillBuffer') return { text, before, loop: { pattern: text, value: null } };
    const value = integerOf(inputs[4]) ?? 0n;
    return { text, before, loop: { pattern: callWith([...texts.slice(0, -1), '@']), value } };
  }

  /** The values of inputs, by the index of the parameter. */
  private inputsOf(call: Call, plan: CommandPlan): readonly Traced[] {
    const inputs: Traced[] = [];
    let next = 0;
    plan.parameters.forEach((parameter, index) => {
      if (parameter.kind === 'input') inputs[index] = call.args[next++] ?? null;
    });
    if (this.isPatient(call)) inputs[inputs.length - 1] = patience;
    return inputs;
  }

  /** Whether a wait that came to its end may take longer here: another machine may be slower, or busy. */
  private isPatient(call: Call): boolean {
    if (!/^vkWait(ForFences|Semaphores)/.test(call.command) || call.result !== 'VK_SUCCESS') return false;
    if (call === this.special.decides) return false;
    const timeout = integerOf(call.args.at(-1));
    return timeout !== undefined && timeout < BigInt(patience) && timeout > 0n;
  }

  private output(
    call: Call,
    plan: OutputPlan,
    request: OutputRequest,
    counts: ReadonlyMap<number, string>,
  ): OutputText {
    const variables = this.variablesOf(call);
    const isArray = plan.countIndex !== undefined || plan.countedBy !== undefined;
    const stem = plan.key.replace(/^p(?=[A-Z])/, '');
    const variable = isArray ? this.frame.name(stem) : this.nameFor(call, stem);
    variables.outputs.set(plan.key, variable);
    if (isArray) return this.outputArray(call, plan, variable, request, counts);
    const { type } = plan;
    this.frame.declare(`${cTypeOf(plan)}${variable}`);
    const text = `&${variable}`;
    if (type in HANDLES) return { text, before: [] };
    const { sentinel } = request;
    const before = [`memset(&${variable}, ${sentinel}, sizeof ${variable});`];
    if (!plan.extensible) return { text, before };
    let pNext = 'NULL';
    for (const link of [...request.chain].reverse()) {
      const linked = this.nameFor(
        call,
        link.replace(/^Vk/, '').replace(/^./, (first) => first.toLowerCase()),
      );
      variables.chain.set(link, linked);
      this.frame.declare(`${link} ${linked}`);
      before.push(
        `memset(&${linked}, ${sentinel}, sizeof ${linked});`,
        `${linked}.sType = ${STRUCTURES[link]?.sType};`,
        `${linked}.pNext = ${pNext};`,
      );
      pNext = `&${linked}`;
    }
    before.push(`${variable}.sType = ${STRUCTURES[type]?.sType};`, `${variable}.pNext = ${pNext};`);
    return { text, before };
  }

  private outputArray(
    call: Call,
    plan: OutputPlan,
    variable: string,
    request: OutputRequest,
    counts: ReadonlyMap<number, string>,
  ): OutputText {
    const { type, countIndex } = plan;
    const room = Math.max(1, elementsOf(membersOf(call.given)[plan.key])?.length ?? 1);
    this.frame.declare(`${cTypeOf(plan)}${variable}[${room}]`);
    const before = countIndex === undefined ? [] : [`${counts.get(countIndex)} = ${room};`];
    if (plan.extensible) {
      if (request.chain.length > 0)
        throw new Uncovered(`a chain behind each of several outputs (${call.command})`);
      before.push(
        `for (int at = 0; at < ${room}; at += 1)\n    ${variable}[at] = (${type}){ .sType = ${STRUCTURES[type]?.sType} };`,
      );
    }
    return { text: variable, before };
  }

  /** Remembers what a call made. */
  private track(call: Call): void {
    const names = this.names[call.by];
    const { outputs } = this.variablesOf(call);
    for (const parameter of commandPlan(call.command).parameters) {
      if (parameter.kind !== 'output') continue;
      const variable = outputs.get(parameter.key) ?? '';
      const given = membersOf(call.given)[parameter.key];
      const key = handleKeyOf(given);
      if (key !== undefined) names.holdsHandle(key, variable);
      elementsOf(given)?.forEach((one, at) => {
        const each = handleKeyOf(one);
        if (each !== undefined) names.holdsHandle(each, `${variable}[${at}]`);
      });
      if (parameter.type === 'int' && parameter.key === 'fd') {
        const value = integerOf(given);
        if (value !== undefined && value !== -1n) names.owns(Number(value), variable);
      }
      if (call.command === 'vkMapMemory' && call.result === 'VK_SUCCESS')
        names.holdsMap(call.args[1], variable);
    }
  }
}

/** @throws Uncovered */
function requestOf(call: Call, plan: CommandPlan): OutputRequest {
  const request = membersOf(call.args.length > plan.inputs ? call.args[plan.inputs] : undefined);
  if (request.capacity !== undefined || request.limit !== undefined)
    throw new Uncovered(`a query with room that the case chose (${call.command})`);
  return {
    chain: (elementsOf(request.chain) ?? []).map(String),
    sentinel: integerOf(request.sentinel) ?? 0n,
  };
}

/** The type of an output, as it stands before the name of a variable. */
function cTypeOf({ type }: OutputPlan): string {
  return type === 'void*' ? 'void *' : `${type} `;
}

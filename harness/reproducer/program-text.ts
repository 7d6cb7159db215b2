import { patternOf } from '../cases/content';
import type { Traced } from '../hosts/call-trace';
import { type CommandPlan, commandPlan } from '../vulkan/command-plan';
import { COMMANDS } from '../vulkan/generated/commands';
import { HANDLES } from '../vulkan/generated/handles';
import { STRUCTURES } from '../vulkan/generated/structures';
import { cArgument, cString, type Names } from './c-values';
import { type Comparison, type Deciding, type Evidence, lastStepOf } from './evidence';
import { type Call, type Process, pollCommand, type Step } from './trace-steps';
import { bytesOf, elementsOf, handleKeyOf, integerOf, membersOf } from './traced-value';
import { Uncovered } from './uncovered';

/** A statement, or several that belong together. */
interface Chunk {
  readonly text: string;
  /** The same for statements that a loop may make one behind the other. */
  readonly loop?: { readonly pattern: string; readonly value: bigint | null };
}

/** What stands between head and end of a program. */
export interface ProgramText {
  readonly declarations: readonly string[];
  readonly threads: readonly string[];
  readonly bodies: Readonly<Record<Process, readonly string[]>>;
  /** Every command that is called. */
  readonly commands: readonly string[];
  readonly usesPeer: boolean;
}

const longestContent = 1 << 16;
/** A pause of the case, in milliseconds, that the program makes as well. */
const shortestPause = 15;
const longestPause = 3000;
/** Seeds of patterns that stand beside one that is known. */
const nearSeeds = 256;

/** Nanoseconds that a program gives what came to its end when the case was recorded. */
const patience = 30_000_000_000;

/** Writes the steps of a case, up to the one that decides, as C. @throws Uncovered */
export function programText(
  steps: readonly Step[],
  evidence: Evidence,
  seeds: readonly number[],
): ProgramText {
  return new Writer(steps, evidence, seeds).write();
}

/** The variables of one process. */
class ProcessNames implements Names {
  readonly handles = new Map<string, string>();
  readonly descriptors = new Map<number, string>();
  /** Descriptors that the application owns and that are open. */
  readonly owned = new Set<string>();
  /** Where memory is mapped, by the key of its handle. */
  readonly maps = new Map<string, string>();

  handle(key: string): string {
    const found = this.handles.get(key);
    if (found !== undefined) return found;
    if (key.startsWith('VkPhysicalDevice:'))
      throw new Uncovered('a physical device other than the one under test');
    throw new Uncovered(`an object that no recorded call made (${key.split(':')[0]})`);
  }

  descriptor(value: number): string {
    return this.descriptors.get(value) ?? String(value);
  }
}

/** The variables of one call. */
interface CallVariables {
  readonly result: string;
  /** By the name of the output. */
  readonly outputs: Map<string, string>;
  /** By the name of the structure. */
  readonly chain: Map<string, string>;
}

class Writer {
  private readonly declarations: string[] = [];
  private readonly threads: string[] = [];
  private readonly chunks: Record<Process, Chunk[]> = { host: [], peer: [] };
  private readonly names: Record<Process, ProcessNames> = {
    host: new ProcessNames(),
    peer: new ProcessNames(),
  };
  private readonly commands = new Set<string>();
  private readonly variables = new Map<Call, CallVariables>();
  private turn: Process = 'host';
  private usesPeer = false;
  private numbers = 0;
  private readonly sent: string[] = [];

  constructor(
    private readonly steps: readonly Step[],
    private readonly evidence: Evidence,
    private readonly seeds: readonly number[],
  ) {}

  write(): ProgramText {
    const { deciding } = this.evidence;
    const last = lastStepOf(deciding);
    const begins = this.steps.findIndex(({ kind }) => kind === 'case');
    const end = deciding.kind === 'end' ? deciding : undefined;
    const watched = this.steps[last]?.by ?? 'host';
    if (end !== undefined) this.chunks[watched].push({ text: 'watch_ends(10);' });
    let before: Step | undefined;
    for (const [index, step] of this.steps.entries()) {
      if (index > last) break;
      if (index < begins && (step.kind === 'call' || step.kind === 'start') && isLeftOut(step.call)) continue;
      this.pauseBetween(before, step, index > begins);
      before = step;
      if (end !== undefined && index === last) this.say(watched, `inside = ${cString(placeOf(step))};`);
      this.step(index, step, index < begins);
      if (end !== undefined && index === last && step.kind === 'start') this.join(step.call);
    }
    this.decide(deciding, watched);
    return {
      declarations: this.declarations,
      threads: this.threads,
      bodies: { host: looped(this.chunks.host), peer: looped(this.chunks.peer) },
      commands: [...this.commands],
      usesPeer: this.usesPeer,
    };
  }

  private say(by: Process, text: string, loop?: Chunk['loop']): void {
    if (by !== this.turn) {
      this.chunks[this.turn].push({ text: 'pass_turn();' });
      if (by === 'peer' && !this.usesPeer) this.chunks.peer.push({ text: 'await_turn();' });
      else this.chunks[by].push({ text: 'await_turn();' });
      this.usesPeer = true;
      this.turn = by;
    }
    this.chunks[by].push(loop === undefined ? { text } : { text, loop });
  }

  private pauseBetween(before: Step | undefined, step: Step, inCase: boolean): void {
    if (!inCase || before === undefined || step.kind === 'join' || before.kind === 'case') return;
    const milliseconds = Math.round((step.at - before.at) / 1000);
    if (
      milliseconds < shortestPause ||
      (before.kind === 'call' && before.by === step.by && isLong(before.call))
    )
      return;
    if (before.kind === 'call') return;
    this.say(this.turn, `pause_for(${Math.min(milliseconds, longestPause)});`);
  }

  private step(index: number, step: Step, settingUp: boolean): void {
    switch (step.kind) {
      case 'call':
        this.call(step.call, 'whole', settingUp);
        this.checks(index, step);
        if (settingUp || !this.isChecked(index)) this.mustReturn(step.call, settingUp);
        return;
      case 'start':
        this.call(step.call, 'thread', settingUp);
        return;
      case 'join':
        this.join(step.call);
        this.checks(index, step);
        if (!this.isChecked(index)) this.mustReturn(step.call, settingUp);
        return;
      case 'os':
        this.system(step);
        this.checks(index, step);
        return;
      default:
    }
  }

  private isChecked(index: number): boolean {
    const { deciding, controls } = this.evidence;
    return controls.has(index) || (deciding.kind === 'comparison' && deciding.step === index);
  }

  private declare(text: string): void {
    this.declarations.push(`static ${text};`);
  }

  private name(stem: string): string {
    this.numbers += 1;
    return `${stem}_${this.numbers}`;
  }

  private variablesOf(call: Call): CallVariables {
    let found = this.variables.get(call);
    if (found === undefined) {
      const result = this.name('result');
      if (COMMANDS[call.command]?.returns === 'VkResult') this.declare(`VkResult ${result}`);
      found = { result, outputs: new Map(), chain: new Map() };
      this.variables.set(call, found);
    }
    return found;
  }

  private call(call: Call, how: 'whole' | 'thread', settingUp: boolean): void {
    if (call.command === pollCommand) {
      this.poll(call, how);
      return;
    }
    if (call.command === 'vkEnumeratePhysicalDevices') {
      this.pick(call);
      return;
    }
    const plan = commandPlan(call.command);
    this.commands.add(call.command);
    const { text, before, loop } = this.callText(call, plan);
    for (const line of before) this.say(call.by, line);
    if (how === 'whole') this.say(call.by, text, loop);
    else this.inThread(call, text);
    if (call.command === 'vkCreateInstance') {
      const { outputs } = this.variablesOf(call);
      if (settingUp || call.result === 'VK_SUCCESS') this.mustReturn(call, true);
      this.say(call.by, `load(${outputs.get('instance')});`);
    }
    this.track(call);
  }

  private inThread(call: Call, text: string): void {
    const { result } = this.variablesOf(call);
    const name = result.replace('result', 'call');
    const thread = result.replace('result', 'thread');
    this.declare(`pthread_t ${thread}`);
    this.threads.push(
      `static void *${name}(void *unused) {\n    (void)unused;\n${indented(text)}\n    return NULL;\n}`,
    );
    this.say(call.by, `${thread} = in_thread(${name});`);
    if (isLong(call)) this.say(call.by, 'pause_for(5); /* so that it waits */');
  }

  private join(call: Call): void {
    this.say(call.by, `pthread_join(${this.variablesOf(call).result.replace('result', 'thread')}, NULL);`);
  }

  private callText(
    call: Call,
    plan: CommandPlan,
  ): { readonly text: string; readonly before: readonly string[]; readonly loop?: Chunk['loop'] } {
    const { row } = plan;
    const names = this.names[call.by];
    const variables = this.variablesOf(call);
    const request = membersOf(call.args.length > plan.inputs ? call.args[plan.inputs] : undefined);
    if (request.capacity !== undefined || request.limit !== undefined)
      throw new Uncovered(`a query with room that the case chose (${call.command})`);
    const before: string[] = [];
    const argumentsByIndex: Traced[] = [];
    let next = 0;
    plan.parameters.forEach((parameter, index) => {
      if (parameter.kind === 'input') argumentsByIndex[index] = call.args[next++] ?? null;
    });
    if (this.isPatient(call)) argumentsByIndex[argumentsByIndex.length - 1] = patience;
    const counts = new Map<number, string>();
    const texts = plan.parameters.map((parameter, index) => {
      const [name, form, type, extra = {}] = row.parameters[index] as (typeof row.parameters)[number];
      if (parameter.kind === 'input')
        return cArgument(names, form, type, extra, argumentsByIndex[index], name);
      if (parameter.kind === 'count') {
        const lengths = parameter.arrays.map(
          (array) => elementsOf(argumentsByIndex[array])?.length ?? bytesOf(argumentsByIndex[array])?.length,
        );
        return String(lengths.find((one) => one !== undefined) ?? 0);
      }
      if (parameter.kind === 'outputCount') {
        const count = this.name('count');
        counts.set(index, count);
        this.declare(`uint32_t ${count}`);
        return `&${count}`;
      }
      return '';
    });
    plan.parameters.forEach((parameter, index) => {
      if (parameter.kind !== 'output') return;
      const given = membersOf(call.given)[parameter.key];
      const variable = this.name(parameter.key.replace(/^p(?=[A-Z])/, ''));
      variables.outputs.set(parameter.key, variable);
      const isArray = parameter.countIndex !== undefined || parameter.countedBy !== undefined;
      const { type } = parameter;
      const cType = type === 'void*' ? 'void *' : `${type} `;
      if (isArray) {
        const room = Math.max(1, elementsOf(given)?.length ?? 1);
        this.declare(`${cType}${variable}[${room}]`);
        if (parameter.countIndex !== undefined) before.push(`${counts.get(parameter.countIndex)} = ${room};`);
        if (parameter.extensible) {
          if (elementsOf(request.chain)?.length)
            throw new Uncovered(`a chain behind each of several outputs (${call.command})`);
          before.push(
            `for (int at = 0; at < ${room}; at += 1)\n    ${variable}[at] = (${type}){ .sType = ${STRUCTURES[type]?.sType} };`,
          );
        }
        texts[index] = variable;
        return;
      }
      this.declare(`${cType}${variable}`);
      texts[index] = `&${variable}`;
      if (type in HANDLES) return;
      const sentinel = integerOf(request.sentinel) ?? 0n;
      before.push(`memset(&${variable}, ${sentinel}, sizeof ${variable});`);
      if (!parameter.extensible) return;
      const chain = (elementsOf(request.chain) ?? []).map(String);
      let pNext = 'NULL';
      for (const link of [...chain].reverse()) {
        const linked = this.name(link.replace(/^Vk/, '').replace(/^./, (first) => first.toLowerCase()));
        variables.chain.set(link, linked);
        this.declare(`${link} ${linked}`);
        before.push(
          `memset(&${linked}, ${sentinel}, sizeof ${linked});`,
          `${linked}.sType = ${STRUCTURES[link]?.sType};`,
          `${linked}.pNext = ${pNext};`,
        );
        pNext = `&${linked}`;
      }
      before.push(`${variable}.sType = ${STRUCTURES[type]?.sType};`, `${variable}.pNext = ${pNext};`);
    });
    const target =
      row.returns === 'void' ? '' : row.returns === 'VkResult' ? `${variables.result} = ` : '(void)';
    const callWith = (list: readonly string[]): string => {
      const line = `${target}${call.command}(${list.join(', ')});`;
      return line;
    };
    const text = callWith(texts);
    if (row.returns !== 'void' || before.length > 0) return { text, before };
    if (call.command !== 'vkCmdFillBuffer') return { text, before, loop: { pattern: text, value: null } };
    const value = integerOf(argumentsByIndex[4]) ?? 0n;
    return { text, before, loop: { pattern: callWith([...texts.slice(0, -1), '@']), value } };
  }

  /** Whether a wait that came to its end may take longer here: another machine may be slower, or busy. */
  private isPatient(call: Call): boolean {
    const { deciding } = this.evidence;
    if (!/^vkWait(ForFences|Semaphores)/.test(call.command) || call.result !== 'VK_SUCCESS') return false;
    const decides = this.steps[deciding.kind === 'comparison' ? deciding.step : lastStepOf(deciding)];
    if (decides !== undefined && 'call' in decides && decides.call === call) return false;
    const timeout = integerOf(call.args.at(-1));
    return timeout !== undefined && timeout < BigInt(patience) && timeout > 0n;
  }

  /** Remembers what a call made. */
  private track(call: Call): void {
    const names = this.names[call.by];
    const { outputs } = this.variablesOf(call);
    const plan = commandPlan(call.command);
    for (const parameter of plan.parameters) {
      if (parameter.kind !== 'output') continue;
      const variable = outputs.get(parameter.key) ?? '';
      const given = membersOf(call.given)[parameter.key];
      const key = handleKeyOf(given);
      if (key !== undefined) names.handles.set(key, variable);
      elementsOf(given)?.forEach((one, at) => {
        const each = handleKeyOf(one);
        if (each !== undefined) names.handles.set(each, `${variable}[${at}]`);
      });
      if (parameter.type === 'int' && parameter.key === 'fd') {
        const value = integerOf(given);
        if (value !== undefined && value !== -1n) this.owns(call.by, Number(value), variable);
      }
      if (call.command === 'vkMapMemory' && call.result === 'VK_SUCCESS')
        names.maps.set(handleKeyOf(call.args[1]) ?? '', variable);
    }
  }

  private owns(by: Process, value: number, variable: string): void {
    this.names[by].descriptors.set(value, variable);
    this.names[by].owned.add(variable);
  }

  /** The physical device under test, whatever its place among others. */
  private pick(call: Call): void {
    const names = this.names[call.by];
    const devices = (elementsOf(membersOf(call.given).physicalDevices) ?? []).map(
      (one) => handleKeyOf(one) ?? '',
    );
    const own = this.steps.indexOf(this.steps.find((step) => 'call' in step && step.call === call) as Step);
    const made = this.steps
      .slice(own)
      .find((step) => step.by === call.by && 'call' in step && step.call.command === 'vkCreateDevice');
    const chosen =
      devices.length === 1
        ? devices[0]
        : made === undefined || !('call' in made)
          ? undefined
          : handleKeyOf(made.call.args[0]);
    const variable = this.name('physicalDevice');
    this.declare(`VkPhysicalDevice ${variable}`);
    this.say(call.by, `${variable} = device_under_test(${names.handle(handleKeyOf(call.args[0]) ?? '')});`);
    if (chosen !== undefined) names.handles.set(chosen, variable);
  }

  private poll(call: Call, how: 'whole' | 'thread'): void {
    const [descriptor, timeout] = call.args.map((one) => Number(integerOf(one) ?? 0n));
    const { result } = this.variablesOf(call);
    this.declare(`const char *${result}`);
    const text = `${result} = state_of(${this.names[call.by].descriptor(descriptor ?? -1)}, ${timeout});`;
    if (how === 'whole') this.say(call.by, text);
    else this.inThread(call, text);
  }

  private mustReturn(call: Call, settingUp: boolean): void {
    if (COMMANDS[call.command]?.returns !== 'VkResult' || call.command === 'vkEnumeratePhysicalDevices')
      return;
    const { result } = this.variablesOf(call);
    if (call.command === 'vkGetFenceStatus') {
      // Only work that keeps a queue busy is asked for so, and it must not be over yet.
      if (call.result === 'VK_NOT_READY')
        this.say(
          call.by,
          `kept(${result} == VK_NOT_READY, "the work that keeps the queue busy", "pending");`,
        );
      return;
    }
    if (call.result !== 'VK_SUCCESS') return;
    const { deciding } = this.evidence;
    if (deciding.kind === 'comparison' && deciding.anyOf === call.command && !settingUp) {
      const { what, expected, operands } = deciding.comparison;
      const holds = operands.map((one) => `${result} == ${String(one)}`).join(' || ');
      const told = `${cString(what)}, ${cString(expected)}, result_name(${result})`;
      this.say(call.by, `if (!(${holds}))\n    deviates(${told});`);
      return;
    }
    const line = `must("${call.command}", ${result}, VK_SUCCESS);`;
    if (settingUp && this.chunks[call.by].some(({ text }) => text === line)) return;
    this.say(call.by, line);
  }

  private system({ by, action, details }: Extract<Step, { kind: 'os' }>): void {
    const names = this.names[by];
    const number = Number(integerOf(details.descriptor) ?? -1n);
    const made = (value: Traced | undefined, text: string): void => {
      const variable = this.name('descriptor');
      this.declare(`int ${variable}`);
      this.say(by, `${variable} = ${text};`);
      this.owns(by, Number(integerOf(value) ?? -1n), variable);
    };
    switch (action) {
      case 'uncovered':
        throw new Uncovered(String(details.what));
      case 'foreign': {
        const kind = String(details.foreign);
        const variable = this.name('descriptor');
        this.declare(`int ${variable}`);
        this.say(by, `${variable} = foreign("${kind}");`);
        names.descriptors.set(number, variable);
        if (!['closed', 'minus-one', 'huge-number'].includes(kind)) names.owned.add(variable);
        return;
      }
      case 'own':
        made(details.descriptor, `own_memory_file(${integerOf(details.bytes)})`);
        return;
      case 'duplicate': {
        const how = String(details.how);
        const source = names.descriptor(number);
        if (how === 'dup') made(details.given, `dup(${source})`);
        else if (how === 'F_DUPFD_CLOEXEC') made(details.given, `fcntl(${source}, F_DUPFD_CLOEXEC, 0)`);
        else if (how === 'dup2') made(details.given, `dup2(${source}, dup(2))`);
        else made(details.given, `dup3(${source}, dup(2), O_CLOEXEC)`);
        return;
      }
      case 'close':
        names.owned.delete(names.descriptor(number));
        this.say(by, `close(${names.descriptor(number)});`);
        return;
      case 'taken':
        names.owned.delete(names.descriptor(number));
        return;
      case 'exhausted':
      case 'not-exhausted':
        this.say(by, `exhaust_descriptors(${action === 'exhausted' ? 1 : 0});`);
        return;
      case 'send':
        this.sent.push(String(details.tag));
        this.say(by, `send_descriptor(${names.descriptor(number)});`);
        return;
      case 'receive':
        if (this.sent.shift() !== details.tag) throw new Uncovered('descriptors that overtake each other');
        made(details.descriptor, 'receive_descriptor()');
        return;
      case 'end-peer':
        throw new Uncovered('the end of the other process');
      case 'write-memory':
        this.writeMemory(by, details);
        return;
      case 'read-memory': {
        const bytes = bytesOf(details.given) ?? new Uint8Array();
        this.say(by, `touch(${this.mapOf(by, details)}, ${integerOf(details.offset)}, ${bytes.length});`);
        return;
      }
      default: // it only looks at something
    }
  }

  private mapOf(by: Process, details: Readonly<Record<string, Traced | undefined>>): string {
    const map = this.names[by].maps.get(handleKeyOf(details.memory) ?? '');
    if (map === undefined) throw new Uncovered('memory that no recorded call mapped');
    return map;
  }

  private writeMemory(by: Process, details: Readonly<Record<string, Traced | undefined>>): void {
    const bytes = bytesOf(details.given) ?? new Uint8Array();
    const map = this.mapOf(by, details);
    const offset = integerOf(details.offset) ?? 0n;
    const seed = this.seedOf(bytes);
    if (seed !== undefined) {
      this.say(by, `write_pattern(${map}, ${offset}, ${bytes.length}, ${seed}u);`);
      return;
    }
    if (bytes.every((byte) => byte === bytes[0])) {
      this.say(by, `memset((char *)${map} + ${offset}, ${bytes[0] ?? 0}, ${bytes.length});`);
      return;
    }
    if (bytes.length > longestContent) throw new Uncovered(`contents of ${bytes.length} bytes`);
    const name = this.name('contents');
    const lines = Array.from({ length: Math.ceil(bytes.length / 24) }, (_, row) =>
      [...bytes.subarray(row * 24, row * 24 + 24)].join(','),
    );
    this.declarations.push(`static const unsigned char ${name}[] = {\n    ${lines.join(',\n    ')}\n};`);
    this.say(by, `memcpy((char *)${map} + ${offset}, ${name}, sizeof ${name});`);
  }

  /** The seed of a pattern, where it is near to one that a message names. */
  private seedOf(bytes: Uint8Array): number | undefined {
    if (bytes.length < 16) return undefined;
    for (const known of this.seeds) {
      for (let by = -nearSeeds; by <= nearSeeds; by += 1) {
        const seed = (known + by + 2 ** 32) % 2 ** 32;
        if (!same(patternOf(seed, 16).bytes, bytes.subarray(0, 16))) continue;
        if (same(patternOf(seed, bytes.length).bytes, bytes)) return seed;
      }
    }
    return undefined;
  }

  private checks(index: number, step: Step): void {
    for (const comparison of this.evidence.controls.get(index) ?? []) {
      const made = this.comparison(step, comparison);
      if (made === undefined) continue;
      this.say(step.by, `kept(${made.holds}, ${cString(comparison.what)}, ${cString(comparison.expected)});`);
    }
  }

  /** What holds where a comparison does, and what was seen, as C. */
  private comparison(
    step: Step,
    { observed, matcher, operands, what }: Comparison,
  ): { readonly holds: string; readonly seen: string } | undefined {
    const { seen, of, literal } = this.observed(step, observed, what);
    if (of === '') return undefined;
    const equals = (operand: Traced): string => literal(operand);
    switch (matcher) {
      case 'toBe':
      case 'toBeOneOf':
        return { holds: operands.map(equals).join(' || ') || '0', seen };
      case 'toDifferFrom':
        return { holds: operands.map((one) => `!(${equals(one)})`).join(' && '), seen };
      default: {
        const sign = matcher === 'toBeAtLeast' ? '>=' : '<=';
        return { holds: `(int64_t)(${of}) ${sign} INT64_C(${integerOf(operands[0]) ?? 0n})`, seen };
      }
    }
  }

  private observed(
    step: Step,
    observed: Comparison['observed'],
    what: string,
  ): { readonly of: string; readonly seen: string; literal(operand: Traced): string } {
    if (observed.kind === 'result' && 'call' in step) {
      const { result } = this.variablesOf(step.call);
      return {
        of: result,
        seen: `result_name(${result})`,
        literal: (operand) => `${result} == ${String(operand)}`,
      };
    }
    if (observed.kind === 'output' && 'call' in step) {
      const of = this.pathText(step.call, observed.path);
      return number(of);
    }
    if (observed.kind === 'system' && 'call' in step) {
      const { result } = this.variablesOf(step.call);
      return {
        of: result,
        seen: result,
        literal: (operand) => `strcmp(${result}, ${cString(String(operand))}) == 0`,
      };
    }
    if (observed.kind === 'system' && step.kind === 'os') return this.observedSystem(step);
    if (observed.kind === 'content' && step.kind === 'os') return this.observedContent(step, what);
    throw new Uncovered(`what "${what}" looks at`);
  }

  private observedSystem({
    by,
    action,
    details,
  }: Extract<Step, { kind: 'os' }>): ReturnType<Writer['observed']> {
    const names = this.names[by];
    const descriptor = names.descriptor(Number(integerOf(details.descriptor) ?? -1n));
    if (action === 'changes') {
      const gone = (elementsOf(details.vanished) ?? []).map(
        (value) => `!is_open(${names.descriptor(Number(integerOf(value) ?? -1n))})`,
      );
      return number(gone.length === 0 ? '0' : `(${gone.join(' + ')})`);
    }
    const of =
      action === 'is-open'
        ? `is_open(${descriptor})`
        : action === 'close-on-exec'
          ? `((fcntl(${descriptor}, F_GETFD) & FD_CLOEXEC) != 0)`
          : `(${this.lastExport(by) ?? descriptor} == -1)`;
    return {
      of,
      seen: `(${of} ? "true" : "false")`,
      literal: (operand) => (operand === true ? of : `!${of}`),
    };
  }

  /** The variable of the last descriptor that a call gave: which one a handle of -1 stems from is not told. */
  private lastExport(by: Process): string | undefined {
    const calls = [...this.variables.entries()].filter(
      ([call, { outputs }]) => call.by === by && outputs.has('fd'),
    );
    return calls.at(-1)?.[1].outputs.get('fd');
  }

  private observedContent(
    { by, details }: Extract<Step, { kind: 'os' }>,
    what: string,
  ): ReturnType<Writer['observed']> {
    const bytes = bytesOf(details.given) ?? new Uint8Array();
    const seed = this.wantedSeed;
    if (seed === undefined) return { of: '', seen: '', literal: () => '' };
    if (bytes.length === 0) throw new Uncovered(`contents in "${what}"`);
    const of = `pattern_differs(${this.mapOf(by, details)}, ${integerOf(details.offset)}, ${bytes.length}, ${seed}u)`;
    return { of, seen: `(${of} == 0 ? "as written" : "bytes that differ")`, literal: () => `${of} == 0` };
  }

  /** The seed that the contents which decide should have. */
  private get wantedSeed(): number | undefined {
    const { deciding } = this.evidence;
    if (deciding.kind !== 'comparison') return undefined;
    const text = /bytes differ from the pattern of seed (\d+), the first/.exec(
      String(deciding.comparison.seen),
    );
    return text === null ? undefined : Number(text[1]);
  }

  private pathText(call: Call, path: readonly (string | number)[]): string {
    const { outputs, chain } = this.variablesOf(call);
    const [first = '', second = '', ...others] = path;
    const inChain = first === 'chain';
    const root = inChain ? chain.get(String(second)) : outputs.get(String(first));
    if (root === undefined) throw new Uncovered(`an output of ${call.command}`);
    const rest = inChain ? others : path.slice(1);
    return root + rest.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  }

  private decide(deciding: Deciding, by: Process): void {
    if (deciding.kind === 'end') {
      this.say(by, 'pause_for(500); /* the driver may be at work on threads of its own */');
      this.say(by, 'complies("the end of the call", "that it comes back", "that it came back");');
      return;
    }
    if (deciding.kind === 'descriptors') {
      const owned = [...this.names[by].owned];
      if (owned.length === 0) throw new Uncovered(`a deviation in "${deciding.deviation.what}"`);
      const gone = owned.map((one) => `!is_open(${one})`).join(' || ');
      this.verdict(
        by,
        `!(${gone})`,
        deciding.deviation.what,
        'open',
        `(${gone}) ? "closed by someone else" : "open"`,
      );
      return;
    }
    if (deciding.kind === 'not open') {
      const holds = `is_open(${this.lastExport(by)})`;
      const seen = `${holds} ? "open" : "closed"`;
      this.verdict(by, holds, deciding.deviation.what, deciding.deviation.expected, seen);
      return;
    }
    if (deciding.kind === 'answers') {
      this.answers(deciding, by);
      return;
    }
    const { comparison } = deciding;
    const step = this.steps[deciding.kind === 'difference' ? deciding.to : deciding.step] as Step;
    if (deciding.kind === 'difference') {
      const earlier = this.steps[deciding.from] as Step;
      if (comparison.observed.kind !== 'output' || !('call' in step) || !('call' in earlier)) return;
      const { path } = comparison.observed;
      const of = `((int64_t)${this.pathText(step.call, path)} - (int64_t)${this.pathText(earlier.call, path)})`;
      const sign =
        comparison.matcher === 'toBeAtLeast' ? '>=' : comparison.matcher === 'toBeAtMost' ? '<=' : '==';
      const holds = `${of} ${sign} INT64_C(${integerOf(comparison.operands[0]) ?? 0n})`;
      this.verdict(by, holds, comparison.what, comparison.expected, `number_text(${of})`);
      return;
    }
    const made = this.comparison(step, comparison);
    if (made === undefined) throw new Uncovered(`contents in "${comparison.what}"`);
    this.verdict(step.by, made.holds, comparison.what, comparison.expected, made.seen);
  }

  private verdict(by: Process, holds: string, what: string, expected: string, seen: string): void {
    this.say(by, `if (${holds})\n    complies(${cString(what)}, ${cString(expected)}, ${seen});`);
    this.say(by, `deviates(${cString(what)}, ${cString(expected)}, ${seen});`);
  }

  /** Compares what queries answered with what the case judged. */
  private answers({ steps, deviation }: Extract<Deciding, { kind: 'answers' }>, by: Process): void {
    const parts: string[] = [];
    for (const index of steps) {
      const step = this.steps[index];
      if (step === undefined || !('call' in step)) continue;
      const { call } = step;
      if (call.result !== '') parts.push(`${this.variablesOf(call).result} == ${call.result}`);
      for (const path of masksIn(call)) {
        parts.push(`${this.pathText(call, path.path)} == ${path.value}u`);
      }
    }
    if (parts.length === 0) throw new Uncovered(`answers without a mask in "${deviation.what}"`);
    const same = this.name('same');
    this.declare(`int ${same}`);
    this.say(by, `${same} = ${parts.join('\n    && ')};`);
    this.say(
      by,
      `if (!${same})\n    complies(${cString(deviation.what)}, ${cString(deviation.expected)}, "other answers than those recorded, which the case may judge otherwise");`,
    );
    this.say(
      by,
      `deviates(${cString(deviation.what)}, ${cString(deviation.expected)}, ${cString(deviation.seen)});`,
    );
  }
}

/** Features and handle types in an answer: what cases judge of it. Those left alone hold what they held. */
function masksIn(call: Call): readonly { readonly path: readonly string[]; readonly value: bigint }[] {
  const found: { path: readonly string[]; value: bigint }[] = [];
  const walk = (value: Traced | undefined, path: readonly string[]): void => {
    if (value === null || value === undefined || elementsOf(value) !== undefined) return;
    const integer = integerOf(value);
    if (integer !== undefined) {
      if (/Features$|HandleTypes$/.test(path.at(-1) ?? '')) found.push({ path, value: integer });
      return;
    }
    for (const [key, member] of Object.entries(membersOf(value)))
      if (key !== 'unwritten' && key !== 'result') walk(member, [...path, key]);
  };
  walk(call.given, []);
  return found;
}

function number(of: string): ReturnType<Writer['observed']> {
  return {
    of,
    seen: `number_text((int64_t)(${of}))`,
    literal: (operand) => `(uint64_t)(${of}) == UINT64_C(${BigInt.asUintN(64, integerOf(operand) ?? 0n)})`,
  };
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** Whether a call waits by nature. */
function isLong({ command }: Call): boolean {
  return command === pollCommand || /^vk(Wait|QueueWait|DeviceWait)/.test(command);
}

/** What the suite only asks to plan its cases. */
function isLeftOut({ command }: Call): boolean {
  return /^vkGetPhysicalDevice|^vkEnumerate(Instance|DeviceExt|DeviceLayer)/.test(command);
}

function placeOf(step: Step): string {
  if ('call' in step) return step.call.command;
  return step.kind === 'os' ? step.action : 'the case';
}

export function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** Statements in order, those that are made over and over in loops. */
function looped(chunks: readonly Chunk[]): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < chunks.length; ) {
    const run = runAt(chunks, at);
    if (run === undefined) {
      texts.push(chunks[at]?.text ?? '');
      at += 1;
      continue;
    }
    const { period, times, first, holds } = run;
    const body = chunks
      .slice(at, at + period)
      .map(({ loop }) => indented((loop?.pattern ?? '').replace('@', 'at')))
      .join('\n');
    texts.push(
      `for (uint32_t at = ${first}; at < ${first + BigInt(times * (holds ? timesAsLong : 1))}; at += 1) {\n${body}\n}`,
    );
    at += period * times;
  }
  return texts;
}

const leastTimes = 4;
/** Work that holds a queue is longer than it was: how fast a device is at it depends on the moment. */
const timesAsLong = 4;

function runAt(
  chunks: readonly Chunk[],
  at: number,
):
  | { readonly period: number; readonly times: number; readonly first: bigint; readonly holds: boolean }
  | undefined {
  for (const period of [1, 2]) {
    const head = chunks.slice(at, at + period).map(({ loop }) => loop);
    if (head.some((loop) => loop === undefined)) continue;
    const first = head.find((loop) => loop?.value !== null)?.value ?? 0n;
    let times = 1;
    while (
      head.every((loop, offset) => {
        const next = chunks[at + period * times + offset]?.loop;
        if (next === undefined || next.pattern !== loop?.pattern) return false;
        return next.value === null || next.value === (loop.value ?? 0n) + BigInt(times);
      })
    )
      times += 1;
    const holds = head.some((loop) => loop?.value !== null);
    if (times >= leastTimes) return { period, times, first, holds };
  }
  return undefined;
}

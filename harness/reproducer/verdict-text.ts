import type { Traced } from '../hosts/call-trace';
import { COMMANDS } from '../vulkan/generated/commands';
import { cComment, cFlags, cString } from './c-values';
import type { CallText } from './call-text';
import { ComparisonText } from './comparison-text';
import type { Deciding, Evidence } from './evidence';
import type { Comparison } from './observation';
import type { NamesByProcess } from './process-names';
import type { ProgramFrame } from './program-frame';
import type { Call, Process, Step } from './trace-steps';
import { elementsOf, integerOf, membersOf } from './traced-value';
import { Uncovered } from './uncovered';

/** Columns that a line of a verdict takes. */
const columns = 110;

/** Writes what a program makes of what it saw: what must be so for it to show anything, and the verdict. */
export class VerdictText {
  private readonly comparisons: ComparisonText;

  constructor(
    private readonly frame: ProgramFrame,
    private readonly names: NamesByProcess,
    private readonly calls: CallText,
    private readonly steps: readonly Step[],
    private readonly evidence: Evidence,
  ) {
    this.comparisons = new ComparisonText(calls, names, wantedSeed(evidence.deciding));
  }

  /** Says before a step that it is one of those that decide. */
  announce(index: number, step: Step): void {
    const { deciding } = this.evidence;
    const { by } = step;
    const say = (text: string): void => this.frame.say(by, `\n/* ${cComment(text)} */`);
    if (deciding.kind === 'answers') {
      const at = deciding.steps.indexOf(index);
      if (at !== -1) say(`Answer ${at + 1} of ${deciding.steps.length}, which the case judges together.`);
    } else if (deciding.kind === 'difference') {
      if (index === deciding.from) say('What decides: from this answer ...');
      if (index === deciding.to) say(`... to this one. ${toldOf(deciding.comparison)}`);
    } else if (deciding.kind === 'end' && deciding.work === index) {
      this.frame.say(
        by,
        `begins_work(${cString(placeOf(this.steps[deciding.step] as Step))}, ${cString(deciding.end)});`,
      );
    } else if (deciding.step === index) {
      if (deciding.kind === 'end') {
        say(`What decides: that this comes back; recorded was ${deciding.end}.`);
        this.frame.say(
          by,
          `decides(${cString(placeOf(step))}, ${cString(deciding.end)}, ${deciding.seconds});`,
        );
      } else if (deciding.kind === 'comparison') say(`What decides. ${toldOf(deciding.comparison)}`);
      else if (deciding.kind === 'not open') say(`What decides. ${toldOf(deciding.deviation)}`);
    }
  }

  /** Writes the checks that held behind a step. @throws Uncovered */
  controls(index: number, step: Step): void {
    for (const comparison of this.evidence.controls.get(index) ?? []) {
      const made = this.comparisons.comparison(step, comparison);
      if (made === undefined) continue;
      const told = `${cString(comparison.what)}, ${cString(comparison.expected)}`;
      const check = this.dependsOnLoad(comparison) ? 'kept_meanwhile' : 'kept';
      this.frame.say(step.by, `${check}(${made.holds}, ${told});`);
    }
  }

  /** Whether a check held, it may be, only because work kept a queue busy. */
  private dependsOnLoad({ operands }: Comparison): boolean {
    const isLoad = (step: Step): boolean => 'call' in step && step.call.command === 'vkCmdFillBuffer';
    const unfinished = ['VK_TIMEOUT', 'VK_NOT_READY', 'not-ready'];
    return operands.every((one) => unfinished.includes(String(one))) && this.steps.some(isLoad);
  }

  /** Whether a check looks at what a step gave. */
  isChecked(index: number): boolean {
    const { deciding, controls } = this.evidence;
    if (deciding.kind === 'answers' && deciding.steps.includes(index)) return true;
    return controls.has(index) || (deciding.kind === 'comparison' && deciding.step === index);
  }

  /** Asks that a call which succeeded does so again. */
  mustReturn(call: Call, settingUp: boolean): void {
    if (COMMANDS[call.command]?.returns !== 'VkResult' || call.command === 'vkEnumeratePhysicalDevices')
      return;
    const result = this.calls.resultOf(call);
    if (call.command === 'vkGetFenceStatus') {
      // Only work that keeps a queue busy is asked for so, and it must not be over yet.
      if (call.result === 'VK_NOT_READY') this.frame.say(call.by, `still_pending(${result});`);
      return;
    }
    if (call.result !== 'VK_SUCCESS') return;
    const { deciding } = this.evidence;
    if (deciding.kind === 'comparison' && deciding.anyOf === call.command && !settingUp) {
      const { what, expected, operands } = deciding.comparison;
      const holds = operands.map((one) => `${result} == ${String(one)}`).join(' || ');
      const told = `${cString(what)}, ${cString(expected)}, result_name(${result})`;
      this.frame.say(call.by, `if (!(${holds}))\n    deviates(${told});`);
      return;
    }
    const line = `must("${call.command}", ${result});`;
    if (settingUp && this.frame.says(call.by, line)) return;
    this.frame.say(call.by, line);
  }

  /**
   * Writes the verdict, behind the last step.
   * @param by the process of that step
   * @throws Uncovered
   */
  decide(by: Process): void {
    const { deciding } = this.evidence;
    switch (deciding.kind) {
      case 'end':
        this.frame.say(by, 'pause_for(500); /* the driver may be at work on threads of its own */');
        this.frame.say(by, 'complies("the end", "that it comes back", "that it came back");');
        return;
      case 'descriptors':
        this.descriptors(deciding, by);
        return;
      case 'not open': {
        const step = this.steps[deciding.step] as Extract<Step, { call: Call }>;
        const holds = `is_open(${this.calls.outputOf(step.call, ['fd'])})`;
        const seen = `${holds} ? "open" : "closed"`;
        this.verdict(by, holds, deciding.deviation.what, deciding.deviation.expected, seen);
        return;
      }
      case 'answers':
        this.answers(deciding, by);
        return;
      case 'difference':
        this.difference(deciding, by);
        return;
      default: {
        const { comparison } = deciding;
        const step = this.steps[deciding.step] as Step;
        const made = this.comparisons.comparison(step, comparison);
        if (made === undefined) throw new Uncovered(`what "${comparison.what}" looks at`);
        this.verdict(step.by, made.holds, comparison.what, comparison.expected, made.seen);
      }
    }
  }

  private verdict(by: Process, holds: string, what: string, expected: string, seen: string): void {
    const told = [holds, cString(what), cString(expected), seen];
    const line = `verdict(${told.join(', ')});`;
    this.frame.say(by, line.length <= columns ? line : `verdict(${told.join(',\n        ')});`);
  }

  private descriptors(
    { deviation: { what } }: Extract<Deciding, { kind: 'descriptors' }>,
    by: Process,
  ): void {
    const { owned } = this.names[by];
    if (owned.length === 0) throw new Uncovered(`a deviation in "${what}"`);
    const gone = owned.map((one) => `!is_open(${one})`).join(' || ');
    this.verdict(by, `!(${gone})`, what, 'open', `(${gone}) ? "closed by someone else" : "open"`);
  }

  private difference({ from, to, comparison }: Extract<Deciding, { kind: 'difference' }>, by: Process): void {
    const { observed, matcher, operands, what, expected } = comparison;
    const [earlier, later] = [this.steps[from] as Step, this.steps[to] as Step];
    if (observed.kind !== 'output' || !('call' in later) || !('call' in earlier)) return;
    const [one, other] = [later, earlier].map(({ call }) => this.calls.outputOf(call, observed.path));
    const of = `((int64_t)${one} - (int64_t)${other})`;
    const sign = matcher === 'toBeAtLeast' ? '>=' : matcher === 'toBeAtMost' ? '<=' : '==';
    const holds = `${of} ${sign} INT64_C(${integerOf(operands[0]) ?? 0n})`;
    this.verdict(by, holds, what, expected, `number_text(${of})`);
  }

  /** Compares what a query answered with what the case judged; answers that other programs do not look at. */
  answer(index: number, { by }: Step): void {
    const { deciding } = this.evidence;
    const step = this.steps[index];
    if (deciding.kind !== 'answers' || !deciding.steps.includes(index)) return;
    if (step === undefined || !('call' in step)) return;
    const parts = answerParts(this.calls, step.call);
    if (parts.length > 0)
      this.frame.say(by, `answer(${deciding.steps.indexOf(index) + 1}, ${parts.join('\n    && ')});`);
  }

  private answers({ steps, deviation }: Extract<Deciding, { kind: 'answers' }>, by: Process): void {
    const judged = steps.some((index) => {
      const step = this.steps[index];
      return step !== undefined && 'call' in step && answerParts(this.calls, step.call).length > 0;
    });
    if (!judged) throw new Uncovered(`answers without a mask in "${deviation.what}"`);
    const told = `${cString(deviation.what)}, ${cString(deviation.expected)}`;
    this.frame.say(
      by,
      `if (other_answers > 0)\n    complies(${told}, "other answers than those recorded, which the case may judge otherwise");`,
    );
    this.frame.say(by, `deviates(${told}, ${cString(deviation.seen)});`);
  }
}

/** What is expected of something, as a sentence. */
function toldOf({ what, expected }: { readonly what: string; readonly expected: string }): string {
  return `Expected of "${what}": ${expected}.`;
}

/** What makes an answer the recorded one. */
function answerParts(calls: CallText, call: Call): readonly string[] {
  const masks = masksIn(call).map(({ path, value }) => {
    const flags = cFlags(calls.typeOf(call, path) ?? '', value);
    return `${calls.outputOf(call, path)} == ${flags.includes('|') ? `(${flags})` : flags}`;
  });
  return call.result === '' ? masks : [`${calls.resultOf(call)} == ${call.result}`, ...masks];
}

/** What a step does, in words: a command, or what the process does with what commands gave it. */
function placeOf(step: Step): string {
  if ('call' in step) return step.call.command;
  if (step.kind !== 'os') return 'the case';
  if (step.action === 'write-memory') return 'writing to mapped memory';
  if (step.action === 'reads-memory') return 'reading mapped memory';
  return step.action;
}

/** The seed that the contents which decide should have. */
function wantedSeed(deciding: Deciding): number | undefined {
  if (deciding.kind !== 'comparison') return undefined;
  const text = /bytes differ from the pattern of seed (\d+), the first/.exec(
    String(deciding.comparison.seen),
  );
  return text === null ? undefined : Number(text[1]);
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

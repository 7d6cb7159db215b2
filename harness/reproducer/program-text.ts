import { cString } from './c-values';
import { CallText } from './call-text';
import { type Evidence, lastStepOf } from './evidence';
import { ProcessNames } from './process-names';
import { ProgramFrame, type ProgramText } from './program-frame';
import { SystemText } from './system-text';
import type { Call, Step } from './trace-steps';
import { VerdictText } from './verdict-text';

/** A pause of the case, in milliseconds, that the program makes as well. */
const shortestPause = 15;
const longestPause = 3000;

/**
 * Writes the steps of a case, up to the one that decides, as C.
 * @param seeds of patterns that messages about the case name
 * @throws Uncovered
 */
export function programText(
  steps: readonly Step[],
  evidence: Evidence,
  seeds: readonly number[],
): ProgramText {
  return new StepsText(steps, evidence, seeds).write();
}

/** Takes the steps of a case in turn, and has each written by what knows of its kind. */
class StepsText {
  private readonly frame = new ProgramFrame();
  private readonly calls: CallText;
  private readonly system: SystemText;
  private readonly verdict: VerdictText;

  constructor(
    private readonly steps: readonly Step[],
    private readonly evidence: Evidence,
    seeds: readonly number[],
  ) {
    const names = { host: new ProcessNames(), peer: new ProcessNames() };
    this.calls = new CallText(this.frame, names, steps, decidingCall(steps, evidence));
    this.system = new SystemText(this.frame, names, seeds);
    this.verdict = new VerdictText(this.frame, names, this.calls, steps, evidence);
  }

  write(): ProgramText {
    const { deciding } = this.evidence;
    const last = lastStepOf(deciding);
    const begins = this.steps.findIndex(({ kind }) => kind === 'case');
    const endsThere = deciding.kind === 'end';
    const watched = this.steps[last]?.by ?? 'host';
    if (endsThere) this.frame.sayAtStart(watched, 'watch_ends(10);');
    let before: Step | undefined;
    for (const [index, step] of this.steps.entries()) {
      if (index > last) break;
      if (index < begins && (step.kind === 'call' || step.kind === 'start') && isLeftOut(step.call)) continue;
      this.pauseBetween(before, step, index > begins);
      before = step;
      if (endsThere && index === last) this.frame.say(watched, `inside = ${cString(placeOf(step))};`);
      this.step(index, step, index < begins);
      if (endsThere && index === last && step.kind === 'start') this.calls.join(step.call);
    }
    this.verdict.decide(watched);
    return this.frame.text(this.calls.commands);
  }

  private pauseBetween(before: Step | undefined, step: Step, inCase: boolean): void {
    if (!inCase || before === undefined || step.kind === 'join' || before.kind === 'case') return;
    const milliseconds = Math.round((step.at - before.at) / 1000);
    if (milliseconds < shortestPause || before.kind === 'call') return;
    this.frame.pause(Math.min(milliseconds, longestPause));
  }

  private step(index: number, step: Step, settingUp: boolean): void {
    switch (step.kind) {
      case 'call':
        this.call(step.call, 'whole', settingUp);
        this.verdict.controls(index, step);
        if (settingUp || !this.verdict.isChecked(index)) this.verdict.mustReturn(step.call, settingUp);
        return;
      case 'start':
        this.call(step.call, 'thread', settingUp);
        return;
      case 'join':
        this.calls.join(step.call);
        this.verdict.controls(index, step);
        if (!this.verdict.isChecked(index)) this.verdict.mustReturn(step.call, settingUp);
        return;
      case 'os':
        this.system.write(step);
        this.verdict.controls(index, step);
        return;
      default:
    }
  }

  private call(call: Call, how: 'whole' | 'thread', settingUp: boolean): void {
    this.calls.write(call, how);
    if (call.command !== 'vkCreateInstance') return;
    if (settingUp || call.result === 'VK_SUCCESS') this.verdict.mustReturn(call, true);
    this.frame.say(call.by, `load(${this.calls.outputOf(call, ['instance'])});`);
  }
}

/** The call that shows the deviation, where it is one. */
function decidingCall(steps: readonly Step[], { deciding }: Evidence): Call | undefined {
  const step = steps[deciding.kind === 'comparison' ? deciding.step : lastStepOf(deciding)];
  return step !== undefined && 'call' in step ? step.call : undefined;
}

/** What the suite only asks to plan its cases. */
function isLeftOut({ command }: Call): boolean {
  return /^vkGetPhysicalDevice|^vkEnumerate(Instance|DeviceExt|DeviceLayer)/.test(command);
}

function placeOf(step: Step): string {
  if ('call' in step) return step.call.command;
  return step.kind === 'os' ? step.action : 'the case';
}

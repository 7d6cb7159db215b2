import { CallText } from './call-text';
import { type Evidence, lastStepOf } from './evidence';
import { ProcessNames } from './process-names';
import { ProgramFrame, type ProgramText } from './program-frame';
import { SystemText } from './system-text';
import type { Call, Step } from './trace-steps';
import { VerdictText } from './verdict-text';

/**
 * Writes the steps of a case, up to the one that decides, as C.
 * @throws Uncovered
 */
export function programText(steps: readonly Step[], evidence: Evidence): ProgramText {
  return new StepsText(steps, evidence).write();
}

/** Seconds for all that comes before what decides. */
const secondsBefore = 60;

/** Takes the steps of a case in turn, and has each written by what knows of its kind. */
class StepsText {
  private readonly frame = new ProgramFrame();
  private readonly calls: CallText;
  private readonly system: SystemText;
  private readonly verdict: VerdictText;

  constructor(
    private readonly steps: readonly Step[],
    private readonly evidence: Evidence,
  ) {
    const names = { host: new ProcessNames(), peer: new ProcessNames() };
    const { deciding } = evidence;
    const passing = deciding.kind === 'answers' ? deciding.steps.map((index) => steps[index]) : [];
    this.calls = new CallText(this.frame, names, steps, {
      decides: decidingCall(steps, evidence),
      passing: new Set(passing.flatMap((step) => (step !== undefined && 'call' in step ? [step.call] : []))),
    });
    this.system = new SystemText(this.frame, names);
    this.verdict = new VerdictText(this.frame, names, this.calls, steps, evidence);
  }

  write(): ProgramText {
    const { deciding } = this.evidence;
    const last = lastStepOf(deciding);
    const begins = this.steps.findIndex(({ kind }) => kind === 'case');
    const end = deciding.kind === 'end' ? this.steps[deciding.step] : undefined;
    const watched = (end ?? this.steps[last])?.by ?? 'host';
    if (end !== undefined) this.frame.sayAtStart(watched, `watch_ends(${secondsBefore});`);
    for (const [index, step] of this.steps.entries()) {
      if (index > last) break;
      if (index < begins && (step.kind === 'call' || step.kind === 'start') && isLeftOut(step.call)) continue;
      if (index === begins) this.frame.remark('The case begins: instance and device are open.');
      this.verdict.announce(index, step);
      this.step(index, step, index < begins);
    }
    if (end?.kind === 'start') this.calls.join(end.call);
    this.verdict.decide(watched);
    return this.frame.text(this.calls.commands);
  }

  private step(index: number, step: Step, settingUp: boolean): void {
    switch (step.kind) {
      case 'call':
        this.call(step.call, 'whole', settingUp);
        this.verdict.controls(index, step);
        if (settingUp || !this.verdict.isChecked(index)) this.verdict.mustReturn(step.call, settingUp);
        this.verdict.answer(index, step);
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
        if (step.action === 'exported') this.calls.exported(step);
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
  const decides = deciding.kind === 'comparison' || deciding.kind === 'end';
  const step = steps[decides ? deciding.step : lastStepOf(deciding)];
  return step !== undefined && 'call' in step ? step.call : undefined;
}

/** What the suite only asks to plan its cases. */
function isLeftOut({ command }: Call): boolean {
  return /^vkGetPhysicalDevice|^vkEnumerate(Instance|DeviceExt|DeviceLayer)/.test(command);
}

import { reachesPeer } from '../cases/case-instance';
import { type CaseOutcome, misbehavedNote } from '../cases/outcome';
import type { Device } from '../drivers/driver';
import { Host, HostUnusable } from '../hosts/host';
import { deadlineMsOf } from './deadline';
import type { ScheduledCase } from './schedule';

/** What the instances of one case made of a driver under a fault. */
export interface CaseTrial {
  readonly caseId: string;
  /** The outcome of the first instance that showed a misbehaviour, or null. */
  readonly caught: CaseOutcome | null;
  /** Ids of the instances that ran. */
  readonly ran: readonly string[];
  /** Whether the fault came up in one of them, as far as its driver tells. */
  readonly cameUp: boolean;
  /** What kept an instance from a verdict: an error of the suite itself, or a host that could not open the device. */
  readonly troubles: readonly string[];
}

/**
 * Whether an outcome shows that the driver misbehaves, by the rule that the case is about: an expectation that did not
 * hold, or a crash or hang inside the driver. A control that fails, a warning, an error of the suite, and a process that
 * dies outside the driver show nothing.
 */
export function showsMisbehaviour({ status, deviations, calls }: CaseOutcome): boolean {
  if (status === 'crash' || status === 'timeout') return calls.some(({ result }) => result === null);
  return status === 'fail' && deviations.some(({ control }) => !control);
}

/** After so many hosts in a row that could not open the device, the rest is given up. */
const startAttempts = 2;

/** Runs cases on one device as its driver misbehaves, in hosts of its own, each case until it shows that. */
export class FaultTrial {
  private host: Host | undefined;
  private stopped = false;
  private failedStarts = 0;
  /** Settles when no case is under way any more. */
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly device: Device,
    private readonly timeoutSeconds: number,
    private readonly limitFactor: number,
  ) {}

  /** Runs the instances of each case in turn; the last host is left for more. */
  async run(cases: readonly (readonly ScheduledCase[])[]): Promise<readonly CaseTrial[]> {
    const withPeer = cases
      .flat()
      .some(({ planned: { instance } }) => reachesPeer(instance.case, instance.parameters));
    const trials: CaseTrial[] = [];
    for (const instances of cases) {
      const trial = this.try(instances, withPeer);
      this.underWay = trial.catch(() => {});
      trials.push(await trial);
    }
    return trials;
  }

  /** Kills the host; nothing runs from now on. */
  async end(): Promise<void> {
    this.stopped = true;
    await this.host?.kill();
    await this.underWay;
    await this.leave();
  }

  private async try(instances: readonly ScheduledCase[], withPeer: boolean): Promise<CaseTrial> {
    const ran: string[] = [];
    const troubles: string[] = [];
    let cameUp = false;
    let caught: CaseOutcome | null = null;
    for (const { planned, file } of instances) {
      if (this.stopped || caught !== null || this.failedStarts >= startAttempts) break;
      const { instance } = planned;
      const started = await this.hostFor(withPeer);
      if (typeof started === 'string') {
        troubles.push(`no host could be started: ${started}`);
        continue;
      }
      const answer = await started.run(
        instance,
        file,
        deadlineMsOf(instance.case, this.timeoutSeconds),
        () => {},
      );
      if (this.stopped) break;
      if (answer.kind === 'ended before') {
        troubles.push(`the host ended between two cases: ${answer.end.message}`);
        await this.leave();
        continue;
      }
      ran.push(instance.id);
      const { outcome } = answer;
      if (outcome.notes.includes(misbehavedNote)) cameUp = true;
      if (showsMisbehaviour(outcome)) caught = outcome;
      else if (outcome.status !== 'pass' && outcome.status !== 'warn')
        troubles.push(`${instance.id}: ${outcome.status}: ${outcome.message}`);
      if (started.retired !== null || !answer.answered) await this.leave();
    }
    return { caseId: instances[0]?.planned.instance.case.id ?? '', caught, ran, cameUp, troubles };
  }

  private async hostFor(withPeer: boolean): Promise<Host | string> {
    if (this.host !== undefined) return this.host;
    const { driver, identity, capabilities } = this.device;
    try {
      const setup = {
        driver,
        deviceUUID: identity.deviceUUID,
        deviceName: identity.deviceName,
        capabilities,
        withPeer,
      };
      this.host = await Host.start(setup, this.limitFactor);
      if (this.stopped) await this.leave();
      this.failedStarts = 0;
      return this.host ?? 'the matrix was stopped';
    } catch (error) {
      if (!(error instanceof HostUnusable)) throw error;
      this.failedStarts += 1;
      return error.message;
    }
  }

  private async leave(): Promise<void> {
    const { host } = this;
    this.host = undefined;
    await host?.discard();
  }
}

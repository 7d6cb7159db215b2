import type { CaseOutcome } from '../cases/outcome';
import { Host, HostUnusable } from '../hosts/host';
import type { RunOptions } from '../results/run';
import { deadlineMsOf } from './deadline';
import { HostSeat } from './host-seat';
import { type Lane, Schedule, type ScheduledCase } from './schedule';

/** After so many hosts in a row that could not open the device, the rest of a lane is left missing. */
const startAttempts = 3;

/** What the case runner tells of each case. */
export interface CaseEvents {
  started(scheduled: ScheduledCase): void;
  finished(scheduled: ScheduledCase, outcome: CaseOutcome): void;
}

/** Runs scheduled cases in hosts, several at once, and survives whatever becomes of a host. */
export class CaseRunner {
  /** Milliseconds that workers spent starting hosts, divided among them. */
  startUpMs = 0;
  /** Milliseconds inside the driver, all hosts and peers. */
  driverMs = 0;
  private stopping = false;
  private killing = false;
  private readonly hosts = new Set<Host>();
  private schedule = new Schedule([]);

  constructor(
    private readonly options: Pick<RunOptions, 'jobs' | 'timeoutSeconds' | 'limitFactor' | 'isolate'>,
    private readonly events: CaseEvents,
  ) {}

  /** Runs them all, or as many as there are until `stop`. */
  async run(cases: readonly ScheduledCase[]): Promise<void> {
    this.schedule = new Schedule(cases);
    const workers = Array.from({ length: Math.max(1, this.options.jobs) }, () => this.work(this.schedule));
    await Promise.all(workers);
  }

  /** Takes one more case; called from `finished`, while the worker that tells of it is still at work. */
  add(scheduled: ScheduledCase): void {
    this.schedule.add(scheduled);
  }

  /** Starts no further case and kills the hosts; the cases that were running have no outcome. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.killing = true;
    await Promise.all([...this.hosts].map((host) => host.kill()));
  }

  /** Starts no further case; those that are running end by themselves. */
  stopBehindRunningCases(): void {
    this.stopping = true;
  }

  private async work(schedule: Schedule): Promise<void> {
    for (let lane = schedule.enter(); lane !== undefined && !this.stopping; lane = schedule.enter()) {
      await this.workOn(lane, schedule);
      schedule.leave(lane);
    }
  }

  private async workOn(lane: Lane, schedule: Schedule): Promise<void> {
    const seat = new HostSeat(
      () => this.startHost(lane),
      (scheduled, outcome) => this.finish(scheduled, outcome),
      (host) => this.hosts.delete(host),
      () => this.killing,
    );
    let failures = 0;
    for (let batch = schedule.take(lane); batch.length > 0 && !this.stopping; batch = schedule.take(lane)) {
      for (const scheduled of batch) {
        if (this.stopping) break;
        this.events.started(scheduled);
        const deadlineMs = deadlineMsOf(scheduled.planned.instance.case, this.options.timeoutSeconds);
        const unusable = await seat.run(scheduled, deadlineMs);
        if (unusable !== undefined) {
          if (!this.killing) this.finish(scheduled, unstartable(scheduled, unusable));
          failures += 1;
          if (failures < startAttempts) continue;
          schedule.abandon(lane);
          return;
        }
        failures = 0;
        const trusted = seat.retired === null && (!lane.sacrificial || (seat.passed && isUndamageable(lane)));
        if (!trusted || lane.freshHosts || this.options.isolate) await seat.vacate(trusted);
      }
    }
    await seat.vacate(!lane.sacrificial);
  }

  private finish(scheduled: ScheduledCase, outcome: CaseOutcome): void {
    this.driverMs += outcome.driverMs;
    this.events.finished(scheduled, outcome);
  }

  private async startHost({ device, withPeer }: Lane): Promise<Host | string> {
    const begun = performance.now();
    try {
      const setup = {
        driver: device.driver,
        deviceUUID: device.identity.deviceUUID,
        deviceName: device.identity.deviceName,
        capabilities: device.capabilities,
        withPeer,
      };
      const host = await Host.start(setup, this.options.limitFactor);
      this.hosts.add(host);
      if (this.killing) await host.kill();
      return host;
    } catch (error) {
      if (error instanceof HostUnusable) return error.message;
      throw error;
    } finally {
      this.startUpMs += (performance.now() - begun) / Math.max(1, this.options.jobs);
    }
  }
}

/**
 * Whether invalid input can do nothing to the driver that a later case would suffer from: the model holds no pointer
 * of an application's, and answers such input or refuses it. What a fault makes of it is another matter.
 */
function isUndamageable({ device: { driver } }: Lane): boolean {
  return driver.builtIn && driver.fault === undefined;
}

function unstartable(scheduled: ScheduledCase, reason: string): CaseOutcome {
  return {
    caseId: scheduled.planned.instance.id,
    status: 'crash',
    durationMs: 0,
    driverMs: 0,
    message: `no host could be started: ${reason}`,
    deviations: [],
    calls: [],
    notes: [],
  };
}

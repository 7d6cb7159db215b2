import { reachesPeer } from '../cases/case-instance';
import type { Device } from '../drivers/driver';
import type { PlannedCase } from '../results/run';

/** One attempt at a planned case, and the compiled suite file that declares it. */
export interface ScheduledCase {
  readonly planned: PlannedCase;
  readonly file: string;
  /** Whether it has a host that ran nothing before, as an attempt behind an unexpected one does. */
  readonly freshHost?: true;
}

/**
 * Cases of one device, robustness apart from the rest: invalid input may leave a driver damaged, so that each
 * robustness case has a host of its own, while the others share one. A peer takes as long to start as a host: of
 * cases that have a host of their own, those that need one are apart from those that do not.
 */
export interface Lane {
  readonly device: Device;
  readonly sacrificial: boolean;
  /** Whether each of its cases has a host that ran nothing before. */
  readonly freshHosts: boolean;
  /** Whether any of its cases reaches into another process. */
  withPeer: boolean;
  readonly cases: ScheduledCase[];
  workers: number;
}

const longestBatch = 16;

/** Hands planned cases to workers so that a host goes on with one device for as long as that has cases. */
export class Schedule {
  private readonly lanes: Lane[] = [];

  constructor(cases: readonly ScheduledCase[]) {
    for (const scheduled of cases) this.add(scheduled);
  }

  /** Takes one more case, also while workers are at work. */
  add(scheduled: ScheduledCase): void {
    const { device, instance } = scheduled.planned;
    const freshHosts = scheduled.freshHost === true;
    const sacrificial = instance.case.class === 'robustness';
    const withPeer = reachesPeer(instance.case, instance.parameters);
    const fits = (one: Lane): boolean =>
      one.device === device &&
      one.sacrificial === sacrificial &&
      one.freshHosts === freshHosts &&
      (!(sacrificial || freshHosts) || one.withPeer === withPeer);
    let lane = this.lanes.find(fits);
    if (lane === undefined) {
      lane = { device, sacrificial, freshHosts, withPeer, cases: [], workers: 0 };
      this.lanes.push(lane);
    }
    lane.cases.push(scheduled);
    lane.withPeer ||= withPeer;
  }

  /** The lane that a free worker should go to: the one with most cases left for each worker on it. */
  enter(): Lane | undefined {
    const open = this.lanes.filter((lane) => lane.cases.length > 0);
    open.sort((a, b) => b.cases.length / (b.workers + 1) - a.cases.length / (a.workers + 1));
    const [lane] = open;
    if (lane !== undefined) lane.workers += 1;
    return lane;
  }

  leave(lane: Lane): void {
    lane.workers -= 1;
  }

  /** The next cases of a lane for one worker: few enough that its workers end together. */
  take(lane: Lane): readonly ScheduledCase[] {
    const fair = Math.ceil(lane.cases.length / (2 * Math.max(1, lane.workers)));
    return lane.cases.splice(0, Math.min(longestBatch, fair));
  }

  /** Gives up what is left of a lane: nothing on it can run. */
  abandon(lane: Lane): void {
    lane.cases.length = 0;
  }
}

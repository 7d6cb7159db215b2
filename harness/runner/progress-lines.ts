import type { CaseOutcome } from '../cases/outcome';
import { outcomeStatuses } from '../cases/outcome';
import type { PlannedCase } from '../results/run';
import type { Progress } from './progress';
import { ProgressTally } from './progress-tally';

/** Milliseconds between two signs of life. */
const heartbeatMs = 5000;

/** Lines for a log: where a device begins and ends, each failure at once, and a sign of life now and then. */
export class ProgressLines implements Progress {
  private readonly total = new ProgressTally();
  private readonly devices = new Map<string, ProgressTally>();
  private readonly running = new Map<PlannedCase, number>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(private readonly stream: Pick<NodeJS.WriteStream, 'write'>) {}

  planned(cases: readonly PlannedCase[]): void {
    this.total.planned = cases.length;
    for (const key of new Set(cases.map(({ device }) => device.key))) {
      const own = cases.filter(({ device }) => device.key === key);
      const tally = new ProgressTally();
      tally.planned = own.length;
      this.devices.set(key, tally);
      const skips = own.filter(({ skip }) => skip !== null).length;
      this.line(`${key}: ${own.length} case instances, ${skips} of them skipped`);
    }
    this.heartbeat = setInterval(() => this.tellLife(), heartbeatMs);
    this.heartbeat.unref();
  }

  started(planned: PlannedCase): void {
    this.running.set(planned, performance.now());
  }

  finished(planned: PlannedCase, outcome: CaseOutcome): void {
    this.running.delete(planned);
    const { device, instance } = planned;
    const tally = this.devices.get(device.key);
    this.total.count(planned, outcome);
    const unexpected = tally?.count(planned, outcome) ?? false;
    if (unexpected) {
      const message = outcome.message.replace(/\s+/g, ' ');
      this.line(`${outcome.status.toUpperCase()} ${instance.id} on ${device.key}: ${message}`);
    }
    if (tally !== undefined && tally.done === tally.planned) {
      const counts = outcomeStatuses
        .filter((status) => tally.byStatus.has(status))
        .map((status) => `${tally.byStatus.get(status)} ${status}`);
      this.line(`${device.key}: done after ${tally.seconds.toFixed(1)} s: ${counts.join(', ')}`);
    }
  }

  stop(): void {
    clearInterval(this.heartbeat);
  }

  private tellLife(): void {
    const { done, planned, unexpected, rate } = this.total;
    const [oldest] = this.running;
    const waiting = oldest === undefined ? 0 : (performance.now() - oldest[1]) / 1000;
    const slow = waiting < 2 ? '' : `, ${waiting.toFixed(0)} s in ${oldest?.[0].instance.id}`;
    this.line(`${done} of ${planned}, ${unexpected} unexpected, ${rate}${slow}`);
  }

  private line(text: string): void {
    this.stream.write(`${text}\n`);
  }
}

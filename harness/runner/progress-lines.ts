import type { CaseOutcome } from '../cases/outcome';
import { outcomeStatuses } from '../cases/outcome';
import type { LiveJudge, PlannedCase } from '../results/run';
import { judgedAsRequired } from '../results/totals';
import type { Progress } from './progress';
import { ProgressTally } from './progress-tally';

/** Milliseconds between two signs of life. */
const heartbeatMs = 5000;

/** Lines for a log: where a device begins and ends, each failure at once, and a sign of life now and then. */
export class ProgressLines implements Progress {
  private readonly total: ProgressTally;
  private readonly devices = new Map<string, ProgressTally>();
  private readonly running = new Map<PlannedCase, number>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly stream: Pick<NodeJS.WriteStream, 'write'>,
    private readonly judge?: LiveJudge,
  ) {
    this.total = new ProgressTally(judge);
  }

  planned(cases: readonly PlannedCase[]): void {
    this.total.planned = cases.length;
    for (const key of new Set(cases.map(({ device }) => device.key))) {
      const own = cases.filter(({ device }) => device.key === key);
      const tally = new ProgressTally(this.judge);
      tally.planned = own.length;
      this.devices.set(key, tally);
      const skips = own.filter(({ skip }) => skip !== null).length;
      this.line(`${key}: ${own.length} case instances, ${skips} of them skipped`);
    }
    this.heartbeat = setInterval(() => this.tellLife(), heartbeatMs);
    this.heartbeat.unref();
  }

  known(planned: PlannedCase, outcome: CaseOutcome): void {
    this.total.countKnown(planned, outcome);
    const tally = this.devices.get(planned.device.key);
    tally?.countKnown(planned, outcome);
    this.tellEnd(planned.device.key, tally);
  }

  started(planned: PlannedCase): void {
    this.running.set(planned, performance.now());
  }

  attempted(planned: PlannedCase, soFar: CaseOutcome): void {
    this.running.delete(planned);
    this.total.countAttempt();
    const last = soFar.attempts?.at(-1) ?? soFar;
    const { unexpected, why } = (this.judge ?? judgedAsRequired)(planned, soFar);
    if (unexpected) this.tell(planned, last.status, last.message || why, ' (it runs again)');
  }

  finished(planned: PlannedCase, outcome: CaseOutcome): void {
    this.running.delete(planned);
    const { device } = planned;
    const tally = this.devices.get(device.key);
    this.total.count(planned, outcome);
    const judgement = tally?.count(planned, outcome);
    // Skips are known before the run and may be many: the summary tells them reason by reason.
    if (judgement?.unexpected === true && outcome.status !== 'skip')
      this.tell(planned, outcome.status, outcome.message || judgement.why);
    this.tellEnd(device.key, tally);
  }

  stop(): void {
    clearInterval(this.heartbeat);
  }

  private tellEnd(deviceKey: string, tally: ProgressTally | undefined): void {
    if (tally === undefined || tally.done < tally.planned) return;
    const counts = outcomeStatuses
      .filter((status) => tally.byStatus.has(status))
      .map((status) => `${tally.byStatus.get(status)} ${status}`);
    this.line(`${deviceKey}: done after ${tally.seconds.toFixed(1)} s: ${counts.join(', ')}`);
  }

  private tellLife(): void {
    const { done, planned, unexpected, rate } = this.total;
    const [oldest] = this.running;
    const waiting = oldest === undefined ? 0 : (performance.now() - oldest[1]) / 1000;
    const slow = waiting < 2 ? '' : `, ${waiting.toFixed(0)} s in ${oldest?.[0].instance.id}`;
    this.line(`${done} of ${planned}, ${unexpected} unexpected, ${rate}${slow}`);
  }

  private tell({ device, instance }: PlannedCase, status: string, message: string, behind = ''): void {
    this.line(
      `${status.toUpperCase()} ${instance.id} on ${device.key}: ${message.replace(/\s+/g, ' ')}${behind}`,
    );
  }

  private line(text: string): void {
    this.stream.write(`${text}\n`);
  }
}

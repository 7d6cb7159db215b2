import { SingleBar } from 'cli-progress';
import pc from 'picocolors';
import type { CaseOutcome } from '../cases/outcome';
import type { LiveJudge, PlannedCase } from '../results/run';
import type { Progress } from './progress';
import { ProgressTally } from './progress-tally';

/** One line that is redrawn: count, rate, failures so far, and the case that has been running longest. */
export class ProgressBar implements Progress {
  private readonly tally: ProgressTally;
  private readonly running = new Set<PlannedCase>();
  private readonly bar: SingleBar;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    judge?: LiveJudge,
  ) {
    this.tally = new ProgressTally(judge);
    this.bar = new SingleBar({
      stream,
      format: '{bar} {value}/{total}  {rate}  {failures}  {current}',
      barsize: 24,
      fps: 10,
      hideCursor: true,
      clearOnComplete: true,
      linewrap: false,
      // Handlers of its own would end the process on a signal that the run wants to end in order.
      gracefulExit: false,
    });
  }

  planned(cases: readonly PlannedCase[]): void {
    this.tally.planned = cases.length;
    this.bar.start(cases.length, 0, this.shown());
  }

  known(planned: PlannedCase, outcome: CaseOutcome): void {
    this.tally.countKnown(planned, outcome);
    this.bar.update(this.tally.done, this.shown());
  }

  started(planned: PlannedCase): void {
    this.running.add(planned);
    this.bar.update(this.tally.done, this.shown());
  }

  attempted(planned: PlannedCase): void {
    this.running.delete(planned);
    this.tally.countAttempt();
    this.bar.update(this.tally.done, this.shown());
  }

  finished(planned: PlannedCase, outcome: CaseOutcome): void {
    this.running.delete(planned);
    this.tally.count(planned, outcome);
    this.bar.update(this.tally.done, this.shown());
  }

  stop(): void {
    this.bar.stop();
  }

  private shown() {
    const { unexpected, rate } = this.tally;
    const [oldest] = this.running.keys();
    const failures = `${unexpected} unexpected`;
    const room = Math.max(10, (this.stream.columns ?? 80) - 75);
    return {
      rate,
      failures: unexpected === 0 ? failures : pc.red(failures),
      current: (oldest?.instance.id ?? '').slice(0, room),
    };
  }
}

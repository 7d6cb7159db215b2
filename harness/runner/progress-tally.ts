import type { CaseOutcome, OutcomeStatus } from '../cases/outcome';
import type { LiveJudge, LiveJudgement, PlannedCase } from '../results/run';
import { judgedAsRequired } from '../results/totals';

/** Counts of a run that goes on. Skips are known from the start and count as planned and done. */
export class ProgressTally {
  planned = 0;
  done = 0;
  /** Outcomes that end the run with exit code 1. */
  unexpected = 0;
  readonly byStatus = new Map<OutcomeStatus, number>();
  private ran = 0;
  private readonly begun = performance.now();

  constructor(private readonly judge: LiveJudge = judgedAsRequired) {}

  /** @returns what the outcome is taken for. */
  count(planned: PlannedCase, outcome: CaseOutcome): LiveJudgement {
    if (outcome.status !== 'skip') this.ran += 1;
    return this.countKnown(planned, outcome);
  }

  /** Counts a case that an earlier part of the run ended. */
  countKnown(planned: PlannedCase, outcome: CaseOutcome): LiveJudgement {
    this.done += 1;
    this.byStatus.set(outcome.status, (this.byStatus.get(outcome.status) ?? 0) + 1);
    const judgement = this.judge(planned, outcome);
    if (judgement.unexpected) this.unexpected += 1;
    return judgement;
  }

  /** Counts an attempt that another follows. */
  countAttempt(): void {
    this.ran += 1;
  }

  get seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  /** Cases a second that really ran. */
  get rate(): string {
    return `${Math.round(this.ran / Math.max(this.seconds, 0.001))}/s`;
  }
}

import type { CaseOutcome } from '../cases/outcome';
import type { BadEnd, Host } from '../hosts/host';
import type { ScheduledCase } from './schedule';

/**
 * Where the host of one worker sits. An outcome is final once its host has gone on to the next case or has
 * ended well: what kills a host behind a case, or at its end, is that case's.
 */
export class HostSeat {
  private host: Host | undefined;
  private last: { readonly scheduled: ScheduledCase; readonly outcome: CaseOutcome } | undefined;

  constructor(
    private readonly start: () => Promise<Host | string>,
    private readonly finish: (scheduled: ScheduledCase, outcome: CaseOutcome) => void,
    /** Told of each host that is gone. */
    private readonly left: (host: Host) => void,
    /** Whether hosts are being killed because the run ends. */
    private readonly aborted: () => boolean,
  ) {}

  /** Why the host must not run another case, or null. */
  get retired(): string | null {
    return this.host?.retired ?? null;
  }

  /** Whether the last case passed, as far as its host is heard of. */
  get passed(): boolean {
    return this.last?.outcome.status === 'pass';
  }

  /**
   * Runs a case, in a new host where there is none.
   * @returns why no host could be started, or nothing
   */
  async run(scheduled: ScheduledCase, deadlineMs: number): Promise<string | undefined> {
    for (;;) {
      if (this.host === undefined) {
        const started = await this.start();
        if (typeof started === 'string') return started;
        this.host = started;
      }
      const { instance } = scheduled.planned;
      const ran = await this.host.run(instance, scheduled.file, deadlineMs, () => this.settle(null));
      const answered = ran.kind === 'outcome' && ran.answered;
      if (!answered && this.aborted()) {
        // The host was killed because the run ends: that says nothing of the driver.
        await this.vacate(false);
        return undefined;
      }
      if (ran.kind === 'outcome') {
        this.last = { scheduled, outcome: ran.outcome };
        return undefined;
      }
      if (this.last === undefined) this.last = { scheduled, outcome: nothing(instance.id) };
      const itsOwn = this.last.scheduled === scheduled;
      this.settle(ran.end);
      await this.vacate(false);
      if (itsOwn) return undefined;
    }
  }

  /** Empties the seat: destroys the host's devices in good order, or kills a host that can't be trusted. */
  async vacate(inGoodOrder: boolean): Promise<void> {
    const { host } = this;
    this.host = undefined;
    if (host === undefined) return this.settle(null);
    this.settle(inGoodOrder ? await host.end() : await host.discard());
    this.left(host);
  }

  private settle(end: BadEnd | null): void {
    const { last } = this;
    this.last = undefined;
    if (last === undefined) return;
    this.finish(last.scheduled, end === null ? last.outcome : blamed(last.outcome, end));
  }
}

/** The outcome of a case whose host came to a bad end behind it; a failure stays one, with a note. */
function blamed(outcome: CaseOutcome, end: BadEnd): CaseOutcome {
  const notes = [...outcome.notes, ...end.notes];
  if (outcome.status !== 'pass' && outcome.status !== 'warn') {
    return { ...outcome, notes: [...notes, end.message] };
  }
  return { ...outcome, status: end.status, message: end.message, calls: end.calls, notes };
}

function nothing(caseId: string): CaseOutcome {
  return {
    caseId,
    status: 'pass',
    durationMs: 0,
    driverMs: 0,
    message: '',
    deviations: [],
    calls: [],
    notes: [],
  };
}

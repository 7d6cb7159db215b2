import type { Attempt, OutcomeStatus } from '../cases/outcome';
import type { FlakePolicy, JudgedBy, Judgement, Results } from '../results/results-schema';
import type { Baseline } from './baseline';
import type { KnownInstance } from './case-globs';
import { EntryMatch, type MatchedDevice } from './entry-match';

/** An outcome as far as a baseline judges it. */
export interface JudgedOutcome {
  readonly id: string;
  /** The id of its case. */
  readonly case: string;
  readonly status: OutcomeStatus;
  readonly message: string;
  readonly attempts?: readonly Attempt[];
}

/** What judging depends on beside the baseline. */
export interface JudgeSettings {
  /** The day of judging, such as `2026-11-20`: entries expire. */
  readonly today: string;
  readonly flakes: FlakePolicy;
  /** Every case instance of the suite, of every platform: an entry may be about one that was not selected. */
  readonly suite: readonly KnownInstance[];
}

/** Judges what cases of one driver came to by what is expected of it. */
export class BaselineJudge {
  private readonly entries: readonly EntryMatch[];
  /** What was found before: a run asks again and again. */
  private readonly found = new Map<string, EntryMatch | undefined>();

  constructor(
    private readonly baseline: Baseline,
    private readonly settings: JudgeSettings,
  ) {
    this.entries = baseline.entries.map((entry) => new EntryMatch(entry));
  }

  /**
   * How the baseline takes an outcome. The first entry about a case on a device counts; one that has expired excuses
   * nothing. A case without an entry is expected to pass.
   */
  judge(device: MatchedDevice, outcome: JudgedOutcome): Judgement {
    const match = this.entryOf(device, outcome);
    const expired = match?.isExpired(this.settings.today) === true;
    const { entry } = match ?? {};
    const expected: readonly OutcomeStatus[] = expired ? ['pass'] : (entry?.statuses ?? ['pass']);
    const link = expired || entry?.link === undefined ? {} : { link: entry.link };
    const { status, message } = outcome;
    const unexpected = (why: string): Judgement => ({ verdict: 'unexpected', why, ...link });
    if (status === 'missing') return unexpected(message);
    if (met(outcome, expected)) {
      if (status === 'skip' && match?.isBecause(message) !== true)
        return unexpected(`skipped for another reason: ${message}; expected: ${entry?.because ?? ''}`);
      return { verdict: 'expected', why: entry?.reason ?? entry?.because ?? '', ...link };
    }
    const why = expired
      ? `${surprise(status, expected, message)} (the entry about it expired on ${entry?.until})`
      : surprise(status, expected, message);
    const harmless = [status, ...expected].every((one) => one === 'pass' || one === 'warn');
    const lenient = status === 'flake' && this.settings.flakes === 'warn';
    return harmless || lenient ? { verdict: 'changed', why, ...link } : unexpected(why);
  }

  /** Where the baseline was read, and the hash of what it said. */
  get source(): Pick<JudgedBy, 'file' | 'sha256'> {
    const { file, sha256 } = this.baseline;
    return { file, sha256 };
  }

  /** The results with what the baseline makes of each outcome, and of itself. */
  judgeResults(results: Results): Results {
    const { today: judgedOn } = this.settings;
    return {
      ...results,
      devices: results.devices.map((device) => ({
        ...device,
        outcomes: device.outcomes.map((outcome) => ({ ...outcome, judgement: this.judge(device, outcome) })),
      })),
      baseline: { ...this.source, judgedOn, problems: this.problems(results) },
    };
  }

  private entryOf(device: MatchedDevice, { id, case: caseId }: KnownInstance): EntryMatch | undefined {
    const key = `${device.key} ${id}`;
    if (!this.found.has(key)) {
      const about = (match: EntryMatch) => match.isAboutDevice(device) && match.isAboutCase(id, caseId);
      this.found.set(key, this.entries.find(about));
    }
    return this.found.get(key);
  }

  /** What is wrong with the entries, as far as the run can tell. */
  private problems(results: Results): JudgedBy['problems'] {
    const counting = new Set(
      results.devices.flatMap((device) => device.outcomes.map((outcome) => this.entryOf(device, outcome))),
    );
    return this.entries.flatMap((match) => {
      const { entry } = match;
      const problem = (about: readonly string[], what: string) => {
        return { line: entry.line, entry: about.join(', '), what };
      };
      const devices = results.devices.filter((device) => match.isAboutDevice(device));
      if (devices.length === 0) return [];
      const planned = devices.flatMap(({ outcomes }) => outcomes);
      const dead = entry.cases.filter((_, index) => {
        const matches = ({ id, case: caseId }: KnownInstance) => match.globs[index]?.(id, caseId) === true;
        return !planned.some(matches) && !this.settings.suite.some(matches);
      });
      const found = planned.some(({ id, case: caseId }) => match.isAboutCase(id, caseId));
      // About a case that this run left out it may be the first.
      const countsElsewhere = () =>
        this.settings.suite.some((one) => devices.some((device) => this.entryOf(device, one) === match));
      const hidden = found && !counting.has(match) && !countsElsewhere();
      const expired = found && match.isExpired(this.settings.today);
      return [
        ...(dead.length > 0 ? [problem(dead, 'no case is called so: update the baseline')] : []),
        ...(hidden ? [problem(entry.cases, 'entries above it are about the same cases, and count')] : []),
        ...(expired ? [problem(entry.cases, `it expired on ${entry.until}`)] : []),
      ];
    });
  }
}

/** Attempts that disagree are as expected where each of them is. */
function met({ status, attempts = [] }: JudgedOutcome, expected: readonly OutcomeStatus[]): boolean {
  if (expected.includes(status)) return true;
  return status === 'flake' && attempts.length > 0 && attempts.every((one) => expected.includes(one.status));
}

function surprise(status: OutcomeStatus, expected: readonly OutcomeStatus[], message: string): string {
  const said = expected.join(' or ');
  const expectsPass = said === 'pass';
  const wasRun = !expected.includes('skip');
  switch (status) {
    case 'pass':
      return wasRun
        ? `now passes, and the baseline says ${said}: update the baseline`
        : `now runs and passes, and the baseline says ${said}: update the baseline`;
    case 'skip':
      return `skipped, and ${expectsPass ? 'expected to pass' : `the baseline says ${said}`}: ${message}`;
    case 'warn':
      return expected.includes('pass')
        ? `now warns: ${message}`
        : `now only warns, and the baseline says ${said}: update the baseline`;
    default:
      return expectsPass ? `${status}, and expected to pass` : `${status}, and the baseline says ${said}`;
  }
}

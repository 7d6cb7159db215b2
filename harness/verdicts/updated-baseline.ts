import { Document, isMap, isSeq, type YAMLMap, YAMLSeq } from 'yaml';
import { ReportError } from '../results/report-error';
import { type Baseline, type BaselineEntry, parseBaseline } from './baseline';
import { CaseGlobs, type KnownInstance } from './case-globs';
import { draftEntries, type EntryDraft, type Unaccounted, unexplained } from './entry-draft';
import { EntryMatch } from './entry-match';
import type { Observed, ObservedDevice } from './observed';

/** A case instance of the suite. */
export interface SuiteInstance extends KnownInstance {
  readonly platform: 'any' | 'posix' | 'win32';
}

/** A baseline as runs ask for it. */
export interface UpdatedBaseline {
  readonly text: string;
  /** What changed and why, a line each; empty where nothing did. */
  readonly changes: readonly string[];
  /** Where a person must say why: the line in the text, and the cases. */
  readonly unexplained: readonly { readonly line: number; readonly cases: string }[];
}

/**
 * The baseline of a driver that has none.
 *
 * @param devices what runs showed; at least one.
 */
export function newBaseline(
  driver: string,
  devices: readonly ObservedDevice[],
  suite: readonly SuiteInstance[],
): UpdatedBaseline {
  const document = new Document({ driver, expected: [] });
  document.commentBefore = ` Expected outcomes of ${driver} that are not pass.`;
  const empty = { ...parseBaseline(driver, String(document)), document };
  return updatedBaseline(empty, driver, devices, suite);
}

/**
 * Brings a baseline up to date with what runs showed. Entries keep their order, comments, reasons, links and dates. An
 * entry of which a part holds is narrowed to that; one that holds no more goes. What no entry accounts for gets entries
 * behind the others. What did not run is left as it is.
 *
 * @throws ReportError where an entry is an alias of YAML.
 */
export function updatedBaseline(
  baseline: Baseline,
  driver: string,
  devices: readonly ObservedDevice[],
  suite: readonly SuiteInstance[],
): UpdatedBaseline {
  return new Update(baseline, driver, devices, suite).result();
}

/** An entry with what runs showed of what it is about. */
interface Reviewed {
  readonly match: EntryMatch;
  readonly node: YAMLMap;
  readonly held: readonly Observed[];
  readonly others: readonly Unaccounted[];
  /** The globs that it is left with; none where it goes. */
  readonly cases: readonly string[];
}

class Update {
  private readonly changes: string[] = [];
  private readonly document: Document;
  private readonly matches: readonly EntryMatch[];
  private readonly observedCases: readonly KnownInstance[];

  constructor(
    private readonly baseline: Baseline,
    private readonly driver: string,
    private readonly devices: readonly ObservedDevice[],
    private readonly suite: readonly SuiteInstance[],
  ) {
    this.document = baseline.document.clone() as Document;
    this.matches = baseline.entries.map((entry) => new EntryMatch(entry));
    const observed = devices.flatMap(({ outcomes }) => [...outcomes.values()]);
    this.observedCases = [...new Map(observed.map(({ id, case: of }) => [id, { id, case: of }])).values()];
  }

  result(): UpdatedBaseline {
    const seq = this.expected();
    const reviewed = this.matches.map((match, index) => {
      const node = seq.items[index];
      if (isMap(node)) return this.review(match, node);
      throw new ReportError(
        `${this.baseline.file}:${match.entry.line}: an entry that stands elsewhere cannot be changed here: write it out`,
      );
    });
    const staying = reviewed.filter(({ cases }) => cases.length > 0);
    for (const { node, match, cases } of staying) narrow(this.document, node, match.entry.cases, cases);
    const gone = new Set(reviewed.filter(({ cases }) => cases.length === 0).map(({ node }) => node));
    seq.items = seq.items.filter((node) => !gone.has(node as YAMLMap));
    this.addDrafts(seq, reviewed, staying);
    if (seq.items.length === 0) seq.flow = true;
    const text = this.document.toString({ lineWidth: 0, flowCollectionPadding: false });
    const { entries } = parseBaseline(this.baseline.file, text);
    return {
      text,
      changes: this.changes,
      unexplained: entries
        .filter(({ reason }) => reason === unexplained)
        .map(({ line, cases }) => ({ line, cases: cases.join(', ') })),
    };
  }

  private expected(): YAMLSeq {
    const found = this.document.get('expected');
    if (isSeq(found)) return found;
    const made = new YAMLSeq();
    this.document.set('expected', made);
    return made;
  }

  private entryOf(device: ObservedDevice, { id, case: of }: KnownInstance): EntryMatch | undefined {
    return this.matches.find((match) => match.isAboutDevice(device) && match.isAboutCase(id, of));
  }

  private review(match: EntryMatch, node: YAMLMap): Reviewed {
    const { entry } = match;
    const devices = this.devices.filter((device) => match.isAboutDevice(device));
    const about = devices.flatMap((device) =>
      [...device.outcomes.values()]
        .filter((observed) => this.entryOf(device, observed) === match)
        .map((observed) => ({ device, observed, holds: holds(match, observed) })),
    );
    // What holds on one device and not on another is no more for an entry about both.
    const failing = new Set(about.filter(({ holds }) => !holds).map(({ observed }) => observed.id));
    const held = about.filter(({ observed }) => !failing.has(observed.id)).map(({ observed }) => observed);
    const others = about
      .filter(({ observed }) => failing.has(observed.id))
      .map(({ device, observed }): Unaccounted => {
        const same = observed.statuses.some((status) => status !== 'pass' && entry.statuses.includes(status));
        return { device, observed, ...(same ? { former: formerly(entry) } : {}) };
      });
    const alive = devices.length === 0 ? entry.cases : this.aliveGlobs(match);
    const cases = failing.size === 0 ? alive : this.narrowed(match, held);
    this.tell(match, cases, others);
    return { match, node, held, others, cases };
  }

  /** Its globs but for those that no case is called by. */
  private aliveGlobs({ entry, globs }: EntryMatch): readonly string[] {
    const all = [...this.observedCases, ...this.suite];
    return entry.cases.filter((_, index) => all.some(({ id, case: of }) => globs[index]?.(id, of) === true));
  }

  /** Globs over what holds, and over what the runs left out and could have run. */
  private narrowed(match: EntryMatch, held: readonly Observed[]): readonly string[] {
    const platforms = new Set<string>(['any', ...this.devices.map(({ platform }) => platform)]);
    const observed = new Set(this.observedCases.map(({ id }) => id));
    const claimedBefore = this.matches.slice(0, this.matches.indexOf(match));
    const leftOut = this.suite.filter(
      ({ id, case: of, platform }) =>
        platforms.has(platform) &&
        !observed.has(id) &&
        match.isAboutCase(id, of) &&
        !claimedBefore.some((one) => one.isAboutCase(id, of)),
    );
    const kept = new Set([...held, ...leftOut].map(({ id }) => id));
    if (kept.size === 0) return [];
    const instances = [...this.observedCases, ...this.suite.filter(({ id }) => !observed.has(id))];
    const reach = match.entry.because === undefined ? 'case' : 'cases';
    return new CaseGlobs(instances).matching(kept, reach, match.entry.cases);
  }

  private tell({ entry }: EntryMatch, cases: readonly string[], others: readonly Unaccounted[]): void {
    const said = `${entry.statuses.join(' or ')} ${entry.cases.join(', ')}`;
    const now = [...new Set(others.map(({ observed }) => observed.statuses.join(' or ')))].join(', ');
    if (cases.length === 0)
      this.changes.push(`dropped: ${said}: ${now === '' ? 'no case is called so' : `now ${now}`}`);
    else if (cases.join() !== entry.cases.join())
      this.changes.push(
        `narrowed: ${said}: to ${cases.join(', ')}${now === '' ? '' : `; the others are now ${now}`}`,
      );
  }

  private addDrafts(seq: YAMLSeq, reviewed: readonly Reviewed[], staying: readonly Reviewed[]): void {
    const lost = reviewed.flatMap(({ others }) => others);
    const fresh = this.devices.flatMap((device) =>
      [...device.outcomes.values()]
        .filter((observed) => this.entryOf(device, observed) === undefined)
        .map((observed): Unaccounted => ({ device, observed })),
    );
    const passes = ({ observed: { statuses } }: Unaccounted) => statuses.join() === 'pass';
    const platforms = new Set<string>(['any', ...this.devices.map(({ platform }) => platform)]);
    const observed = new Set(this.observedCases.map(({ id }) => id));
    const ofPlatform = this.suite.filter(({ id, platform }) => platforms.has(platform) && !observed.has(id));
    const drafts = draftEntries(
      [...lost, ...fresh].filter((one) => !passes(one)),
      {
        driver: this.driver,
        devices: this.devices,
        instances: [...this.observedCases, ...ofPlatform],
        linked: this.matches.map(({ entry }) => entry),
        isCovered: (device, one) => this.entryOf(device, one) !== undefined,
        becauseOf: (reason) =>
          staying.find(({ match }) => match.entry.because !== undefined && match.isBecause(reason))?.match
            .entry.because,
      },
    );
    for (const draft of drafts) this.add(seq, draft, staying);
  }

  /** Adds a draft to the entry that says the same already, or as one of its own. */
  private add(seq: YAMLSeq, draft: EntryDraft, staying: readonly Reviewed[]): void {
    const same = staying.find(({ match }) => saysTheSame(match.entry, draft));
    const said = `${draft.statuses.join(' or ')} ${draft.cases.join(', ')}`;
    if (same !== undefined) {
      const cases = same.node.get('cases');
      if (isSeq(cases)) cases.items.push(...draft.cases.map((glob) => this.document.createNode(glob)));
      else same.node.set('cases', casesNode(this.document, [String(cases), ...draft.cases]));
      this.changes.push(`added to the entry about ${same.match.entry.cases.join(', ')}: ${said}`);
      return;
    }
    // What was empty was written within brackets, where entries could not be read.
    seq.flow = false;
    seq.add(entryNode(this.document, draft));
    const why = draft.reason ?? draft.because;
    this.changes.push(`new: ${said}${why === undefined ? '' : `: ${why}`}`);
  }
}

/** Whether an entry accounts for all that was observed. */
function holds(match: EntryMatch, { statuses, skips }: Observed): boolean {
  return (
    statuses.every((status) => match.entry.statuses.includes(status)) &&
    skips.every((reason) => match.isBecause(reason))
  );
}

function formerly({ reason, link, until }: BaselineEntry): NonNullable<Unaccounted['former']> {
  return { reason, link, until };
}

function saysTheSame(entry: BaselineEntry, draft: EntryDraft): boolean {
  const terms = ({ statuses, reason, because, link, until, devices }: EntryDraft) =>
    JSON.stringify([[...statuses].sort(), reason, because, link, until, devices]);
  return draft.reason !== unexplained && terms(entry) === terms(draft);
}

/** Leaves an entry with these globs; those that it has already keep their comments. */
function narrow(
  document: Document,
  node: YAMLMap,
  before: readonly string[],
  after: readonly string[],
): void {
  if (before.join() === after.join()) return;
  const cases = node.get('cases');
  if (!isSeq(cases)) {
    node.set('cases', casesNode(document, after));
    return;
  }
  const kept = cases.items.filter((_, index) => after.includes(before[index] ?? ''));
  const added = after.filter((glob) => !before.includes(glob));
  cases.items = [...kept, ...added.map((glob) => document.createNode(glob))];
  if (!fitsInBrackets(after)) cases.flow = false;
}

function entryNode(document: Document, draft: EntryDraft): YAMLMap {
  const { cases, statuses, reason, because, link, until, devices } = draft;
  const [status] = statuses;
  const node = document.createNode({
    cases: null,
    status: statuses.length === 1 ? status : [...statuses],
    ...(reason === undefined ? {} : { reason }),
    ...(because === undefined ? {} : { because }),
    ...(link === undefined ? {} : { link }),
    ...(until === undefined ? {} : { until }),
    ...(devices === undefined ? {} : { devices: [...devices] }),
  }) as YAMLMap;
  node.set('cases', casesNode(document, cases));
  for (const name of ['status', 'devices']) {
    const list = node.get(name);
    if (isSeq(list)) list.flow = true;
  }
  return node;
}

/** Longer than this, a list of globs stands in lines of its own. */
const widest = 90;

function casesNode(document: Document, cases: readonly string[]): YAMLSeq {
  const node = document.createNode([...cases]) as YAMLSeq;
  node.flow = fitsInBrackets(cases);
  return node;
}

/** Whether globs stand in one line: within brackets, a comma would need quotes. */
function fitsInBrackets(cases: readonly string[]): boolean {
  return cases.join(', ').length <= widest && !cases.some((glob) => glob.includes(','));
}

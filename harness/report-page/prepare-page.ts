import { requirements } from '../../fixtures/requirements';
import { fenceHandleTypes, memoryHandleTypes, semaphoreHandleTypes } from '../cases/handle-types';
import { knownFindings } from '../results/known-findings';
import { devicesOf, type ReportedDevice, type ReportedRun } from '../results/reported-run';
import { quoteForPosix, quoteForWindows } from '../results/rerun-command';
import { type OutcomeEntry, type Results, requirementClasses } from '../results/results-schema';
import { scopeRemarks } from '../results/run-scope';
import { specificationLink } from '../results/specification-link';
import { isBroken, verdictOf } from '../results/totals';
import { verdictSentence } from '../results/verdict-sentence';
import { factsOf, labelsOf } from './column-heading';
import type {
  OutcomeDetails,
  PageCase,
  PageColumn,
  PageData,
  PageDetails,
  PageFinding,
  PageRequirement,
} from './page-data';
import { StringTable } from './string-table';
import { absent, judgementLetters, type StatusName, statusLetters, statusNames } from './view/statuses';

const handleTypes: readonly string[] = [
  ...new Set<string>([...fenceHandleTypes, ...semaphoreHandleTypes, ...memoryHandleTypes]),
];

/** Makes the content of a results page: every device of every run is a column, in the order given. */
export function preparePage(
  runs: readonly ReportedRun[],
  writtenBy: string,
  writtenAt: string,
): { readonly data: PageData; readonly details: PageDetails } {
  return new PagePreparation(runs).content(writtenBy, writtenAt);
}

class PagePreparation {
  private readonly strings = new StringTable();
  private readonly detailStrings = new StringTable();
  private readonly requirements = new NamedList<PageRequirement>();
  private readonly cases = new NamedList<PageCase>();
  private readonly findings = new NamedList<PageFinding>();
  private readonly places = new Map<string, number>();
  private readonly instances = {
    cases: [] as number[],
    parameters: [] as number[],
    handleTypes: [] as number[],
  };
  private readonly devices: readonly ReportedDevice[];

  constructor(private readonly runs: readonly ReportedRun[]) {
    this.devices = devicesOf(runs);
    this.addRequirements();
    for (const { results, device } of this.devices)
      for (const outcome of device.outcomes) this.addInstance(outcome, results);
  }

  content(writtenBy: string, writtenAt: string): { data: PageData; details: PageDetails } {
    const labels = labelsOf(this.devices);
    const described = this.devices.map((device, place) => this.column(device, labels[place] ?? ''));
    const unasked = this.runs.filter(({ results }) => results.problem !== null);
    const silent = unasked.map((run) => this.silentColumn(run));
    return {
      data: {
        writtenBy,
        writtenAt,
        strings: this.strings.strings,
        classes: requirementClasses,
        handleTypes,
        findings: this.findings.all,
        requirements: this.requirements.all,
        cases: this.cases.all,
        instances: this.instances,
        columns: [...described.map(({ column }) => column), ...silent],
      },
      details: {
        strings: this.detailStrings.strings,
        columns: [...described.map(({ details }) => details), ...silent.map(() => ({}))],
      },
    };
  }

  /** Those of any run, in the order of the catalogue; what it no longer has comes behind. */
  private addRequirements(): void {
    const ranks = new Map(requirements.map(({ id }, rank) => [id, rank]));
    const rankOf = (id: string) => ranks.get(id) ?? requirements.length;
    const named = this.runs.flatMap(({ results }) =>
      Object.keys(results.requirements).map((id) => ({ id, known: results.requirements })),
    );
    named.sort((one, other) => rankOf(one.id) - rankOf(other.id));
    for (const { id, known } of named) this.requirementPlace(id, known);
  }

  private addInstance(outcome: OutcomeEntry, { requirements: known }: Results): void {
    if (this.places.has(outcome.id)) return;
    const owner = this.cases.placeOf(outcome.case, () => ({
      id: outcome.case,
      description: outcome.description,
      class: requirementClasses.indexOf(outcome.class),
      requirements: outcome.requirements.map((id) => this.requirementPlace(id, known)),
    }));
    this.places.set(outcome.id, this.instances.cases.push(owner) - 1);
    this.instances.parameters.push(this.strings.placeOf(outcome.id.slice(outcome.case.length + 1)));
    const values = new Set<unknown>(Object.values(outcome.parameters));
    this.instances.handleTypes.push(
      handleTypes.reduce((bits, type, bit) => (values.has(type) ? bits | (1 << bit) : bits), 0),
    );
  }

  private requirementPlace(id: string, known: Results['requirements']): number {
    return this.requirements.placeOf(id, () => {
      const { anchor, obligation } = known[id] ?? { anchor: '', obligation: '' };
      return { id, anchor, obligation, link: specificationLink(anchor) };
    });
  }

  private column(reported: ReportedDevice, label: string) {
    const { device, results } = reported;
    const count = this.instances.cases.length;
    const statuses = new Array<string>(count).fill(absent);
    const judgements = new Array<string>(count).fill(absent);
    const numbers = () => new Array<number>(count).fill(0);
    const [messages, milliseconds, reruns] = [numbers(), numbers(), numbers()];
    const findings: Record<string, number> = {};
    const details: Record<string, OutcomeDetails> = {};
    const findingOf = knownFindings(results);
    for (const outcome of device.outcomes) {
      const place = this.places.get(outcome.id);
      if (place === undefined) throw new Error(`${outcome.id} has no place`);
      statuses[place] = letters[outcome.status];
      if (outcome.judgement !== undefined) judgements[place] = judgementLetters[outcome.judgement.verdict];
      messages[place] = this.strings.placeOf(outcome.message);
      milliseconds[place] = Math.round(outcome.durationMs);
      reruns[place] = this.strings.placeOf(templateOf(outcome));
      const finding = findingOf(outcome);
      if (finding !== undefined) findings[place] = this.findings.placeOf(finding.id, () => finding);
      const own = this.detailsOf(outcome);
      if (own.some((list) => list.length > 0)) details[place] = own;
    }
    const verdict = verdictOf(device.totals);
    const column: PageColumn = {
      label,
      verdict: verdictSentence(device.totals),
      aside: asideOf(device.outcomes),
      verdictKind: verdict === 'no deviation' ? 'good' : verdict === 'deviates' ? 'bad' : 'open',
      remarks: [...results.remarks, ...scopeRemarks(results)],
      facts: factsOf(reported),
      statuses: statuses.join(''),
      judgements: judgements.every((letter) => letter === absent) ? '' : judgements.join(''),
      messages,
      milliseconds,
      reruns,
      findings,
    };
    return { column, details };
  }

  /** A driver that crashed or hung when it was asked for its devices has nothing but that to show. */
  private silentColumn({ results: { driver, problem, remarks }, file }: ReportedRun): PageColumn {
    const empty = this.instances.cases.map(() => 0);
    return {
      label: driver.name,
      verdict: `could not be asked for its devices (${problem?.status}): ${problem?.message}`,
      aside: '',
      verdictKind: 'bad',
      remarks,
      facts: [
        ['Library', driver.library],
        ['Results', file],
      ],
      statuses: absent.repeat(empty.length),
      judgements: '',
      messages: empty,
      milliseconds: empty,
      reruns: empty,
      findings: {},
    };
  }

  private detailsOf(outcome: OutcomeEntry): OutcomeDetails {
    const { deviations, calls, notes, judgement, attempts = [], kernelLog = [], log } = outcome;
    const place = (text: string) => this.detailStrings.placeOf(text);
    const told = judgement !== undefined && (judgement.verdict !== 'expected' || judgement.why !== '');
    return [
      deviations.map(({ what, expected, seen, control }) => [
        place(what),
        place(expected),
        place(seen),
        control ? 1 : 0,
      ]),
      calls.map(({ command, args, result, gave, microseconds, process }) => [
        place(command),
        place(args),
        result === null ? -1 : place(result),
        place(gave),
        microseconds === null ? -1 : Math.round(microseconds * 10) / 10,
        process === 'peer' ? 1 : 0,
      ]),
      notes.map(place),
      told ? [place(judgement.verdict), place(judgement.why), place(judgement.link ?? '')] : [],
      attempts.map(({ status, message }) => [place(status), place(message)]),
      kernelLog.map(place),
      log === undefined ? [] : [place(log)],
    ];
  }
}

/** Things in the order in which they were first named, found by name. */
class NamedList<T> {
  readonly all: T[] = [];
  private readonly places = new Map<string, number>();

  placeOf(name: string, make: () => T): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const made = make();
    const place = this.all.push(made) - 1;
    this.places.set(name, place);
    return place;
  }
}

const letters = Object.fromEntries(statusLetters.map((letter) => [statusNames[letter], letter])) as Readonly<
  Record<StatusName, string>
>;

/** The commands of a run differ in the id alone. */
function templateOf({ rerun, id }: OutcomeEntry): string {
  const posix = quoteForPosix(id);
  if (rerun.includes(` ${posix} `)) return rerun.replace(posix, () => '{id}');
  return rerun.replace(quoteForWindows(id), () => '"{id}"');
}

/** What came out beside the conformance verdict: what a baseline makes of it, robustness, and warnings. */
function asideOf(outcomes: readonly OutcomeEntry[]): string {
  const robustness = outcomes.filter((one) => one.class === 'robustness' && one.status !== 'skip');
  const broken = robustness.filter(({ status }) => isBroken(status)).length;
  const warnings = outcomes.filter(({ status }) => status === 'warn').length;
  const judged = outcomes.filter(({ judgement }) => judgement !== undefined);
  const unexpected = judged.filter(({ judgement }) => judgement?.verdict === 'unexpected').length;
  const excused = judged.filter(
    ({ judgement, status }) => judgement?.verdict === 'expected' && isBroken(status),
  ).length;
  return [
    ...(judged.length > 0
      ? [`By the baseline: ${unexpected} unexpected, ${excused} not as required and expected.`]
      : []),
    ...(robustness.length > 0
      ? [`Apart from it, robustness: ${broken} of ${robustness.length} not as required.`]
      : []),
    ...(warnings > 0 ? [`${warnings} warning${warnings === 1 ? '' : 's'}.`] : []),
  ].join(' ');
}

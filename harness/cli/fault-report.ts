import pc from 'picocolors';
import type { Fault, FaultNeed } from '../../fixtures/faults';
import { type Requirement, requirements } from '../../fixtures/requirements';
import { type HandlePlatform, isPlatformNeed } from '../runner/case-platforms';
import type { FalseAlarm, FaultMatrix, FaultResult, FaultVerdict } from '../runner/fault-matrix';
import { counted } from './list';

/** A fault that was not tried, with what it takes. */
export interface LeftOutFault {
  readonly name: string;
  readonly needs: FaultNeed;
}

/** What a report has to know beside the matrix. */
export interface ReportSettings {
  /** Keys of the devices that must pass everything as they are. */
  readonly mustBeRight: ReadonlySet<string>;
  /** Every fault there is, where all were tried: then what no fault breaks is told too. */
  readonly allFaults: readonly Fault[] | undefined;
  readonly leftOut: readonly LeftOutFault[];
  /** Whether one of the faults must break a requirement: cases can show there that it is broken. */
  readonly judges: (requirement: Requirement) => boolean;
  readonly platform: HandlePlatform;
  /** Whether only faults were tried that show what another platform's handles cannot. */
  readonly onlyHere: boolean;
  readonly wallMs: number;
}

/** What a matrix shows of the cases. */
export class FaultReport {
  readonly results: readonly FaultResult[];
  /** On drivers that must be right. */
  readonly falseAlarms: readonly FalseAlarm[];
  /** What real drivers fail without a fault: those instances can show none. */
  readonly failingAsTheyAre: readonly FalseAlarm[];
  /** Cases that caught nothing; told only where all faults were tried. */
  readonly idleCases: readonly string[];
  /** Requirements that a case could show broken, and that no fault breaks. */
  readonly unbroken: readonly string[];
  /** Whether all faults were tried, so that idle cases and unbroken requirements are known. */
  readonly isWhole: boolean;
  readonly leftOut: readonly LeftOutFault[];
  readonly platform: HandlePlatform;
  readonly onlyHere: boolean;

  constructor(
    matrix: FaultMatrix,
    private readonly settings: ReportSettings,
  ) {
    this.results = matrix.results
      .map((result) => (settings.mustBeRight.has(result.device) ? result : asOfRealDriver(result)))
      .sort((one, other) => inOrder(one.device, other.device));
    const right = ({ device }: FalseAlarm): boolean => settings.mustBeRight.has(device);
    this.falseAlarms = matrix.falseAlarms.filter(right);
    this.failingAsTheyAre = matrix.falseAlarms.filter((alarm) => !right(alarm));
    const { allFaults } = settings;
    this.idleCases = allFaults === undefined ? [] : matrix.idleCases;
    this.unbroken = allFaults === undefined ? [] : unbrokenBy(allFaults, settings);
    this.isWhole = allFaults !== undefined;
    this.leftOut = settings.leftOut;
    this.platform = settings.platform;
    this.onlyHere = settings.onlyHere;
  }

  /** Faults that no case caught under one of the requirements that they break. */
  get surviving(): readonly FaultResult[] {
    return this.results.filter((result) => this.isDue(result) && !isCaught(result));
  }

  /** Faults that do not come up on a real driver: it does not offer what they are about, or already does what they do. */
  get notApplicable(): readonly FaultResult[] {
    return this.results.filter((result) => !this.isDue(result));
  }

  /** Of those, the faults whose cases do not pass there as the driver is, so that nothing is known of them. */
  get notJudged(): readonly FaultResult[] {
    return this.notApplicable.filter(isUnjudged);
  }

  /** Whether every fault is caught, every case catches one, and nothing fails that must not. */
  get asWanted(): boolean {
    if (this.results.length === this.notApplicable.length) return false;
    return [this.surviving, this.falseAlarms, this.idleCases, this.unbroken].every(
      ({ length }) => length === 0,
    );
  }

  asJson(): unknown {
    const { surviving, notApplicable } = this;
    return {
      asWanted: this.asWanted,
      wallMs: this.settings.wallMs,
      faults: this.results.map((result) => ({
        name: result.fault.name,
        what: result.fault.what,
        seenIn: result.fault.seenIn,
        device: result.device,
        verdict: notApplicable.includes(result)
          ? this.notJudged.includes(result)
            ? 'not judged'
            : 'does not come up'
          : surviving.includes(result)
            ? 'survives'
            : 'caught',
        requirements: result.verdicts.map(({ requirement, caughtBy, survived }) => ({
          requirement,
          caughtBy: caughtBy.map(({ caseId, outcome }) => ({
            case: caseId,
            instance: outcome.caseId,
            status: outcome.status,
            message: outcome.message,
          })),
          survived,
        })),
        otherCasesThatCaughtIt: result.others,
        troubles: result.troubles,
        leftOut: result.leftOut,
        wallMs: result.wallMs,
      })),
      falseAlarms: this.falseAlarms,
      failingAsTheyAre: this.failingAsTheyAre.map(({ device, outcome }) => ({
        device,
        instance: outcome.caseId,
      })),
      notTried: this.leftOut,
      casesThatCatchNothing: this.idleCases,
      requirementsWithoutAFault: this.unbroken,
    };
  }

  /** The end of what is printed, for people. */
  asText(): string {
    const { surviving, notApplicable, results } = this;
    const due = results.length - notApplicable.length;
    return [
      '',
      ...this.falseAlarms.map(({ device, outcome }) =>
        pc.red(`false alarm: ${outcome.caseId} on ${device}: ${outcome.status}: ${outcome.message}`),
      ),
      ...surviving.map((result) => pc.red(`survives: ${result.fault.name} on ${result.device}`)),
      ...this.idleCases.map((id) => pc.red(`catches nothing: ${id}`)),
      ...this.unbroken.map((id) => pc.red(`no fault breaks ${id}`)),
      `${counted(due, 'fault')} tried in ${(this.settings.wallMs / 1000).toFixed(0)} s: ` +
        `${due - surviving.length} caught, ${surviving.length} survive` +
        (notApplicable.length === 0
          ? ''
          : `; ${notApplicable.length - this.notJudged.length} more do not come up there, ` +
            `${this.notJudged.length} are not judged: their cases do not pass without them`),
      ...(due > 0 ? [] : [pc.red('no fault could be judged')]),
      ...needsText(this.leftOut).map((text) => `not tried: ${text}`),
      ...(this.settings.allFaults === undefined
        ? []
        : [
            `${counted(this.falseAlarms.length, 'false alarm')}, ${counted(this.idleCases.length, 'case')} that ` +
              `catch nothing, ${counted(this.unbroken.length, 'requirement')} that no fault breaks`,
          ]),
      ...(this.failingAsTheyAre.length === 0
        ? []
        : [
            `${counted(this.failingAsTheyAre.length, 'case instance')} left out: they do not pass without a fault`,
          ]),
    ].join('\n');
  }

  /**
   * On a driver that must be right there is no excuse; a real one may lack what a fault is about, unless something kept
   * the cases from a verdict.
   */
  private isDue(result: FaultResult): boolean {
    return this.settings.mustBeRight.has(result.device) || result.verdicts.length > 0;
  }
}

/** Compares texts by their code units: the same order on every machine. */
export function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Whether some case caught the fault under each requirement that it breaks and that a case there proves. */
export function isCaught({ verdicts }: FaultResult): boolean {
  return verdicts.every(({ caughtBy }) => caughtBy.length > 0);
}

/** A result without the verdicts that are none: a real driver may lack what a fault is about. */
export function asOfRealDriver(result: FaultResult): FaultResult {
  return { ...result, verdicts: result.verdicts.filter((verdict) => isTold(verdict, result)) };
}

/** What became of one fault, as it is printed. */
export function resultText(result: FaultResult): string {
  const { fault, device, verdicts } = result;
  if (verdicts.length === 0 && isUnjudged(result)) {
    const first = result.leftOut.slice(0, 2).join(', ');
    const more = result.leftOut.length > 2 ? ` and ${result.leftOut.length - 2} more` : '';
    return pc.yellow(`not judged: ${fault.name} on ${device}: without it do not pass ${first}${more}`);
  }
  if (verdicts.length === 0) return pc.dim(`does not come up: ${fault.name} on ${device} (${fault.what})`);
  const caught = isCaught(result);
  const head = caught ? pc.green('caught') : pc.red('not caught');
  return [
    `${head} ${pc.bold(fault.name)} on ${device} (${(result.wallMs / 1000).toFixed(1)} s): ${fault.what}`,
    ...verdicts.map(({ requirement, caughtBy, survived }) => {
      const by = caughtBy.map(({ caseId }) => caseId).join(', ') || pc.red('no case');
      return `  ${requirement}: ${by}${survived.length === 0 ? '' : pc.dim(`; not by ${survived.join(', ')}`)}`;
    }),
    ...result.troubles.map((trouble) => pc.yellow(`  trouble: ${trouble}`)),
    ...(result.others.length === 0 ? [] : [pc.dim(`  also by ${result.others.join(', ')}`)]),
  ].join('\n');
}

/** Whether no case could judge it because those that should do not pass on the driver as it is. */
function isUnjudged({ verdicts, leftOut }: FaultResult): boolean {
  return (
    leftOut.length > 0 && verdicts.every(({ caughtBy, survived }) => caughtBy.length + survived.length === 0)
  );
}

/**
 * Whether a verdict on a real driver is one: a case could have caught the fault, since it came up, or something kept the
 * case from telling.
 */
function isTold({ caughtBy, cameUpIn, survived }: FaultVerdict, { troubles }: FaultResult): boolean {
  return caughtBy.length + cameUpIn.length > 0 || (survived.length > 0 && troubles.length > 0);
}

/** What the faults that were not tried take, a line for each need. */
export function needsText(leftOut: readonly LeftOutFault[]): readonly string[] {
  return [...new Set(leftOut.map(({ needs }) => needs))].map((need) => {
    const all = leftOut.filter(({ needs }) => needs === need).map(({ name }) => name);
    return `${all.join(', ')} ${all.length === 1 ? 'needs' : 'need'} ${need}`;
  });
}

/** Requirements of conformance and legal-negative class that a case there could show broken, and that no fault breaks there. */
function unbrokenBy(
  faults: readonly Fault[],
  { leftOut, judges }: Pick<ReportSettings, 'leftOut' | 'judges'>,
): readonly string[] {
  const elsewhere = new Set(leftOut.filter(({ needs }) => isPlatformNeed(needs)).map(({ name }) => name));
  const broken = new Set<string>(
    faults.filter(({ name }) => !elsewhere.has(name)).flatMap(({ breaks }) => breaks),
  );
  return requirements
    .filter(
      (one) =>
        one.testable &&
        judges(one) &&
        (one.class === 'conformance' || one.class === 'legal-negative') &&
        !broken.has(one.id),
    )
    .map(({ id }) => id);
}

import type { Argv } from 'yargs';
import { instancesOf } from '../cases/case-instance';
import type { Results } from '../results/results-schema';
import { type FlakePolicy, flakePolicies } from '../results/results-schema';
import type { LiveJudge } from '../results/run';
import { isUnexpected } from '../results/totals';
import { BaselineSet } from '../verdicts/baseline-set';
import type { KnownInstance } from '../verdicts/case-globs';
import { BaselineJudge } from '../verdicts/unexpected';
import { wrongUsage } from './command-error';
import { once } from './option-values';
import { allCases } from './selection-options';

/** What the options below give. */
export interface VerdictArguments {
  readonly baseline?: string | undefined;
  readonly flakes: FlakePolicy;
  readonly strictRobustness: boolean;
}

/** Adds the options that say what is unexpected. */
export function withVerdict<T>(parser: Argv<T>) {
  return parser
    .option('baseline', {
      describe: 'what is expected that is no pass: a file of vkextern baseline, or a folder of <driver>.yaml',
      type: 'string',
      requiresArg: true,
      coerce: once('--baseline'),
    })
    .option('flakes', {
      describe: 'whether outcomes whose attempts disagree decide the exit code',
      choices: flakePolicies,
      default: 'fail' as FlakePolicy,
      requiresArg: true,
      coerce: once('--flakes') as (value: string) => FlakePolicy,
    })
    .option('strict-robustness', {
      describe: 'let robustness cases decide the exit code too',
      type: 'boolean',
      default: false,
    });
}

/** Every case instance of the suite, of every platform. */
export function suiteInstances(): readonly KnownInstance[] {
  return allCases().flatMap((owner) => instancesOf(owner).map(({ id }) => ({ id, case: owner.id })));
}

/** Judges a run by the baselines that were named; by what is required alone where none was. */
export class Verdicts {
  private readonly baselines: BaselineSet | undefined;
  private readonly judges = new Map<string, BaselineJudge | undefined>();

  /** @throws ReportError where a baseline cannot be read. */
  constructor(private readonly given: VerdictArguments) {
    this.baselines = given.baseline === undefined ? undefined : new BaselineSet(given.baseline);
  }

  /**
   * Gets ready for these drivers.
   *
   * @returns what a reader should know: drivers that no baseline is about.
   * @throws CommandError where the baseline is about none of them; ReportError where one cannot be read.
   */
  prepare(drivers: readonly string[]): readonly string[] {
    const { baselines } = this;
    const { baseline, flakes } = this.given;
    if (baselines === undefined || drivers.length === 0) return [];
    const settings = { today: new Date().toISOString().slice(0, 10), flakes, suite: suiteInstances() };
    const without: string[] = [];
    for (const driver of drivers) {
      const found = baselines.of(driver);
      if (found === undefined) without.push(driver);
      else this.judges.set(driver, new BaselineJudge(found, settings));
    }
    if (this.judges.size === 0)
      throw wrongUsage(`${baseline} has nothing about ${without.join(', ')}: vkextern baseline writes it`);
    return without.map(
      (driver) => `${baseline} has nothing about ${driver}, which is judged by what is required alone`,
    );
  }

  /** Judges while the run goes on. */
  readonly live: LiveJudge = ({ device, instance }, outcome) => {
    const judgement = this.judges
      .get(device.driver.name)
      ?.judge(device, { ...outcome, id: instance.id, case: instance.case.id });
    const judged = { status: outcome.status, class: instance.case.class, ...(judgement && { judgement }) };
    const { strictRobustness, flakes } = this.given;
    return { unexpected: isUnexpected(judged, strictRobustness, flakes), why: judgement?.why ?? '' };
  };

  /** The baseline that a driver is judged by, by its name. */
  readonly baselineOf = (driver: string) => this.judges.get(driver)?.source;

  /** The results of a driver, with what its baseline makes of them. */
  readonly judge = (results: Results): Results =>
    this.judges.get(results.driver.name)?.judgeResults(results) ?? results;
}

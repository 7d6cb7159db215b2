/**
 * Runs the runner's self-test suites on the misbehaving double as `vkextern run` would, so that a test can send it
 * signals. Arguments: the folder for reports, the seconds that a case may take, and further options as JSON.
 */
import { resolve } from 'node:path';
import type { Driver } from '../../drivers/driver';
import { probe } from '../../drivers/probe';
import { runningSystem } from '../../drivers/running-system';
import { type KernelLog, watchedKernelLog } from '../../results/kernel-log-watch';
import type { FlakePolicy } from '../../results/results-schema';
import type { RunOptions } from '../../results/run';
import { Verdicts } from '../baseline-options';
import { reportFailure } from '../failure';
import { Interruption } from '../interruption';
import { runAndRecord } from '../recorded-run';
import { RunSummary } from '../run-summary';

const double: Driver = {
  name: 'double',
  manifest: null,
  library: resolve(__dirname, '../../../fixtures/misbehaving-driver/driver.js'),
  loader: null,
  dynamicLinker: null,
  builtIn: false,
  origin: 'self-test',
};

interface FurtherOptions extends Partial<Pick<RunOptions, 'repeat' | 'retries' | 'bail'>> {
  readonly baseline?: string;
  readonly flakes?: FlakePolicy;
  /** The folder of suites, beside that of the runner's self-tests. */
  readonly suites?: string;
  /** Whether the kernel's log is watched; `fails`: one that says a line, and then cannot be read. */
  readonly kmsg?: boolean | 'fails';
}

async function main([reports = '', seconds = '1', further = '{}']: readonly string[]): Promise<number> {
  const found = await probe(double);
  if (found.kind !== 'found') throw new Error(found.reason);
  const devices = found.devices.map(({ identity, capabilities }) => {
    if (capabilities === null) throw new Error('the double is too old');
    return { driver: double, key: 'double/double', identity, capabilities };
  });
  const interruption = new Interruption('what has not run is recorded as missing');
  interruption.listen();
  const {
    suites = 'self-test',
    baseline,
    flakes = 'fail',
    kmsg = false,
    ...options
  } = JSON.parse(further) as FurtherOptions;
  const verdicts = new Verdicts({ baseline, flakes, strictRobustness: false });
  verdicts.prepare([double.name]);
  const runOptions = {
    devices,
    selection: { globs: [], classes: [], requirements: [] },
    jobs: 1,
    timeoutSeconds: Number(seconds),
    isolate: false,
    suitesFolder: resolve(__dirname, '../../runner', suites),
    judge: verdicts.live,
    ...options,
  };
  const settings = {
    reports,
    arguments: [],
    icds: [],
    direct: true,
    inGuest: false,
    broken: [],
    unasked: [],
    system: runningSystem(),
    flakes,
    judge: verdicts.judge,
  };
  const recorded = await runAndRecord(
    runOptions,
    settings,
    interruption,
    kmsg === 'fails' ? failingLog() : kmsg ? watchedKernelLog() : undefined,
  );
  const summary = new RunSummary(recorded.reports, recorded.end, false);
  console.log(summary.asText());
  return summary.exitCode;
}

function failingLog(): KernelLog {
  let reads = 0;
  return {
    newLines: () => {
      reads++;
      if (reads > 3) throw new Error('it cannot be read');
      return reads === 1 ? ['said before the first case'] : [];
    },
    close: () => {},
  };
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => process.exit(reportFailure(error)),
);

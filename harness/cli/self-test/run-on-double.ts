/**
 * Runs the runner's self-test suites on the misbehaving double as `vkextern run` would, so that a test can send it
 * signals. Arguments: the folder for reports, and the seconds that a case may take.
 */
import { resolve } from 'node:path';
import type { Driver } from '../../drivers/driver';
import { probe } from '../../drivers/probe';
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

async function main([reports = '', seconds = '1']: readonly string[]): Promise<number> {
  const found = await probe(double);
  if (found.kind !== 'found') throw new Error(found.reason);
  const devices = found.devices.map(({ identity, capabilities }) => {
    if (capabilities === null) throw new Error('the double is too old');
    return { driver: double, key: 'double/double', identity, capabilities };
  });
  const interruption = new Interruption('what has not run is recorded as missing');
  interruption.listen();
  const options = {
    devices,
    selection: { globs: [], classes: [], requirements: [] },
    jobs: 1,
    timeoutSeconds: Number(seconds),
    isolate: false,
    suitesFolder: resolve(__dirname, '../../runner/self-test'),
  };
  const settings = {
    reports,
    arguments: [],
    icds: [],
    direct: true,
    inGuest: false,
    broken: [],
    unasked: [],
  };
  const recorded = await runAndRecord(options, settings, interruption);
  const summary = new RunSummary(recorded.reports, recorded.end, false);
  console.log(summary.asText());
  return summary.exitCode;
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => process.exit(reportFailure(error)),
);

import { resultsAt } from '../results/find-results';
import { readResults } from '../results/results-file';
import type { DeviceResults, Results } from '../results/results-schema';

/** One side of a comparison: what was run on one driver, or on several at once. */
export interface ComparedRun {
  /** As it was given. */
  readonly path: string;
  readonly drivers: readonly { readonly file: string; readonly results: Results }[];
}

/** A device with the run that it is from. */
export interface RunDevice {
  readonly driver: string;
  readonly results: Results;
  readonly device: DeviceResults;
}

/** The devices of a run, driver by driver. */
export function devicesOf({ drivers }: ComparedRun): readonly RunDevice[] {
  return drivers.flatMap(({ results }) =>
    results.devices.map((device) => ({ driver: results.driver.name, results, device })),
  );
}

/**
 * Reads what is to be compared. A path is a results.json, the folder of a driver, or a reports folder. Where every one
 * of two or more paths is a reports folder of several drivers, each is one run, whose drivers are then matched by name;
 * otherwise every driver in a reports folder is a run of its own.
 *
 * @throws ReportError in one line, for the first that can't be read.
 */
export function readRuns(paths: readonly string[]): readonly ComparedRun[] {
  const found = paths.map((path) => ({ path, files: resultsAt(path) }));
  const whole = paths.length > 1 && found.every(({ files }) => files.length > 1);
  return found.flatMap(({ path, files }): readonly ComparedRun[] => {
    const drivers = files.map((file) => ({ file, results: readResults(file) }));
    if (whole || files.length === 1) return [{ path, drivers }];
    return drivers.map((one) => ({ path: one.file, drivers: [one] }));
  });
}

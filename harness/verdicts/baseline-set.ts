import { existsSync, statSync } from 'node:fs';
import picomatch from 'picomatch';
import { ReportError } from '../results/report-error';
import { reportFiles } from '../results/report-folder';
import { type Baseline, readBaseline } from './baseline';

/** The baselines that `--baseline` names: one file, or a folder of `<driver>.yaml`. */
export class BaselineSet {
  private readonly one: Baseline | undefined;
  private readonly read = new Map<string, Baseline | undefined>();

  /** @throws ReportError where it is not there, or a file is damaged. */
  constructor(private readonly path: string) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new ReportError(`the baseline ${path} does not exist`);
    if (!found.isDirectory()) this.one = readBaseline(path);
  }

  /**
   * The baseline of a driver; none where the folder has no file for it, or the file is about another.
   *
   * @throws ReportError where the file of a folder is damaged, or names another driver than it is called after.
   */
  of(driver: string): Baseline | undefined {
    if (this.one !== undefined) return isAbout(this.one, driver) ? this.one : undefined;
    if (!this.read.has(driver)) this.read.set(driver, this.inFolder(driver));
    return this.read.get(driver);
  }

  private inFolder(driver: string): Baseline | undefined {
    const file = baselineFile(this.path, driver);
    if (!existsSync(file)) return undefined;
    const baseline = readBaseline(file);
    if (isAbout(baseline, driver)) return baseline;
    throw new ReportError(
      `${file} says that it is about ${baseline.driver}, and a folder's file is about the driver that it is called after`,
    );
  }
}

/** Where the baseline of a driver lies in a folder of baselines. */
export function baselineFile(folder: string, driver: string): string {
  return `${reportFiles(folder, driver).folder}.yaml`;
}

/** Whether a baseline is about a driver of this name. */
export function isAbout(baseline: Pick<Baseline, 'driver'>, driver: string): boolean {
  return baseline.driver === driver || picomatch.isMatch(driver, baseline.driver);
}

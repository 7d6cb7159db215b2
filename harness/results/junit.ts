import { jestJunitDocument } from './jest-junit-document';
import { junitGroups } from './junit-groups';
import { mendJunit } from './junit-mending';
import { replaceFile } from './results-file';
import type { Results } from './results-schema';

/**
 * Writes junit.xml, in one step: a test suite for each suite on each device. A deviation is a failure; crash,
 * timeout, flake and missing are errors of that type; a warning passes and is told in system-out.
 *
 * @throws ReportError where the place cannot be written to.
 */
export async function writeJunit(file: string, results: Results): Promise<void> {
  const groups = junitGroups(results);
  const document = await jestJunitDocument(groups, `${results.suite.name} ${results.driver.name}`);
  replaceFile(file, mendJunit(document, groups, results.run.wallMs / 1000));
}

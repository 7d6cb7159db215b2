import { join } from 'node:path';
import type { Config } from 'jest';
import { defaultCacheFolder } from './fixtures/real-drivers/archive-cache';
import { suitesFolder } from './harness/cases/suite-files';
import { operatingSystem } from './harness/handles';
import { type CurrentRun, currentRun } from './harness/runner/current-run';
import { linuxFiles, otherThanLinuxTests } from './harness/setup/linux-self-tests';

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

/** Jest's own cache: beside the other caches, so that a run leaves nothing in the temporary folder. */
const cacheDirectory = join(defaultCacheFolder(), 'jest');

/** The harness's own tests: what `npm test` runs. */
const selfTests: Project = {
  cacheDirectory,
  displayName: 'self-tests',
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.test.js'],
  testPathIgnorePatterns: operatingSystem === 'win32' ? linuxFiles() : [],
  testEnvironment: 'node',
  transform: {},
};

/** During `vkextern run`: one project a device, whose suites go to host processes. */
function conformanceProjects(run: CurrentRun): Project[] {
  return run.options.devices.map(({ key }) => ({
    cacheDirectory,
    displayName: key,
    rootDir: run.options.suitesFolder ?? suitesFolder,
    testMatch: ['<rootDir>/**/*.suite.js'],
    runner: `${__dirname}/harness/runner/conformance-runner.js`,
    transform: {},
  }));
}

export default async (): Promise<Config> => {
  const run = currentRun();
  return {
    cacheDirectory,
    // Most self-tests start programs and wait for them: a worker for each core, not one less.
    ...(run === undefined ? { maxWorkers: '100%' } : {}),
    ...(run === undefined && operatingSystem === 'win32' ? { testNamePattern: otherThanLinuxTests() } : {}),
    projects: run === undefined ? [selfTests] : conformanceProjects(run),
  };
};

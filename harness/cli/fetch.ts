import type { CommandModule } from 'yargs';
import {
  fetchDriver,
  fetchRegistry,
  fetchValidationLayer,
  isDriverName,
  listFixtures,
} from '../../fixtures/real-drivers/fetch-driver';
import { fetchGuest } from '../../fixtures/real-drivers/fetch-guest';
import type { FetchProgress } from '../../fixtures/real-drivers/fetched-archive';
import { exitCodes, wrongUsage } from './command-error';
import { fixturesRunOn, requireFixtures } from './fixture-platform';
import { hint } from './selection-options';

interface FetchArguments {
  readonly names?: readonly string[] | undefined;
  readonly list?: boolean | undefined;
}

/** `vkextern fetch`: gets drivers that need no GPU into the user's cache. */
export const fetchCommand: CommandModule<object, FetchArguments> = {
  command: 'fetch [names..]',
  describe: 'get a driver that runs on the CPU, without root; lavapipe unless named',
  builder: (parser) =>
    parser
      .positional('names', { describe: 'what to get', type: 'string', array: true })
      .option('list', { describe: 'what there is to get', type: 'boolean' }),
  handler: async (given) => {
    const known = listFixtures();
    process.exitCode = exitCodes.asExpected;
    if (given.list === true) {
      const width = Math.max(...known.map(({ name }) => name.length));
      for (const { name, summary } of known) console.log(`${name.padEnd(width)}  ${summary}`);
      if (!fixturesRunOn()) console.log(`fetch is for Linux: ${packagesOfDebian}`);
      return;
    }
    const wanted = given.names === undefined || given.names.length === 0 ? ['lavapipe'] : given.names;
    const unknown = wanted.find((name) => !known.some((fixture) => fixture.name === name));
    if (unknown !== undefined) {
      throw wrongUsage(
        `nothing to fetch is called ${unknown}; ${hint(
          unknown,
          known.map(({ name }) => name),
        )}`,
      );
    }
    requireFixtures('fetch', packagesOfDebian);
    for (const name of wanted) await fetchOne(name);
  },
};

const packagesOfDebian = 'what it gets are Debian packages';

async function fetchOne(name: string): Promise<void> {
  if (isDriverName(name)) {
    const { version, origin, manifest } = await fetchDriver(name, { onProgress: tellSteps() });
    console.log(`${name} ${version} (${origin.cached ? 'was in the cache' : cost(origin)}): ${manifest}`);
    console.log(`Run the suite on it: vkextern run --driver ${name}`);
  } else if (name === 'validation-layer') {
    const { version, origin, folder } = await fetchValidationLayer({ onProgress: tellSteps() });
    console.log(`${name} ${version} (${origin.cached ? 'was in the cache' : cost(origin)}): ${folder}`);
    console.log('Check the suite with it: vkextern run --validate');
  } else if (name === 'guest') {
    const { version, origin, kernel } = await fetchGuest({ onProgress: tellSteps() });
    console.log(`${name} ${version} (${origin.cached ? 'was in the cache' : cost(origin)}): ${kernel}`);
    console.log('Run the suite in it: vkextern run --in-guest');
  } else {
    const { version, origin, registry, headers } = await fetchRegistry({ onProgress: tellSteps() });
    console.log(`${name} ${version} (${origin.cached ? 'was in the cache' : cost(origin)}): ${registry}`);
    console.log(`Compile what vkextern repro writes with its headers: cc -I ${headers}`);
  }
}

function cost({ downloadedBytes, seconds }: { downloadedBytes: number; seconds: number }): string {
  return `${(downloadedBytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s`;
}

/** A line on stderr for each step of a fetch. */
export function tellSteps(): (progress: FetchProgress) => void {
  let told = '';
  return ({ fixture, step }) => {
    if (step === told) return;
    told = step;
    console.error(`${fixture}: ${stepNames[step]}`);
  };
}

const stepNames = {
  index: 'reading the package index',
  download: 'downloading',
  unpack: 'unpacking',
} as const;

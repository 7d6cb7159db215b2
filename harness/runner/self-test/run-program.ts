/**
 * Runs the self-test suites on the misbehaving double and prints, as JSON, what became of each case: a program
 * of its own, because Jest can't run inside Jest. Its argument is a JSON object of run options.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseOutcome } from '../../cases/outcome';
import type { Driver } from '../../drivers/driver';
import { probe } from '../../drivers/probe';
import type { RunOptions } from '../../results/run';
import { defaultTimeoutSeconds } from '../../results/time-limits';
import { interruptRun, runConformance } from '../run';

const double: Driver = {
  name: 'double',
  manifest: null,
  library: join(__dirname, '../../../fixtures/misbehaving-driver/driver.js'),
  loader: null,
  dynamicLinker: null,
  builtIn: false,
  origin: 'self-test',
};

interface ProgramOptions extends Partial<RunOptions> {
  /** Interrupts the run when this case begins. */
  readonly interruptAt?: string;
  /** Kills the host, from outside, when this case begins. */
  readonly killHostAt?: string;
  /** What an earlier part of the run knew. */
  readonly knownOutcomes?: readonly CaseOutcome[];
}

async function main(): Promise<void> {
  const {
    interruptAt,
    killHostAt,
    knownOutcomes = [],
    ...options
  } = JSON.parse(process.argv[2] ?? '{}') as ProgramOptions;
  const folder = mkdtempSync(join(tmpdir(), 'vkextern-hang-'));
  const hangFile = join(folder, 'hangs');
  process.env.VKEXTERN_DOUBLE_HANGS = hangFile;
  const found = await probe(double);
  if (found.kind !== 'found') throw new Error(found.reason);
  const devices = found.devices.map(({ identity, capabilities }) => {
    if (capabilities === null) throw new Error('the double is too old');
    return { driver: double, key: 'double/double', identity, capabilities };
  });
  const planned: string[] = [];
  const outcomes: CaseOutcome[] = [];
  const takenOver: string[] = [];
  const end = await runConformance(
    {
      devices,
      selection: { globs: [], classes: [], requirements: [] },
      jobs: 1,
      timeoutSeconds: defaultTimeoutSeconds,
      isolate: false,
      suitesFolder: __dirname,
      known: (_device, id) => knownOutcomes.find(({ caseId }) => caseId === id),
      ...options,
    },
    {
      planned: (cases) => planned.push(...cases.map(({ instance }) => instance.id)),
      started: ({ instance }) => {
        if (instance.id === interruptAt) void interruptRun();
        if (instance.id === killHostAt) void killHostInside(hangFile);
      },
      known: (_planned, outcome) => takenOver.push(outcome.caseId),
      finished: (_planned, outcome) => outcomes.push(outcome),
    },
  );
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(JSON.stringify({ planned, takenOver, outcomes, end }));
}

/** Kills a host as an administrator might, once it has come to hang. */
async function killHostInside(hangFile: string): Promise<void> {
  let host = '';
  while (host === '') {
    await pause(20);
    if (existsSync(hangFile)) host = readFileSync(hangFile, 'utf8');
  }
  process.kill(Number(host), 'SIGKILL');
}

void main();

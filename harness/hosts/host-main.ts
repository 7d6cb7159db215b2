/** The program of a host: opens one device and runs the cases that the runner sends, one at a time. */

import { writeSync } from 'node:fs';
import type { Case } from '../cases/suite';
import { loadSuite } from '../cases/suite-files';
import { interruptingSignals, osHandles } from '../handles';
import { executeCase } from './case-execution';
import { HostSession } from './host-session';
import type { FromHost, ToHost } from './protocol';
import { caseMark } from './validation-log';

let session: HostSession | undefined;

function say(message: FromHost): void {
  process.send?.(message);
}

async function setUp(setup: Extract<ToHost, { kind: 'set-up' }>['setup']): Promise<void> {
  try {
    session = await HostSession.open(setup);
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function run({
  file,
  caseId,
  instanceId,
  parameters,
}: Extract<ToHost, { kind: 'run' }>): Promise<void> {
  if (session === undefined) throw new Error('a case was sent before the device was opened');
  say({ kind: 'begun' });
  const one = findCase(file, caseId);
  const { outcome, retire } = await executeCase(session, one, instanceId, parameters, {
    judged: (verdict) => say({ kind: 'judged', ...verdict }),
    again: () => say({ kind: 'again' }),
  });
  if (session.setup.driver.validationLayer !== undefined) markEndOfCase();
  say({ kind: 'ended', outcome, retire });
}

/** Whatever the layer has printed here or in the peer stands before the mark. */
function markEndOfCase(): void {
  writeSync(1, caseMark);
}

function findCase(file: string, caseId: string): Case {
  const found = loadSuite(file).cases.find(({ id }) => id === caseId);
  if (found === undefined) throw new Error(`${file} has no case ${caseId}`);
  return found;
}

osHandles().dieWithParent(process.ppid);
// Ctrl-C reaches every process of the terminal, as does what timeout(1) sends: what becomes of this one is for the
// runner to say.
for (const signal of interruptingSignals) process.on(signal, () => {});
process.on('unhandledRejection', (reason) => session?.leftOver(reason));
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToHost) => {
  if (message.kind === 'set-up') void setUp(message.setup);
  else if (message.kind === 'run') void run(message);
  else {
    session?.close();
    process.exit(0);
  }
});

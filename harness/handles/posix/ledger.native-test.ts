/** Prints as JSON what the ledger and the limit see of descriptors that leak, vanish, change or can't be had. */
import { fstatSync } from 'node:fs';
import { OsCallError } from '../index';
import { libc } from './libc';
import { posixHandles } from './posix-handles';

const os = posixHandles;

function changes() {
  const staying = os.createSharedMemory(4096);
  const vanishing = os.createSharedMemory(4096);
  const changing = os.createSharedMemory(4096);
  const before = os.snapshot();
  const unchanged = os.difference(before, os.snapshot());
  const leaked = libc().dup(staying.value);
  const adopted = os.createEvent();
  vanishing.close();
  // A number that changes its object behind the back of the one who owns it: the same kind and name, another inode.
  const other = os.createSharedMemory(4096);
  libc().dup2(other.value, changing.value);
  other.close();
  const { appeared, vanished, replaced } = os.difference(before, os.snapshot());
  return {
    unchanged,
    expected: { appeared: [leaked, adopted.value], vanished: [vanishing.value], replaced: [changing.value] },
    found: {
      appeared: appeared.map(({ value }) => value),
      vanished: vanished.map(({ value }) => value),
      replaced: replaced.map(({ value }) => value),
    },
    owners: appeared.map(({ after }) => after?.owner),
    leak: { closeOnExec: appeared[0]?.after?.closeOnExec, description: appeared[0]?.description },
    staying: staying.value,
  };
}

/** Every entry again by another way: Node's fstat. */
function agreement() {
  const entries = [...os.snapshot().values()];
  return {
    count: entries.length,
    wrong: entries.filter(({ value, identity }) => !identity.object.endsWith(`/${fstatSync(value).ino}`)),
  };
}

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return error instanceof OsCallError ? error.code : String(error);
  }
}

async function limits() {
  const { limit } = os;
  const before = limit.get().soft;
  const event = os.createEvent();
  const holes = Array.from({ length: 6 }, () => os.createEvent());
  for (const hole of [holes[1], holes[3], holes[4]]) hole?.close();
  const snapshot = os.snapshot();
  const exhausted = limit.during(limit.leaving(0), () => ({
    dup: codeOf(() => event.duplicate('dup')),
    memfd: codeOf(() => os.createSharedMemory(4096)),
    ledgerStillReads: os.snapshot().size === snapshot.size,
  }));
  const withTwo = limit.during(limit.leaving(2), () => {
    const had = [event.duplicate('dup'), event.duplicate('dup')];
    const third = codeOf(() => event.duplicate('dup'));
    for (const one of had) one.close();
    return third;
  });
  const afterThrow = codeOf(() =>
    limit.during(limit.leaving(0), () => {
      throw new RangeError('from inside');
    }),
  );
  const rejected = await limit
    .during(limit.leaving(0), async () => {
      await Promise.resolve();
      event.duplicate('dup');
    })
    .catch((error: unknown) => (error as OsCallError).message);
  const after = limit.get().soft;
  const copy = codeOf(() => event.duplicate('dup').close());
  const aboveHard = codeOf(() => limit.set(2 ** 40));
  return { before, after, exhausted, withTwo, afterThrow, rejected, copy, aboveHard };
}

async function main() {
  process.stdout.write(
    JSON.stringify({ changes: changes(), agreement: agreement(), limits: await limits() }),
  );
}

void main();

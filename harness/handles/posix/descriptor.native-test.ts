/**
 * Prints as JSON what owning, duplicating, comparing and polling descriptors does here. With the argument
 * `refuse-kcmp` the kernel refuses kcmp to this process first, as container runtimes do.
 */
import { describeIdentity, foreignKinds, type OsHandle } from '../index';
import { createPipe, createSocketPair } from './kernel-objects';
import { libc, stableMemory, syscallNumber } from './libc';
import { posixHandles } from './posix-handles';
import { compareByKcmp, compareBySignalNumber } from './same-description';

const os = posixHandles;

/** A seccomp(2) filter in classic BPF: the number of the system call stands first in struct seccomp_data. */
function refuseKcmp(): void {
  const { address, bytes } = stableMemory(16 + 4 * 8);
  const instructions = [
    [0x20, 0, 0, 0],
    [0x15, 0, 1, syscallNumber('kcmp')],
    [0x06, 0, 0, 0x00050000 | 1],
    [0x06, 0, 0, 0x7fff0000],
  ] as const;
  bytes.writeUInt16LE(instructions.length, 0);
  bytes.writeBigUInt64LE(address + 16n, 8);
  for (const [index, [code, whenTrue, whenFalse, constant]] of instructions.entries()) {
    bytes.writeUInt16LE(code, 16 + 8 * index);
    bytes.writeUInt8(whenTrue, 18 + 8 * index);
    bytes.writeUInt8(whenFalse, 19 + 8 * index);
    bytes.writeUInt32LE(constant, 20 + 8 * index);
  }
  libc().prctl(38, 1, 0, 0, 0);
  if (libc().prctl(22, 2, address, 0, 0) !== 0) throw new Error('The seccomp filter was refused.');
}

function errorOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

function signal(event: OsHandle): void {
  const one = Buffer.alloc(8);
  one.writeBigUInt64LE(1n);
  libc().write(event.value, one, 8);
}

function closeOnExec() {
  const event = os.createEvent();
  const before = { flag: event.closeOnExec(), visible: os.seenAfterExec([event.value])[0]?.visible };
  event.setCloseOnExec(false);
  const after = {
    flag: event.closeOnExec(),
    inheritable: event.inheritable(),
    sighting: os.seenAfterExec([event.value])[0],
  };
  const all = os.seenAfterExec().map(({ value }) => value);
  const result = { before, after, amongAll: all.includes(event.value), value: event.value };
  event.close();
  return result;
}

function duplicates() {
  const event = os.createEvent();
  return (['dup', 'dup2', 'dup3', 'F_DUPFD_CLOEXEC'] as const).map((how) => {
    const copy = event.duplicate(how);
    const result = {
      how,
      closeOnExec: copy.closeOnExec(),
      same: event.refersToSameAs(copy),
      other: copy.value !== event.value,
    };
    copy.close();
    return result;
  });
}

function duplicateAtNumber() {
  const event = os.createEvent();
  const at = os.makeForeign('closed').value;
  const copy = event.duplicate('dup3', { at, closeOnExec: false });
  return {
    arrived: copy.value === at,
    closeOnExec: copy.closeOnExec(),
    ontoOwned: errorOf(() => event.duplicate('dup2', { at: copy.value })),
    ontoItself: errorOf(() => event.duplicate('dup2', { at: event.value })),
    beyondLimit: errorOf(() => event.duplicate('dup2', { at: 0x7ffffff0 })),
  };
}

function sameness() {
  const [event, otherEvent] = [os.createEvent(), os.createEvent()];
  const [memory, otherMemory] = [os.createSharedMemory(4096), os.createSharedMemory(4096)];
  const { readEnd, writeEnd } = createPipe();
  const reopened = os.adopt(libc().open(`/proc/self/fd/${memory.value}`, 2, 0));
  const pairs: [OsHandle, OsHandle][] = [
    [event, event.duplicate('dup')],
    [memory, memory.duplicate('dup')],
    [event, otherEvent],
    [memory, otherMemory],
    [memory, reopened],
    [readEnd, writeEnd],
  ];
  return {
    verdicts: pairs.map(([a, b]) => a.refersToSameAs(b)),
    byKcmp: pairs.map(([a, b]) => compareByKcmp(a.value, b.value)),
    bySignalNumber: pairs.map(([a, b]) => compareBySignalNumber(a.value, b.value)),
    minusOne: event.refersToSameAs(os.adopt(-1)),
  };
}

async function polling() {
  const event = os.createEvent();
  const { readEnd, writeEnd } = createPipe();
  const before = [event.pollNow(), await event.poll(20), readEnd.pollNow(), await os.adopt(-1).poll(0)];
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 2);
  setTimeout(() => signal(event), 60);
  const waited = await event.poll(5000);
  clearInterval(counting);
  const endless = readEnd.poll(Number.POSITIVE_INFINITY);
  writeEnd.close();
  const hungUp = await endless;
  const [socket, peer] = createSocketPair();
  const abandoned = socket.poll(Number.POSITIVE_INFINITY);
  socket.close();
  // Gets the number that is still waited for, and would be ready.
  const heir = os.createEvent();
  signal(heir);
  peer.close();
  const stale = os.createEvent();
  libc().close(stale.value);
  const invalid = stale.pollNow();
  return {
    before,
    waited,
    loopWasFree: turns > 5,
    hungUp,
    abandoned: await abandoned,
    heir: heir.value === socket.value,
    invalid,
  };
}

function ownership() {
  const event = os.createEvent();
  const given = os.createSharedMemory(4096);
  const value = given.value;
  given.release();
  const uses: Record<string, () => unknown> = {
    isOpen: () => given.isOpen(),
    identity: () => given.identity(),
    closeOnExec: () => given.closeOnExec(),
    duplicate: () => given.duplicate('dup'),
    poll: () => given.pollNow(),
    close: () => given.close(),
    release: () => given.release(),
    comparison: () => event.refersToSameAs(given),
  };
  const refusals = Object.entries(uses).map(([name, use]) => [name, errorOf(use).split(':')[0]]);
  const entry = os.snapshot().get(value);
  libc().close(value);
  const closed = os.createEvent();
  closed.close();
  const stolen = os.createSharedMemory(4096);
  const { readEnd } = createPipe();
  libc().dup2(readEnd.value, stolen.value);
  const theft = errorOf(() => stolen.close());
  const stillOpen = os.snapshot().has(stolen.value);
  const vanished = os.createEvent();
  libc().close(vanished.value);
  const vanishedError = errorOf(() => vanished.close());
  const lost = os.createEvent();
  libc().close(lost.value);
  const heir = os.createEvent();
  return {
    refusals,
    message: errorOf(() => given.close()),
    remembered: describeIdentity(given.remembered),
    state: given.state,
    owner: entry?.owner,
    closeOnExec: entry?.closeOnExec,
    closedTwice: errorOf(() => closed.close()),
    theft,
    stillOpen,
    vanished: vanishedError,
    lost: {
      sameNumber: heir.value === lost.value,
      state: lost.state,
      close: errorOf(() => lost.close()),
      heirOpen: heir.isOpen(),
    },
    owns: [os.owned().includes(heir), os.owned().includes(lost)],
    adoptedTwice: errorOf(() => os.adopt(event.value)),
    adoptedClosed: errorOf(() => os.adopt(os.makeForeign('closed').value)),
  };
}

function foreign() {
  const before = os.snapshot();
  const made = foreignKinds.map((kind) => {
    const it = os.makeForeign(kind);
    const { handle } = it;
    const flags = libc().fcntl(it.value, 1, 0);
    const result = {
      kind,
      open: flags !== -1,
      is: handle?.kind() ?? 'none',
      size: handle?.size() ?? null,
      syncFile: handle?.syncFileInfo() ?? null,
    };
    it.dispose();
    return result;
  });
  const [closed, another] = [os.makeForeign('closed'), os.makeForeign('closed')];
  const many = Array.from({ length: 300 }, () => os.createEvent());
  const reused = many.some(({ value }) => value === closed.value || value === another.value);
  for (const event of many) event.close();
  return {
    made,
    distinct: closed.value !== another.value,
    reused,
    left: os.difference(before, os.snapshot()),
  };
}

async function main() {
  if (process.argv.includes('refuse-kcmp')) refuseKcmp();
  const result = {
    sameness: sameness(),
    closeOnExec: closeOnExec(),
    duplicates: duplicates(),
    duplicateAtNumber: duplicateAtNumber(),
    polling: await polling(),
    ownership: ownership(),
    foreign: foreign(),
  };
  process.stdout.write(JSON.stringify(result));
}

void main();

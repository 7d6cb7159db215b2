/** Prints as JSON what the Windows half of the face makes of handles; runs on Windows or under Wine. */
import { type OsHandle, osHandles, win32ForeignKinds } from '../index';
import { grantedAccess, handleCountOf } from './handle-identity';
import { kernel } from './kernel';
import { createEvent, createSection } from './kernel-objects';

const os = osHandles();
const synchronize = 0x100000;

function errorOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

function closing<T>(handles: readonly OsHandle[], facts: T): T {
  for (const handle of handles) if (handle.state === 'open') handle.close();
  return facts;
}

function sameness() {
  const event = os.createEvent();
  const other = os.createEvent();
  const copy = event.duplicate('DuplicateHandle');
  return closing([event, other, copy], {
    copy: event.refersToSameAs(copy),
    itself: event.refersToSameAs(event),
    other: event.refersToSameAs(other),
    references: handleCountOf(event.value),
  });
}

function rights() {
  const event = os.createEvent();
  const waiting = event.duplicate('DuplicateHandle', { access: synchronize });
  const refused = kernel().SetEvent(waiting.value) === 0 ? kernel().GetLastError() : 0;
  return closing([event, waiting], {
    whole: event.access().toString(16),
    waiting: waiting.access().toString(16),
    refused,
    waitable: waiting.pollNow(),
  });
}

async function signals() {
  const event = os.createEvent();
  const before = event.pollNow();
  setTimeout(() => kernel().SetEvent(event.value), 20);
  const waited = await event.poll(2000);
  kernel().ResetEvent(event.value);
  return closing([event], { before, waited, after: event.pollNow() });
}

function inheritance() {
  const event = os.createEvent();
  const before = { flag: event.inheritable(), seen: os.seenAfterExec([event.value])[0]?.visible };
  event.setInheritable(true);
  const after = { flag: event.inheritable(), seen: os.seenAfterExec([event.value])[0] };
  return closing([event], {
    before,
    after: { flag: after.flag, visible: after.seen?.visible, kind: after.seen?.identity?.kind },
  });
}

function names() {
  const whole = os.uniqueName('Local', 'event');
  const name = whole.slice('Local\\'.length);
  const event = createEvent(whole);
  const opened = os.openNamed('event', name, synchronize) as OsHandle;
  return closing([event, opened], {
    link: event.identity().link.endsWith(`\\${name}`),
    unique: event.identity().unique,
    opened: event.refersToSameAs(opened),
    openedAccess: grantedAccess(opened.value)?.toString(16),
    unknown: os.openNamed('event', os.uniqueName('Local', 'nobody'), synchronize),
    wrongKind: errorOf(() => os.openNamed('semaphore', name, synchronize)),
    global: globalName(),
  });
}

/** Whether a name for all sessions opens the section that has it, or why it has none. */
function globalName(): string {
  const name = os.uniqueName('Global', 'section');
  try {
    const section = createSection(4096, name);
    const opened = os.openNamed('section', name, 4) as OsHandle;
    return closing([section, opened], section.refersToSameAs(opened));
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

async function globalHandles() {
  const one = os.adoptGlobal(0x40000002);
  const extended = os.adoptGlobal(-0x3ffffffe);
  const itself = os.passageToParent(0, process.pid);
  const facts = {
    text: one.toString(),
    same: one.refersToSameAs(os.adoptGlobal(0x40000002)),
    other: one.refersToSameAs(os.adoptGlobal(0x40000042)),
    duplicate: errorOf(() => one.duplicate('DuplicateHandle')),
    owned: os.owned().length,
    extended: extended.toString(),
    travels: (await itself.receive(itself.send(extended))).value === extended.value,
    none: [0, -1, 2 ** 60].map((value) => errorOf(() => os.adoptGlobal(value)).replace(/:.*/, '')),
  };
  one.close();
  return facts;
}

function security() {
  const attributes = os.securityAttributes('D:P(A;;0x100000;;;WD)', true);
  const event = createEvent(null, attributes.address);
  attributes.free();
  const text = os.securityOf(event);
  return closing([event], {
    text,
    inheritable: event.inheritable(),
    wrong: errorOf(() => os.securityAttributes('no descriptor', false)),
  });
}

function memory() {
  const section = os.createSharedMemory(8192);
  const one = os.mapShared(section, 8192);
  const two = os.mapShared(section, 4096);
  Buffer.from(one.buffer).write('shared');
  const seen = Buffer.from(two.buffer).toString('latin1', 0, 6);
  const size = section.size();
  const tooLong = errorOf(() => os.mapShared(section, 1 << 20));
  const region = os.memoryRegion(one.address);
  one.unmap();
  return closing([section], {
    seen,
    size,
    tooLong,
    region: {
      holds: region !== null && region.start <= one.address && one.address < region.end,
      path: region?.path,
    },
    afterUnmap: Buffer.from(one.buffer)[0],
    pageSize: os.pageSize(),
  });
}

function ownership() {
  const event = os.createEvent();
  const stolen = os.createEvent();
  kernel().CloseHandle(stolen.value);
  const vanished = os.difference(os.snapshot(), os.snapshot()).vanished.length;
  const facts = {
    twice: errorOf(() => os.adopt(event.value)),
    nothing: errorOf(() => os.adopt(0x7ffffffc)),
    pseudo: errorOf(() => os.adopt(-1)),
    stolenOpen: stolen.isOpen(),
    stolenClose: errorOf(() => stolen.close()),
    released: errorOf(() => event.release()),
    vanished,
  };
  event.close();
  return { ...facts, afterClose: errorOf(() => event.isOpen()), owned: os.owned().length };
}

function ledger() {
  const before = os.handleCount();
  const events = Array.from({ length: 500 }, () => os.createEvent());
  const during = os.handleCount();
  const listed = new Map(os.openHandles().map((one) => [one.value, one]));
  const found = events.filter(({ value }) => listed.get(value)?.type === 'Event').length;
  const access = listed.get(events[0]?.value ?? 0)?.access.toString(16);
  const snapshot = os.snapshot();
  const changed = events[0] as OsHandle;
  changed.close();
  const { vanished } = os.difference(snapshot, os.snapshot());
  return closing(events, {
    grown: during - before,
    found,
    access,
    vanished: vanished.map(({ value }) => value === changed.value),
    text: vanished[0]?.description.replaceAll(/\d+/g, 'N'),
  });
}

function foreign() {
  return win32ForeignKinds.map((kind) => {
    const made = os.makeForeign(kind);
    const facts = { kind, open: made.handle?.isOpen() ?? false, is: made.handle?.kind() ?? 'nothing' };
    made.dispose();
    return facts;
  });
}

async function main(): Promise<void> {
  const facts = {
    sameness: sameness(),
    rights: rights(),
    signals: await signals(),
    inheritance: inheritance(),
    names: names(),
    globalHandles: await globalHandles(),
    security: security(),
    memory: memory(),
    ownership: ownership(),
    ledger: ledger(),
    foreign: foreign(),
  };
  console.log(JSON.stringify(facts));
}

void main();

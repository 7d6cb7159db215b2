/** Handles that are no exported payload, to be refused or survived by a driver in robustness cases. */
import { tmpdir } from 'node:os';
import { type ForeignHandle, type ForeignKind, HandleUseError, type OsHandle } from '../face';
import { adoptNew } from './handle';
import { callError, check, kernel, stableMemory } from './kernel';
import { createEvent, createMutex, createSection, createSemaphore } from './kernel-objects';

const genericReadWrite = 0xc0000000;
const genericRead = 0x80000000;
const shareAll = 7;
const openExisting = 3;
const backupSemantics = 0x02000000;
const foreignSize = 65536;
const queryLimitedInformation = 0x1000;
const invalidHandle = -1;

interface Made {
  readonly description: string;
  readonly handle: OsHandle;
  readonly peer?: OsHandle;
}

function openFile(path: string, access: number, flags: number): OsHandle {
  const made = kernel().CreateFileW(path, access, shareAll, null, openExisting, flags, 0);
  if (made === invalidHandle) throw callError('CreateFileW', path);
  return adoptNew(made);
}

function createPipe(): { readonly readEnd: OsHandle; readonly writeEnd: OsHandle } {
  const { address, bytes } = stableMemory(16);
  check('CreatePipe', kernel().CreatePipe(address, address + 8n, null, 0));
  return {
    readEnd: adoptNew(Number(bytes.readBigInt64LE(0))),
    writeEnd: adoptNew(Number(bytes.readBigInt64LE(8))),
  };
}

const makers: Partial<Record<ForeignKind, () => Made>> = {
  'pipe-read-end': () => {
    const { readEnd, writeEnd } = createPipe();
    return { description: 'the read end of a pipe', handle: readEnd, peer: writeEnd };
  },
  'pipe-write-end': () => {
    const { readEnd, writeEnd } = createPipe();
    return { description: 'the write end of a pipe', handle: writeEnd, peer: readEnd };
  },
  'null-device': () => ({ description: 'NUL', handle: openFile('NUL', genericReadWrite, 0) }),
  'regular-file': () => ({
    description: 'the file of this program, open for reading',
    handle: openFile(process.execPath, genericRead, 0),
  }),
  directory: () => ({ description: 'a directory', handle: openFile(tmpdir(), 0, backupSemantics) }),
  event: () => ({ description: 'an unsignaled event', handle: createEvent() }),
  semaphore: () => ({ description: 'a semaphore of the kernel with count 0', handle: createSemaphore() }),
  mutex: () => ({ description: 'a mutex that nobody holds', handle: createMutex() }),
  section: () => ({ description: 'a file mapping of 64 KiB', handle: createSection(foreignSize) }),
  process: () => ({
    description: 'this process',
    handle: adoptNew(check('OpenProcess', kernel().OpenProcess(queryLimitedInformation, 0, process.pid))),
  }),
};

/** Makes one; throws OsCallError where the system does not give it, HandleUseError where Windows has none of the kind. */
export function makeForeign(kind: ForeignKind): ForeignHandle {
  if (kind === 'minus-one') return bare(kind, -1, 'INVALID_HANDLE_VALUE');
  if (kind === 'pseudo-thread') return bare(kind, -2, 'the pseudo handle of the calling thread');
  // As the graphics memory manager numbers what is shared, and far above what it has given out.
  if (kind === 'unknown-global') return bare(kind, 0x7fff_fff2, 'a global handle that nobody was given');
  // A multiple of four, as every handle is.
  if (kind === 'huge-number') return bare(kind, 0x7ffffffc, 'a value beyond every handle');
  if (kind === 'closed') {
    // The system gives a closed value out again: one far above those of this process is out of reach.
    const event = createEvent();
    const value = event.value + 0x100000;
    event.close();
    return bare(kind, value, `the value ${value}, which names nothing open`);
  }
  const make = makers[kind];
  if (make === undefined) throw new HandleUseError(`Windows has no ${kind} to make.`);
  const { description, handle, peer } = make();
  const dispose = () => {
    if (handle.state === 'open') handle.close();
    peer?.close();
  };
  return { kind, value: handle.value, description, handle, dispose };
}

function bare(kind: ForeignKind, value: number, description: string): ForeignHandle {
  return { kind, value, description, handle: null, dispose: () => {} };
}

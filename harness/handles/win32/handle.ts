/** A handle that the application owns: the Windows form of OsHandle, and the record of who owns which value. */
import {
  type DuplicateCall,
  type DuplicateOptions,
  describeIdentity,
  type HandleIdentity,
  type HandleKind,
  HandleLost,
  HandleUseError,
  type OsHandle,
  type PollOutcome,
  type Sameness,
} from '../face';
import { grantedAccess, readIdentity } from './handle-identity';
import { callError, check, kernel, stableMemory } from './kernel';

/** GetCurrentProcess(). */
export const thisProcess = -1;
const inheritFlag = 1;
const sameAccess = 2;
const errorInvalidHandle = 6;
const waitObject = 0;
const waitAbandoned = 0x80;
const waitTimeout = 0x102;
const pollEveryMs = 5;
/** SectionBasicInformation. */
const sectionBasic = 0;

const owned = new Map<number, Win32Handle>();

let scratch: ReturnType<typeof stableMemory> | undefined;

/** Memory for what a call gives back, which the next call overwrites. */
export function callMemory(): ReturnType<typeof stableMemory> {
  scratch ??= stableMemory(64);
  return scratch;
}

/** The handle that owns an open value of the application. */
export function ownerOf(value: number): OsHandle | undefined {
  return owned.get(value);
}

/** The handles that the application owns. */
export function ownedHandles(): readonly OsHandle[] {
  return [...owned.values()];
}

class Win32Handle implements OsHandle {
  readonly value: number;
  readonly remembered: HandleIdentity;
  #state: OsHandle['state'] = 'open';

  constructor(value: number, identity: HandleIdentity) {
    this.value = value;
    this.remembered = identity;
  }

  get state(): OsHandle['state'] {
    return this.#state;
  }

  #usable(use: string): number {
    if (this.#state === 'open') return this.value;
    if (this.#state === 'lost')
      throw new HandleLost(`${use} on ${this}: someone closed it while the application owned it.`);
    throw new HandleUseError(`${use} on ${this}: the application does not own it any more.`);
  }

  isOpen(): boolean {
    return this.#flags('isOpen') !== null;
  }

  identity(): HandleIdentity {
    const identity = readIdentity(this.#usable('identity'));
    if (identity === null) throw callError('NtQueryObject', `handle ${this.value}`, errorInvalidHandle);
    return identity;
  }

  kind(): HandleKind {
    return this.identity().kind;
  }

  /** No handle reaches a program but by inheritance. */
  closeOnExec(): boolean {
    return !this.inheritable();
  }

  setCloseOnExec(on: boolean): void {
    this.setInheritable(!on);
  }

  inheritable(): boolean {
    const flags = this.#flags('inheritable');
    if (flags === null) throw callError('GetHandleInformation', `handle ${this.value}`, errorInvalidHandle);
    return (flags & inheritFlag) !== 0;
  }

  setInheritable(on: boolean): void {
    const value = this.#usable('setInheritable');
    check(
      'SetHandleInformation',
      kernel().SetHandleInformation(value, inheritFlag, on ? inheritFlag : 0),
      `handle ${value}`,
    );
  }

  access(): number {
    const access = grantedAccess(this.#usable('access'));
    if (access === null) throw callError('NtQueryObject', `handle ${this.value}`, errorInvalidHandle);
    return access;
  }

  refersToSameAs(other: OsHandle): Sameness {
    const value = this.#usable('refersToSameAs');
    if (other.state !== 'open')
      throw new HandleUseError(`refersToSameAs with ${other}: the application does not own it any more.`);
    const { CompareObjectHandles } = kernel();
    if (CompareObjectHandles === null) return 'unknown';
    return CompareObjectHandles(value, other.value) !== 0 ? 'same' : 'different';
  }

  duplicate(how: DuplicateCall, options: DuplicateOptions = {}): OsHandle {
    const value = this.#usable(how);
    if (how !== 'DuplicateHandle' && how !== 'F_DUPFD_CLOEXEC')
      throw new HandleUseError(`${how} on ${this}: Windows duplicates by DuplicateHandle alone.`);
    return adoptNew(duplicateInto(thisProcess, value, options));
  }

  async poll(timeoutMs: number): Promise<PollOutcome> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      if (this.#state !== 'open') return 'invalid';
      const state = this.pollNow();
      if (state !== 'not-ready' || performance.now() >= deadline) return state;
      await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
    }
  }

  pollNow(): PollOutcome {
    const state = kernel().WaitForSingleObject(this.#usable('poll'), 0);
    if (state === waitObject || state === waitAbandoned) return 'ready';
    if (state === waitTimeout) return 'not-ready';
    return kernel().GetLastError() === errorInvalidHandle ? 'invalid' : 'error';
  }

  size(): number | null {
    const value = this.#usable('size');
    const kind = this.kind();
    const { address, bytes } = callMemory();
    if (kind === 'section') {
      // SECTION_BASIC_INFORMATION: base address, attributes, size.
      const status = kernel().NtQuerySection(value, sectionBasic, address, 24, null);
      return status < 0 ? null : Number(bytes.readBigInt64LE(16));
    }
    if (kind !== 'file') return null;
    return kernel().GetFileSizeEx(value, address) === 0 ? null : Number(bytes.readBigInt64LE(0));
  }

  syncFileInfo(): null {
    return null;
  }

  close(): void {
    const value = this.#usable('close');
    const now = readIdentity(value);
    if (now !== null && now.object !== this.remembered.object) {
      this.#end('lost');
      throw new HandleLost(
        `close on ${this}: the value now refers to ${describeIdentity(now)}, so someone else closed it. It was left open.`,
      );
    }
    this.#end('closed');
    check('CloseHandle', kernel().CloseHandle(value), this.#name());
  }

  release(): void {
    this.#usable('release');
    throw new HandleUseError(
      `${this} was taken for handed over: an import leaves a handle with the application.`,
    );
  }

  lose(): void {
    this.#end('lost');
  }

  /** Flags of the handle; null where it is not open. */
  #flags(use: string): number | null {
    const value = this.#usable(use);
    const { address, bytes } = callMemory();
    if (kernel().GetHandleInformation(value, address) !== 0) return bytes.readUInt32LE(0);
    if (kernel().GetLastError() === errorInvalidHandle) return null;
    throw callError('GetHandleInformation', `handle ${value}`);
  }

  #end(state: 'closed' | 'lost'): void {
    this.#state = state;
    if (owned.get(this.value) === this) owned.delete(this.value);
  }

  #name(): string {
    return `handle ${this.value}, ${describeIdentity(this.remembered)}`;
  }

  toString(): string {
    const suffix = { open: '', closed: ', closed', released: '', lost: ', lost' };
    return this.#name() + suffix[this.#state];
  }
}

/** DuplicateHandle into a process, whose handle has PROCESS_DUP_HANDLE. @returns the value there */
export function duplicateInto(process: number, value: number, options: DuplicateOptions = {}): number {
  const { address, bytes } = callMemory();
  const inherit = options.inheritable === true ? 1 : 0;
  const how = options.access === undefined ? sameAccess : 0;
  check(
    'DuplicateHandle',
    kernel().DuplicateHandle(thisProcess, value, process, address, options.access ?? 0, inherit, how),
    `handle ${value}`,
  );
  return Number(bytes.readBigInt64LE(0));
}

/**
 * Takes ownership of a value that a driver, the system or another process gave. Throws OsCallError ERROR_INVALID_HANDLE
 * where it is not open, HandleLost where the application owns it already.
 */
export function adopt(value: number): OsHandle {
  const owner = owned.get(value);
  if (owner !== undefined) {
    throw new HandleLost(
      `${owner} was given out a second time: either it is not new, or someone closed it while the application owned it.`,
    );
  }
  // 0 and the pseudo handles of a process are no handles that anyone could own.
  const identity = value <= 0 ? null : readIdentity(value);
  if (identity === null) throw callError('NtQueryObject', `handle ${value}`, errorInvalidHandle);
  const handle = new Win32Handle(value, identity);
  owned.set(value, handle);
  return handle;
}

/** Takes ownership of a value that the system has just given to this process. */
export function adoptNew(value: number): OsHandle {
  owned.get(value)?.lose();
  return adopt(value);
}

import type {
  DuplicateCall,
  ExternalHandle,
  HandleMapping,
  PollState,
  Win32Duplication,
} from '../cases/external-handle';
import {
  describeIdentity,
  type ForeignHandle,
  OsCallError,
  type OsHandle,
  type OsHandles,
  type SyncFileInfo,
} from '../handles';
import { asTraced, traced } from './call-trace';

/** An external handle in this process, over a handle of the operating system. */
export class OwnedHandle implements ExternalHandle {
  /** Tells it in a trace from others of the same number: every -1 is the same. */
  private readonly serial = ++made;

  private constructor(
    /** The number that goes to the driver. */
    readonly value: number,
    private readonly handle: OsHandle | null,
    private readonly description: string,
    private readonly system: OsHandles,
    /** Sees to it that a duplicate is closed behind the case. */
    private readonly own: (os: OsHandle) => OwnedHandle,
  ) {}

  /** A handle that the case owns. */
  static of(os: OsHandle, system: OsHandles, own: (os: OsHandle) => OwnedHandle): OwnedHandle {
    return new OwnedHandle(os.value, os, '', system, own);
  }

  /** A handle that no driver made; there may be nothing open behind its number. */
  static foreign(foreign: ForeignHandle, system: OsHandles, own: (os: OsHandle) => OwnedHandle): OwnedHandle {
    return new OwnedHandle(foreign.value, foreign.handle, foreign.description, system, own);
  }

  /** The handle of the operating system. @throws TypeError where the number names nothing open */
  get os(): OsHandle {
    if (this.handle === null)
      throw new TypeError(`${this.description} can't be used otherwise than by a driver`);
    return this.handle;
  }

  get isMinusOne(): boolean {
    return this.told('is-minus-one', this.value === -1);
  }

  /** An export gave it. */
  exported(command: string): this {
    this.told('exported', undefined, { command });
    return this;
  }

  /** A successful import took it. */
  taken(): void {
    this.told('taken');
    this.handle?.release();
  }

  describe(): string {
    return this.handle === null ? this.description : this.handle.toString();
  }

  isOpen(): boolean {
    return this.told('is-open', this.handle?.isOpen() ?? false);
  }

  identity(): string {
    return this.told(
      'identity',
      this.handle === null ? this.description : describeIdentity(this.handle.identity()),
    );
  }

  kind(): string {
    return this.told('kind', this.handle === null ? 'none' : this.handle.kind());
  }

  closeOnExec(): boolean {
    return this.told('close-on-exec', this.os.closeOnExec());
  }

  seenAfterExec(): boolean {
    const seen = this.system
      .seenAfterExec([this.value])
      .some(({ visible, sameAsHere }) => visible && sameAsHere !== 'different');
    return this.told('seen-after-exec', seen);
  }

  refersToSameAs(other: ExternalHandle): 'same' | 'different' | 'unknown' {
    return this.told('same-as', this.os.refersToSameAs(handleOf(other).os), {
      other: handleOf(other).value,
    });
  }

  duplicate(how: DuplicateCall | Win32Duplication = 'F_DUPFD_CLOEXEC'): OwnedHandle {
    if (typeof how !== 'string') {
      const made = this.own(this.os.duplicate('DuplicateHandle', how));
      this.told('duplicate', made.value, { how: 'DuplicateHandle', ...flagged(how) });
      return made;
    }
    const duplicate = this.own(this.os.duplicate(how));
    this.told('duplicate', duplicate.value, { how });
    return duplicate;
  }

  async poll(timeoutMs: number): Promise<PollState> {
    const poll = ++polls;
    this.told('poll', null, { poll, timeoutMs: Number.isFinite(timeoutMs) ? timeoutMs : -1 });
    const state = await this.os.poll(timeoutMs);
    return this.told('polled', state, { poll });
  }

  syncFileInfo(): SyncFileInfo | null {
    return this.told('sync-file-info', this.os.syncFileInfo());
  }

  size(): number | null {
    return this.told('size', this.os.size());
  }

  mapped(): HandleMapping | null {
    const { os, system } = this;
    uncovered('memory mapped through its descriptor');
    const size = os.size();
    if (size === null || size === 0) return null;
    return system.mapMemoryObject(os, size);
  }

  accessAnnouncement(): string {
    uncovered('DMA_BUF_IOCTL_SYNC');
    return answerTo(() => this.system.announceAccess(this.os));
  }

  fences(): OwnedHandle {
    uncovered('the fences of a dma-buf');
    return this.own(this.system.fencesOf(this.os));
  }

  attachSyncFile(syncFile: ExternalHandle): string {
    uncovered('the fences of a dma-buf');
    return answerTo(() => this.system.attachSyncFile(this.os, handleOf(syncFile).os));
  }

  access(): number {
    return this.told('access', this.os.access());
  }

  isInheritable(): boolean {
    return this.told('is-inheritable', this.os.inheritable());
  }

  setInheritable(on: boolean): void {
    this.told('set-inheritable', undefined, { on: on ? 1 : 0 });
    this.os.setInheritable(on);
  }

  seenByChild(): boolean {
    return this.seenAfterExec();
  }

  objectName(): string {
    return this.told('object-name', this.system.objectNameOf(this.os));
  }

  security(): string {
    return this.told('security', this.system.securityOf(this.os));
  }

  close(): void {
    this.told('close');
    this.os.close();
  }

  /** Has the trace tell what was done with it, and what that gave. */
  private told<T>(action: string, given?: T, details: Readonly<Record<string, string | number>> = {}): T {
    const { serial, value } = this;
    traced({ kind: 'os', action, handle: serial, descriptor: value, ...details, given: asTraced(given) });
    return given as T;
  }
}

let made = 0;
let polls = 0;

/** What a duplicate was asked to be, as a trace has it. */
function flagged({ access, inheritable = false }: Win32Duplication): Readonly<Record<string, number>> {
  return { ...(access === undefined ? {} : { access }), inheritable: inheritable ? 1 : 0 };
}

/** Has the trace tell that something was done that reproducers do not make again. */
function uncovered(what: string): void {
  traced({ kind: 'os', action: 'uncovered', what });
}

/** What the operating system says to a request: `accepted`, or the name of the error. */
function answerTo(request: () => void): string {
  try {
    request();
    return 'accepted';
  } catch (error) {
    if (error instanceof OsCallError) return error.code;
    throw error;
  }
}

/** The handle of this process behind the face that suites see. */
export function handleOf(handle: object): OwnedHandle {
  if (handle instanceof OwnedHandle) return handle;
  throw new TypeError('an external handle of another process was used where one of this process is needed');
}

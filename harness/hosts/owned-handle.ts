import type { DuplicateCall, ExternalHandle, HandleMapping, PollState } from '../cases/external-handle';
import {
  describeIdentity,
  type ForeignHandle,
  OsCallError,
  type OsHandle,
  type OsHandles,
  type SyncFileInfo,
} from '../handles';

/** An external handle in this process, over a handle of the operating system. */
export class OwnedHandle implements ExternalHandle {
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
    return this.value === -1;
  }

  /** A successful import took it. */
  taken(): void {
    this.handle?.release();
  }

  describe(): string {
    return this.handle === null ? this.description : this.handle.toString();
  }

  isOpen(): boolean {
    return this.handle?.isOpen() ?? false;
  }

  identity(): string {
    return this.handle === null ? this.description : describeIdentity(this.handle.identity());
  }

  kind(): string {
    return this.handle === null ? 'none' : this.handle.kind();
  }

  closeOnExec(): boolean {
    return this.os.closeOnExec();
  }

  seenAfterExec(): boolean {
    return this.system
      .seenAfterExec([this.value])
      .some(({ visible, sameAsHere }) => visible && sameAsHere !== 'different');
  }

  refersToSameAs(other: ExternalHandle): 'same' | 'different' | 'unknown' {
    return this.os.refersToSameAs(handleOf(other).os);
  }

  duplicate(how: DuplicateCall = 'F_DUPFD_CLOEXEC'): OwnedHandle {
    return this.own(this.os.duplicate(how));
  }

  poll(timeoutMs: number): Promise<PollState> {
    return this.os.poll(timeoutMs);
  }

  syncFileInfo(): SyncFileInfo | null {
    return this.os.syncFileInfo();
  }

  size(): number | null {
    return this.os.size();
  }

  mapped(): HandleMapping | null {
    const { os, system } = this;
    const size = os.size();
    if (size === null || size === 0) return null;
    return system.mapMemoryObject(os, size);
  }

  accessAnnouncement(): string {
    return answerTo(() => this.system.announceAccess(this.os));
  }

  fences(): OwnedHandle {
    return this.own(this.system.fencesOf(this.os));
  }

  attachSyncFile(syncFile: ExternalHandle): string {
    return answerTo(() => this.system.attachSyncFile(this.os, handleOf(syncFile).os));
  }

  close(): void {
    this.os.close();
  }
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
export function handleOf(handle: ExternalHandle): OwnedHandle {
  if (handle instanceof OwnedHandle) return handle;
  throw new TypeError('an external handle of another process was used where one of this process is needed');
}

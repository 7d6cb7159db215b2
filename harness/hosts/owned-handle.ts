import type { DuplicateCall, ExternalHandle, PollState } from '../cases/objects';
import { describeIdentity, type OsHandle, type OsHandles } from '../handles';

/** An external handle in this process, over a handle of the operating system. */
export class OwnedHandle implements ExternalHandle {
  constructor(
    readonly os: OsHandle,
    private readonly system: OsHandles,
    /** Sees to it that a duplicate is closed behind the case. */
    private readonly own: (os: OsHandle) => OwnedHandle,
  ) {}

  get isMinusOne(): boolean {
    return this.os.value === -1;
  }

  describe(): string {
    return this.os.toString();
  }

  isOpen(): boolean {
    return this.os.isOpen();
  }

  identity(): string {
    return describeIdentity(this.os.identity());
  }

  kind(): string {
    return this.os.kind();
  }

  closeOnExec(): boolean {
    return this.os.closeOnExec();
  }

  seenAfterExec(): boolean {
    return this.system.seenAfterExec([this.os.value]).some(({ visible, sameAsHere }) => visible && sameAsHere !== 'different');
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

  size(): number | null {
    return this.os.size();
  }

  close(): void {
    this.os.close();
  }
}

/** The handle of this process behind the face that suites see. */
export function handleOf(handle: ExternalHandle): OwnedHandle {
  if (handle instanceof OwnedHandle) return handle;
  throw new TypeError('an external handle of another process was used where one of this process is needed');
}

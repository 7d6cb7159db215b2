/** Which handles are open, who answers for them, and what changed. */
import type { HandleIdentity } from './handle';

/** Who answers for an open handle, as far as the harness knows. */
export type HandleOwner = 'application' | 'driver' | 'unclaimed';

export interface LedgerEntry {
  readonly noun: 'descriptor' | 'handle';
  readonly value: number;
  readonly identity: HandleIdentity;
  /** null where it can't be read without touching a descriptor that the driver owns. */
  readonly closeOnExec: boolean | null;
  /** `driver`: handed over by a successful import. `unclaimed`: never adopted by the application. */
  readonly owner: HandleOwner;
}

/** The open handles of this process at one moment, by value: all of them on POSIX, the application's on Windows. */
export type LedgerSnapshot = ReadonlyMap<number, LedgerEntry>;

export interface LedgerChange {
  readonly value: number;
  readonly before: LedgerEntry | null;
  readonly after: LedgerEntry | null;
  readonly description: string;
}

export interface LedgerDifference {
  readonly appeared: readonly LedgerChange[];
  readonly vanished: readonly LedgerChange[];
  readonly replaced: readonly LedgerChange[];
}

/** A handle of this process, whoever opened it. */
export interface OpenHandle {
  readonly value: number;
  /** As the object manager spells it: `Event`. */
  readonly type: string;
  /** The rights that it was granted (ACCESS_MASK). */
  readonly access: number;
}

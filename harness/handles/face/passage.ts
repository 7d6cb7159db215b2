/** The ways by which handles reach other processes. */
import type { ChildProcess } from 'node:child_process';
import type { HandleIdentity, OsHandle, Sameness } from './handle';

export interface HandleMessage {
  readonly tag: string;
  /** In the order sent; -1 arrives as -1. */
  readonly handles: readonly OsHandle[];
}

/** One end of a connection over which handles travel between two processes of this machine. */
export interface HandleChannel {
  /** Sends copies of up to 253 handles; the sender keeps its own. Throws OsCallError EPIPE once the peer is gone. */
  send(handles: readonly OsHandle[], tag: string): void;
  /**
   * The next message, or null once the peer has closed its end; never blocks the event loop. Rejects with a
   * HandleTimeoutError after `timeoutMs`. One receive at a time.
   */
  receive(timeoutMs: number): Promise<HandleMessage | null>;
  close(): void;
}

/** The way of handles between two processes that also exchange messages. */
export interface HandlePassage {
  /** Puts a copy of a handle on its way. @returns the tag that goes into the message that speaks of it */
  send(handle: OsHandle): string;
  /** The handle that was sent under a tag, owned by the application. Rejects with an Error where it does not come. */
  receive(tag: string): Promise<OsHandle>;
  close(): void;
}

/** A passage to a child that is yet to be started. */
export interface PassageToChild {
  /** Descriptors that the child must be started with. */
  readonly descriptors: readonly number[];
  /** The passage, once the child was started. */
  begun(child: ChildProcess): HandlePassage;
}

export interface ChannelPair {
  readonly local: HandleChannel;
  /** To be inherited by a child, which adopts it with `openChannel`; close it here once the child runs. */
  readonly remote: OsHandle;
}

/** What a program started by exec sees at one number. */
export interface ExecSighting {
  readonly value: number;
  readonly visible: boolean;
  /** As read in the new program; null where nothing is visible. */
  readonly identity: HandleIdentity | null;
  /** Whether it is the open file description of this process; `unknown` where the kernel refuses to compare. */
  readonly sameAsHere: Sameness;
}

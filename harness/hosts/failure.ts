import { DeviationError } from '../cases/expectation';
import { LoadTooShort } from '../cases/held-load';
import type { Deviation } from '../cases/outcome';
import { HandleLost, OsCallError } from '../handles';
import { CorruptedOutput, MissingEntryPoint } from '../vulkan';

/**
 * Why the body of a case, its clean-up, or a request to the peer ended early.
 * - `deviation`: the driver did otherwise than required.
 * - `damage`: it did, and wrote where it may not: nothing in that process can be trusted any more.
 * - `peer`: the peer died, or hung, with what it was doing.
 * - `suite`: the suite or the harness is wrong.
 * - `load`: what a load held was done before it could be looked at, which says nothing of anybody.
 */
export type Failure =
  | { readonly kind: 'deviation'; readonly deviation: Deviation }
  | { readonly kind: 'damage'; readonly deviation: Deviation }
  | { readonly kind: 'peer'; readonly message: string }
  | { readonly kind: 'suite'; readonly message: string }
  | { readonly kind: 'load'; readonly what: string; readonly held: string };

/** The peer died, or could not open the device. */
export class PeerLost extends Error {
  override readonly name = 'PeerLost';
}

/** What went wrong in the peer, thrown here. */
export class FailureInPeer extends Error {
  override readonly name = 'FailureInPeer';

  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Whose fault an error is. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureInPeer) return error.failure;
  if (error instanceof DeviationError) return { kind: 'deviation', deviation: error.deviation };
  if (error instanceof LoadTooShort) return { kind: 'load', what: error.what, held: error.held };
  if (error instanceof PeerLost) return { kind: 'peer', message: error.message };
  if (error instanceof CorruptedOutput) {
    return {
      kind: 'damage',
      deviation: deviation('memory that the driver may write', 'written as specified', error),
    };
  }
  if (error instanceof HandleLost || (error instanceof OsCallError && error.code === 'EBADF')) {
    return {
      kind: 'deviation',
      deviation: deviation('a handle of the application', 'open, and its own', error),
    };
  }
  if (error instanceof MissingEntryPoint) {
    return {
      kind: 'deviation',
      deviation: deviation('commands of what the device offers', 'an entry point for each', error),
    };
  }
  return {
    kind: 'suite',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** The same, said of the peer. */
export function inPeer(failure: Failure): Failure {
  if (failure.kind === 'peer' || failure.kind === 'suite') {
    return { ...failure, message: `in the peer: ${failure.message}` };
  }
  if (failure.kind === 'load') return failure;
  return { ...failure, deviation: { ...failure.deviation, what: `${failure.deviation.what}, in the peer` } };
}

function deviation(what: string, expected: string, error: Error): Deviation {
  return { what, expected, seen: error.message, control: false };
}

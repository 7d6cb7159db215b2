import type { Failure } from './failure';
import type { HostSetup } from './protocol';

/**
 * A value on its way between host and peer. Objects of an endpoint travel as references, external handles as
 * tags of messages on the descriptor channel; everything else travels as it is.
 */
export type Wire =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Wire[]
  | { readonly [key: string]: Wire };

/** A reference to an object of the peer, with those of its members that are plain values. */
export interface ObjectReference {
  readonly $object: number;
  readonly fields: { readonly [key: string]: Wire };
}

/** A handle that comes over the descriptor channel under that tag, or the -1 where there is none. */
export interface HandleReference {
  readonly $handle: string | null;
}

/** The endpoint of the peer, and its queries. */
export const endpointReference = 0;
export const queriesReference = 1;

export type ToPeer =
  | { readonly kind: 'set-up'; readonly setup: HostSetup }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly object: number;
      readonly method: string;
      readonly args: readonly Wire[];
      /** By what a load is multiplied. */
      readonly loadFactor: number;
    }
  /** The case is over: what it left at the peer is cleaned up. */
  | { readonly kind: 'end-case'; readonly id: number }
  /** The case wants the peer gone: it destroys all that it made, answers, and exits. */
  | { readonly kind: 'exit'; readonly id: number };

/** What a peer tells of its driver with each reply. */
export interface PeerState {
  /** Whether the device was lost there. */
  readonly lostDevice: boolean;
  /** Whether a driver that misbehaves on purpose did so there since the reply before. */
  readonly misbehaved: boolean;
}

export type FromPeer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | ({ readonly kind: 'returned'; readonly id: number; readonly value: Wire } & PeerState)
  | ({ readonly kind: 'threw'; readonly id: number; readonly failure: Failure } & PeerState);

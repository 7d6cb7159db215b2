import type { DeviceCapabilities } from '../cases/device-capabilities';
import type { CaseOutcome, Deviation } from '../cases/outcome';
import type { AnyParameters } from '../cases/suite';
import type { Driver } from '../drivers/driver';

/** What a host or a peer needs to open its device. */
export interface HostSetup {
  readonly driver: Driver;
  /** Identity of the device to open: its deviceUUID in hexadecimal and its name. */
  readonly deviceUUID: string;
  readonly deviceName: string;
  readonly capabilities: DeviceCapabilities;
  /** Whether a peer is started at once, because cases are planned that need one. */
  readonly withPeer: boolean;
  /** The file to which host and peer append all that they do; none where only the call record is kept. */
  readonly trace?: string;
}

/** Messages from the runner to a host. */
export type ToHost =
  | { readonly kind: 'set-up'; readonly setup: HostSetup }
  | {
      readonly kind: 'run';
      /** The compiled suite file that declares the case. */
      readonly file: string;
      readonly caseId: string;
      readonly instanceId: string;
      readonly parameters: AnyParameters;
    }
  | { readonly kind: 'end' };

/** Messages from a host to the runner. */
export type FromHost =
  | { readonly kind: 'ready' }
  /** The device could not be opened; one line. */
  | { readonly kind: 'unusable'; readonly reason: string }
  /** The case has been taken up: what becomes of the host from here on is its doing. */
  | { readonly kind: 'begun' }
  /** The case is made again, because a load was too short for it: its time begins anew. */
  | { readonly kind: 'again' }
  /** The body of a case has ended; clean-up follows, and may still go wrong. */
  | {
      readonly kind: 'judged';
      readonly status: CaseOutcome['status'];
      readonly message: string;
      readonly deviations: readonly Deviation[];
    }
  /** The case is over and cleaned up; `retire` asks for a new host because this one can't be trusted. */
  | { readonly kind: 'ended'; readonly outcome: CaseOutcome; readonly retire: string | null };

/** Slots of a host's standard streams behind the usual three. */
export const hostStreams = { messages: 3, callRecord: 4, peerCallRecord: 5 } as const;
/** Slots of a peer's standard streams behind the usual three; handles pass through the last where they need it. */
export const peerStreams = { messages: 3, callRecord: 4, passage: 5 } as const;

import type { FenceHandleType } from './handle-types';
import { whileHeld } from './held-export';
import type {
  Endpoint,
  ExternalHandle,
  Fence,
  FenceOptions,
  HeldWork,
  Result,
  SubmitCommand,
} from './objects';

/** The states of a fence payload; a pending one is unsignaled, with a submitted signal operation. */
export const fenceStates = ['signaled', 'unsignaled', 'pending'] as const;
export type FenceState = (typeof fenceStates)[number];

/** What vkGetFenceStatus says of a payload in that state. */
export const statusIn: Readonly<Record<FenceState, Result>> = {
  signaled: 'VK_SUCCESS',
  unsignaled: 'VK_NOT_READY',
  pending: 'VK_NOT_READY',
};

/** A fence whose payload is in a known state. */
export interface FenceInState {
  readonly fence: Fence;
  /** The work that a pending payload waits for. */
  readonly held?: HeldWork;
}

/** Makes a fence and brings its payload into a state: signaled at its creation, or pending on held work. */
export async function fenceIn(
  endpoint: Endpoint,
  state: FenceState,
  options: Omit<FenceOptions, 'signaled'> = {},
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<FenceInState> {
  const fence = await endpoint.fence({ ...options, signaled: state === 'signaled' });
  if (state !== 'pending') return { fence };
  return { fence, held: await (await endpoint.queue()).hold({ fence, command }) };
}

/** Exports from a fence in a state; held work is released where the driver does not return before. */
export async function exportFrom(
  { fence, held }: FenceInState,
  handleType: FenceHandleType,
): Promise<ExternalHandle> {
  if (held === undefined) return fence.export(handleType);
  return (await whileHeld(held, () => fence.export(handleType))).value;
}

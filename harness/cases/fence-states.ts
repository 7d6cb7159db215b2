import type { CaseContext } from './context';
import { patience } from './durations';
import type { ExternalHandle } from './external-handle';
import { type FenceHandleType, type Permanence, transferenceOf } from './handle-types';
import { descriptorWhileHeld, whileHeld } from './held-export';
import type { Endpoint, Fence, FenceOptions, HeldWork, Result } from './objects';
import type { SubmitCommand } from './work';

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

/**
 * Whether an export in that state owes a descriptor: always by reference, of a pending payload by copy. A signaled
 * payload may give -1, and one neither signaled nor pending is never exported by copy
 * (VUID-VkFenceGetFdInfoKHR-handleType-01454).
 */
export function owesDescriptor(handleType: FenceHandleType, state: string): boolean {
  return transferenceOf(handleType) === 'reference' || state === 'pending';
}

/** Exports a descriptor from a fence in a state that owes one; null, with a warning, where there is none to look at. */
export async function descriptorFrom(
  source: FenceInState,
  handleType: FenceHandleType,
  should: CaseContext['should'],
): Promise<ExternalHandle | null> {
  const { fence, held } = source;
  if (held === undefined || transferenceOf(handleType) === 'reference') return exportFrom(source, handleType);
  return descriptorWhileHeld(held, () => fence.export(handleType), should);
}

/** How a fence is to import a payload that may be exported again. */
export interface FenceImport {
  readonly handleType: FenceHandleType;
  readonly permanence: Permanence;
  /** What the fence that the payload comes from is created for, the imported type among them. */
  readonly exportAs: readonly FenceHandleType[];
}

/** A fence with an imported payload, and the fence that it came from. */
export interface ImportedPayload extends FenceInState {
  readonly source: Fence;
}

/**
 * Has a fence import a payload in a state, from a fence made for that. Null, with a warning, where the driver gives
 * no descriptor of a SYNC_FD payload: -1 names no payload whose export types are known.
 */
export async function importInto(
  target: Fence,
  { exporter, should }: Pick<CaseContext, 'exporter' | 'should'>,
  state: FenceState,
  { handleType, permanence, exportAs }: FenceImport,
): Promise<ImportedPayload | null> {
  // A signaled payload may be exported as -1: a copy is taken before, and imported behind the signal.
  const takenIn = transferenceOf(handleType) === 'copy' ? 'pending' : state;
  const made = await fenceIn(exporter, takenIn, { exportAs });
  const { fence: source, held } = made;
  const handle = await descriptorFrom(made, handleType, should);
  if (handle === null) return null;
  if (held !== undefined && state === 'signaled') {
    await held.release();
    await handle.poll(Number(patience) / 1e6);
  }
  await target.import(handle, handleType, permanence);
  return held !== undefined && state === 'pending'
    ? { fence: target, source, held }
    : { fence: target, source };
}

/**
 * A descriptor of a payload that nothing is pending on any more, for imports of it: an unsignaled one by reference,
 * a signaled one by copy. Null, with a warning, where the driver gave -1.
 */
export async function settledDescriptor(
  endpoint: Endpoint,
  handleType: FenceHandleType,
  should: CaseContext['should'],
): Promise<ExternalHandle | null> {
  const state = transferenceOf(handleType) === 'reference' ? 'unsignaled' : 'pending';
  const source = await fenceIn(endpoint, state, { exportAs: [handleType] });
  const handle = await descriptorFrom(source, handleType, should);
  await source.held?.release();
  await (await endpoint.queue()).waitIdle();
  return handle;
}

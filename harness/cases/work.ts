import type { Fence, Memory, Resource, Semaphore } from './objects';

/** Commands for one submission, recorded in order, each made available to the next by a full barrier. */
export type Work =
  | {
      readonly do: 'fill';
      readonly buffer: Resource;
      readonly value: number;
      readonly offset?: number;
      readonly size?: number;
    }
  | {
      readonly do: 'copy';
      readonly from: Resource;
      readonly to: Resource;
      readonly fromOffset?: number;
      readonly toOffset?: number;
      readonly size: number;
    }
  /** Ownership of a buffer to or from another instance or API. */
  | ({ readonly do: 'release' | 'acquire'; readonly buffer: Resource } & OwnershipTransfer)
  /** The same for a whole image, which changes hands in VK_IMAGE_LAYOUT_GENERAL. */
  | ({ readonly do: 'release-image' | 'acquire-image'; readonly image: Resource } & OwnershipTransfer)
  /**
   * Instead of the full barrier: one that passes no ownership, with VkExternalMemoryAcquireUnmodifiedEXT, between
   * the writing of a whole resource and its reading.
   */
  | { readonly do: 'barrier'; readonly resource: Resource; readonly unmodified: boolean }
  | {
      readonly do: 'clear-image';
      readonly image: Resource;
      readonly value: readonly [number, number, number, number];
    }
  /** Clears each subresource to a value of its own: those of the first level, layer by layer, then of the next. */
  | {
      readonly do: 'clear-subresources';
      readonly image: Resource;
      readonly values: readonly ClearValue[];
    }
  /** Resolves the only level of a multisampled image into an image of one sample that is else like it. */
  | { readonly do: 'resolve'; readonly from: Resource; readonly to: Resource }
  /** Brings an image into VK_IMAGE_LAYOUT_GENERAL, in which the host may use a linear one. */
  | { readonly do: 'to-general'; readonly image: Resource }
  /**
   * A copy of a whole image to or from a buffer of tightly packed texels: the layers of the first level, then those
   * of the next.
   */
  | {
      readonly do: 'image-to-buffer' | 'buffer-to-image';
      readonly image: Resource;
      readonly buffer: Resource;
      /** Needed of images of several levels. */
      readonly texelBytes?: number;
    };

/** What a clear writes: components of VkClearColorValue, or a member of VkClearDepthStencilValue. */
export type ClearValue =
  | { readonly uint32: readonly number[] }
  | { readonly float32: readonly number[] }
  | { readonly depth: number }
  | { readonly stencil: number };

/** Who else may own the contents of shared memory: another instance of the same driver, or whoever there is. */
export const otherOwners = ['external', 'foreign'] as const;
export type OtherOwner = (typeof otherOwners)[number];

export interface OwnershipTransfer {
  /** VK_QUEUE_FAMILY_EXTERNAL by default, or VK_QUEUE_FAMILY_FOREIGN_EXT. */
  readonly other?: OtherOwner;
  /** VkExternalMemoryAcquireUnmodifiedEXT of an acquire; absent: the structure is not chained. */
  readonly unmodified?: boolean;
}

/** What a wait holds back of its batch: everything, or copies alone; COPY is of vkQueueSubmit2. */
export const waitStages = ['ALL_COMMANDS', 'TRANSFER', 'COPY'] as const;
export type WaitStage = (typeof waitStages)[number];

export interface SemaphoreOperation {
  readonly semaphore: Semaphore;
  /** For timeline semaphores. */
  readonly value?: bigint;
  /**
   * In VkD3D12FenceSubmitInfoKHR, which vkQueueSubmit alone takes: for a payload of a Direct3D 12 fence. Chained where
   * one operation of the submission has it; zero stands there for the others.
   */
  readonly fenceValue?: bigint;
  /** Of a wait: ALL_COMMANDS by default. */
  readonly stage?: WaitStage;
}

/** The commands that submit to a queue. */
export const submitCommands = ['vkQueueSubmit', 'vkQueueSubmit2'] as const;
export type SubmitCommand = (typeof submitCommands)[number];

/** The commands that submit a wait: vkQueuePresentKHR beside them needs an image to present, which no case has. */
export const waitCommands = [...submitCommands, 'vkQueueBindSparse'] as const;
export type WaitCommand = (typeof waitCommands)[number];

/** The mutexes of imported memory that a submission acquires before its work, and releases behind it. */
export interface KeyedMutexOperations {
  readonly acquire?: readonly KeyedMutexOperation[];
  readonly release?: readonly KeyedMutexOperation[];
}

export interface KeyedMutexOperation {
  readonly memory: Memory;
  readonly key: bigint;
}

export interface Submission {
  readonly wait?: readonly SemaphoreOperation[];
  readonly work?: readonly Work[];
  readonly signal?: readonly SemaphoreOperation[];
  readonly fence?: Fence;
  /** VkWin32KeyedMutexAcquireReleaseInfoKHR; absent: not chained. */
  readonly keyedMutex?: KeyedMutexOperations;
  /** vkQueueSubmit by default. */
  readonly command?: SubmitCommand;
  /** Makes the call on a worker thread; those to several queues overlap. */
  readonly thread?: 'worker';
}

/**
 * What keeps held work pending.
 * - `host-signal`: the batch waits for a timeline semaphore that the host signals at the release, so it is
 *   pending for certain. Not for signals of binary semaphores: neither a wait on one
 *   (VUID-vkQueueSubmit-pWaitSemaphores-03238) nor its SYNC_FD export
 *   (VUID-VkSemaphoreGetFdInfoKHR-handleType-03254) is valid before everything that its signal depends on has
 *   been submitted.
 * - `load`: real work of about so many milliseconds stands before the batch. Whether it was still pending must
 *   be asked behind the observation; where it was not, the case is made again behind more load (LoadTooShort).
 * An event set by the host would not do: VUID-vkSetEvent-event-09543.
 */
export type Holding = 'host-signal' | { readonly load: number };

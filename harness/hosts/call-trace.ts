import { closeSync, openSync, writeSync } from 'node:fs';
import { onCourse } from '../cases/course';
import { VulkanHandle } from '../vulkan';

/** A value in a trace: 64-bit numbers, bytes and Vulkan handles are objects with one key that says so. */
export type Traced =
  | null
  | boolean
  | number
  | string
  | readonly Traced[]
  | { readonly [key: string]: Traced | undefined };

/** How `seen` was compared with `operands` by a check of a case. */
export type Matcher = 'toBe' | 'toDifferFrom' | 'toBeOneOf' | 'toBeAtLeast' | 'toBeAtMost';

/** What happened in a process that runs a case, in the order in which it happened. */
export type TraceEvent =
  /** A command was called; `end` follows when it has come back and been waited for. */
  | {
      readonly kind: 'begin';
      readonly call: number;
      readonly command: string;
      readonly args: readonly Traced[];
    }
  | { readonly kind: 'end'; readonly call: number; readonly result: string; readonly given: Traced }
  /** Something was done with a handle of the operating system, or with memory. */
  | {
      readonly kind: 'os';
      readonly action: string;
      readonly given?: Traced;
      readonly [detail: string]: Traced | undefined;
    }
  /** A check of the case. */
  | {
      readonly kind: 'check';
      readonly what: string;
      readonly matcher: Matcher;
      readonly operands: readonly Traced[];
      readonly seen: Traced;
      readonly holds: boolean;
      readonly control: boolean;
    }
  /** The body of the case begins, and has ended. */
  | { readonly kind: 'case' }
  | { readonly kind: 'ended' };

/** An event as it stands in a trace, with its process and microseconds of the clock that processes share. */
export type TraceLine = TraceEvent & { readonly by: 'host' | 'peer'; readonly at: number };

let open: { readonly descriptor: number; readonly by: 'host' | 'peer' } | undefined;

/**
 * From now on this process appends what it does to a file that several processes may share: a line of JSON an event,
 * written at once, so that it outlives the process.
 * @throws Error of the file system
 */
export function startTrace(file: string, by: 'host' | 'peer'): void {
  if (open !== undefined) closeSync(open.descriptor);
  open = { descriptor: openSync(file, 'a'), by };
  onCourse((event) => traced({ kind: 'os', ...event }));
}

/** Whether this process keeps a trace: what is costly to tell may be left out otherwise. */
export function isTracing(): boolean {
  return open !== undefined;
}

/** Appends an event, where this process keeps a trace. */
export function traced(event: TraceEvent): void {
  if (open === undefined) return;
  const at = Number(process.hrtime.bigint() / 1000n);
  writeSync(open.descriptor, `${JSON.stringify({ ...event, by: open.by, at })}\n`);
}

/** Any value as it stands in a trace. */
export function asTraced(value: unknown): Traced {
  if (typeof value === 'bigint') return { $integer: value.toString() };
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object' || value === null) return value as Traced;
  if (value instanceof VulkanHandle) return { $vulkan: value.type, value: value.value.toString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(asTraced);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, asTraced(member)]));
}

import type { CaseContext } from './context';
import { instanceExtension } from './needs';
import {
  type ExternalMask,
  type ExternalProperties,
  externalMasks,
  type Queries,
  type QueryOptions,
} from './queries';
import type { Need } from './suite';

/**
 * Who asks a capability query that was asked before: the same instance many times over, by the KHR name of the
 * command, from several threads at once, another instance, another process, or an instance whose only device is
 * destroyed between two calls.
 */
export const askers = ['again', 'KHR', 'threads', 'instance', 'process', 'around-a-device'] as const;
export type Asker = (typeof askers)[number];

/** Bytes that outputs are filled with before a call: what a driver leaves alone differs between two calls. */
export const sentinels = { first: 0xa5, later: 0x5a } as const;

const repetitions = 100;
const threads = 16;

/** A query as the asker makes it: options are passed on to it. */
export type Ask<T> = (queries: Queries, options: QueryOptions) => Promise<T>;

/** The answers that an asker of the axis `asker` gets, all with the later sentinel. */
export async function answersTo<T>(
  { exporter, endpoint, fresh }: Pick<CaseContext, 'exporter' | 'endpoint' | 'fresh'>,
  asker: Asker,
  ask: Ask<T>,
): Promise<readonly T[]> {
  const { queries } = exporter;
  const sentinel = sentinels.later;
  switch (asker) {
    case 'again': {
      const found: T[] = [];
      for (let round = 0; round < repetitions; round++) found.push(await ask(queries, { sentinel }));
      return found;
    }
    case 'KHR':
      return [await ask(queries, { sentinel, spelling: 'KHR' })];
    case 'threads':
      return Promise.all(Array.from({ length: threads }, () => ask(queries, { sentinel, thread: 'worker' })));
    case 'around-a-device': {
      const own = await fresh();
      const during = await ask(own.queries, { sentinel });
      await own.destroyDevice();
      return [during, await ask(own.queries, { sentinel })];
    }
    default:
      return [await ask((await endpoint(asker)).queries, { sentinel })];
  }
}

/** The axis `asker` can ask: by the KHR name where that instance extension is offered. */
export function askerOffered(extension: string): Need<{ readonly asker: string }> {
  const offered = instanceExtension(extension);
  return (device, parameters) => (parameters.asker === 'KHR' ? offered(device, parameters) : undefined);
}

/** The masks of an answer that the driver wrote. */
export function writtenMasks(answer: ExternalProperties): Readonly<Partial<Record<ExternalMask, number>>> {
  return Object.fromEntries(
    externalMasks.filter((name) => !answer.unwritten.includes(name)).map((name) => [name, answer[name]]),
  );
}

/** Each different value once, in the order of appearance. */
export function distinct<T>(values: readonly T[]): readonly T[] {
  const seen = new Map<string, T>();
  for (const value of values) {
    const key = JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

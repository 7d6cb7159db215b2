import {
  accesses,
  allocations,
  asWritten,
  type CaseContext,
  differenceFrom,
  type Endpoint,
  exportable,
  exportableMemory,
  familyFor,
  hostVisibleBuffer,
  importable,
  kindOf,
  type Memory,
  type MemoryHandleType,
  mayBeWritten,
  mayTravel,
  memoryReferenceTypes,
  operation,
  pairwise,
  patience,
  platformOf,
  type Queue,
  type Resource,
  reaches,
  readingWork,
  resolvedImage,
  type Semaphore,
  type SemaphoreHandleType,
  type SemaphoreType,
  type SharedMemory,
  type SharedMemoryOptions,
  type SubmitCommand,
  semaphoreHandleTypes,
  semaphoreOfType,
  semaphoreTypes,
  sharable,
  submitCommand,
  submitCommands,
  suite,
  transferenceOf,
  transferFamilies,
  variedKindNames,
  type Work,
  writings,
  writingWork,
} from '../../harness/cases';

const dependency = suite(
  'semaphore.memory-dependency',
  'What a wait makes visible of the work in front of the signal, in memory that is shared as well',
);

/** Milliseconds of load in front of every other write: a reader that did not wait would come first. */
const loadMs = 5;

/** One of the two that pass contents to each other. */
interface End {
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly shared: SharedMemory;
  readonly buffer: Resource;
  readonly memory: Memory;
  readonly resolved: Resource | undefined;
}

/** A queue of an end. */
interface Turn {
  readonly end: End;
  readonly queue: Queue;
}

/** How the semaphores between the ends are shared. */
interface Signals {
  readonly handleType: SemaphoreHandleType;
  readonly type: SemaphoreType;
  /** Whether a payload is shared before the work that signals it is submitted, or behind that. */
  readonly exported: 'before' | 'after';
  /** By which both ends submit, with the barriers that go with it. */
  readonly command: SubmitCommand;
}

function ownership(half: 'release' | 'acquire', { resource }: SharedMemory): Work {
  return resource.kind === 'image'
    ? { do: `${half}-image`, image: resource }
    : { do: half, buffer: resource };
}

/** Memory that both ends share. */
async function endsOf(
  { exporter, importer, device }: CaseContext,
  options: SharedMemoryOptions,
): Promise<readonly [End, End]> {
  const made = await exportableMemory(exporter, device, options);
  const end = async (name: string, shared: SharedMemory): Promise<End> => ({
    endpoint: shared.endpoint,
    name,
    shared,
    ...(await hostVisibleBuffer(shared.endpoint, device, shared.contentSize)),
    resolved: await resolvedImage(shared.endpoint, device, shared.kind),
  });
  return [
    await end('the exporter', made),
    await end('the importer', await made.import(importer, await made.export())),
  ];
}

/**
 * Writes through one end, and reads through the other behind a wait for the signal that follows the write; the wait
 * is submitted while the write may still be pending.
 * @param loaded whether work that takes its time stands in front of the write
 */
async function pass(
  { expect, control }: CaseContext,
  from: Turn,
  to: Turn,
  { handleType, type, exported, command }: Signals,
  loaded: boolean,
): Promise<void> {
  const way = `from queue family ${from.queue.familyIndex} of ${from.end.name} to ${to.queue.familyIndex} of ${to.end.name}`;
  const { shared } = from.end;
  const { kind, written, resource } = shared;
  const content = shared.fresh();
  await from.end.memory.write(0, content.bytes);
  await to.end.memory.write(0, new Uint8Array(content.bytes.length));
  control(
    `contents before they are written ${way}`,
    differenceFrom(content, await to.end.memory.read(0, content.bytes.length)),
  ).toDifferFrom(asWritten);

  const source = await from.end.endpoint.semaphore({ type, exportAs: [handleType] });
  const target = await to.end.endpoint.semaphore({ type });
  const permanence = transferenceOf(handleType) === 'copy' ? 'temporary' : 'permanent';
  const share = async (): Promise<void> =>
    target.import(await source.export(handleType), handleType, permanence);
  const signaled = (semaphore: Semaphore) => [operation(type, semaphore)];

  if (exported === 'before') await share();
  const done = await from.end.endpoint.fence();
  const writing = {
    work: [writingWork(kind, written, resource, from.end.buffer, content), ownership('release', shared)],
    signal: signaled(source),
    fence: done,
    command,
  };
  if (loaded) await from.queue.hold(writing, { load: loadMs });
  else await from.queue.submit(writing);
  if (exported === 'after') await share();
  const read = await to.end.endpoint.fence();
  await to.queue.submit({
    wait: signaled(target),
    work: [
      ownership('acquire', to.end.shared),
      ...readingWork(kind, to.end.shared.resource, to.end.buffer, to.end.resolved),
    ],
    fence: read,
    command,
  });
  expect(`wait behind the signal ${way}`, await read.wait(patience)).toBe('VK_SUCCESS');
  expect(
    `contents behind the wait ${way}`,
    differenceFrom(content, await to.end.memory.read(0, content.bytes.length)),
  ).toBe(asWritten);
  expect(`wait for the batch that wrote ${way}`, await done.wait(patience)).toBe('VK_SUCCESS');
  for (const object of [source, target, done, read]) await object.destroy();
}

/** Whether some platform has handles of both types. */
function ofOnePlatform({
  handleType,
  memory,
}: {
  readonly handleType: SemaphoreHandleType;
  readonly memory: MemoryHandleType;
}): boolean {
  return platformOf(handleType) === platformOf(memory);
}

const shared = {
  handleType: semaphoreHandleTypes,
  memory: memoryReferenceTypes,
  type: semaphoreTypes,
  resource: ['buffer', 'optimal-image', ...variedKindNames],
  written: writings,
  allocation: allocations,
  access: accesses,
  exported: ['before', 'after'],
  command: submitCommands,
  reach: reaches,
  count: [2],
} as const;

dependency
  .case(
    'shared-memory-dependency',
    'What a queue writes to shared memory in front of a signal is there for a queue that waits through another semaphore, every byte of it',
  )
  .proves('semaphore.import.shared-memory-dependency')
  .over(shared)
  .where(
    pairwise(
      shared,
      ['handleType', 'memory', 'type', 'resource'],
      (parameters) =>
        mayTravel(parameters) &&
        ofOnePlatform(parameters) &&
        mayBeWritten(parameters) &&
        // Of the memory types of an optimal image none need be host-visible.
        (parameters.access === 'device' || kindOf(parameters.resource).kind === 'buffer') &&
        (parameters.exported === 'after' || transferenceOf(parameters.handleType) === 'reference'),
    ),
  )
  .needs(
    semaphoreOfType(exportable),
    semaphoreOfType(importable),
    submitCommand,
    (device, { memory, resource, allocation }) =>
      sharable('exportable', 'importable')(device, { handleType: memory, resource, allocation }),
  )
  .run(async (context) => {
    const { device, memory, resource, written, allocation, access, count } = context;
    const ends = await endsOf(context, { handleType: memory, resource, written, allocation, access });
    const [here, there] = (await Promise.all(
      ends.map(async (end) => ({ end, queue: await end.endpoint.queue(familyFor(device, resource)) })),
    )) as [Turn, Turn];
    for (let round = 1; round <= count; round += 1) {
      await pass(context, here, there, context, round % 2 === 1);
      await pass(context, there, here, context, round % 2 === 1);
    }
  });

dependency
  .case(
    'every-queue-family',
    'What queues of any family write to shared memory in front of a signal is there for queues of any other that wait for it',
  )
  .proves('semaphore.import.shared-memory-dependency')
  .over({
    handleType: semaphoreHandleTypes,
    memory: memoryReferenceTypes,
    type: semaphoreTypes,
    resource: ['buffer', 'optimal-image'],
    reach: reaches,
  })
  .where((parameters) => mayTravel(parameters) && ofOnePlatform(parameters))
  .needs(
    semaphoreOfType(exportable),
    semaphoreOfType(importable),
    (device, { memory, resource }) =>
      sharable('exportable', 'importable')(device, { handleType: memory, resource }),
    (device) =>
      transferFamilies(device).length > 1
        ? undefined
        : 'the device has one queue family that takes transfers',
  )
  .run(async (context) => {
    const { device, memory, resource } = context;
    const [here, there] = await endsOf(context, { handleType: memory, resource, access: 'device' });
    const turns = async (end: End): Promise<readonly Turn[]> =>
      Promise.all(
        transferFamilies(device).map(async (family) => ({ end, queue: await end.endpoint.queue(family) })),
      );
    const [near, far] = [await turns(here), await turns(there)];
    const signals = { ...context, exported: 'after', command: 'vkQueueSubmit' } as const;
    for (const [index, one] of near.entries()) {
      for (const other of far) {
        await pass(context, one, other, signals, true);
        await pass(context, other, one, signals, false);
      }
      // Ownership goes to the next family here by way of one there.
      const next = near[index + 1];
      if (next === undefined) break;
      await pass(context, one, far[0] as Turn, signals, false);
      await pass(context, far[0] as Turn, next, signals, false);
    }
  });

import {
  asWritten,
  contentSize,
  differenceFrom,
  type Endpoint,
  exportable,
  exportableMemory,
  freshPattern,
  hostVisibleBuffer,
  importable,
  type Memory,
  mayTravel,
  memoryFor,
  operation,
  otherTransferFamily,
  patience,
  type Queue,
  type Resource,
  reaches,
  type Semaphore,
  semaphoreOfType,
  semaphoreTypes,
  suite,
  transferenceOf,
  type Work,
} from '../../harness/cases';

const dependency = suite(
  'semaphore.memory-dependency',
  'What a wait makes visible of the work in front of the signal, in memory that is shared as well',
);

/** Milliseconds of load in front of every other write: a reader that did not wait would come first. */
const loadMs = 5;

interface Staging {
  readonly buffer: Resource;
  readonly memory: Memory;
}

/** One of the two that pass contents to each other. */
interface End {
  readonly endpoint: Endpoint;
  readonly queue: Queue;
  readonly semaphore: Semaphore;
  readonly shared: Resource;
  readonly input: Staging;
  readonly output: Staging;
}

function copyIn({ shared, input }: End): readonly Work[] {
  return shared.kind === 'image'
    ? [
        { do: 'buffer-to-image', image: shared, buffer: input.buffer },
        { do: 'release-image', image: shared },
      ]
    : [
        { do: 'copy', from: input.buffer, to: shared, size: contentSize },
        { do: 'release', buffer: shared },
      ];
}

function copyOut({ shared, output }: End): readonly Work[] {
  return shared.kind === 'image'
    ? [
        { do: 'acquire-image', image: shared },
        { do: 'image-to-buffer', image: shared, buffer: output.buffer },
      ]
    : [
        { do: 'acquire', buffer: shared },
        { do: 'copy', from: shared, to: output.buffer, size: contentSize },
      ];
}

dependency
  .case(
    'shared-memory-dependency',
    'What a queue writes to shared memory in front of a signal is there for a queue that waits through another semaphore, every byte of it',
  )
  .proves('semaphore.import.shared-memory-dependency')
  .over({
    handleType: ['OPAQUE_FD', 'SYNC_FD'],
    memory: ['OPAQUE_FD'],
    type: semaphoreTypes,
    resource: ['buffer', 'optimal-image'],
    reach: reaches,
    family: ['usual', 'another'],
    count: [3],
  })
  .where(mayTravel)
  .where(({ family, reach }) => family === 'usual' || reach === 'device')
  .needs(
    semaphoreOfType(exportable),
    semaphoreOfType(importable),
    (device, { resource, memory }) =>
      memoryFor(resource, 'exportable', 'importable')(device, { handleType: memory }),
    (device, { family }) =>
      family === 'usual' || otherTransferFamily(device) !== undefined
        ? undefined
        : 'the device has no other queue family that takes transfers',
  )
  .run(async (context) => {
    const { exporter, importer, device, handleType, memory, type, resource, family, count } = context;
    const { expect, control } = context;
    const copies = transferenceOf(handleType) === 'copy';
    const made = await exportableMemory(exporter, device, { handleType: memory, resource, access: 'device' });
    const imported = await made.import(importer, await made.export());
    const end = async (endpoint: Endpoint, shared: Resource, familyIndex?: number): Promise<End> => ({
      endpoint,
      queue: await endpoint.queue(familyIndex),
      semaphore: await endpoint.semaphore({ type, exportAs: [handleType] }),
      shared,
      input: await hostVisibleBuffer(endpoint, device),
      output: await hostVisibleBuffer(endpoint, device),
    });
    const here = await end(exporter, made.resource);
    const there = await end(
      importer,
      imported.resource,
      family === 'another' ? otherTransferFamily(device) : undefined,
    );
    if (!copies)
      await there.semaphore.import(await here.semaphore.export(handleType), handleType, 'permanent');

    let value = 0n;
    const pass = async (from: End, to: End, round: number): Promise<void> => {
      const way = `round ${round}, ${from === here ? 'to the importer' : 'back to the exporter'}`;
      const content = freshPattern();
      value += 1n;
      await from.input.memory.write(0, content.bytes);
      control(
        `${way}: contents before they are written`,
        differenceFrom(content, await to.output.memory.read(0, contentSize)),
      ).toDifferFrom(asWritten);
      const written = await from.endpoint.fence();
      const signal = [operation(type, from.semaphore, value)];
      const writing = { work: copyIn(from), signal, fence: written };
      if (round % 2 === 0) await from.queue.submit(writing);
      else await from.queue.hold(writing, { load: loadMs });
      if (copies) await to.semaphore.import(await from.semaphore.export(handleType), handleType, 'temporary');
      const fence = await to.endpoint.fence();
      await to.queue.submit({ wait: [operation(type, to.semaphore, value)], work: copyOut(to), fence });
      expect(`${way}: wait behind the signal`, await fence.wait(patience)).toBe('VK_SUCCESS');
      expect(
        `${way}: contents behind the wait`,
        differenceFrom(content, await to.output.memory.read(0, contentSize)),
      ).toBe(asWritten);
      await fence.destroy();
      // The next import goes over its semaphore, which no batch may be at work with any more.
      expect(`${way}: wait for the batch that wrote`, await written.wait(patience)).toBe('VK_SUCCESS');
      await written.destroy();
    };
    for (let round = 1; round <= count; round += 1) {
      await pass(here, there, round);
      await pass(there, here, round);
    }
  });

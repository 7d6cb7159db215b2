import {
  asWritten,
  differenceFrom,
  type Endpoint,
  exportableMemory,
  freshPattern,
  freshPatterns,
  hostVisibleBuffer,
  immediately,
  importTexture,
  makeResource,
  makeTexture,
  patience,
  reaches,
  sharable,
  submitCommand,
  submitCommands,
  suite,
  textureHandleTypes,
  textureKind,
  textureSource,
  textureSources,
  usableTypes,
} from '../../harness/cases';

const direct3d = suite(
  'memory.direct3d',
  'Memory of handle types that are named after Direct3D: its size, its layout, and the mutex that comes with a texture',
);

/** Milliseconds for which what must not happen is looked for, and for which what must is waited. */
const whileMs = 60;
const patienceMs = Number(patience) / 1e6;

/**
 * Sizes that an import may ask for: none is heeded. That vkAllocateMemory allows no more than the heap has says nothing
 * of imports, so that the largest is the size of the smallest heap. That memory dedicated to an image has the size that
 * the image needs can't hold of a size that is ignored: for these handle types VkMemoryAllocateInfo goes before
 * VUID-VkMemoryDedicatedAllocateInfo-image-02964.
 */
const askedSizes = ['zero', 'one', 'heap'] as const;

async function sizeAskedAs(asked: (typeof askedSizes)[number], { queries }: Endpoint): Promise<bigint> {
  if (asked !== 'heap') return asked === 'zero' ? 0n : 1n;
  const sizes = (await queries.memoryHeaps()).map(({ size }) => size);
  return sizes.reduce((least, size) => (size < least ? size : least));
}

direct3d
  .case(
    'size-from-payload',
    'An import of a texture or resource succeeds whatever size it asks for, and holds all of the contents',
  )
  .proves('memory.import-win32.d3d-size-from-os')
  .over({
    handleType: ['D3D11_TEXTURE', 'D3D11_TEXTURE_KMT', 'D3D12_RESOURCE'],
    asked: askedSizes,
    reach: reaches,
  })
  .needs((device, { handleType }) =>
    sharable('exportable', 'importable')(device, { handleType, resource: 'optimal-image' }),
  )
  .run(async ({ exporter, importer, device, handleType, asked, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, {
      handleType,
      resource: 'optimal-image',
      access: 'device',
    });
    await source.write(second);
    control('contents before they are written', differenceFrom(first, await source.read())).toDifferFrom(
      asWritten,
    );
    await source.write(first);
    await source.release();
    const size = await sizeAskedAs(asked, importer);
    const { result, shared } = await source.tryImport(importer, await source.export(), { size });
    expect(`result of an import that asks for ${size} bytes`, result).toBe('VK_SUCCESS');
    if (shared === undefined) return;
    expect('contents of the import', differenceFrom(first, await shared.read())).toBe(asWritten);
    await shared.write(second);
    await shared.release();
    expect('contents of the source', differenceFrom(second, await source.read())).toBe(asWritten);
  });

const textureAxes = {
  handleType: textureHandleTypes,
  source: textureSources,
  command: submitCommands,
} as const;

direct3d
  .case(
    'every-type-and-size',
    'A texture is imported in each memory type that the query names for it, whatever size the import asks for, with its texels',
  )
  .proves('memory.import-win32.d3d-size-from-os', 'memory.win32-properties.bits-importable')
  .over({ handleType: textureHandleTypes, source: textureSources, asked: askedSizes })
  .needs(textureSource)
  .run(async (context) => {
    const { exporter, device, handleType, asked, expect, control } = context;
    const texture = await makeTexture(context, context);
    const { handle } = texture;
    const { result, memoryTypeBits = 0 } = await exporter.tryMemoryHandleProperties(handleType, handle);
    expect('result of the query', result).toBe('VK_SUCCESS');
    const existing = 2 ** device.memoryTypes.length - 1;
    expect('memory types named that the device does not have', (memoryTypeBits & ~existing) >>> 0).toBe(0);
    const needed = await (await makeResource(exporter, textureKind, [handleType])).requirements();
    const named = usableTypes(device, memoryTypeBits & needed.memoryTypeBits);
    expect('memory types named that the image may use', named.length).toBeAtLeast(1);
    const { buffer, memory: staging } = await hostVisibleBuffer(exporter, device);
    const queue = await exporter.queue();
    const size = await sizeAskedAs(asked, exporter);
    let key = 0n;
    for (const { index: memoryTypeIndex } of named) {
      const written = freshPattern();
      const seen = async (): Promise<string> =>
        differenceFrom(written, await staging.read(0, written.bytes.length));
      expect('whether the mutex was to be had', await texture.acquire(key, patienceMs)).toBe(true);
      texture.write(written.bytes);
      texture.release(key + 1n);
      await staging.write(0, new Uint8Array(written.bytes.length));
      control('texels that no queue has read yet', await seen()).toDifferFrom(asWritten);
      const { image, memory } = await importTexture(context, exporter, handle, handleType, {
        size,
        memoryTypeIndex,
      });
      await queue.submit({
        keyedMutex: { acquire: [{ memory, key: key + 1n }], release: [{ memory, key: key + 2n }] },
        work: [
          { do: 'acquire-image', image },
          { do: 'image-to-buffer', image, buffer },
          { do: 'release-image', image },
        ],
      });
      await queue.waitIdle();
      expect(`texels in memory type ${memoryTypeIndex}`, await seen()).toBe(asWritten);
      key += 2n;
    }
  });

direct3d
  .case(
    'layout-general',
    'A queue acquires a texture in VK_IMAGE_LAYOUT_GENERAL with what was written outside Vulkan, and passes on its own texels in it',
  )
  .proves('memory.win32.d3d11-layout-general')
  .over(textureAxes)
  .needs(textureSource, submitCommand)
  .run(async (context) => {
    const { exporter, device, handleType, command, expect, control } = context;
    const [theirs, ours] = freshPatterns();
    const texture = await makeTexture(context, context);
    const { image, memory } = await importTexture(context, exporter, texture.handle, handleType);
    const { buffer, memory: staging } = await hostVisibleBuffer(exporter, device);
    const queue = await exporter.queue();
    expect(
      'whether the mutex of the fresh texture was to be had',
      await texture.acquire(0n, patienceMs),
    ).toBe(true);
    texture.write(theirs.bytes);
    control('texels outside before the queue writes', differenceFrom(ours, texture.read())).toDifferFrom(
      asWritten,
    );
    texture.release(1n);
    await queue.submit({
      command,
      keyedMutex: { acquire: [{ memory, key: 1n }], release: [{ memory, key: 2n }] },
      work: [
        { do: 'acquire-image', image },
        { do: 'image-to-buffer', image, buffer },
        { do: 'release-image', image },
      ],
    });
    await queue.waitIdle();
    expect(
      'texels that a queue reads',
      differenceFrom(theirs, await staging.read(0, theirs.bytes.length)),
    ).toBe(asWritten);
    await staging.write(0, ours.bytes);
    await queue.submit({
      command,
      keyedMutex: { acquire: [{ memory, key: 2n }], release: [{ memory, key: 3n }] },
      work: [
        { do: 'acquire-image', image },
        { do: 'buffer-to-image', image, buffer },
        { do: 'release-image', image },
      ],
    });
    await queue.waitIdle();
    expect('whether the mutex came back', await texture.acquire(3n, patienceMs)).toBe(true);
    expect('texels outside', differenceFrom(ours, texture.read())).toBe(asWritten);
    texture.release(4n);
  });

direct3d
  .case(
    'acquire-before-work',
    'Submitted work does not start before each mutex is released with the key that the submission names',
  )
  .proves('memory.keyed-mutex.acquire-before-work')
  .over({ ...textureAxes, textures: [1, 2] })
  .needs(textureSource, submitCommand)
  .run(async (context) => {
    const { exporter, device, handleType, command, textures, expect, control } = context;
    const [before, behind] = freshPatterns();
    const all = await Promise.all(
      Array.from({ length: textures }, async () => {
        const texture = await makeTexture(context, context);
        const imported = await importTexture(context, exporter, texture.handle, handleType);
        expect('whether a fresh mutex was to be had', await texture.acquire(0n, patienceMs)).toBe(true);
        return { texture, ...imported };
      }),
    );
    const last = all.at(-1);
    if (last === undefined) throw new TypeError('a case without textures');
    const { texture, image } = last;
    texture.write(before.bytes);
    // The others are free at once: only the last keeps the work from its start.
    for (const other of all.slice(0, -1)) other.texture.release(7n);
    const { buffer, memory: staging } = await hostVisibleBuffer(exporter, device);
    await staging.write(0, new Uint8Array(before.bytes.length));
    const fence = await exporter.fence();
    const queue = await exporter.queue();
    // Whether a call returns before the mutex is to be had is left open.
    const submitted = queue.submit({
      command,
      fence,
      keyedMutex: {
        acquire: all.map(({ memory }) => ({ memory, key: 7n })),
        release: all.map(({ memory }) => ({ memory, key: 8n })),
      },
      work: [
        { do: 'acquire-image', image },
        { do: 'image-to-buffer', image, buffer },
        { do: 'release-image', image },
      ],
    });
    let returned = false;
    submitted.then(
      () => {
        returned = true;
      },
      () => {}, // its error is seen where it is awaited
    );
    // Nobody may ask for a fence that a call has which has not come back: that is as unsignaled as can be.
    const status = async (): Promise<string> => (returned ? fence.status() : 'VK_NOT_READY');
    await new Promise((resolve) => setTimeout(resolve, whileMs));
    expect('status of the fence while the mutex is held', await status()).toBe('VK_NOT_READY');
    texture.release(5n);
    await new Promise((resolve) => setTimeout(resolve, whileMs));
    expect('status of the fence behind a release with another key', await status()).toBe('VK_NOT_READY');
    expect('whether the mutex was to be had again', await texture.acquire(5n, patienceMs)).toBe(true);
    control(
      'contents that the work has not read yet',
      differenceFrom(before, await staging.read(0, before.bytes.length)),
    ).toDifferFrom(asWritten);
    texture.write(behind.bytes);
    texture.release(7n);
    await submitted;
    expect('wait for the fence behind the release with the key', await fence.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    await queue.waitIdle();
    expect('what the work has read', differenceFrom(behind, await staging.read(0, behind.bytes.length))).toBe(
      asWritten,
    );
    for (const one of all)
      expect('whether the mutex is released behind the work', await one.texture.acquire(8n, patienceMs)).toBe(
        true,
      );
  });

direct3d
  .case(
    'release-after-work',
    'A mutex is released with the key that the submission names once its work is done, and not before',
  )
  .proves('memory.keyed-mutex.release-after-work')
  .over({ ...textureAxes, textures: [1, 2] })
  .needs(textureSource, submitCommand)
  .run(async (context) => {
    const { exporter, device, handleType, command, textures, expect, control } = context;
    const written = freshPattern();
    const all = await Promise.all(
      Array.from({ length: textures }, async () => {
        const texture = await makeTexture(context, context);
        return { texture, ...(await importTexture(context, exporter, texture.handle, handleType)) };
      }),
    );
    const { buffer, memory: staging } = await hostVisibleBuffer(exporter, device);
    await staging.write(0, written.bytes);
    const fence = await exporter.fence();
    const queue = await exporter.queue();
    const held = await queue.hold({
      command,
      fence,
      keyedMutex: {
        acquire: all.map(({ memory }) => ({ memory, key: 0n })),
        release: all.map(({ memory }) => ({ memory, key: 9n })),
      },
      work: all.flatMap(({ image }) => [
        { do: 'acquire-image', image } as const,
        { do: 'buffer-to-image', image, buffer } as const,
        { do: 'release-image', image } as const,
      ]),
    });
    for (const { texture } of all)
      expect(
        'whether the mutex is released while the work is pending',
        await texture.acquire(9n, whileMs),
      ).toBe(false);
    control('wait for the fence of the work meanwhile', await fence.wait(immediately)).toBe('VK_TIMEOUT');
    await held.release();
    for (const { texture } of all) {
      expect('whether the mutex is released behind the work', await texture.acquire(9n, patienceMs)).toBe(
        true,
      );
      expect('texels that the work has written', differenceFrom(written, texture.read())).toBe(asWritten);
      texture.release(10n);
    }
    expect('wait for the fence', await fence.wait(patience)).toBe('VK_SUCCESS');
  });

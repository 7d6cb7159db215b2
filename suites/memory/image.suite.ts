import {
  allocations,
  asWritten,
  contentsPass,
  differenceFrom,
  exportableMemory,
  freshPattern,
  freshPatterns,
  memoryReferenceTypes,
  reaches,
  type SharedMemory,
  sharable,
  suite,
} from '../../harness/cases';

const images = suite('memory.image', 'Identical images on one memory payload');
const tiled = ['optimal-image', 'linear-image'] as const;
const access = 'device';

images
  .case(
    'alias-implied',
    'Identical external images made without the alias flag show what either was written with',
  )
  .proves('memory.image.alias-implied')
  .over({
    handleType: memoryReferenceTypes,
    resource: tiled,
    allocation: allocations,
    through: ['the-same-memory', 'an-import'],
  })
  // Memory that is dedicated to one image can't be bound to another.
  .where(({ allocation, through }) => through === 'an-import' || allocation === 'suballocated')
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, device, handleType, resource, allocation, through, expect } = context;
    const one = await exportableMemory(exporter, device, { handleType, resource, allocation, access });
    const other = through === 'an-import' ? await joined(one) : await one.alias();
    const first = freshPattern();
    await one.write(first);
    expect(
      'what the other image shows that no command has used before',
      differenceFrom(first, await other.read()),
    ).toBe(asWritten);
    await contentsPass(context, one, other, 'from one image to the other');
    await contentsPass(context, other, one, 'back from the other');
  });

images
  .case(
    'layout-follows-set',
    'A layout that one of several identical images is brought into is that of all: the others are used in it as they are',
  )
  .proves('memory.image.layout-follows-set')
  .over({ handleType: memoryReferenceTypes, resource: tiled, allocation: allocations, reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, resource, allocation, reach, expect, control }) => {
    const [first, second, third] = freshPatterns();
    const a = await exportableMemory(exporter, device, { handleType, resource, allocation, access });
    const b = await joined(a);
    await a.write(first);
    control('the same texels before the second write', differenceFrom(second, await a.read())).toDifferFrom(
      asWritten,
    );
    expect(
      'what one image shows in the layout that the other was brought into to be read',
      differenceFrom(first, await b.read()),
    ).toBe(asWritten);
    await b.write(second);
    await a.write(third);
    expect(
      'what one image shows that was written in the layout that the other was brought into',
      differenceFrom(third, await b.read()),
    ).toBe(asWritten);
    if (reach === 'device') return;
    const c = await a.import(importer, await a.export());
    const d = await c.import(importer, await a.export(), { layoutOf: c.resource });
    await b.release();
    expect('what another instance acquires', differenceFrom(third, await c.read())).toBe(asWritten);
    expect('what an identical image shows there', differenceFrom(third, await d.read())).toBe(asWritten);
    await c.write(first);
    await d.release();
    expect('what the exporter acquires back', differenceFrom(first, await b.read())).toBe(asWritten);
    expect('what its other image shows', differenceFrom(first, await a.read())).toBe(asWritten);
  });

images
  .case(
    'late-joiner',
    'An image made and bound when the memory holds contents leaves them, and comes to show them itself',
  )
  .proves('memory.image.late-joiner-keeps-content')
  .over({ handleType: memoryReferenceTypes, resource: tiled, allocation: allocations, reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, resource, allocation, reach, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, resource, allocation, access });
    await source.write(second);
    control('contents before the write', differenceFrom(first, await source.read())).toDifferFrom(asWritten);
    await source.write(first);
    const join = async (): Promise<SharedMemory> =>
      reach === 'device' ? joined(source) : source.import(importer, await source.export());
    const unused = await join();
    expect(
      'contents through the first image behind the binding of another',
      differenceFrom(first, await source.read()),
    ).toBe(asWritten);
    await unused.free();
    if (reach !== 'device') await source.release();
    const late = await join();
    expect('what an image shows that was bound last', differenceFrom(first, await late.read())).toBe(
      asWritten,
    );
    if (reach !== 'device') await late.release();
    expect(
      'contents through the first image behind its use',
      differenceFrom(first, await source.read()),
    ).toBe(asWritten);
  });

/** An identical image of the same device, on an import of its own. */
async function joined(first: SharedMemory): Promise<SharedMemory> {
  return first.import(first.endpoint, await first.export(), { layoutOf: first.resource });
}

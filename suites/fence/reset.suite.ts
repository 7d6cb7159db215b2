import {
  type DeviceCapabilities,
  exportable,
  type Fence,
  type FenceHandleType,
  fenceHandleTypes,
  importable,
  patience,
  reaches,
  referenceBeside,
  suite,
  transferenceOf,
} from '../../harness/cases';

const resetting = suite('fence.reset', 'Resets of several fences at once');

const transfer = [exportable('fence'), importable('fence')] as const;

/** Whether a payload can be shared for good as that type. */
const sharable = (device: DeviceCapabilities, handleType: FenceHandleType): boolean =>
  transfer.every((need) => need(device, { handleType }) === undefined);

resetting
  .case(
    'array-mixed',
    'One reset of several fences resets each of them, and brings back the permanent payload of those that have a temporary one',
  )
  .proves('fence.reset.array-mixed')
  .over({
    handleType: fenceHandleTypes,
    reach: reaches,
    first: ['native', 'permanent', 'temporary'],
    count: [3, 30],
  })
  .where(({ handleType, first }) => transferenceOf(handleType) === 'reference' || first !== 'permanent')
  .needs(...transfer)
  .run(async ({ exporter, importer, device, handleType, first, count, expect, control }) => {
    const reference = referenceBeside(handleType);
    const kinds = ['native', 'permanent', 'temporary'].filter(
      (kind) => kind !== 'permanent' || sharable(device, reference),
    );
    const members: {
      readonly name: string;
      readonly kind: string;
      readonly fence: Fence;
      readonly source: Fence;
    }[] = [];
    for (let made = 0; made < count; made += 1) {
      const kind = kinds[(kinds.indexOf(first) + made) % kinds.length] as string;
      const type = kind === 'permanent' ? reference : handleType;
      const fence = await importer.fence({ signaled: true });
      const source = await exporter.fence({ exportAs: [type], signaled: true });
      if (kind === 'permanent') await fence.import(await source.export(type), type, 'permanent');
      if (kind === 'temporary') await fence.import(await source.export(type), type, 'temporary');
      members.push({ name: `fence ${made} (${kind})`, kind, fence, source });
    }
    for (const { name, fence } of members)
      control(`${name}: wait before the reset`, await fence.wait(patience)).toBe('VK_SUCCESS');
    expect('result of the reset', await importer.resetFences(members.map(({ fence }) => fence))).toBe(
      'VK_SUCCESS',
    );
    const shared = transferenceOf(handleType) === 'reference';
    for (const { name, kind, fence, source } of members) {
      expect(`${name}: status behind the reset`, await fence.status()).toBe('VK_NOT_READY');
      if (kind === 'permanent')
        expect(`${name}: status of its source`, await source.status()).toBe('VK_NOT_READY');
      if (kind === 'temporary' && shared) {
        expect(`${name}: status of its source`, await source.status()).toBe('VK_SUCCESS');
        await source.reset();
      }
    }
    const queue = await exporter.queue();
    for (const { name, kind, fence, source } of members) {
      if (kind !== 'native') await queue.submit({ fence: source });
      if (kind === 'permanent')
        expect(`${name}: wait behind a signal of its source`, await fence.wait(patience)).toBe('VK_SUCCESS');
      if (kind === 'temporary') {
        control(`${name}: wait on its source`, await source.wait(patience)).toBe('VK_SUCCESS');
        expect(`${name}: status behind a signal of its source`, await fence.status()).toBe('VK_NOT_READY');
      }
      if (kind === 'permanent') continue;
      await (await importer.queue()).submit({ fence });
      expect(`${name}: wait behind a signal of its own`, await fence.wait(patience)).toBe('VK_SUCCESS');
    }
  });

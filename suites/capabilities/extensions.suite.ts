import {
  claimedFeatures,
  commandsOf,
  dependenciesOf,
  deviceExtension,
  extensionOf,
  fenceHandleTypes,
  fenceQuery,
  isMet,
  isReachable,
  mayBeQueried,
  memoryHandleTypeBit,
  memoryHandleTypes,
  type Need,
  resourceKindNames,
  resourceKinds,
  semaphoreHandleTypes,
  semaphoreQuery,
  semaphoreTypeKnown,
  semaphoreTypes,
  sentinels,
  suite,
} from '../../harness/cases';

const extensions = suite(
  'capabilities.extensions',
  'Whether the external extensions that a device offers are whole, and enough for what it advertises',
);

const withCommands = [
  'VK_KHR_external_fence_fd',
  'VK_KHR_external_fence_win32',
  'VK_KHR_external_semaphore_fd',
  'VK_KHR_external_semaphore_win32',
  'VK_KHR_external_memory_fd',
  'VK_KHR_external_memory_win32',
  'VK_EXT_external_memory_host',
] as const;
const withoutCommands = [
  'VK_KHR_external_fence',
  'VK_KHR_external_semaphore',
  'VK_KHR_external_memory',
  'VK_KHR_win32_keyed_mutex',
  'VK_EXT_external_memory_dma_buf',
  'VK_EXT_external_memory_acquire_unmodified',
  'VK_EXT_queue_family_foreign',
] as const;

const offered: Need<{ readonly extension: string }> = (device, { extension }) =>
  deviceExtension(extension)(device, {});

extensions
  .case('dependencies-present', 'What an offered external extension depends on is offered too')
  .proves('capabilities.ext.dependencies-present')
  .over({ extension: [...withCommands, ...withoutCommands] })
  .needs(offered)
  .run(async ({ exporter, device, extension, expect, control }) => {
    const { queries } = exporter;
    const names = [...(await queries.deviceExtensions()), ...(await queries.instanceExtensions())].map(
      ({ name }) => name,
    );
    const { apiVersion } = device;
    control(`whether ${extension} is among the extensions enumerated`, names.includes(extension)).toBe(true);
    control(
      'whether an extension that nobody makes would count as there',
      isMet('VK_EXT_never_made+VK_VERSION_1_0', { extensions: new Set(names), apiVersion }),
    ).toBe(false);
    const dependencies = dependenciesOf(extension);
    expect(
      `whether ${dependencies || 'nothing'}, which ${extension} depends on, is there on Vulkan ${apiVersion}`,
      isMet(dependencies, { extensions: new Set(names), apiVersion }),
    ).toBe(true);
  });

extensions
  .case('entry-points', 'Every command of an external extension that a device enables is found by its name')
  .proves('capabilities.ext.entry-points')
  .over({ extension: withCommands })
  .needs(offered)
  .run(async ({ exporter, extension, expect, control }) => {
    const { queries } = exporter;
    control(
      'whether a command that nobody makes is found',
      await queries.hasDeviceCommand('vkGetNeverMadeFdKHR'),
    ).toBe(false);
    const missing: string[] = [];
    for (const command of commandsOf(extension))
      if (!(await queries.hasDeviceCommand(command))) missing.push(command);
    expect(`commands of ${extension} that vkGetDeviceProcAddr does not find`, missing).toBe([]);
  });

extensions
  .case(
    'fence-types-reachable',
    'The device offers the extension that fences need for a handle type that it reports features of',
  )
  .proves('capabilities.ext.advertised-types-reachable')
  .over({ queriedType: fenceHandleTypes })
  .run((context) => isReachable(context, fenceQuery, context.queriedType));

extensions
  .case(
    'semaphore-types-reachable',
    'The device offers the extension that semaphores need for a handle type that it reports features of',
  )
  .proves('capabilities.ext.advertised-types-reachable')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes })
  .needs(semaphoreTypeKnown)
  .run((context) => isReachable(context, semaphoreQuery(context.device, context.type), context.queriedType));

extensions
  .case(
    'memory-types-reachable',
    'The device offers the extension that memory needs for a handle type that it reports features of',
  )
  .proves('capabilities.ext.advertised-types-reachable')
  .over({ queriedType: memoryHandleTypes })
  .needs(mayBeQueried)
  .run(async ({ exporter, device, queriedType, expect, control }) => {
    const { queries } = exporter;
    const handleType = memoryHandleTypeBit[queriedType];
    const extension = extensionOf('memory', queriedType);
    const reachable = device.deviceExtensions.includes(extension);
    const sentinel = sentinels.first;
    const claiming: string[] = [];
    for (const name of resourceKindNames) {
      const kind = resourceKinds[name];
      const answer =
        kind.kind === 'buffer'
          ? await queries.buffer(handleType, { usage: kind.usage, sentinel })
          : (await queries.image({ ...kind, handleType }, { sentinel })).external;
      if (kind.kind === 'buffer')
        control('whether externalMemoryFeatures was left alone', answer?.unwritten.includes('features')).toBe(
          false,
        );
      const { exportable, importable } = claimedFeatures('memory', answer?.features ?? 0);
      if (!reachable && (exportable || importable)) claiming.push(name);
    }
    expect(`resources with features of ${queriedType} that ${extension} is missing for`, claiming).toBe([]);
  });

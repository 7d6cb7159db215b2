import { commandsOf, dependenciesOf, isMet } from '../cases/extension-dependencies';
import type { Traced } from '../hosts/call-trace';
import type { Call, Step } from './trace-steps';
import { elementsOf, membersOf } from './traced-value';

/** By what the calls of a program show that they use what an extension brings, be it by its core names. */
const signs: Readonly<Record<string, RegExp>> = {
  VK_KHR_get_physical_device_properties2: /vkGetPhysicalDevice\w+2/,
  VK_KHR_external_fence_capabilities: /ExternalFence|EXTERNAL_FENCE/,
  VK_KHR_external_semaphore_capabilities: /ExternalSemaphore|EXTERNAL_SEMAPHORE/,
  VK_KHR_external_memory_capabilities: /External(Memory|Buffer|Image)|EXTERNAL_MEMORY/,
  VK_KHR_surface: /Surface|SURFACE/,
  VK_EXT_headless_surface: /HeadlessSurface/,
  VK_KHR_external_fence_fd: /FenceFd|FENCE_HANDLE_TYPE_(OPAQUE|SYNC)_FD/,
  VK_KHR_external_semaphore_fd: /SemaphoreFd|SEMAPHORE_HANDLE_TYPE_(OPAQUE|SYNC)_FD/,
  VK_KHR_external_memory_fd: /MemoryFd|MEMORY_HANDLE_TYPE_(OPAQUE_FD|DMA_BUF)/,
  VK_EXT_external_memory_dma_buf: /DMA_BUF/,
  VK_EXT_external_memory_host: /HostPointer|HOST_ALLOCATION|HOST_MAPPED/,
  VK_EXT_queue_family_foreign: /"(src|dst)QueueFamilyIndex":4294967293/,
  VK_EXT_external_memory_acquire_unmodified: /AcquireUnmodified/,
  VK_KHR_image_format_list: /ImageFormatList/,
  VK_EXT_image_drm_format_modifier: /DrmFormatModifier|DRM_FORMAT_MODIFIER/,
  VK_KHR_timeline_semaphore: /Timeline|TIMELINE|vkWaitSemaphores|vkSignalSemaphore|CounterValue/,
  VK_KHR_synchronization2: /Submit2|Barrier2|SubmitInfo2|DependencyInfo|_STAGE_2_|_ACCESS_2_/,
  VK_KHR_dynamic_rendering: /Rendering/,
  VK_KHR_maintenance5: /Flags2|_USAGE_2_/,
  VK_KHR_create_renderpass2: /RenderPass2/,
  VK_KHR_depth_stencil_resolve: /DepthStencilResolve/,
  VK_EXT_memory_budget: /MemoryBudget/,
  VK_KHR_swapchain: /Swapchain|SWAPCHAIN|vkQueuePresent|vkAcquireNextImage|PRESENT_SRC/,
  VK_EXT_device_memory_report: /DeviceMemoryReport/,
  VK_KHR_buffer_device_address: /DeviceAddress|DEVICE_ADDRESS/,
};

const opens = /^vkCreate(Instance|Device)$/;

/** Features that the suite asks for wherever they are, by the extension that they are for. */
const featuresOf: Readonly<Record<string, string>> = {
  VkPhysicalDeviceTimelineSemaphoreFeatures: 'VK_KHR_timeline_semaphore',
  VkPhysicalDeviceSynchronization2Features: 'VK_KHR_synchronization2',
  VkPhysicalDeviceBufferDeviceAddressFeatures: 'VK_KHR_buffer_device_address',
  VkPhysicalDeviceMaintenance5Features: 'VK_KHR_maintenance5',
};

/**
 * Steps whose instances and devices have the extensions and features alone that the calls of the case need: the suite
 * opens them with all that its cases know, which another driver may lack.
 * @param last the last step of the program
 * @param apiVersion of the device: `1.3.274`
 */
export function withNeededExtensions(
  steps: readonly Step[],
  last: number,
  apiVersion: string,
): readonly Step[] {
  const begins = steps.findIndex(({ kind }) => kind === 'case');
  const calls = (of: readonly Step[]): readonly Call[] =>
    of.flatMap((step) => ('call' in step && opens.test(step.call.command) ? [step.call] : []));
  const asked = (call: Call): string => `${call.command} ${extensionsOf(call).join(' ')}`;
  // A case may open more of them in the same way; what it opens in a way of its own stays as it is.
  const ways = new Set(calls(steps.slice(0, Math.max(begins, 0))).map(asked));
  const opening = calls(steps).filter((call) => ways.has(asked(call)));
  const used = steps
    .slice(begins, last + 1)
    .map((step) =>
      'call' in step && !opening.includes(step.call)
        ? `${step.call.command} ${JSON.stringify(step.call.args)}`
        : '',
    )
    .join('\n');
  const needed = neededAmong(new Set(opening.flatMap(extensionsOf)), used, apiVersion);
  const reduced = new Map(opening.map((call) => [call, withOnly(call, needed, used)]));
  return steps.map((step) =>
    'call' in step ? { ...step, call: reduced.get(step.call) ?? step.call } : step,
  );
}

function extensionsOf({ args }: Call): readonly string[] {
  return args.flatMap((arg) => (elementsOf(membersOf(arg).ppEnabledExtensionNames) ?? []).map(String));
}

/** Of those that were enabled, what is used, and what that rests on. */
function neededAmong(enabled: ReadonlySet<string>, used: string, apiVersion: string): ReadonlySet<string> {
  const isUsed = (name: string): boolean =>
    isMet(name, { extensions: new Set(), apiVersion })
      ? commandsOf(name).some((command) => used.includes(`${command} `))
      : (signs[name]?.test(used) ?? true);
  const needed = new Set([...enabled].filter(isUsed));
  for (const name of needed) {
    const depends = dependenciesOf(name);
    if (isMet(depends, { extensions: needed, apiVersion })) continue;
    // A set gives out what is added to it while it is gone through.
    for (const other of depends.match(/VK_\w+/g) ?? []) if (enabled.has(other)) needed.add(other);
  }
  return needed;
}

function withOnly(call: Call, needed: ReadonlySet<string>, used: string): Call {
  const args = call.args.map((arg) => {
    const { ppEnabledExtensionNames, pNext, pEnabledFeatures, ...rest } = membersOf(arg);
    const names = elementsOf(ppEnabledExtensionNames);
    if (names === undefined) return arg;
    const chain = elementsOf(pNext)?.filter((link) => {
      const { struct } = membersOf(link);
      const extension = featuresOf[String(struct)];
      return extension === undefined || signs[extension]?.test(used) === true;
    });
    return {
      ...rest,
      ppEnabledExtensionNames: names.filter((name) => needed.has(String(name))),
      ...(chain === undefined ? {} : { pNext: chain }),
      ...(pEnabledFeatures === undefined
        ? {}
        : { pEnabledFeatures: /[Ss]parse|SPARSE/.test(used) ? pEnabledFeatures : null }),
    } satisfies Traced;
  });
  return { ...call, args };
}

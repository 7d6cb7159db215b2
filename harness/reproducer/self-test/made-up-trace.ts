import { join } from 'node:path';
import { instancesOf } from '../../cases/case-instance';
import type { CaseOutcome, Deviation } from '../../cases/outcome';
import { loadSuite, suitesFolder } from '../../cases/suite-files';
import type { Device } from '../../drivers/driver';
import type { Traced, TraceEvent, TraceLine } from '../../hosts/call-trace';
import { reproducer } from '../reproducer';

const suite = loadSuite(join(suitesFolder, 'fence', 'import.suite.js'));
const [first] = suite.cases.flatMap((one) => instancesOf(one));
if (first === undefined) throw new Error('no case');
/** A case instance for traces that are made up. */
export const instance = first;

export const device = {
  driver: {
    name: 'some-driver',
    manifest: '/drivers/some.json',
    library: '/drivers/libsome.so',
    loader: '/loaders/libvulkan.so.1',
    dynamicLinker: null,
    builtIn: false,
    origin: 'this machine',
  },
  key: 'some-driver/some-device',
  identity: {
    deviceName: 'Some "device" */',
    driverVersion: 7,
    driverName: 'Some driver',
    driverInfo: '1.2',
    apiVersion: '1.3.0',
  },
  capabilities: {},
} as unknown as Device;

export const vk = (type: string, value: number): Traced => ({ $vulkan: type, value: String(value) });
export const instanceHandle = vk('VkInstance', 1);
export const gpu = vk('VkPhysicalDevice', 2);
export const made = vk('VkDevice', 3);
export const fence = vk('VkFence', 4);

let calls = 0;
let at = 0;
export type By = TraceLine['by'];
export const line = (event: TraceEvent, by: By = 'host'): TraceLine => {
  at += 10;
  return { ...event, by, at };
};
export const begin = (
  command: string,
  args: readonly Traced[],
  by: By = 'host',
): TraceLine & { call: number } => {
  calls += 1;
  return line({ kind: 'begin', call: calls, command, args }, by) as TraceLine & { call: number };
};
export const end = (
  begun: TraceLine & { call: number },
  given: Traced = {},
  result = 'VK_SUCCESS',
): TraceLine => line({ kind: 'end', call: begun.call, result, given }, begun.by);
export const call = (
  command: string,
  args: readonly Traced[],
  given: Traced = {},
  result = 'VK_SUCCESS',
  by: By = 'host',
): readonly TraceLine[] => {
  const begun = begin(command, args, by);
  return [begun, end(begun, given, result)];
};
export const setUp = (by: By = 'host'): readonly TraceLine[] => [
  ...call('vkEnumerateInstanceVersion', [], { apiVersion: 4206592 }, 'VK_SUCCESS', by),
  ...call(
    'vkCreateInstance',
    [
      {
        flags: [],
        pApplicationInfo: {
          pApplicationName: 'a "name"',
          applicationVersion: 1,
          pEngineName: null,
          engineVersion: 0,
          apiVersion: 4206592,
        },
        ppEnabledLayerNames: [],
        ppEnabledExtensionNames: ['VK_KHR_surface'],
      },
      null,
    ],
    { instance: instanceHandle },
    'VK_SUCCESS',
    by,
  ),
  ...call('vkEnumeratePhysicalDevices', [instanceHandle], { physicalDevices: [gpu] }, 'VK_SUCCESS', by),
  ...call(
    'vkCreateDevice',
    [
      gpu,
      {
        pNext: [{ struct: 'VkPhysicalDeviceTimelineSemaphoreFeatures', timelineSemaphore: true }],
        flags: [],
        pQueueCreateInfos: [{ flags: [], queueFamilyIndex: 0, pQueuePriorities: [1] }],
        ppEnabledLayerNames: [],
        ppEnabledExtensionNames: ['VK_KHR_external_fence_fd'],
        pEnabledFeatures: null,
      },
      null,
    ],
    { device: made },
    'VK_SUCCESS',
    by,
  ),
];
export const createFence = (by: By = 'host', handle = fence): readonly TraceLine[] =>
  call(
    'vkCreateFence',
    [
      made,
      {
        pNext: [
          {
            struct: 'VkExportFenceCreateInfo',
            handleTypes: ['VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT'],
          },
        ],
        flags: ['VK_FENCE_CREATE_SIGNALED_BIT'],
      },
      null,
    ],
    { fence: handle },
    'VK_SUCCESS',
    by,
  );
export const fdInfo = { fence, handleType: 'VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT' };
export const caseBegins = () => line({ kind: 'case' });
export const check = (seen: Traced, operands: readonly Traced[], what: string, control = false): TraceLine =>
  line({ kind: 'check', what, matcher: 'toBe', operands, seen, holds: seen === operands[0], control });
export const failed = (
  deviation: Partial<Deviation>,
  status: CaseOutcome['status'] = 'fail',
  message = 'it was wrong',
): CaseOutcome => ({
  caseId: instance.id,
  status,
  message,
  durationMs: 1,
  driverMs: 1,
  deviations: status === 'fail' ? [{ what: '', expected: '', seen: '', control: false, ...deviation }] : [],
  calls: [],
  notes: [],
});
export const programOf = (outcome: CaseOutcome, ...lines: readonly (readonly TraceLine[])[]): string =>
  reproducer(instance, device, outcome, lines.flat());

/** A fence that should be signaled, and is not. */
export const wrongStatus = { what: 'status', expected: 'VK_SUCCESS', seen: 'VK_NOT_READY' };

/** The program of a case that looked at it. */
export const statusProgram = (): string =>
  programOf(
    failed(wrongStatus),
    setUp(),
    [caseBegins()],
    createFence(),
    call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
    call('vkDestroyFence', [made, fence, null], {}, ''),
  );

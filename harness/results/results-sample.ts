import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import { type OutcomeEntry, type Results, schemaVersion } from './results-schema';
import { totalsOf } from './totals';

/** Characters that XML cannot hold or must escape, and templates that a careless replacement would expand. */
export const nastyText =
  'a \u0000\u001b[31m\u0007 <b> & "q" \'s\' ]]> {title} $& \ud800 \uffff é 漢 🙂\r\nnext\tline';

/** One outcome of the given status, with texts of every kind. */
export function sampleOutcome(status: OutcomeStatus, name: string, nasty = nastyText): OutcomeEntry {
  const ran = status !== 'skip' && status !== 'missing';
  const deviates = status === 'fail' || status === 'warn';
  return {
    id: `fence.import.${name}:handleType=OPAQUE_FD,on=true`,
    case: `fence.import.${name}`,
    suite: 'fence.import',
    description: 'A signal through one fence is seen through another',
    class: status === 'warn' ? 'quality' : 'conformance',
    requirements: ['fence.import.shared-signal'],
    parameters: { handleType: 'OPAQUE_FD', on: true },
    skip: status === 'skip' ? `no ${nasty}` : null,
    rerun: `vkextern run 'fence.import.${name}:handleType=OPAQUE_FD,on=true' --driver sample`,
    status,
    durationMs: ran ? 12.5 : 0,
    driverMs: ran ? 3.25 : 0,
    message: status === 'pass' ? '' : `${status}: ${status === 'skip' ? `no ${nasty}` : nasty}`,
    deviations: deviates
      ? [{ what: `status ${nasty}`, expected: '<VK_SUCCESS>', seen: nasty, control: true }]
      : [],
    calls: deviates
      ? [
          {
            command: 'vkGetFenceStatus',
            args: nasty,
            result: null,
            gave: '',
            microseconds: null,
            process: 'peer',
          },
        ]
      : [],
    notes: deviates ? [nasty] : [],
  };
}

/** Results with every status, on two devices of one driver. */
export function sampleResults(): Results {
  const every = outcomeStatuses.map((status) => sampleOutcome(status, `case-${status}`));
  const invalid: OutcomeEntry = { ...sampleOutcome('crash', 'case-invalid'), class: 'robustness' };
  return {
    schemaVersion,
    suite: { name: 'sample', version: '1.2.3' },
    registryVersion: '1.4.309',
    specificationVersion: '1.4.360',
    driver: {
      name: 'sample',
      manifest: '/sample/icd.json',
      library: '/sample/driver.so',
      loader: null,
      dynamicLinker: null,
      builtIn: false,
      origin: 'this machine',
    },
    remarks: [],
    problem: null,
    requirements: { 'fence.import.shared-signal': { anchor: 'a-section', obligation: 'A & B must <hold>.' } },
    run: {
      startedAt: '2026-01-02T03:04:05.678Z',
      endedAt: '2026-01-02T03:04:07.678Z',
      arguments: ['run', '--jobs', '2'],
      nodeVersion: 'v20.20.0',
      os: 'Linux',
      kernel: '6.1',
      guest: false,
      jobs: 2,
      timeoutSeconds: 10,
      isolate: false,
      selection: { globs: [], classes: [], requirements: [] },
      testNamePattern: null,
      instances: 'all',
      shard: null,
      bail: null,
      repeat: 1,
      retries: 0,
      flakes: 'fail',
      stopped: 'no',
      wallMs: 2000,
      startUpMs: 300,
      driverMs: 1500,
    },
    devices: [sampleDevice('sample/one-1.0', [...every, invalid]), sampleDevice('sample/two', every)],
  };
}

function sampleDevice(key: string, outcomes: readonly OutcomeEntry[]): Results['devices'][number] {
  const opaque = { exportable: true, importable: true, dedicatedOnly: false };
  return {
    key,
    identity: {
      deviceName: key,
      deviceType: 'CPU',
      deviceUUID: '00112233445566778899aabbccddeeff',
      driverUUID: '00112233445566778899aabbccddeeff',
      vendorID: 0x10005,
      deviceID: 0,
      driverID: 'VK_DRIVER_ID_SAMPLE',
      driverName: 'sample',
      driverInfo: '1.0',
      driverVersion: 1,
      conformanceVersion: '1.3.0.0',
      apiVersion: '1.3.274',
    },
    capabilities: {
      platform: 'posix',
      apiVersion: '1.3.274',
      instanceExtensions: ['VK_KHR_external_fence_capabilities'],
      deviceExtensions: ['VK_KHR_external_fence_fd'],
      features: {
        timelineSemaphore: true,
        synchronization2: true,
        maintenance5: false,
        bufferDeviceAddress: true,
        sparseBinding: false,
        deviceMemoryReport: false,
      },
      fence: { OPAQUE_FD: { ...opaque, compatible: ['OPAQUE_FD'], exportFromImported: ['OPAQUE_FD'] } },
      binarySemaphore: {},
      timelineSemaphore: {},
      memory: [{ name: 'buffer transfer', handleTypes: {} }],
      memoryTypes: [
        {
          index: 0,
          heap: 0,
          deviceLocal: true,
          hostVisible: true,
          hostCoherent: true,
          protected: false,
          deviceCoherent: false,
        },
      ],
      queueFamilies: [{ index: 0, flags: ['VK_QUEUE_GRAPHICS_BIT'] }],
      minImportedHostPointerAlignment: null,
      dmaBufModifiers: [],
      dmaBufProducers: [],
      dmaBufsGiveFences: false,
      syncFileSources: [],
      otherDevices: [],
    },
    outcomes,
    totals: totalsOf(outcomes),
  };
}

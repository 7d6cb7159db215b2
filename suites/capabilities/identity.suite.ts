import {
  apiVersion,
  type DeviceIdentity,
  namedByLuid,
  observers,
  sentinels,
  suite,
} from '../../harness/cases';

const identity = suite(
  'capabilities.identity',
  'The identifiers by which applications and other interfaces know a device and its driver',
);

const zero = '0'.repeat(32);
const noLuid = '0'.repeat(16);

/** Identifiers of devices, apart from the order in which a driver lists them. */
function listed(devices: readonly DeviceIdentity[], name: 'deviceUUID' | 'driverUUID'): readonly string[] {
  return devices
    .map((device) => `${device.deviceName} ${device.vendorID}:${device.deviceID} ${device[name]}`)
    .sort();
}

identity
  .case('device-uuid-immutable', 'Every device has the same deviceUUID for whoever looks at it')
  .proves('capabilities.id.device-uuid-immutable')
  .over({ observer: observers })
  .run(async ({ exporter, devicesSeenBy, observer, expect, control }) => {
    const { deviceUUID, unwritten } = await exporter.queries.identifiers({ sentinel: sentinels.first });
    control('whether deviceUUID was left alone', unwritten.includes('deviceUUID')).toBe(false);
    const here = await exporter.queries.allDevices();
    expect(
      'whether the device is found by its deviceUUID among those of its instance',
      here.some((device) => device.deviceUUID === deviceUUID),
    ).toBe(true);
    const there = await devicesSeenBy(observer);
    expect(`deviceUUIDs seen by ${seer[observer]}`, listed(there, 'deviceUUID')).toBe(
      listed(here, 'deviceUUID'),
    );
  });

const seer = {
  instance: 'another instance',
  process: 'another process',
  'changed-environment': 'another process in another environment',
} as const;

identity
  .case('driver-uuid-consistent', 'Every device has the same driverUUID for whoever looks at it')
  .proves('capabilities.id.driver-uuid-consistent')
  .over({ observer: observers })
  .run(async ({ exporter, devicesSeenBy, observer, expect, control }) => {
    const { driverUUID, unwritten } = await exporter.queries.identifiers({ sentinel: sentinels.first });
    control('whether driverUUID was left alone', unwritten.includes('driverUUID')).toBe(false);
    const here = await exporter.queries.allDevices();
    expect(
      'whether a device of its instance has the driverUUID',
      here.some((device) => device.driverUUID === driverUUID),
    ).toBe(true);
    const there = await devicesSeenBy(observer);
    expect(`driverUUIDs seen by ${seer[observer]}`, listed(there, 'driverUUID')).toBe(
      listed(here, 'driverUUID'),
    );
  });

identity
  .case('same-again', 'A device tells the same identifiers however often it is asked, and at the peer')
  .proves('capabilities.id.device-uuid-immutable', 'capabilities.id.driver-uuid-consistent')
  .over({ reach: ['device', 'instance', 'process'] })
  .run(async ({ exporter, importer, expect, control }) => {
    const first = await exporter.queries.identifiers({ sentinel: sentinels.first });
    control(
      'identifiers that were left alone',
      first.unwritten.filter((name) => name.endsWith('UUID')),
    ).toBe([]);
    for (let round = 0; round < 100; round++) {
      const again = await importer.queries.identifiers({ sentinel: sentinels.later });
      expect('deviceUUID and driverUUID', [again.deviceUUID, again.driverUUID]).toBe([
        first.deviceUUID,
        first.driverUUID,
      ]);
    }
  });

identity
  .case('uuid-likely-unique', 'The deviceUUIDs of a driver differ from one another, and none is all zeros')
  .proves('capabilities.id.uuid-likely-unique')
  .run(async ({ exporter, expect, control }) => {
    const { unwritten } = await exporter.queries.identifiers({ sentinel: sentinels.first });
    control('whether deviceUUID was left alone', unwritten.includes('deviceUUID')).toBe(false);
    const uuids = (await exporter.queries.allDevices()).map(({ deviceUUID }) => deviceUUID);
    expect('deviceUUIDs that are all zeros', uuids.filter((uuid) => uuid === zero).length).toBe(0);
    expect('different deviceUUIDs among the devices', new Set(uuids).size).toBe(uuids.length);
  });

identity
  .case(
    'luid-node-mask',
    'deviceLUIDValid is a boolean, and where it is true deviceNodeMask has one bit: the first outside linked adapters',
  )
  .proves('capabilities.id.luid-node-mask')
  .withoutControl('what was there before the call is itself what a driver that does nothing would leave')
  .run(async ({ exporter, device, expect, note }) => {
    for (const sentinel of Object.values(sentinels)) {
      const seen = await exporter.queries.identifiers({ sentinel });
      expect('whether deviceLUIDValid was left alone', seen.unwritten.includes('deviceLUIDValid')).toBe(
        false,
      );
      if (!seen.deviceLUIDValid) continue;
      expect('members that were left alone', seen.unwritten).toBe([]);
      const bits = [...Array(32).keys()].filter((bit) => (seen.deviceNodeMask >>> bit) & 1);
      expect('how many bits deviceNodeMask has', bits.length).toBe(1);
      if (device.platform !== 'win32') expect('deviceNodeMask', seen.deviceNodeMask).toBe(1);
      else note(`deviceNodeMask is ${seen.deviceNodeMask}`);
    }
  });

/** Vendors by their numbers on the PCI bus: others are of Khronos, or of firmware. */
const isPci = (vendor: number): boolean => vendor > 0 && vendor <= 0xffff;

identity
  .case(
    'luid-matches-dxgi',
    'A valid deviceLUID is the AdapterLuid of an adapter that DXGI lists, or finds by it',
  )
  .proves('capabilities.id.luid-matches-dxgi')
  .needs(namedByLuid)
  .run(async ({ exporter, displayAdapters, displayAdapterOf, expect, should, control, note }) => {
    const { deviceUUID, deviceLUID, deviceLUIDValid, unwritten } = await exporter.queries.identifiers({
      sentinel: sentinels.first,
    });
    expect('whether deviceLUIDValid still holds', deviceLUIDValid).toBe(true);
    control('whether deviceLUID was left alone', unwritten.includes('deviceLUID')).toBe(false);
    const adapters = displayAdapters();
    control(
      'whether a LUID of zeros is that of an adapter',
      adapters.some(({ luid }) => luid === noLuid) || displayAdapterOf(noLuid) !== null,
    ).toBe(false);
    // An adapter that only computes is in no list of those that may display.
    const adapter = adapters.find(({ luid }) => luid === deviceLUID) ?? displayAdapterOf(deviceLUID);
    const luids = [...adapters.map(({ luid }) => luid), ...(adapter === null ? [] : [adapter.luid])];
    expect('deviceLUID, among those of DXGI’s adapters', deviceLUID).toBeOneOf(luids);
    const device = (await exporter.queries.allDevices()).find((one) => one.deviceUUID === deviceUUID);
    if (adapter === null || device === undefined) return;
    note(`the adapter is ${adapter.description}`);
    if (isPci(adapter.vendorId) && isPci(device.vendorID))
      should('vendor of the adapter', adapter.vendorId).toBe(device.vendorID);
  });

identity
  .case(
    'vulkan11-mirror',
    'VkPhysicalDeviceVulkan11Properties has the identifiers of VkPhysicalDeviceIDProperties',
  )
  .proves('capabilities.id.vulkan11-mirror')
  .over({ chain: ['alone', 'before-id', 'after-id'] })
  .needs(apiVersion(1, 2))
  .run(async ({ exporter, chain, expect, control }) => {
    const own = await exporter.queries.identifiers({ sentinel: sentinels.first });
    const valid = own.deviceLUIDValid;
    // Without a valid LUID, deviceLUID and deviceNodeMask are undefined.
    const defined = (name: string): boolean => valid || !['deviceLUID', 'deviceNodeMask'].includes(name);
    control('members of VkPhysicalDeviceIDProperties left alone', own.unwritten.filter(defined)).toBe([]);
    const mirror = await exporter.queries.identifiersOfVulkan11({ chain, sentinel: sentinels.later });
    const members = (seen: typeof own): Record<string, unknown> =>
      Object.fromEntries(Object.entries(seen).filter(([name]) => name !== 'unwritten' && defined(name)));
    expect('members of VkPhysicalDeviceVulkan11Properties left alone', mirror.unwritten.filter(defined)).toBe(
      [],
    );
    expect('identifiers in VkPhysicalDeviceVulkan11Properties', members(mirror)).toBe(members(own));
  });

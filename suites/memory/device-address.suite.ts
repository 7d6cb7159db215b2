import {
  accesses,
  allocations,
  contentsPass,
  exportableMemory,
  feature,
  freshPattern,
  memoryFor,
  memoryReferenceTypes,
  reaches,
  suballocatable,
  suite,
} from '../../harness/cases';

const addresses = suite('memory.device-address', 'Device addresses of buffers in shared memory');

const resource = 'addressed-buffer';

addresses
  .case(
    'imported',
    'A buffer in imported memory has a device address of its own, and what others write lies behind it',
  )
  .proves('memory.import.device-address')
  .over({ handleType: memoryReferenceTypes, allocation: allocations, access: accesses, reach: reaches })
  .needs(
    feature('bufferDeviceAddress'),
    memoryFor(resource, 'exportable', 'importable'),
    (device, parameters) =>
      parameters.allocation === 'suballocated' ? suballocatable(resource)(device, parameters) : undefined,
  )
  .run(async (context) => {
    const { exporter, importer, device, handleType, allocation, access, expect, control } = context;
    const options = { handleType, resource, allocation, access } as const;
    const source = await exportableMemory(exporter, device, options);
    control('device address of the exporter’s buffer', await source.resource.deviceAddress()).toDifferFrom(
      0n,
    );
    const target = await source.import(importer, await source.export());
    const address = await target.resource.deviceAddress();
    expect('device address of a buffer in imported memory', address).toDifferFrom(0n);
    expect('the same when it is asked for again', await target.resource.deviceAddress()).toBe(address);
    await source.write(freshPattern());
    await contentsPass(context, source, target, 'from the exporter to the importer');
    await contentsPass(context, target, source, 'from the importer to the exporter');
  });

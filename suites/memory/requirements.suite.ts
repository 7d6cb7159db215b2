import {
  contentSize,
  type DeviceCapabilities,
  type Endpoint,
  feature,
  type MemoryHandleType,
  type MemoryRequirements,
  makeResource,
  memoryFor,
  memoryHandleTypeBit,
  memoryReferenceTypes,
  type ResourceKindName,
  resourceKindNames,
  resourceKinds,
  suite,
} from '../../harness/cases';

const requirements = suite(
  'memory.requirements',
  'What memory a resource with external handle types asks for',
);

const handleTypes = [...memoryReferenceTypes, 'HOST_ALLOCATION'] as const;

/** A resource may be made with a handle type that the device reports exportable or importable for it. */
function usable(device: DeviceCapabilities, parameters: { handleType: string; resource: string }) {
  const resource = parameters.resource as ResourceKindName;
  const exportable = memoryFor(resource, 'exportable')(device, parameters);
  return exportable === undefined ? undefined : memoryFor(resource, 'importable')(device, parameters);
}

async function requirementsOf(
  endpoint: Endpoint,
  resource: ResourceKindName,
  external: readonly MemoryHandleType[],
): Promise<MemoryRequirements> {
  const made = await makeResource(endpoint, resource, external);
  const answer = await made.requirements();
  await made.destroy();
  return answer;
}

requirements
  .case('some-type', 'A resource with an external handle type may use at least one memory type that exists')
  .proves('memory.requirements.external-has-types')
  .over({ handleType: handleTypes, resource: resourceKindNames })
  .needs(usable)
  .withoutControl('a driver that answers nothing leaves a mask of zero, which fails')
  .run(async ({ exporter, device, handleType, resource, expect, should }) => {
    const { memoryTypeBits } = await requirementsOf(exporter, resource, [handleType]);
    const existing = 2 ** device.memoryTypes.length - 1;
    expect('memory types', memoryTypeBits & existing).toDifferFrom(0);
    should('memory types that the device does not have', (memoryTypeBits & ~existing) >>> 0).toBe(0);
  });

requirements
  .case(
    'host-visible-type',
    'A buffer or linear image with an external handle type may use memory that is host-visible and coherent',
  )
  .proves('memory.requirements.host-visible-for-external')
  .over({ handleType: handleTypes, resource: ['buffer', 'storage-buffer', 'linear-image'] })
  .needs(usable)
  .run(async ({ exporter, device, handleType, resource, expect, control }) => {
    const { memoryTypeBits } = await requirementsOf(exporter, resource, [handleType]);
    const coherent = device.memoryTypes.filter(
      ({ hostVisible, hostCoherent }) => hostVisible && hostCoherent,
    );
    control('host-visible coherent memory types of the device', coherent.length).toBeAtLeast(1);
    expect(
      'those among them that the resource may use',
      coherent.filter(({ index }) => (memoryTypeBits & (1 << index)) !== 0).length,
    ).toBeAtLeast(1);
  });

requirements
  .case(
    'stable-types',
    'Memory types are the same for equal resources and other sizes, and no fewer for less usage',
  )
  .proves('memory.requirements.mask-consistent')
  .over({ handleType: handleTypes, resource: ['buffer', 'storage-buffer'] })
  .needs(usable)
  .run(async ({ exporter, handleType, resource, expect, control }) => {
    const { usage } = resourceKinds[resource];
    const external = [handleType];
    const { memoryTypeBits, size } = await requirementsOf(exporter, resource, external);
    for (const bytes of [1, 4096, contentSize, 1 << 24]) {
      const buffer = await exporter.buffer({ size: bytes, usage, external });
      const answer = await buffer.requirements();
      expect(`memory types of a buffer of ${bytes} bytes`, answer.memoryTypeBits).toBe(memoryTypeBits);
      if (bytes === 1 << 24) control('bytes that a larger buffer needs', answer.size).toBeAtLeast(size + 1n);
    }
    for (const one of usage) {
      const buffer = await exporter.buffer({ size: contentSize, usage: [one], external });
      const answer = await buffer.requirements();
      expect(`memory types lost with ${one} alone`, (memoryTypeBits & ~answer.memoryTypeBits) >>> 0).toBe(0);
    }
  });

requirements
  .case(
    'dedicated-as-advertised',
    'A resource requires a dedicated allocation only where its handle type is reported to need one, and then prefers one',
  )
  .proves(
    'memory.requirements.dedicated-required-only-if-advertised',
    'memory.requirements.requires-implies-prefers',
  )
  .over({ handleType: handleTypes, resource: resourceKindNames })
  .needs(usable)
  .run(async ({ exporter, device, handleType, resource, expect, control }) => {
    const answer = await requirementsOf(exporter, resource, [handleType]);
    const capability = device.memory.find(({ name }) => name === resource)?.handleTypes[handleType];
    control('whether the capabilities of the handle type are known', capability !== undefined).toBe(true);
    if (!capability?.dedicatedOnly)
      expect('requiresDedicatedAllocation without DEDICATED_ONLY', answer.requiresDedicatedAllocation).toBe(
        false,
      );
    if (answer.requiresDedicatedAllocation && resource.endsWith('buffer'))
      expect('prefersDedicatedAllocation where it is required', answer.prefersDedicatedAllocation).toBe(true);
    expect('bytes needed', answer.size).toBeAtLeast(BigInt(contentSize));
  });

requirements
  .case(
    'sparse-not-dedicated',
    'A buffer with sparse binding neither requires nor prefers a dedicated allocation',
  )
  .proves('memory.requirements.requires-implies-prefers')
  .over({ handleType: handleTypes, resource: ['buffer', 'storage-buffer'] })
  .needs(usable, feature('sparseBinding'))
  .withoutControl('neither is what a driver reports that leaves the structure alone, and what it must report')
  .run(async ({ exporter, handleType, resource, note, expect }) => {
    const { usage } = resourceKinds[resource];
    const flags = ['VK_BUFFER_CREATE_SPARSE_BINDING_BIT'];
    const { features } = await exporter.queries.buffer(memoryHandleTypeBit[handleType], { usage, flags });
    if (features === 0) note(`the device has no ${handleType} for a sparse ${resource}: asked without it`);
    const external = features === 0 ? {} : { external: [handleType] };
    const buffer = await exporter.buffer({ size: contentSize, usage, flags, ...external });
    const answer = await buffer.requirements();
    expect('requiresDedicatedAllocation', answer.requiresDedicatedAllocation).toBe(false);
    expect('prefersDedicatedAllocation', answer.prefersDedicatedAllocation).toBe(false);
  });

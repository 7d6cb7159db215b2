import {
  allQueriedImages,
  answersTo,
  anywhereClaimed,
  askerOffered,
  askers,
  type CaseContext,
  claimedFeatures,
  distinct,
  type ExternalProperties,
  feature,
  type MemoryHandleType,
  makeResource,
  mayBeQueried,
  memoryClaimed,
  memoryHandleTypeBit,
  memoryHandleTypes,
  memoryHoldsResources,
  type Queries,
  type QueryOptions,
  queriedFormats,
  type ResourceKindName,
  resourceKindNames,
  resourceKinds,
  sentinels,
  someOf,
  spelledBy,
  spellings,
  suballocatable,
  suite,
  useBuffer,
  useImage,
  writtenMasks,
} from '../../harness/cases';

const memory = suite(
  'capabilities.memory',
  'What a device says of memory handle types for buffers and images alike',
);

const hostTypes = ['HOST_ALLOCATION', 'HOST_MAPPED_FOREIGN_MEMORY'] as const;

/** The answer about a kind of resource, or the result where there is none. */
async function answerFor(
  queries: Queries,
  resource: ResourceKindName,
  handleType: number,
  options: QueryOptions,
): Promise<{ readonly result: string; readonly external?: ExternalProperties; readonly limits?: unknown }> {
  const kind = resourceKinds[resource];
  if (kind.kind === 'image') return queries.image({ ...kind, handleType }, options);
  return { result: '', external: await queries.buffer(handleType, { ...options, usage: kind.usage }) };
}

/** What a query said of a resource. */
interface QueriedResource {
  readonly name: string;
  readonly answer: ExternalProperties;
  /** Makes the query once more: what deviates is to stand last among the calls that a failure shows. */
  readonly ask: () => Promise<unknown>;
}

/** Features of a handle type for each kind of buffer and image that the suite asks about. */
async function featuresOf(
  { exporter }: Pick<CaseContext, 'exporter'>,
  type: MemoryHandleType,
): Promise<readonly QueriedResource[]> {
  const found: QueriedResource[] = [];
  const handleType = memoryHandleTypeBit[type];
  const options = { sentinel: sentinels.first };
  for (const name of ['buffer', 'storage-buffer'] as const) {
    const ask = () => answerFor(exporter.queries, name, handleType, options);
    const { external } = await ask();
    if (external !== undefined) found.push({ name, answer: external, ask });
  }
  for (const { name, query } of allQueriedImages) {
    const ask = () => exporter.queries.image({ ...query, handleType }, options);
    const { external } = await ask();
    if (external !== undefined) found.push({ name, answer: external, ask });
  }
  return found;
}

/** No query about a host pointer handle type claims that feature. */
async function noneClaims(
  context: CaseContext & { readonly handleType: MemoryHandleType },
  feature: 'dedicatedOnly' | 'exportable',
  inWords: string,
): Promise<void> {
  const { handleType, expect, control } = context;
  const answers = await featuresOf(context, handleType);
  control(
    'queries that left externalMemoryFeatures alone',
    answers.filter(({ answer }) => answer.unwritten.includes('features')).length,
  ).toBe(0);
  const claiming = answers.filter(({ answer }) => claimedFeatures('memory', answer.features)[feature]);
  await claiming[0]?.ask();
  expect(
    `resources for which ${handleType} is ${inWords}`,
    someOf(
      claiming.map(({ name }) => name),
      answers.length,
    ),
  ).toBe('none');
}

memory
  .case('host-types-not-dedicated', 'No query reports a host pointer handle type as dedicated-only')
  .proves('capabilities.memory.host-types-not-dedicated')
  .over({ handleType: hostTypes })
  .needs((device, { handleType }) => mayBeQueried(device, { queriedType: handleType }))
  .run((context) => noneClaims(context, 'dedicatedOnly', 'dedicated-only'));

memory
  .case('host-types-import-only', 'No query reports a host pointer handle type as exportable')
  .proves('capabilities.memory.host-types-import-only')
  .over({ handleType: hostTypes })
  .needs((device, { handleType }) => mayBeQueried(device, { queriedType: handleType }))
  .run((context) => noneClaims(context, 'exportable', 'exportable'));

memory
  .case(
    'dedicated-only-mandatory',
    'A Direct3D handle type of a texture or resource is reported dedicated-only wherever it has a feature',
  )
  .proves('capabilities.memory.dedicated-only-mandatory')
  .over({ handleType: ['D3D11_TEXTURE', 'D3D11_TEXTURE_KMT', 'D3D12_RESOURCE'] })
  .needs((device, { handleType }) => anywhereClaimed(device, { handleType }))
  .run(async (context) => {
    const { handleType, expect, control } = context;
    const answers = await featuresOf(context, handleType);
    control(
      'queries that left externalMemoryFeatures alone',
      answers.filter(({ answer }) => answer.unwritten.includes('features')).length,
    ).toBe(0);
    const offered = answers
      .map(({ name, answer, ask }) => ({ name, ask, ...claimedFeatures('memory', answer.features) }))
      .filter(({ exportable, importable }) => exportable || importable);
    expect('resources that the handle type is offered for', offered.length).toBeAtLeast(1);
    const shareable = offered.filter(({ dedicatedOnly }) => !dedicatedOnly);
    await shareable[0]?.ask();
    expect(
      `resources for which ${handleType} is offered, and not dedicated-only`,
      someOf(
        shareable.map(({ name }) => name),
        offered.length,
      ),
    ).toBe('none');
  });

memory
  .case(
    'dedicated-flag-honest',
    'Where a handle type is not reported dedicated-only, several resources share one allocation that is exported and imported without a dedicated resource',
  )
  .proves('capabilities.memory.dedicated-flag-honest')
  .over({ handleType: memoryHandleTypes, resource: resourceKindNames })
  .needs(
    (device, { handleType, resource }) => memoryClaimed(resource as ResourceKindName)(device, { handleType }),
    (device, { handleType, resource }) =>
      suballocatable(resource as ResourceKindName)(device, { handleType }),
  )
  .run(async (context) => {
    const { exporter, handleType, resource, expect, control } = context;
    const { external } = await answerFor(exporter.queries, resource, memoryHandleTypeBit[handleType], {
      sentinel: sentinels.first,
    });
    control('whether externalMemoryFeatures was left alone', external?.unwritten.includes('features')).toBe(
      false,
    );
    const claimed = claimedFeatures('memory', external?.features ?? 0);
    expect(`whether ${handleType} is still not dedicated-only`, claimed.dedicatedOnly).toBe(false);
    const one = await makeResource(exporter, resource, [handleType]);
    expect('requiresDedicatedAllocation', (await one.requirements()).requiresDedicatedAllocation).toBe(false);
    await memoryHoldsResources(context, {
      handleType,
      claimed: { ...claimed, exportable: claimed.exportable && !handleType.startsWith('HOST_') },
      external: [handleType],
      exportAs: [handleType],
      allocation: 'suballocated',
      resources: 3,
      make: (endpoint, types) => makeResource(endpoint, resource, types),
      use: (endpoint, made) =>
        made.kind === 'image'
          ? useImage(context, endpoint, made, { ...queriedFormats.rgba8, layers: 1 })
          : useBuffer(context, endpoint, made),
    });
  });

memory
  .case(
    'query-stable',
    'A memory query answers alike whoever asks, how often, and by which name of the command',
  )
  .proves('capabilities.memory.query-stable')
  .over({ queriedType: memoryHandleTypes, resource: resourceKindNames, asker: askers })
  .needs(mayBeQueried, (device, { resource, asker }) =>
    askerOffered(commandExtension(resource))(device, { asker }),
  )
  .withPeer()
  .run(async (context) => {
    const { exporter, queriedType, resource, asker, expect, control } = context;
    const ask = async (queries: Queries, options: QueryOptions) => {
      const { external, ...rest } = await answerFor(
        queries,
        resource,
        memoryHandleTypeBit[queriedType],
        options,
      );
      return { ...rest, external: external === undefined ? null : writtenMasks(external) };
    };
    const plain = await exporter.queries.buffer(memoryHandleTypeBit.OPAQUE_FD, {
      usage: resourceKinds.buffer.usage,
      sentinel: sentinels.first,
    });
    control(
      'whether a buffer query leaves externalMemoryFeatures alone',
      plain.unwritten.includes('features'),
    ).toBe(false);
    const first = await ask(exporter.queries, { sentinel: sentinels.first });
    const later = await answersTo(context, asker, ask);
    expect(`answers about ${queriedType} for a ${resource}`, distinct(later)).toBe([first]);
  });

memory
  .case(
    'any-integer',
    'With maintenance5 a memory query about a value that is no single known handle type tells of no support',
  )
  .proves('capabilities.memory.any-integer-with-maintenance5')
  .over({ resource: resourceKindNames, spelling: spellings })
  .needs(feature('maintenance5'), (device, { resource, spelling }) =>
    spelledBy(commandExtension(resource))(device, { spelling }),
  )
  .run(async ({ exporter, resource, spelling, expect, control }) => {
    const { queries } = exporter;
    const known = await queries.buffer(memoryHandleTypeBit.OPAQUE_FD, {
      usage: resourceKinds.buffer.usage,
      sentinel: sentinels.first,
    });
    control(
      'whether a buffer query leaves externalMemoryFeatures alone',
      known.unwritten.includes('features'),
    ).toBe(false);
    const options = { spelling, sentinel: sentinels.first };
    // Zero is legal for buffers too; an image query takes it for the absence of a handle type.
    const asked = resourceKinds[resource].kind === 'image' ? nobodysTypes : [0, ...nobodysTypes];
    const supported: string[] = [];
    for (const value of asked) {
      const { result, external } = await answerFor(queries, resource, value, options);
      if (resourceKinds[resource].kind === 'image') {
        if (result !== 'VK_ERROR_FORMAT_NOT_SUPPORTED') supported.push(`${hexadecimal(value)} (${result})`);
        continue;
      }
      const { exportable, importable } = claimedFeatures('memory', external?.features ?? 0);
      if (exportable || importable) supported.push(hexadecimal(value));
    }
    expect(
      `handle types that are none, and are not answered with a lack of support for a ${resource}`,
      someOf(supported, asked.length),
    ).toBe('none');
  });

/** Several bits at once, and bits that no extension has taken. */
const nobodysTypes = [0x3, 0x201, 0x7f, 0x0100_0000, 0x0800_0000, 0x4000_0000, 0x7fff_ffff];

function hexadecimal(value: number): string {
  return `0x${value.toString(16)}`;
}

/** The instance extension that brings the KHR name of the query about a kind of resource. */
function commandExtension(resource: ResourceKindName): string {
  return resourceKinds[resource].kind === 'image'
    ? 'VK_KHR_get_physical_device_properties2'
    : 'VK_KHR_external_memory_capabilities';
}

import { z } from 'zod';
import type { DeviceCapabilities, DeviceIdentity } from '../cases/device-capabilities';
import { fenceHandleTypes, memoryHandleTypes, semaphoreHandleTypes } from '../cases/handle-types';
import { outcomeStatuses } from '../cases/outcome';
import type { Driver } from '../drivers/driver';
import { direct3dObjects, dmaBufProducers, syncFileSources } from '../handles/face';
import { instanceChoices } from './run';

/** Raised whenever a reader of the old form would misread the new one. */
export const schemaVersion = 7;

/** The classes of requirement; see `RequirementClass`. */
export const requirementClasses = ['conformance', 'legal-negative', 'robustness', 'quality'] as const;

/** What becomes of a run in which attempts disagree. */
export const flakePolicies = ['fail', 'warn'] as const;
export type FlakePolicy = (typeof flakePolicies)[number];

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const count = z.number().int().nonnegative();
const span = z.number().nonnegative();

const handleTypeCapability = <T extends readonly [string, ...string[]]>(types: T) =>
  z.partialRecord(
    z.enum(types),
    z.strictObject({
      exportable: z.boolean(),
      importable: z.boolean(),
      dedicatedOnly: z.boolean(),
      compatible: list(z.enum(types)),
      exportFromImported: list(z.enum(types)),
    }),
  );

const identity = z.strictObject({
  deviceName: z.string(),
  deviceType: z.string(),
  deviceUUID: z.string(),
  driverUUID: z.string(),
  vendorID: z.number(),
  deviceID: z.number(),
  driverID: z.string(),
  driverName: z.string(),
  driverInfo: z.string(),
  driverVersion: z.number(),
  conformanceVersion: z.string(),
  apiVersion: z.string(),
});

const resourceCapabilities = list(
  z.strictObject({ name: z.string(), handleTypes: handleTypeCapability(memoryHandleTypes) }),
);

const capabilities = z.strictObject({
  platform: z.enum(['posix', 'win32']),
  apiVersion: z.string(),
  instanceExtensions: list(z.string()),
  deviceExtensions: list(z.string()),
  features: z.strictObject({
    timelineSemaphore: z.boolean(),
    synchronization2: z.boolean(),
    maintenance5: z.boolean(),
    bufferDeviceAddress: z.boolean(),
    sparseBinding: z.boolean(),
    deviceMemoryReport: z.boolean(),
  }),
  fence: handleTypeCapability(fenceHandleTypes),
  binarySemaphore: handleTypeCapability(semaphoreHandleTypes),
  timelineSemaphore: handleTypeCapability(semaphoreHandleTypes),
  memory: resourceCapabilities,
  memoryTypes: list(
    z.strictObject({
      index: count,
      heap: count,
      deviceLocal: z.boolean(),
      hostVisible: z.boolean(),
      hostCoherent: z.boolean(),
      protected: z.boolean(),
      deviceCoherent: z.boolean(),
    }),
  ),
  queueFamilies: list(z.strictObject({ index: count, flags: list(z.string()) })),
  minImportedHostPointerAlignment: z.number().nullable(),
  dmaBufModifiers: list(z.string()),
  dmaBufProducers: list(z.enum(dmaBufProducers)),
  dmaBufsGiveFences: z.boolean(),
  syncFileSources: list(z.enum(syncFileSources)),
  direct3d: z
    .strictObject({
      displayAdapters: z.boolean(),
      deviceLUIDValid: z.boolean(),
      deviceLUID: z.string().exactOptional(),
      objects: z.record(z.enum(direct3dObjects), z.string().nullable()).exactOptional(),
    })
    .optional(),
  otherDevices: list(
    z.strictObject({
      deviceName: z.string(),
      deviceUUID: z.string(),
      deviceExtensions: list(z.string()),
      fence: handleTypeCapability(fenceHandleTypes),
      binarySemaphore: handleTypeCapability(semaphoreHandleTypes),
      memory: resourceCapabilities,
    }),
  ),
});

const driver = z.strictObject({
  name: z.string(),
  manifest: z.string().nullable(),
  library: z.string(),
  loader: z.string().nullable(),
  dynamicLinker: z.object({ path: z.string(), libraryPath: z.string() }).nullable(),
  /** Whether no hardware and no vendor's driver was tested, only the suite's own model. */
  builtIn: z.boolean(),
  origin: z.string(),
  /** Folder of the validation layer between suite and driver; absent where there was none. */
  validationLayer: z.string().exactOptional(),
  /** The fault that it ran under, of `vkextern faults --list`; absent where it was tested as it is. */
  fault: z.string().exactOptional(),
});

const deviation = z.strictObject({
  what: z.string(),
  expected: z.string(),
  seen: z.string(),
  control: z.boolean(),
});

const recordedCall = z.strictObject({
  command: z.string(),
  args: z.string(),
  result: z.string().nullable(),
  gave: z.string(),
  microseconds: span.nullable(),
  process: z.enum(['host', 'peer']),
});

/** What is known of a case instance before it runs. */
export const plannedEntrySchema = z.strictObject({
  /** The id of the case instance. */
  id: z.string(),
  case: z.string(),
  suite: z.string(),
  description: z.string(),
  class: z.enum(requirementClasses),
  /** Ids of the requirements proved. */
  requirements: list(z.string()),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).readonly(),
  /** Why the device cannot run it; `null` where it can. */
  skip: z.string().nullable(),
  /** The command line that runs this one again on this device. */
  rerun: z.string(),
});

const attempt = z.strictObject({
  status: z.enum(outcomeStatuses),
  durationMs: span,
  driverMs: span,
  message: z.string(),
  /** What the kernel's log said during this attempt; absent where nothing, or where it was not watched. */
  kernelLog: list(z.string()).exactOptional(),
});

/** What became of a case instance. Durations in milliseconds. */
export const observedSchema = z.strictObject({
  ...attempt.shape,
  deviations: list(deviation),
  calls: list(recordedCall),
  notes: list(z.string()),
  /** What the kernel's log said during all attempts, a line each; absent where nothing, or where it was not watched. */
  kernelLog: list(z.string()).exactOptional(),
  /** Every attempt, oldest first; absent where there was one. */
  attempts: list(attempt).exactOptional(),
});

/** How a baseline takes an outcome: `changed` is told and decides nothing, as between pass and warn. */
export const judgements = ['expected', 'changed', 'unexpected'] as const;

const judgement = z.strictObject({
  verdict: z.enum(judgements),
  /** What the baseline gives as the reason, or what is unexpected; empty for a pass that is expected. */
  why: z.string(),
  link: z.string().exactOptional(),
});

const outcomeEntry = z.strictObject({
  ...plannedEntrySchema.shape,
  ...observedSchema.shape,
  /** Absent where no baseline was given. */
  judgement: judgement.exactOptional(),
  /** Where the log of the job lies; outcomes that are not as required have it, where a template was given. */
  log: z.url({ protocol: /^https?$/ }).exactOptional(),
});

/** The baseline that the outcomes were judged by. */
const judgedBy = z.strictObject({
  file: z.string(),
  /** Of its content, in hexadecimal digits. */
  sha256: z.string(),
  judgedOn: z.iso.date(),
  /** What is wrong with its entries, each an unexpected outcome: expired, or about nothing that there is. */
  problems: list(z.strictObject({ line: count, entry: z.string(), what: z.string() })),
});

const countsByStatus = z.record(z.enum(outcomeStatuses), count);

const totals = z.strictObject({
  byStatus: countsByStatus,
  byClass: z.record(z.enum(requirementClasses), countsByStatus),
});

const deviceSchema = z.strictObject({ key: z.string(), identity, capabilities });

/** Does not compile while the schema lacks a member that the harness knows of a driver or device. */
type Covers<Known, Kept> = Exclude<keyof Known, keyof Kept> extends never ? true : never;
export const everyMemberKept: readonly [
  Covers<Driver, z.infer<typeof driver>>,
  Covers<DeviceIdentity, z.infer<typeof identity>>,
  Covers<DeviceCapabilities, z.infer<typeof capabilities>>,
  Covers<DeviceCapabilities['features'], z.infer<typeof capabilities>['features']>,
] = [true, true, true, true];

/** What a run was asked to do and where it ran. */
const runBegin = z.strictObject({
  startedAt: z.iso.datetime(),
  /** Command line arguments, after the command's name. */
  arguments: list(z.string()),
  nodeVersion: z.string(),
  os: z.string(),
  kernel: z.string(),
  /** Whether it ran in a guest under software emulation; the kernel is the guest's then. */
  guest: z.boolean(),
  jobs: count,
  timeoutSeconds: z.number().positive(),
  isolate: z.boolean(),
  selection: z.strictObject({
    globs: list(z.string()),
    classes: list(z.enum(requirementClasses)),
    requirements: list(z.string()),
  }),
  testNamePattern: z.string().nullable(),
  /** Whether of each case every instance was planned, or so few that each value of each axis is in one. */
  instances: z.enum(instanceChoices),
  /** `index/count`; `null` of a whole run and of merged results. */
  shard: z.string().nullable(),
  bail: count.nullable(),
  /** How often each case ran, whatever came out. */
  repeat: count,
  /** How often an unexpected outcome was tried again. */
  retries: count,
  /** Whether outcomes whose attempts disagree decide the exit code. */
  flakes: z.enum(flakePolicies),
});

/**
 * How it ended. `failed`: the harness itself. Times in milliseconds, all drivers: of the whole run; of the last part where
 * it went on with one that did not come to its end; added up where shards were merged.
 */
const runEndSchema = z.strictObject({
  endedAt: z.iso.datetime(),
  stopped: z.enum(['no', 'interrupted', 'bail', 'failed']),
  wallMs: span,
  startUpMs: span,
  driverMs: span,
  /** What the kernel's log said while no case was running; absent where it was not watched. */
  kernelLogOutside: list(z.string()).exactOptional(),
});

/**
 * Of which shards, `index/count`, merged results were made that lack something: they cannot be merged again. Where all were
 * there, and came to their end, merged results are those of a whole run.
 */
const mergedShardsSchema = z.strictObject({
  /** Those that came to their end. */
  whole: list(z.string()),
  /** Those that died on the way: what they had not run is missing. */
  died: list(z.string()),
  /** Those of which nothing is there. */
  missing: list(z.string()),
  /** Those that were interrupted, stopped at --bail, or whose harness failed; absent where there are none. */
  cutShort: list(z.string()).exactOptional(),
});

/** What results.json and the first line of a journal have in common. */
const provenance = {
  schemaVersion: z.literal(schemaVersion),
  suite: z.strictObject({ name: z.string(), version: z.string() }),
  /** Version of the Vulkan registry that the binding was generated from. */
  registryVersion: z.string(),
  /** Version of the Vulkan specification that the requirements were read from. */
  specificationVersion: z.string(),
  driver,
  /** What a reader must know first, a sentence each: that it is no hardware, that nobody named the driver and why. */
  remarks: list(z.string()),
  /** Why the driver could not be asked for its devices, which are none then; `null` where it could. */
  problem: z.strictObject({ status: z.enum(['crash', 'timeout']), message: z.string() }).nullable(),
  /** The requirements that the outcomes name, so that a file can be read on its own. */
  requirements: z
    .record(z.string(), z.strictObject({ anchor: z.string(), obligation: z.string() }))
    .readonly(),
};

/** The first line of a journal. */
export const headerSchema = z.strictObject({
  kind: z.literal('header'),
  ...provenance,
  run: runBegin,
  devices: list(deviceSchema),
  /** The baseline that says what runs again and what counts for --bail; absent where none was given. */
  baseline: judgedBy.pick({ file: true, sha256: true }).exactOptional(),
});

/** The second line of a journal: everything planned, device by device. */
export const planSchema = z.strictObject({
  kind: z.literal('plan'),
  cases: list(z.strictObject({ device: z.string(), ...plannedEntrySchema.shape })),
});

/** A line of a journal about a case. */
export const outcomeLineSchema = z.strictObject({
  kind: z.literal('outcome'),
  device: z.string(),
  id: z.string(),
  ...observedSchema.shape,
});

/** A line of a journal about no case: what the kernel's log said while none was running, and how many more lines. */
export const kernelLineSchema = z.strictObject({
  kind: z.literal('kernel'),
  lines: list(z.string()),
  left: count.exactOptional(),
});

/** Every line of a journal behind the plan. */
export const furtherLineSchema = z.discriminatedUnion('kind', [outcomeLineSchema, kernelLineSchema]);

/** The content of results.json: one driver, one run. */
export const resultsSchema = z.strictObject({
  ...provenance,
  run: z.strictObject({
    ...runBegin.shape,
    ...runEndSchema.shape,
    mergedShards: mergedShardsSchema.exactOptional(),
  }),
  devices: list(z.strictObject({ ...deviceSchema.shape, outcomes: list(outcomeEntry), totals })),
  /** Absent where no baseline was given. */
  baseline: judgedBy.exactOptional(),
});

export type Results = z.infer<typeof resultsSchema>;
export type DeviceResults = Results['devices'][number];
export type OutcomeEntry = z.infer<typeof outcomeEntry>;
export type Judgement = z.infer<typeof judgement>;
export type JudgedBy = z.infer<typeof judgedBy>;
export type PlannedEntry = z.infer<typeof plannedEntrySchema>;
export type Totals = z.infer<typeof totals>;
export type CountsByStatus = z.infer<typeof countsByStatus>;
export type RunBegin = z.infer<typeof runBegin>;
export type RunEnding = z.infer<typeof runEndSchema>;
export type JournalHeader = z.infer<typeof headerSchema>;
export type JournalPlan = z.infer<typeof planSchema>;
export type OutcomeLine = z.infer<typeof outcomeLineSchema>;
export type KernelLine = z.infer<typeof kernelLineSchema>;
export type MergedShards = z.infer<typeof mergedShardsSchema>;

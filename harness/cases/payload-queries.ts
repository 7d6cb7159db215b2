import type { CaseContext } from './context';
import type { DeviceCapabilities } from './device-capabilities';
import {
  type ClaimedFeatures,
  claimedFeatures,
  fenceHandleTypeBit,
  semaphoreHandleTypeBit,
  typesIn,
} from './external-masks';
import { type FenceHandleType, type ObjectKind, platformOf, type SemaphoreHandleType } from './handle-types';
import { capabilityOf, extensionOf, semaphoreTypeIn } from './needs';
import type { ExternalProperties, Queries, QueryOptions } from './queries';
import { type Asker, answersTo, distinct, sentinels, writtenMasks } from './stable-answer';
import { fencePayloadTravels, semaphorePayloadTravels, type Travel } from './travelling-payload';

/** The capability query of fences, or of semaphores of one type, and how what it claims is tried. */
export interface PayloadQuery<Type extends string> {
  readonly kind: Exclude<ObjectKind, 'memory'>;
  readonly bits: Readonly<Record<Type, number>>;
  /** Asks about raw bits. */
  ask(queries: Queries, handleType: number, options?: QueryOptions): Promise<ExternalProperties>;
  /** A payload does with a handle type what the device claims. */
  travels(context: CaseContext, travel: Travel<Type>): Promise<void>;
}

/** vkGetPhysicalDeviceExternalFenceProperties. */
export const fenceQuery: PayloadQuery<FenceHandleType> = {
  kind: 'fence',
  bits: fenceHandleTypeBit,
  ask: (queries, handleType, options) => queries.fence(handleType, options),
  travels: fencePayloadTravels,
};

/** vkGetPhysicalDeviceExternalSemaphoreProperties about a semaphore type. */
export function semaphoreQuery(
  device: DeviceCapabilities,
  type: 'binary' | 'timeline',
): PayloadQuery<SemaphoreHandleType> {
  return {
    kind: `${type} semaphore`,
    bits: semaphoreHandleTypeBit,
    ask: (queries, handleType, options) =>
      queries.semaphore(handleType, { ...semaphoreTypeIn(device, type), ...options }),
    travels: (context, travel) => semaphorePayloadTravels(context, type, travel),
  };
}

/** The same for a semaphore, without a word on its type. */
export const untypedSemaphoreQuery: Pick<PayloadQuery<SemaphoreHandleType>, 'kind' | 'ask'> = {
  kind: 'binary semaphore',
  ask: (queries, handleType, options) => queries.semaphore(handleType, options),
};

const objectOf = ({ kind }: Pick<PayloadQuery<string>, 'kind'>): 'fence' | 'semaphore' =>
  kind === 'fence' ? 'fence' : 'semaphore';

/** The member of the output structure that tells of features. */
const featuresMember = (query: Pick<PayloadQuery<string>, 'kind'>): string =>
  query.kind === 'fence' ? 'externalFenceFeatures' : 'externalSemaphoreFeatures';

/** The opaque handle type of the platform, which has the same bit for fences and semaphores. */
const opaqueBit = ({ platform }: DeviceCapabilities): number =>
  fenceHandleTypeBit[platform === 'win32' ? 'OPAQUE_WIN32' : 'OPAQUE_FD'];

/** The answer about raw bits, behind the control that the driver wrote the features at all. */
export async function answerAbout(
  { exporter, control }: Pick<CaseContext, 'exporter' | 'control'>,
  query: Pick<PayloadQuery<string>, 'kind' | 'ask'>,
  handleType: number,
  options: QueryOptions = {},
): Promise<ExternalProperties> {
  const answer = await query.ask(exporter.queries, handleType, { ...options, sentinel: sentinels.first });
  control(`whether ${featuresMember(query)} was left alone`, answer.unwritten.includes('features')).toBe(
    false,
  );
  return answer;
}

/** The answer about a handle type with a feature, behind the control that the driver wrote every mask. */
async function wholeAnswerAbout<Type extends string>(
  { exporter, control }: Pick<CaseContext, 'exporter' | 'control'>,
  query: PayloadQuery<Type>,
  handleType: Type,
): Promise<ExternalProperties & { readonly claimed: ClaimedFeatures }> {
  const answer = await query.ask(exporter.queries, query.bits[handleType], { sentinel: sentinels.first });
  control('masks that were left alone', answer.unwritten).toBe([]);
  return { ...answer, claimed: claimedFeatures(objectOf(query), answer.features) };
}

/**
 * No handle type of another platform has features, and those of this one can be used as they claim. The control asks
 * about the opaque one.
 */
export async function claimsOnlyWhatWorks<Type extends string>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type & (FenceHandleType | SemaphoreHandleType),
  options: QueryOptions,
): Promise<void> {
  const { exporter, device, expect, should } = context;
  const member = featuresMember(query);
  await answerAbout(context, query, opaqueBit(context.device), options);
  const { features, unwritten } = await query.ask(exporter.queries, query.bits[handleType], {
    ...options,
    sentinel: sentinels.later,
  });
  expect(`whether ${member} of ${handleType} was left alone`, unwritten.includes('features')).toBe(false);
  if (platformOf(handleType) !== device.platform) {
    expect(`${member} of ${handleType}, which this platform lacks`, features).toBe(0);
    return;
  }
  const { exportable, importable } = claimedFeatures(objectOf(query), features);
  if (!exportable && !importable) {
    should(`${member} of ${handleType}, without a known bit`, features).toBe(0);
    return;
  }
  const extension = extensionOf(query.kind, handleType);
  const offered = device.deviceExtensions.includes(extension);
  should(`whether ${extension} is offered along with the features of ${handleType}`, offered).toBe(true);
  if (offered) await query.travels(context, { handleType, claimed: { exportable, importable } });
}

/**
 * A value that is no single known handle type has no feature: the driver says so, as it answers about the opaque handle
 * type.
 */
export async function tellsOfNoFeature(
  context: CaseContext,
  query: Pick<PayloadQuery<string>, 'kind' | 'ask'>,
  value: string,
  options: QueryOptions,
): Promise<void> {
  await answerAbout(context, query, opaqueBit(context.device), options);
  const told = { ...options, sentinel: sentinels.first };
  const { unwritten, features } = await query.ask(context.exporter.queries, Number(value), told);
  const member = featuresMember(query);
  context.expect(`whether ${member} was left alone for ${value}`, unwritten.includes('features')).toBe(false);
  context.expect(`${member} of the handle type ${value}`, features).toBe(0);
}

/** A handle type is among those that it is compatible with. */
export async function isSelfCompatible<Type extends string>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
): Promise<void> {
  const answer = await wholeAnswerAbout(context, query, handleType);
  context
    .expect(
      `whether compatibleHandleTypes of ${handleType} names it`,
      typesIn(answer.compatibleHandleTypes, query.bits).includes(handleType),
    )
    .toBe(true);
}

/** An object made for two handle types that are reported compatible exports as each of them. */
export async function compatiblePairWorks<Type extends FenceHandleType | SemaphoreHandleType>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
  other: Type,
): Promise<void> {
  const { exporter, device, expect, should } = context;
  const { claimed } = await wholeAnswerAbout(context, query, handleType);
  expect(`whether ${handleType} is still exportable`, claimed.exportable).toBe(true);
  const pair = [handleType, other];
  await query.travels(context, { handleType, claimed, exportAs: pair });
  const reverse = await query.ask(exporter.queries, query.bits[other]);
  should(
    `whether ${other} is reported compatible with ${handleType} in turn`,
    typesIn(reverse.compatibleHandleTypes, query.bits).includes(handleType),
  ).toBe(true);
  const others = claimedFeatures(objectOf(query), reverse.features);
  if (platformOf(other) === device.platform && others.exportable)
    await query.travels(context, { handleType: other, claimed: others, exportAs: pair });
}

/** The types that a handle type can be exported from are importable; it has some only where it is exportable. */
export async function exportsFromImportable<Type extends string>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
): Promise<void> {
  const { exporter, expect } = context;
  const { claimed, exportFromImportedHandleTypes } = await wholeAnswerAbout(context, query, handleType);
  const sources = typesIn(exportFromImportedHandleTypes, query.bits);
  if (!claimed.exportable)
    expect(`types that ${handleType}, which is not exportable, can be exported from`, sources).toBe([]);
  const useless: string[] = [];
  for (const source of sources) {
    const { features } = await query.ask(exporter.queries, query.bits[source]);
    if (!claimedFeatures(objectOf(query), features).importable) useless.push(source);
  }
  expect(`types that ${handleType} can be exported from and that can't be imported`, useless).toBe([]);
}

/** An asker gets the answers that were given before. */
export async function answersAlike<Type extends string>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
  asker: Asker,
): Promise<void> {
  const bit = query.bits[handleType];
  const first = await answerAbout(context, query, bit);
  const later = await answersTo(context, asker, (queries, options) => query.ask(queries, bit, options));
  context
    .expect(`answers about ${handleType}`, distinct(later.map(writtenMasks)))
    .toBe([writtenMasks(first)]);
}

/** The answer is the one that the driver gave before it had any device. */
export async function answersAsBeforeDevices<Type extends string>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
): Promise<void> {
  const { device, expect } = context;
  const answer = await answerAbout(context, query, query.bits[handleType]);
  expectFeaturesOf(context, query, handleType, answer, `features of ${handleType}`);
  const before = capabilityOf(device, query.kind, handleType);
  if (before === undefined) return;
  expect(`types compatible with ${handleType}`, [
    ...typesIn<string>(answer.compatibleHandleTypes, query.bits),
  ]).toBe([...before.compatible]);
  expect(`types that ${handleType} can be exported from`, [
    ...typesIn<string>(answer.exportFromImportedHandleTypes, query.bits),
  ]).toBe([...before.exportFromImported]);
}

/** The features of an answer are those that the device had before the run. */
export function expectFeaturesOf<Type extends string>(
  { device, expect }: Pick<CaseContext, 'device' | 'expect'>,
  query: PayloadQuery<Type>,
  handleType: Type,
  { features }: ExternalProperties,
  what: string,
): void {
  const { exportable, importable } = claimedFeatures(objectOf(query), features);
  const before = capabilityOf(device, query.kind, handleType);
  expect(what, { exportable, importable }).toBe({
    exportable: before?.exportable ?? false,
    importable: before?.importable ?? false,
  });
}

/** The masks are overwritten; those beside the features need be only where there is a feature. */
export async function overwritesMasks<Type extends string>(
  { exporter, expect, should }: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
  options: QueryOptions,
): Promise<void> {
  const asked = { ...options, sentinel: sentinels.first };
  const { unwritten, features } = await query.ask(exporter.queries, query.bits[handleType], asked);
  expect(`whether ${featuresMember(query)} was left alone`, unwritten.includes('features')).toBe(false);
  const judged = features === 0 ? should : expect;
  judged('masks that were left alone', unwritten).toBe([]);
}

/** The device offers the extension that a handle type with features needs. */
export async function isReachable<Type extends string>(
  context: CaseContext,
  query: PayloadQuery<Type>,
  handleType: Type,
): Promise<void> {
  const { device, expect } = context;
  const { features } = await answerAbout(context, query, query.bits[handleType]);
  const extension = extensionOf(query.kind, handleType);
  const { exportable, importable } = claimedFeatures(objectOf(query), features);
  const reachable = device.deviceExtensions.includes(extension);
  const claimed = [...(exportable ? ['exportable'] : []), ...(importable ? ['importable'] : [])];
  expect(`features of ${handleType} that ${extension} is missing for`, reachable ? [] : claimed).toBe([]);
}

import { combinationsOf } from './combinations';
import {
  fenceHandleTypes,
  type HandleType,
  memoryHandleTypes,
  platformOf,
  semaphoreHandleTypes,
} from './handle-types';
import type { AnyParameters, Case } from './suite';

/** A case with one value for every axis. */
export interface CaseInstance {
  /** Stable and without spaces: `fence.import.shared-signal:handleType=OPAQUE_FD,reach=process`. */
  readonly id: string;
  readonly case: Case;
  readonly parameters: AnyParameters;
  /** The platform that it can run on: that of its requirements, or of its handle type, or of others among its values. */
  readonly platform: 'any' | 'posix' | 'win32';
}

/** Whether a case with these values may reach into another process. */
export function reachesPeer(owner: Case, parameters: AnyParameters): boolean {
  return owner.withPeer || parameters.reach === 'process';
}

/** The id of a case with these values; axes stand in the order in which the case declares them. */
export function instanceId(caseId: string, parameters: AnyParameters): string {
  const values = Object.entries(parameters).map(([axis, value]) => `${axis}=${value}`);
  return values.length === 0 ? caseId : `${caseId}:${values.join(',')}`;
}

/** Every instance of a case, the last axis varying fastest; combinations that `where` excludes are left out. */
export function instancesOf(owner: Case): readonly CaseInstance[] {
  return combinationsOf(owner.axes)
    .filter(owner.where)
    .map((parameters) => ({
      id: instanceId(owner.id, parameters),
      case: owner,
      parameters,
      platform: platformOfInstance(owner, parameters),
    }));
}

function platformOfInstance(owner: Case, parameters: AnyParameters): CaseInstance['platform'] {
  if (owner.platform !== 'any') return owner.platform;
  if (isHandleType(parameters.handleType)) return platformOf(parameters.handleType);
  for (const [axis, value] of Object.entries(parameters)) {
    // What a query asks about may well belong to another platform.
    if (axis === 'queriedType' || !isHandleType(value)) continue;
    const platform = platformOf(value);
    if (platform !== 'any') return platform;
  }
  return 'any';
}

const handleTypes: ReadonlySet<unknown> = new Set<HandleType>([
  ...fenceHandleTypes,
  ...semaphoreHandleTypes,
  ...memoryHandleTypes,
]);

function isHandleType(value: unknown): value is HandleType {
  return handleTypes.has(value);
}

import type { Fault, FaultNeed } from '../../fixtures/faults';
import { type RequirementId, requirement } from '../../fixtures/requirements';
import { type CaseInstance, instancesOf } from '../cases/case-instance';
import { loadSuite, suiteFiles } from '../cases/suite-files';

/** An operating system's side of the suite. */
export type HandlePlatform = 'posix' | 'win32';

/** A platform in the words of its users. */
export const platformNames = { posix: 'POSIX', win32: 'Windows' } as const;

/** A platform of a case or of a device, in the words of its users. */
export function platformName(platform: string): string {
  return (platformNames as Readonly<Record<string, string>>)[platform] ?? platform;
}

const needOf = { posix: 'POSIX descriptors', win32: 'Windows handles' } as const;

/** Whether a need is for handles of an operating system, rather than for something that not every machine of it has. */
export function isPlatformNeed(need: FaultNeed): boolean {
  return need === needOf.posix || need === needOf.win32;
}

/** Says on which platforms cases prove a requirement and can meet a fault. */
export class CasePlatforms {
  private readonly proving = new Map<string, CaseInstance[]>();

  constructor() {
    for (const file of suiteFiles())
      for (const one of loadSuite(file).cases)
        for (const instance of instancesOf(one))
          for (const id of one.proves) {
            const of = this.proving.get(id) ?? [];
            of.push(instance);
            this.proving.set(id, of);
          }
  }

  /** Whether the cases can show there that a requirement is broken: false where it is for the other platform's handles alone. */
  judges(id: RequirementId, platform: HandlePlatform): boolean {
    const at = requirement(id).platform;
    if (at !== 'any' && at !== platform) return false;
    const instances = this.proving.get(id) ?? [];
    return instances.length === 0 || instances.some((instance) => isOf(instance, platform));
  }

  /** Whether a case that proves a requirement can run there. */
  proves(id: string, platform: HandlePlatform): boolean {
    return (this.proving.get(id) ?? []).some((instance) => isOf(instance, platform));
  }

  /** The handles that it takes to meet the fault where this platform's do not: undefined where they do. */
  missing({ breaks, needs, where }: Fault, platform: HandlePlatform): FaultNeed | undefined {
    if (needs !== undefined && isPlatformNeed(needs)) return needs === needOf[platform] ? undefined : needs;
    const values = Object.entries(where ?? {});
    const meets = ({ parameters }: CaseInstance): boolean =>
      values.every(([axis, value]) => !(axis in parameters) || parameters[axis] === value);
    const instances = breaks.flatMap((id) => this.proving.get(id) ?? []).filter(meets);
    const judged = breaks.some((id) => this.judges(id, platform));
    const met = instances.length === 0 || instances.some((instance) => isOf(instance, platform));
    return judged && met ? undefined : needOf[otherThan(platform)];
  }

  /** Whether the fault shows something there that it cannot show with the other platform's handles: all, or a requirement of this one. */
  isOwnOf(fault: Fault, platform: HandlePlatform): boolean {
    if (this.missing(fault, platform) !== undefined) return false;
    const other = otherThan(platform);
    return (
      this.missing(fault, other) !== undefined ||
      fault.breaks.some((id) => this.judges(id, platform) && !this.judges(id, other))
    );
  }
}

function otherThan(platform: HandlePlatform): HandlePlatform {
  return platform === 'posix' ? 'win32' : 'posix';
}

function isOf({ platform }: CaseInstance, wanted: HandlePlatform): boolean {
  return platform === 'any' || platform === wanted;
}

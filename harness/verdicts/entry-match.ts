import picomatch from 'picomatch';
import { idMatcher } from '../cases/selection';
import type { BaselineEntry } from './baseline';

/** A device as far as entries look at it. */
export interface MatchedDevice {
  readonly key: string;
  readonly identity: { readonly deviceName: string; readonly deviceUUID: string };
}

/** Tells what an entry of a baseline is about. */
export class EntryMatch {
  /** Glob by glob, in the order of the entry. */
  readonly globs: readonly ((id: string, caseId: string) => boolean)[];
  private readonly devices: readonly ((device: MatchedDevice) => boolean)[] | undefined;
  private readonly because: ((reason: string) => boolean) | undefined;

  constructor(readonly entry: BaselineEntry) {
    this.globs = entry.cases.map(idMatcher);
    this.devices = entry.devices?.map(deviceMatcher);
    this.because = entry.because === undefined ? undefined : textMatcher(entry.because);
  }

  isAboutDevice(device: MatchedDevice): boolean {
    return this.devices?.some((matches) => matches(device)) ?? true;
  }

  isAboutCase(id: string, caseId: string): boolean {
    return this.globs.some((matches) => matches(id, caseId));
  }

  /** Whether the reason of a skip is the one that is expected. */
  isBecause(reason: string): boolean {
    return this.because?.(reason) ?? false;
  }

  /** Whether it counts no more on this day, such as `2027-02-01`. */
  isExpired(today: string): boolean {
    return this.entry.until !== undefined && this.entry.until < today;
  }
}

/** A device by its key, with or without the name of the driver in it, its name, or its UUID. */
function deviceMatcher(glob: string): (device: MatchedDevice) => boolean {
  const matches = picomatch(glob);
  const uuid = glob.replaceAll('-', '').toLowerCase();
  return ({ key, identity }) =>
    [key, key.slice(key.indexOf('/') + 1), identity.deviceName].some(
      (name) => name === glob || matches(name),
    ) || identity.deviceUUID === uuid;
}

/** Running text: what it says itself, or a glob that no slash stops. */
function textMatcher(glob: string): (text: string) => boolean {
  const matches = picomatch(glob, { bash: true, dot: true });
  return (text) => text === glob || matches(text);
}

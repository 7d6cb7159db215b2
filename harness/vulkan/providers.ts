import { PROVIDERS } from './generated/registry';

/** A core version or an extension, as the registry has it. */
export interface ProviderRow {
  readonly type: 'core' | 'instance' | 'device' | 'none';
  /** The version (`1.3`) or the extension's number. */
  readonly number: string;
  readonly specVersion?: number;
  /** What must be there first: names joined by `+` (and) and `,` (or), with parentheses. */
  readonly depends?: string;
  /** The core version or extension that took it over. */
  readonly promotedTo?: string;
  readonly deprecatedBy?: string;
  readonly obsoletedBy?: string;
  /** The window system or operating system that it is for, such as `win32`. */
  readonly platform?: string;
  /** The commands that it brings, whether or not this binding offers them. */
  readonly commands: readonly string[];
}

/** An extension of the registry by name, or undefined when the registry does not know it. */
export function extensionRow(name: string): ProviderRow | undefined {
  const row = PROVIDERS[name];
  return row === undefined || row.type === 'core' ? undefined : row;
}

import picomatch from 'picomatch';
import type { Argv } from 'yargs';
import type { Device } from '../drivers/driver';
import { CommandError, exitCodes } from './command-error';
import { once } from './option-values';

/** What the options below give. */
export interface ExpectationArguments {
  readonly expectDriver?: string | undefined;
  readonly expectVersion?: string | undefined;
}

/** Adds the options that say which driver is meant to be tested. */
export function withExpectedDriver<T>(parser: Argv<T>) {
  return parser
    .option('expect-driver', {
      describe:
        'run nothing unless every driver is this one: its name or what it says of itself, as a glob or a part of it',
      type: 'string',
      requiresArg: true,
      coerce: once('--expect-driver'),
    })
    .option('expect-version', {
      describe: 'run nothing unless every driver says that it is this version, as a glob or a part of it',
      type: 'string',
      requiresArg: true,
      coerce: once('--expect-version'),
    });
}

/**
 * Refuses to test another driver, or another version, than was expected.
 *
 * @throws CommandError on the first device that is not what was expected
 */
export function requireExpected(
  devices: readonly Pick<Device, 'driver' | 'identity' | 'key'>[],
  { expectDriver, expectVersion }: ExpectationArguments,
): void {
  for (const { driver, identity, key } of devices) {
    const said = `${identity.driverName} ${identity.driverInfo}`.trim();
    refuse(key, '--expect-driver', expectDriver, [driver.name, identity.driverName, said]);
    refuse(key, '--expect-version', expectVersion, [identity.driverInfo, driver.origin]);
  }
}

function refuse(
  key: string,
  option: string,
  expected: string | undefined,
  candidates: readonly string[],
): void {
  if (expected === undefined || candidates.some((text) => isLike(expected, text))) return;
  const seen = [...new Set(candidates)].filter((text) => text !== '').map((text) => `"${text}"`);
  throw new CommandError(
    exitCodes.noDevice,
    `${key} is ${seen.join(', ') || 'silent about that'}, and ${option} asks for "${expected}": nothing was run`,
  );
}

/**
 * Whether a text is what was expected: it matches the glob as a whole, or has the words in it. `26.1` is in `Mesa
 * 26.1.3` and not in `Mesa 26.10`. Upper and lower case are alike.
 */
export function isLike(expected: string, text: string): boolean {
  if (/[*?[{]/.test(expected))
    return picomatch(expected.replace(/[()]/g, '\\$&'), { nocase: true, bash: true })(text);
  const letter = /[\p{L}\p{N}]/u;
  const [within, part] = [text.toLowerCase(), expected.toLowerCase()];
  for (let at = within.indexOf(part); at >= 0; at = within.indexOf(part, at + 1)) {
    const joins = (outer: string, inner: string) => letter.test(outer) && letter.test(inner);
    if (joins(within.charAt(at - 1), part.charAt(0))) continue;
    if (joins(within.charAt(at + part.length), part.charAt(part.length - 1))) continue;
    return true;
  }
  return false;
}

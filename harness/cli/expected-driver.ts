import picomatch from 'picomatch';
import type { Argv } from 'yargs';
import type { BrokenDriver, Device } from '../drivers/driver';
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

/** What is about to be tested. */
export interface FoundDrivers {
  readonly devices: readonly Pick<Device, 'driver' | 'identity' | 'key'>[];
  readonly broken: readonly BrokenDriver[];
}

/**
 * Refuses to test another driver, or another version, than was expected. A driver that crashed or hung when it was asked
 * for its devices could not say what it is: of it no more is known than what it is called and where it came from.
 *
 * @throws CommandError on the first that is not what was expected; the line tells of all that crashed or hung
 */
export function requireExpected(
  { devices, broken }: FoundDrivers,
  { expectDriver, expectVersion }: ExpectationArguments,
): void {
  const aside = broken
    .map(
      ({ driver, problem }) =>
        `; ${problem.status} of ${driver.name}, asked for its devices: ${problem.message}`,
    )
    .join('');
  const refuse = (
    name: string,
    option: string,
    expected: string | undefined,
    candidates: readonly string[],
  ): void => {
    if (expected === undefined || candidates.some((text) => isLike(expected, text))) return;
    const seen = [...new Set(candidates)].filter((text) => text !== '').map((text) => `"${text}"`);
    throw new CommandError(
      exitCodes.noDevice,
      `${name} is ${seen.join(', ') || 'silent about that'}, and ${option} asks for "${expected}": nothing was run${aside}`,
    );
  };
  for (const { driver, identity, key } of devices) {
    const said = `${identity.driverName} ${identity.driverInfo}`.trim();
    refuse(key, '--expect-driver', expectDriver, [driver.name, identity.driverName, said]);
    refuse(key, '--expect-version', expectVersion, [identity.driverInfo, driver.origin]);
  }
  for (const { driver } of broken) {
    refuse(driver.name, '--expect-driver', expectDriver, [driver.name]);
    refuse(driver.name, '--expect-version', expectVersion, [driver.origin]);
  }
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

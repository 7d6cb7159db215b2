import { PROVIDERS } from '../vulkan/generated/registry';

/** What a device has: extensions of the device and of its instance by name, and the version of both. */
export interface Offered {
  readonly extensions: ReadonlySet<string>;
  /** `1.3.274`. */
  readonly apiVersion: string;
}

/** Device commands that an extension brings. Source: vk.xml. */
export function commandsOf(extension: string): readonly string[] {
  return PROVIDERS[extension]?.commands ?? [];
}

/**
 * What an extension rests on, as vk.xml writes it: names joined by `+` (and) and `,` (or), with parentheses;
 * `''` where it rests on nothing.
 */
export function dependenciesOf(extension: string): string {
  return PROVIDERS[extension]?.depends ?? '';
}

/**
 * Whether a dependency is met. A core version is there from that version on, an extension where it is offered
 * or has become part of a version that is there.
 * @throws Error on an expression that can't be read
 */
export function isMet(expression: string, offered: Offered): boolean {
  if (expression === '') return true;
  const tokens = expression.match(/[()+,]|[A-Za-z0-9_:]+/g) ?? [];
  if (tokens.join('') !== expression) throw new Error(`the dependency ${expression} can't be read`);
  let next = 0;
  const term = (): boolean => {
    const token = tokens[next++];
    if (token !== '(') return isThere(token ?? '', offered);
    const inner = sequence();
    if (tokens[next++] !== ')') throw new Error(`the dependency ${expression} lacks a parenthesis`);
    return inner;
  };
  // In vk.xml both operators bind alike and expressions read from left to right.
  const sequence = (): boolean => {
    let met = term();
    while (tokens[next] === '+' || tokens[next] === ',') {
      const all = tokens[next++] === '+';
      const right = term();
      met = all ? met && right : met || right;
    }
    return met;
  };
  const met = sequence();
  if (next !== tokens.length) throw new Error(`the dependency ${expression} can't be read`);
  return met;
}

function isThere(name: string, offered: Offered): boolean {
  const version = /^VK_VERSION_(\d+)_(\d+)$/.exec(name);
  if (version !== null) return isAtLeast(offered.apiVersion, Number(version[1]), Number(version[2]));
  if (offered.extensions.has(name)) return true;
  const promotedTo = PROVIDERS[name]?.promotedTo;
  return promotedTo !== undefined && isThere(promotedTo, offered);
}

/** Whether a version such as `1.3.274` is that one or a later one. */
export function isAtLeast(apiVersion: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = apiVersion.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

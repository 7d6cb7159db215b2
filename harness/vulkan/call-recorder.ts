import { commandPlan } from './command-plan';
import { type MemberSpellings, memberSpellings, type Spelling, spellingOf } from './value-spelling';

/** Sees every typed call before it enters the driver and after it returns. */
export interface CallRecorder {
  /**
   * A call begins.
   * @param args the main arguments as compact text of at most about 400 characters
   * @param passed the arguments themselves, as the caller gave them
   * @returns a token that `returned` and `end` get back; calls may overlap
   */
  begin(command: string, args: string, passed: readonly unknown[]): number;
  /** The driver has returned; what it wrote is decoded next. */
  returned(token: number): void;
  /**
   * What the call gave is known, or could not be decoded.
   * @param result name of the VkResult, or empty for a command that returns none
   * @param outputs what it gave beside, as compact text
   * @param given what the caller is given; undefined where it could not be decoded
   */
  end(token: number, result: string, outputs: string, given: unknown): void;
  /** A VkResult that the specification does not list for the command. */
  unlisted(command: string, result: string): void;
}

/** Records nothing; calls cost least with it, since their arguments are not even spelled out. */
export const NO_RECORDER: CallRecorder = {
  begin: () => 0,
  returned: () => {},
  end: () => {},
  unlisted: () => {},
};

/** Text of at most so many characters, cut where no word is. */
export function cutBetweenWords(text: string, length: number): string {
  return `${text
    .slice(0, length - 3)
    .replace(/\w+$/, '')
    .trimEnd()}...`;
}

const LONGEST = 400;
const LONGEST_STRING = 40;

/** What a call of that command gave beside its result, as compact text. */
export function describeOutputs(given: unknown, command?: string): string {
  if (given === undefined) return '';
  if (typeof given !== 'object' || given === null) return describe(given, LONGEST);
  const spellings = command === undefined ? undefined : spellingsOf(command).outputs;
  let text = '';
  for (const key in given) {
    const member: unknown = (given as Record<string, unknown>)[key];
    if (key === 'result' || member === undefined || isEmpty(member)) continue;
    text += `${text === '' ? '' : ', '}${key}: ${describe(member, LONGEST - text.length, spellings?.get(key))}`;
    if (text.length > LONGEST) return cutBetweenWords(text, LONGEST);
  }
  return text;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const _key in value) return false;
  return !('value' in value);
}

/** The arguments of a call of that command as compact text, cut at about 400 characters. */
export function describeArguments(values: readonly unknown[], command?: string): string {
  const spellings = command === undefined ? undefined : spellingsOf(command).inputs;
  let text = '';
  for (let index = 0; index < values.length && text.length < LONGEST; index++) {
    if (index > 0) text += ', ';
    text += describe(values[index], LONGEST - text.length, spellings?.[index]);
  }
  return text.length > LONGEST ? cutBetweenWords(text, LONGEST) : text;
}

type Spelled = Spelling | MemberSpellings | undefined;

/** Spellings of what a command takes, in the order in which callers pass it, and of what it gives, by name. */
interface CommandSpellings {
  readonly inputs: readonly Spelled[];
  readonly outputs: ReadonlyMap<string, Spelled>;
}

const commands = new Map<string, CommandSpellings>();

function spellingsOf(command: string): CommandSpellings {
  const known = commands.get(command);
  if (known !== undefined) return known;
  const inputs: Spelled[] = [];
  const outputs = new Map<string, Spelled>();
  const { row, parameters } = commandPlan(command);
  for (const [index, plan] of parameters.entries()) {
    const type = row.parameters[index]?.[2] ?? '';
    const spelled = spellingOf(type) ?? memberSpellings(type);
    if (plan.kind === 'input') inputs.push(spelled);
    if (plan.kind === 'output') outputs.set(plan.key, spelled);
  }
  const made = { inputs, outputs };
  commands.set(command, made);
  return made;
}

function describe(value: unknown, room: number, spelled?: Spelled): string {
  switch (typeof value) {
    case 'string':
      return value.startsWith('VK_')
        ? value
        : `'${value.length > LONGEST_STRING ? `${value.slice(0, LONGEST_STRING)}...` : value}'`;
    case 'number':
      return typeof spelled === 'function' ? spelled(value) : String(value);
    case 'bigint':
      if (typeof spelled === 'function') return spelled(value);
      return value > 0xffffn ? `0x${value.toString(16)}` : value.toString();
    case 'object':
      return value === null ? 'null' : describeObject(value, room, spelled);
    default:
      return String(value);
  }
}

function describeObject(value: object, room: number, spelled: Spelled): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if ('type' in value && 'value' in value && typeof value.value === 'bigint') {
    return `${value.type} 0x${value.value.toString(16)}`;
  }
  let text = '';
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && text.length < room; index++) {
      text += (index > 0 ? ', ' : '') + describe(value[index], room - text.length, spelled);
    }
    return `[${text}]`;
  }
  let tag = '';
  let members = typeof spelled === 'object' ? spelled : undefined;
  if ('struct' in value && typeof value.struct === 'string') members = memberSpellings(value.struct);
  for (const key in value) {
    if (text.length >= room) break;
    const member: unknown = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    if (key === 'struct') tag = `${member} `;
    else
      text += `${text === '' ? '' : ', '}${key}: ${describe(member, room - text.length, members?.get(key))}`;
  }
  return `${tag}{${text}}`;
}

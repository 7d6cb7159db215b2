import { type Closure, canonicalType } from './closure';
import { literal } from './literal';
import { type MemberForm, memberForm } from './member-form';
import type { Command, Registry } from './registry';
import type { TypeSpelling } from './type-spelling';

/** Commands that wait by nature; they are offered as promises only. */
const BLOCKING =
  /^vk(WaitForFences|WaitSemaphores(KHR)?|QueueWaitIdle|DeviceWaitIdle|Get(Fence|Semaphore)FdKHR)$/;

type Level = 'global' | 'instance' | 'device';

interface Parameter extends MemberForm {
  readonly name: string;
}

interface Signature {
  readonly name: string;
  readonly level: Level;
  readonly command: Command;
  readonly parameters: readonly Parameter[];
}

/** The command table and the TypeScript interfaces of the typed commands. */
export function commandFiles(spelling: TypeSpelling, closure: Closure): [string, string][] {
  const { registry } = spelling.abi;
  const signatures = closure.commands.map((command) => signatureOf(registry, command));
  return [
    ['commands.ts', tableFile(registry, signatures)],
    ['command-types.ts', typesFile(spelling, closure, signatures)],
  ];
}

function signatureOf(registry: Registry, named: Command): Signature {
  const command = registry.commands.get(named.alias ?? named.name) as Command;
  const parameters = command.parameters.map((parameter) => ({
    name: parameter.name,
    ...memberForm(registry, command.name, parameter),
  }));
  const first = parameters[0]?.type ?? '';
  const level: Level = !registry.handles.get(first)?.dispatchable
    ? 'global'
    : /^Vk(Instance|PhysicalDevice)$/.test(first)
      ? 'instance'
      : 'device';
  return { name: named.name, level, command, parameters };
}

function tableFile(registry: Registry, signatures: readonly Signature[]): string {
  const rows = signatures.map(({ name, level, command, parameters }) => {
    const providers = registry.providers
      .filter(({ commands }) => commands.includes(name))
      .map((found) => found.name);
    const head = {
      level,
      returns: canonicalType(registry, command.returns),
      alias: name === command.name ? undefined : command.name,
      blocking: BLOCKING.test(name) ? true : undefined,
      providers,
      success: command.successCodes,
      errors: command.errorCodes,
    };
    const lines = parameters.map(({ name: parameter, form, type, extra }) => {
      const row: unknown[] = [parameter, form, type];
      if (Object.keys(extra).length > 0) row.push(extra);
      return `      ${literal(row)},\n`;
    });
    return `  ${name}: {\n    ${literal(head).slice(2, -2)},\n    parameters: [\n${lines.join('')}    ],\n  },\n`;
  });
  return [
    "import type { CommandRow } from '../layout';\n\n",
    '/** Every command by name, aliases under their own names. */\n',
    'export const COMMANDS: Readonly<Record<string, CommandRow>> = {\n',
    ...rows,
    '};\n',
  ].join('');
}

/** `pCreateInfo` -> `createInfo`, `ppData` -> `data`. */
export function plainName(name: string): string {
  const [, rest] = /^pp?([A-Z].*)$/.exec(name) ?? [];
  return rest === undefined ? name : rest.charAt(0).toLowerCase() + rest.slice(1);
}

function typesFile(spelling: TypeSpelling, closure: Closure, signatures: readonly Signature[]): string {
  const named = { global: 'GlobalCommands', instance: 'InstanceCommands', device: 'DeviceCommands' } as const;
  const text = (Object.keys(named) as Level[])
    .map((level) => {
      const own = signatures.filter((signature) => signature.level === level);
      const sync = own
        .filter(({ name }) => !BLOCKING.test(name))
        .map((signature) => method(spelling, signature, false));
      const async = own.map((signature) => method(spelling, signature, true));
      return [
        `export interface ${named[level]} {\n  /** The same commands on a worker thread. */\n`,
        `  readonly async: ${named[level]}Async;\n${sync.join('')}}\n\n`,
        `export interface ${named[level]}Async {\n${async.join('')}}\n`,
      ].join('');
    })
    .join('\n');
  const commandNames = `\nexport type CommandName =\n  | ${signatures.map(({ name }) => literal(name)).join('\n  | ')};\n`;
  const used = (names: readonly string[], prefix = ''): string[] =>
    names.filter((name) => new RegExp(`(?<![\\w.'])${prefix}${name}\\b(?!')`).test(text));
  const enumerations = used([...closure.enumerations, ...closure.bitmasks]);
  const handles = used(closure.handles);
  const structures = used(closure.aggregates.map(({ name }) => name));
  return [
    "import type { AllocationCallbacks, ArrayRequest, ChainName, OutputRequest, ResultName, WithChain, WithChains } from '../command-shapes';\n",
    text.includes('Unlisted<') ? "import type { Unlisted } from '../enumerations';\n" : '',
    "import type * as Decoded from './decoded-types';\n",
    enumerations.length > 0 ? `import type { ${enumerations.join(', ')} } from './enumerations';\n` : '',
    `import type { ${handles.join(', ')} } from './handles';\n`,
    `import type { ${structures.join(', ')} } from './structure-types';\n\n`,
    text,
    commandNames,
  ].join('');
}

function method(spelling: TypeSpelling, signature: Signature, asPromise: boolean): string {
  const { name, command, parameters } = signature;
  const { registry } = spelling.abi;
  const counts = new Set(parameters.map(({ extra }) => extra.len));
  const passed: string[] = [];
  const outputs: string[] = [];
  let generic = '';
  let chained = '';
  const fallible = command.returns === 'VkResult';
  const mark = fallible ? '?' : '';
  for (const { name: cName, form, type, extra } of parameters) {
    const plain = plainName(cName);
    if (counts.has(cName)) continue;
    if (extra.out === true) {
      const isStructure = registry.aggregates.has(type);
      const returned = isStructure ? `Decoded.${type}` : outputType(spelling, name, type);
      const chainable =
        isStructure && registry.aggregates.get(type)?.members.some((member) => member.name === 'pNext');
      if (form === 'array') {
        outputs.push(`${plain}${mark}: (${returned})[]`);
        if (chainable) {
          generic = `<const C extends readonly ChainName<'${type}'>[] = []>`;
          passed.push('request?: OutputRequest<C> & ArrayRequest');
          chained = ' & WithChains<C>';
        } else if (extra.len !== undefined && !extra.len.includes('->'))
          passed.push('request?: ArrayRequest');
      } else {
        outputs.push(`${plain}${mark}: ${returned}`);
        if (chainable) {
          generic = `<const C extends readonly ChainName<'${type}'>[] = []>`;
          passed.push('request?: OutputRequest<C>');
          chained = ' & WithChain<C>';
        }
      }
    } else if (type === 'VkAllocationCallbacks') passed.push(`${plain}: AllocationCallbacks`);
    else passed.push(`${plain}: ${spelling.passedMember({ form, type, extra })}`);
  }
  if (fallible) outputs.unshift('result: ResultName');
  const value =
    command.returns !== 'void' && !fallible
      ? spelling.returned(canonicalType(registry, command.returns))
      : outputs.length === 0
        ? 'void'
        : `{ ${outputs.join('; ')} }${chained}`;
  return `  ${name}${generic}(${passed.join(', ')}): ${asPromise ? `Promise<${value}>` : value};\n`;
}

/** What creates or lists objects never returns VK_NULL_HANDLE; vkGetDeviceQueue2 may. */
function outputType(spelling: TypeSpelling, command: string, type: string): string {
  const isNew = spelling.abi.registry.handles.has(type) && /^vk(Create|Allocate|Enumerate)/.test(command);
  return isNew ? type : spelling.returned(type);
}

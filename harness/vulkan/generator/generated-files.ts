import { Abi } from './abi';
import { type Closure, canonicalType, closureOf } from './closure';
import { commandFiles } from './command-files';
import { literal } from './literal';
import { memberForm } from './member-form';
import type { Aggregate, Enumeration, Registry } from './registry';
import { SCOPE_COMMANDS, SCOPE_EXTENSIONS } from './scope';
import { TypeSpelling } from './type-spelling';

/**
 * The text of every generated file, by file name.
 * @throws Error when the registry lacks something of the scope or holds a shape that has no form
 */
export function generatedFiles(registry: Registry): Map<string, string> {
  const closure = closureOf(registry, SCOPE_COMMANDS, SCOPE_EXTENSIONS);
  const spelling = new TypeSpelling(new Abi(registry));
  const header = [
    `// Generated from the Vulkan registry ${registry.version} by harness/vulkan/generator; do not edit.`,
    '// `npm run generate -- PATH_OF_vk.xml` writes it anew.',
    '',
    '',
  ].join('\n');
  const files = new Map<string, string>([
    ['registry.ts', registryFile(registry)],
    ['enumerations.ts', enumerationsFile(registry, closure)],
    ['handles.ts', handlesFile(registry, closure)],
    ['structures.ts', structuresFile(spelling.abi, closure)],
    ['structure-types.ts', structureTypesFile(spelling, closure)],
    ['decoded-types.ts', decodedTypesFile(spelling, closure)],
    ...commandFiles(spelling, closure),
  ]);
  return new Map([...files].map(([name, text]) => [name, header + text]));
}

function registryFile(registry: Registry): string {
  const constants = [...registry.constants].map(
    ([name, value]) => `export const ${name} = ${literal(value)};\n`,
  );
  const providers = registry.providers.map((provider) => {
    const { name, type, number, depends, promotedTo, deprecatedBy, obsoletedBy, platform, specVersion } =
      provider;
    const row = { type, number, specVersion, depends, promotedTo, deprecatedBy, obsoletedBy, platform };
    return `  ${name}: ${literal({ ...row, commands: provider.commands })},\n`;
  });
  return [
    "import type { ProviderRow } from '../providers';\n\n",
    '/** The version of the registry that everything here was generated from. */\n',
    `export const REGISTRY_VERSION = '${registry.version}';\n\n`,
    ...constants,
    '\n/** Core versions and extensions, with the commands that each brings. */\n',
    'export const PROVIDERS: Readonly<Record<string, ProviderRow>> = {\n',
    ...providers,
    '};\n',
  ].join('');
}

function enumerationsFile(registry: Registry, closure: Closure): string {
  const enumerations = closure.enumerations.map((name) => registry.enumerations.get(name) as Enumeration);
  const types = enumerations.map(({ name, values, aliases }) => {
    const names = [...values.keys(), ...aliases.keys()].map(literal);
    return `export type ${name} = ${names.length === 0 ? 'never' : `\n  | ${names.join('\n  | ')}`};\n`;
  });
  const flags = closure.bitmasks.map((name) => {
    const bitmask = registry.bitmasks.get(name);
    const bits = bitmask?.bits === undefined ? 'never' : canonicalType(registry, bitmask.bits);
    return `export type ${name} = ${bitmask?.width === 64 ? 'WideFlags' : 'Flags'}<${bits}>;\n`;
  });
  const tables = enumerations.map(({ name, isBits, width, values, aliases }) => {
    const value = (number: bigint): string => literal(width === 64 ? number : Number(number));
    const entries = [...values].map(([entry, number]) => `      ${entry}: ${value(number)},\n`);
    const others = [...aliases].map(([alias, of]) => `      ${alias}: '${of}',\n`);
    return `  ${name}: {\n    bits: ${isBits},\n    width: ${width},\n    values: {\n${entries.join('')}    },\n    aliases: {\n${others.join('')}    },\n  },\n`;
  });
  const masks = closure.bitmasks.map((name) => {
    const bitmask = registry.bitmasks.get(name);
    const bits = bitmask?.bits === undefined ? undefined : canonicalType(registry, bitmask.bits);
    return `  ${name}: ${literal({ width: bitmask?.width, bits })},\n`;
  });
  return [
    "import type { BitmaskTable, EnumerationTable, Flags, WideFlags } from '../enumerations';\n\n",
    ...types,
    '\n',
    ...flags,
    '\n/** Every enumeration by name: values of extensions included, aliases apart. */\n',
    'export const ENUMERATIONS: Readonly<Record<string, EnumerationTable>> = {\n',
    ...tables,
    '};\n\n/** Every bitmask type by name, with the enumeration of its bits. */\n',
    'export const BITMASKS: Readonly<Record<string, BitmaskTable>> = {\n',
    ...masks,
    '};\n',
  ].join('');
}

function handlesFile(registry: Registry, closure: Closure): string {
  const rows = closure.handles.map((name) => {
    const handle = registry.handles.get(name);
    return `  ${name}: ${literal({ dispatchable: handle?.dispatchable, parent: handle?.parent, objectType: handle?.objectType })},\n`;
  });
  return [
    "import type { HandleRow, VulkanHandle } from '../handle';\n\n",
    ...closure.handles.map((name) => `export type ${name} = VulkanHandle<'${name}'>;\n`),
    '\n/** Every handle type by name. */\n',
    'export const HANDLES: Readonly<Record<string, HandleRow>> = {\n',
    ...rows,
    '};\n',
  ].join('');
}

function structuresFile(abi: Abi, closure: Closure): string {
  const inScope = new Set(closure.aggregates.map(({ name }) => name));
  const rows = closure.aggregates.map((aggregate) => {
    const layout = abi.layoutOf(aggregate);
    const members = aggregate.members.map((member, index) => {
      const { form, type, extra } = memberForm(abi.registry, aggregate.name, member);
      const row: unknown[] = [member.name, layout.offsets[index], form, type];
      if (Object.keys(extra).length > 0) row.push(extra);
      return `      ${literal(row)},\n`;
    });
    const bases = [...new Set(aggregate.structExtends.map((base) => canonicalType(abi.registry, base)))];
    const head = {
      size: layout.size,
      align: layout.align,
      union: aggregate.isUnion ? true : undefined,
      sType: aggregate.members.find(({ name }) => name === 'sType')?.value,
      extends: bases.length > 0 ? bases.filter((base) => inScope.has(base)) : undefined,
      returnedOnly: aggregate.returnedOnly ? true : undefined,
      repeatable: aggregate.repeatable ? true : undefined,
    };
    return `  ${aggregate.name}: {\n    ${literal(head).slice(2, -2)},\n    members: [\n${members.join('')}    ],\n  },\n`;
  });
  return [
    "import type { StructureLayout } from '../layout';\n\n",
    '/** Every structure and union by name, as it lies in memory on a 64-bit machine. */\n',
    'export const STRUCTURES: Readonly<Record<string, StructureLayout>> = {\n',
    ...rows,
    '};\n',
  ].join('');
}

/** Names that a generated type file takes from the enumerations and handles files. */
function typeImports(closure: Closure, text: string): string {
  const used = (names: readonly string[]): string =>
    names.filter((name) => new RegExp(`\\b${name}\\b(?!\\w|')`).test(text)).join(', ');
  const enumerations = used([...closure.enumerations, ...closure.bitmasks]);
  const handles = used(closure.handles);
  return [
    enumerations === '' ? '' : `import type { ${enumerations} } from './enumerations';\n`,
    handles === '' ? '' : `import type { ${handles} } from './handles';\n`,
  ].join('');
}

function structureTypesFile(spelling: TypeSpelling, closure: Closure): string {
  const { registry } = spelling.abi;
  const chained = (aggregate: Aggregate): string[] =>
    closure.aggregates
      .filter((other) => other.structExtends.some((base) => canonicalType(registry, base) === aggregate.name))
      .map(({ name }) => name);
  const interfaces = closure.aggregates.map((aggregate) => {
    const forms = aggregate.members.map((member) => memberForm(registry, aggregate.name, member));
    if (aggregate.isUnion) {
      const choices = aggregate.members.map(
        ({ name }, index) =>
          `{ readonly ${name}: ${spelling.passedMember(forms[index] as (typeof forms)[number])} }`,
      );
      return `/** Exactly one of the members. */\nexport type ${aggregate.name} = ${choices.join(' | ')};\n`;
    }
    const counts = new Set(forms.map(({ extra }) => extra.len));
    const members = aggregate.members.map((member, index) => {
      const form = forms[index] as (typeof forms)[number];
      if (form.form === 'sType') return `  readonly sType?: '${member.value}';\n`;
      if (form.form === 'pNext') {
        return `  readonly pNext?: Chain<${chained(aggregate).map(literal).join(' | ') || 'never'}>;\n`;
      }
      const absent = counts.has(member.name) ? '?' : '';
      return `  readonly ${member.name}${absent}: ${spelling.passedMember(form)};\n`;
    });
    return `export interface ${aggregate.name} {\n${members.join('')}}\n`;
  });
  const map = closure.aggregates.filter(({ isUnion }) => !isUnion).map(({ name }) => `  ${name}: ${name};\n`);
  const chains = closure.aggregates
    .map((aggregate) => [aggregate.name, chained(aggregate)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([name, names]) => `  ${name}: ${names.map(literal).join(' | ')};\n`);
  const text = [
    ...interfaces,
    '\n/** Structures as callers pass them, by name. */\nexport interface Structures {\n',
    ...map,
    '}\n\n/** The structures that may be chained to each structure. */\nexport interface Chainable {\n',
    ...chains,
    '}\n',
  ].join('');
  return `import type { Chain } from '../structure-encoder';\n${typeImports(closure, text)}\n${text}`;
}

function decodedTypesFile(spelling: TypeSpelling, closure: Closure): string {
  const { registry } = spelling.abi;
  const interfaces = closure.aggregates.map((aggregate) => {
    const members = aggregate.members.map((member) => {
      const form = memberForm(registry, aggregate.name, member);
      if (form.form === 'sType' || form.form === 'pNext') return '';
      return `  readonly ${member.name}: ${spelling.returnedMember(form)};\n`;
    });
    return `export interface ${aggregate.name} {\n${members.join('')}}\n`;
  });
  const text = [
    ...interfaces,
    '\n/** Structures as the decoder returns them, by name. */\nexport interface DecodedStructures {\n',
    ...closure.aggregates.map(({ name }) => `  ${name}: ${name};\n`),
    '}\n',
  ].join('');
  const unlisted = text.includes('Unlisted<') ? "import type { Unlisted } from '../enumerations';\n" : '';
  return `${unlisted}${typeImports(closure, text)}\n${text}`;
}

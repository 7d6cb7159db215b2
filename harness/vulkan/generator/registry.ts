import { childElements, childText, parseXml, textOf, type XmlElement } from './xml-element';

/** A C declaration: a structure's member or a command's parameter. */
export interface Declaration {
  readonly name: string;
  /** The type's name, without `const`, `struct` and stars. */
  readonly type: string;
  readonly isConst: boolean;
  /** How many stars stand after the type. */
  readonly pointers: number;
  /** Element counts of the inline array, outermost first; empty for a plain member. */
  readonly dimensions: readonly number[];
  /** Width in bits of a bit-field. */
  readonly bits: number | undefined;
  readonly len: string | undefined;
  readonly optional: readonly string[];
  readonly noAutoValidity: boolean;
  /** The one value that the member must hold (`sType`). */
  readonly value: string | undefined;
}

/** A structure or a union. */
export interface Aggregate {
  readonly name: string;
  readonly isUnion: boolean;
  readonly returnedOnly: boolean;
  readonly structExtends: readonly string[];
  /** May stand in a chain more than once. */
  readonly repeatable: boolean;
  readonly members: readonly Declaration[];
}

/** An enumeration; flag bits when `isBits`. Values are exact. */
export interface Enumeration {
  readonly name: string;
  readonly isBits: boolean;
  readonly width: 32 | 64;
  readonly values: Map<string, bigint>;
  /** Alias name -> canonical name. */
  readonly aliases: Map<string, string>;
}

/** A bitmask type such as `VkFenceCreateFlags`. */
export interface Bitmask {
  readonly name: string;
  readonly width: 32 | 64;
  /** The enumeration of its bits, or undefined when none are defined yet. */
  readonly bits: string | undefined;
}

export interface Handle {
  readonly name: string;
  readonly dispatchable: boolean;
  readonly parent: string | undefined;
  readonly objectType: string | undefined;
}

export interface Command {
  readonly name: string;
  /** The command that this one is another name of. */
  readonly alias: string | undefined;
  readonly returns: string;
  readonly parameters: readonly Declaration[];
  readonly successCodes: readonly string[];
  readonly errorCodes: readonly string[];
}

/** An extension, or a version of the core API when `type` is `core`. */
export interface Provider {
  readonly name: string;
  readonly type: string;
  readonly number: string;
  readonly depends: string | undefined;
  readonly promotedTo: string | undefined;
  readonly deprecatedBy: string | undefined;
  readonly obsoletedBy: string | undefined;
  readonly platform: string | undefined;
  readonly specVersion: number | undefined;
  readonly commands: readonly string[];
  readonly types: readonly string[];
}

/** What `vk.xml` says, for the API `vulkan`. */
export interface Registry {
  /** `1.4.309`: newest core version and header version. */
  readonly version: string;
  readonly constants: Map<string, number | bigint>;
  readonly baseTypes: Map<string, string>;
  readonly aggregates: Map<string, Aggregate>;
  readonly enumerations: Map<string, Enumeration>;
  readonly bitmasks: Map<string, Bitmask>;
  readonly handles: Map<string, Handle>;
  /** Types of functions, with the types that their parameters name. */
  readonly functionPointers: Map<string, readonly string[]>;
  /** Alias of a type -> the type. */
  readonly typeAliases: Map<string, string>;
  readonly commands: Map<string, Command>;
  readonly providers: readonly Provider[];
}

/** Extension enumerants are numbered in blocks: 1000000000 + (extension number - 1) * 1000 + offset. */
export function extensionEnumerant(extensionNumber: number, offset: number, negative: boolean): bigint {
  const value = BigInt(1_000_000_000 + (extensionNumber - 1) * 1000 + offset);
  return negative ? -value : value;
}

/**
 * Reads one C declaration as the registry spells it, for example
 * `const <type>char</type>* const* <name>ppEnabledLayerNames</name>`.
 * @throws Error when the element names no type or no name
 */
export function parseDeclaration(
  element: XmlElement,
  constants: ReadonlyMap<string, number | bigint>,
): Declaration {
  const type = childText(element, 'type');
  const name = childText(element, 'name');
  if (type === undefined || name === undefined)
    throw new Error(`declaration without type or name: ${textOf(element)}`);
  const nameAt = element.children.findIndex((child) => typeof child !== 'string' && child.tag === 'name');
  const before = element.children.slice(0, nameAt).map(partText).join('');
  const after = element.children
    .slice(nameAt + 1)
    .map(partText)
    .join('');
  const dimensions = [...after.matchAll(/\[\s*(\w+)\s*\]/g)].map(([, count]) => {
    const number = Number(constants.get(count ?? '') ?? count);
    if (!Number.isInteger(number)) throw new Error(`${name}: array of unknown length ${count}`);
    return number;
  });
  const bits = /^\s*:\s*(\d+)/.exec(after)?.[1];
  const { attributes } = element;
  return {
    name,
    type,
    isConst: /\bconst\b/.test(before.slice(0, before.indexOf(type))),
    pointers: before.split('*').length - 1,
    dimensions,
    bits: bits === undefined ? undefined : Number(bits),
    len: attributes.len,
    optional: attributes.optional?.split(',') ?? [],
    noAutoValidity: attributes.noautovalidity === 'true',
    value: attributes.values,
  };
}

function partText(part: XmlElement | string): string {
  return typeof part === 'string' ? part : part.tag === 'comment' ? '' : textOf(part);
}

/** Whether an element belongs to the API `vulkan` (not to Vulkan SC alone). */
function isVulkan(element: XmlElement, attribute = 'api'): boolean {
  const api = element.attributes[attribute];
  return api === undefined || api.split(',').includes('vulkan');
}

/**
 * Reads a whole registry.
 * @throws Error when something that the binding relies on is missing or malformed
 */
export function parseRegistry(xml: string): Registry {
  const root = parseXml(xml, 'registry');
  const registry: Registry & { version: string; providers: Provider[] } = {
    version: '',
    constants: new Map(),
    baseTypes: new Map(),
    aggregates: new Map(),
    enumerations: new Map(),
    bitmasks: new Map(),
    handles: new Map(),
    functionPointers: new Map(),
    typeAliases: new Map(),
    commands: new Map(),
    providers: [],
  };
  for (const enums of childElements(root, 'enums')) readEnums(enums, registry);
  for (const types of childElements(root, 'types')) {
    for (const type of childElements(types, 'type').filter((child) => isVulkan(child)))
      readType(type, registry);
  }
  for (const commands of childElements(root, 'commands')) {
    for (const command of childElements(commands, 'command').filter((child) => isVulkan(child))) {
      readCommand(command, registry);
    }
  }
  for (const feature of childElements(root, 'feature').filter((child) => isVulkan(child))) {
    readProvider(feature, registry, 'core');
  }
  for (const extensions of childElements(root, 'extensions')) {
    for (const extension of childElements(extensions, 'extension').filter((child) =>
      isVulkan(child, 'supported'),
    )) {
      readProvider(extension, registry, extension.attributes.type ?? 'none');
    }
  }
  const newest = registry.providers.filter(({ type }) => type === 'core').at(-1)?.number;
  const header = registry.constants.get('VK_HEADER_VERSION');
  if (newest === undefined || header === undefined) throw new Error('the registry names no version');
  registry.version = `${newest}.${header}`;
  return registry;
}

function readEnums(enums: XmlElement, registry: Registry): void {
  const { name, type, bitwidth } = enums.attributes;
  if (name === undefined) return;
  const entries = childElements(enums, 'enum').filter((child) => isVulkan(child));
  if (type === 'constants') {
    for (const { attributes } of entries) {
      const number = constantValue(attributes.value ?? '', attributes.type ?? '');
      if (attributes.name !== undefined && number !== undefined)
        registry.constants.set(attributes.name, number);
    }
    return;
  }
  const enumeration: Enumeration = {
    name,
    isBits: type === 'bitmask',
    width: bitwidth === '64' ? 64 : 32,
    values: new Map(),
    aliases: new Map(),
  };
  registry.enumerations.set(name, enumeration);
  for (const entry of entries) readEnumerant(entry, enumeration, 0);
}

/** The value of a C constant such as `(~0U)` or `256`; undefined for a float or a string. */
function constantValue(text: string, type: string): number | bigint | undefined {
  const inverted = /^\(~(\d+)U(?:LL)?\)$/.exec(text)?.[1];
  if (inverted !== undefined) {
    return type === 'uint64_t' ? 2n ** 64n - 1n - BigInt(inverted) : 2 ** 32 - 1 - Number(inverted);
  }
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function readEnumerant(entry: XmlElement, enumeration: Enumeration, extensionNumber: number): void {
  const { name, alias, value, bitpos, offset, dir, extnumber } = entry.attributes;
  if (name === undefined) return;
  if (alias !== undefined) enumeration.aliases.set(name, alias);
  else if (value !== undefined) enumeration.values.set(name, BigInt(value));
  else if (bitpos !== undefined) enumeration.values.set(name, 1n << BigInt(bitpos));
  else if (offset !== undefined) {
    const number = extnumber === undefined ? extensionNumber : Number(extnumber);
    enumeration.values.set(name, extensionEnumerant(number, Number(offset), dir === '-'));
  }
}

function readType(type: XmlElement, registry: Registry): void {
  const { category, alias } = type.attributes;
  const name = type.attributes.name ?? childText(type, 'name');
  if (name === undefined) return;
  if (alias !== undefined) {
    registry.typeAliases.set(name, alias);
    return;
  }
  const base = childText(type, 'type');
  if (category === 'struct' || category === 'union') {
    registry.aggregates.set(name, {
      name,
      isUnion: category === 'union',
      returnedOnly: type.attributes.returnedonly === 'true',
      structExtends: type.attributes.structextends?.split(',') ?? [],
      repeatable: type.attributes.allowduplicate === 'true',
      members: childElements(type, 'member')
        .filter((member) => isVulkan(member))
        .map((member) => parseDeclaration(member, registry.constants)),
    });
  } else if (category === 'bitmask') {
    const bits = type.attributes.requires ?? type.attributes.bitvalues;
    registry.bitmasks.set(name, { name, width: base === 'VkFlags64' ? 64 : 32, bits });
  } else if (category === 'handle') {
    registry.handles.set(name, {
      name,
      dispatchable: base === 'VK_DEFINE_HANDLE',
      parent: type.attributes.parent,
      objectType: type.attributes.objtypeenum,
    });
  } else if (category === 'funcpointer') {
    registry.functionPointers.set(
      name,
      childElements(type, 'type').map((named) => textOf(named).trim()),
    );
  } else if (category === 'basetype' && base !== undefined) {
    registry.baseTypes.set(name, textOf(type).includes('*') ? 'void*' : base);
  } else if (category === 'define' && name === 'VK_HEADER_VERSION') {
    registry.constants.set(name, Number(/(\d+)\s*$/.exec(textOf(type))?.[1]));
  }
}

function readCommand(command: XmlElement, registry: Registry): void {
  const { name: aliasName, alias, successcodes, errorcodes } = command.attributes;
  if (aliasName !== undefined && alias !== undefined) {
    registry.commands.set(aliasName, {
      name: aliasName,
      alias,
      returns: '',
      parameters: [],
      successCodes: [],
      errorCodes: [],
    });
    return;
  }
  const proto = childElements(command, 'proto')[0];
  if (proto === undefined) throw new Error(`command without a prototype: ${textOf(command)}`);
  const { name, type, pointers } = parseDeclaration(proto, registry.constants);
  registry.commands.set(name, {
    name,
    alias: undefined,
    returns: type + '*'.repeat(pointers),
    parameters: childElements(command, 'param')
      .filter((parameter) => isVulkan(parameter))
      .map((parameter) => parseDeclaration(parameter, registry.constants)),
    successCodes: successcodes?.split(',') ?? [],
    errorCodes: errorcodes?.split(',') ?? [],
  });
}

function readProvider(
  element: XmlElement,
  registry: Registry & { providers: Provider[] },
  type: string,
): void {
  const { name, number, depends, promotedto, deprecatedby, obsoletedby, platform } = element.attributes;
  if (name === undefined || number === undefined)
    throw new Error('extension or version without name or number');
  const commands: string[] = [];
  const types: string[] = [];
  let specVersion: number | undefined;
  for (const require of childElements(element, 'require').filter((child) => isVulkan(child))) {
    for (const entry of childElements(require).filter((child) => isVulkan(child))) {
      const entryName = entry.attributes.name;
      if (entryName === undefined) continue;
      if (entry.tag === 'command') commands.push(entryName);
      else if (entry.tag === 'type') types.push(entryName);
      else if (entry.tag === 'enum') {
        const extended = entry.attributes.extends;
        if (entryName.endsWith('_SPEC_VERSION')) specVersion = Number(entry.attributes.value);
        if (extended === undefined) continue;
        const enumeration = registry.enumerations.get(registry.typeAliases.get(extended) ?? extended);
        if (enumeration === undefined)
          throw new Error(`${name} extends ${extended}, which the registry lacks`);
        readEnumerant(entry, enumeration, Number(number));
      }
    }
  }
  registry.providers.push({
    name,
    type,
    number,
    depends,
    promotedTo: promotedto,
    deprecatedBy: deprecatedby,
    obsoletedBy: obsoletedby,
    platform,
    specVersion,
    commands,
    types,
  });
}

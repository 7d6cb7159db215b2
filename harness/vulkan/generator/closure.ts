import type { Aggregate, Command, Declaration, Registry } from './registry';

/** Everything that a choice of commands and extensions needs, each list sorted by name. */
export interface Closure {
  readonly commands: readonly Command[];
  readonly aggregates: readonly Aggregate[];
  readonly enumerations: readonly string[];
  readonly bitmasks: readonly string[];
  readonly handles: readonly string[];
}

/**
 * Follows parameters, members and permitted chained structures to everything that they name.
 * Aliases of the commands come along.
 * @throws Error when a command or an extension of the scope is not in the registry
 */
export function closureOf(
  registry: Registry,
  commands: readonly string[],
  extensions: readonly string[],
): Closure {
  const aggregates = new Set<string>();
  const enumerations = new Set<string>(['VkResult', 'VkStructureType', 'VkObjectType']);
  const bitmasks = new Set<string>();
  const handles = new Set<string>();

  const visit = (declaration: Declaration): void => visitType(canonicalType(registry, declaration.type));
  const visitType = (type: string): void => {
    const parameterTypes = registry.functionPointers.get(type) ?? [];
    for (const parameter of parameterTypes) visitType(canonicalType(registry, parameter));
    const aggregate = registry.aggregates.get(type);
    if (aggregate !== undefined && !aggregates.has(type)) {
      aggregates.add(type);
      aggregate.members.forEach(visit);
    }
    if (registry.enumerations.has(type)) enumerations.add(type);
    if (registry.handles.has(type)) handles.add(type);
    const bitmask = registry.bitmasks.get(type);
    if (bitmask !== undefined) {
      bitmasks.add(type);
      if (bitmask.bits !== undefined) enumerations.add(canonicalType(registry, bitmask.bits));
    }
  };

  const selected = [...registry.commands.values()].filter(
    ({ name, alias }) => commands.includes(name) || (alias !== undefined && commands.includes(alias)),
  );
  const provided = new Set(registry.providers.flatMap((provider) => provider.commands));
  const lacking = commands.filter((name) => !provided.has(name));
  if (lacking.length > 0) throw new Error(`commands that the registry lacks: ${lacking.join(', ')}`);
  for (const { parameters } of selected) parameters.forEach(visit);

  const chainable = chainableTypes(registry, extensions);
  for (let grown = true; grown; ) {
    const before = aggregates.size;
    for (const { name, members, structExtends } of registry.aggregates.values()) {
      if (aggregates.has(name) || !chainable.has(name)) continue;
      if (!structExtends.some((base) => aggregates.has(canonicalType(registry, base)))) continue;
      aggregates.add(name);
      members.forEach(visit);
    }
    grown = aggregates.size > before;
  }
  return {
    commands: selected.filter(({ name }) => provided.has(name)).sort(byName),
    aggregates: [...aggregates].map((name) => registry.aggregates.get(name) as Aggregate).sort(byName),
    enumerations: [...enumerations].sort(),
    bitmasks: [...bitmasks].sort(),
    handles: [...handles].sort(),
  };
}

/** The name that an alias stands for, or the name itself. */
export function canonicalType(registry: Registry, type: string): string {
  return registry.typeAliases.get(type) ?? type;
}

/** Structures that a core version or one of the extensions brings along. */
function chainableTypes(registry: Registry, extensions: readonly string[]): Set<string> {
  const known = new Set(registry.providers.map(({ name }) => name));
  const lacking = extensions.filter((name) => !known.has(name));
  if (lacking.length > 0) throw new Error(`extensions that the registry lacks: ${lacking.join(', ')}`);
  return new Set(
    registry.providers
      .filter(({ name, type }) => type === 'core' || extensions.includes(name))
      .flatMap(({ types }) => types.map((type) => canonicalType(registry, type))),
  );
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name < right.name ? -1 : 1;
}

import type { Extra, Form } from '../layout';
import { canonicalType } from './closure';
import type { Declaration, Registry } from './registry';

/** How a declaration is passed: the form, the canonical type of one element, and what else matters. */
export interface MemberForm {
  readonly form: Form;
  readonly type: string;
  readonly extra: Extra;
}

/**
 * Sorts a C declaration into one of the forms that the encoder and the decoder know.
 * @throws Error on a shape that neither of them knows, so that nothing is generated that would be wrong
 */
export function memberForm(registry: Registry, owner: string, declaration: Declaration): MemberForm {
  const { name, pointers, dimensions, len } = declaration;
  const type = canonicalType(registry, declaration.type);
  const optional = declaration.optional[0] === 'true' || declaration.noAutoValidity;
  const extra: { -readonly [Key in keyof Extra]: Extra[Key] } = {};
  if (optional) extra.optional = true;
  const made = (form: Form, formType = type): MemberForm => ({ form, type: formType, extra });
  const unknown = (): Error =>
    new Error(`${owner}.${name}: no form for ${declaration.type} with ${pointers} stars`);

  if (declaration.value !== undefined && type === 'VkStructureType') return made('sType');
  if (name === 'pNext') return made('pNext', 'void');
  if (pointers === 0) {
    if (type === 'LPCWSTR') {
      // The registry speaks of no type of another platform's: NULL is what goes without a name.
      extra.optional = true;
      return made('wide');
    }
    if (dimensions.length === 0) return made('value');
    extra.count = dimensions.reduce((product, count) => product * count, 1);
    if (type === 'char') return made('text');
    if (len !== undefined && len !== 'null-terminated') extra.len = len;
    return made('inline');
  }
  if (dimensions.length > 0) throw unknown();
  if (pointers === 2) {
    if (type === 'char' && len?.endsWith(',null-terminated')) {
      extra.len = len.split(',')[0] as string;
      return made('strings');
    }
    if (type === 'void' && !declaration.isConst) {
      extra.out = true;
      return made('pointer', 'void*');
    }
    throw unknown();
  }
  if (pointers !== 1) throw unknown();
  const opaque = !isSized(registry, type);
  if (type === 'void' && len !== undefined && declaration.isConst) {
    extra.len = len;
    return made('bytes');
  }
  if (opaque || type === 'VkAllocationCallbacks') return made('address');
  if (!declaration.isConst) extra.out = true;
  if (len === 'null-terminated' && type === 'char') return made('string');
  if (len === undefined) return made('pointer');
  if (/latexmath|null-terminated/.test(len)) throw unknown();
  extra.len = len;
  return made('array');
}

/** Whether values of the type can lie in memory that this binding writes: not `void` and not an OS structure. */
function isSized(registry: Registry, type: string): boolean {
  return (
    type !== 'void' &&
    type !== 'SECURITY_ATTRIBUTES' &&
    (type in { char: 1, HANDLE: 1, DWORD: 1 } || isKnown(registry, type))
  );
}

function isKnown(registry: Registry, type: string): boolean {
  return (
    /^(u?int\d*(_t)?|size_t|float|double|int)$/.test(type) ||
    registry.baseTypes.has(type) ||
    registry.handles.has(type) ||
    registry.aggregates.has(type) ||
    registry.enumerations.has(type) ||
    registry.bitmasks.has(type) ||
    registry.functionPointers.has(type)
  );
}

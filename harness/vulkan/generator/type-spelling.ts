import type { Abi } from './abi';
import type { MemberForm } from './member-form';
import type { Registry } from './registry';

/** Spells TypeScript types for what callers pass to the encoder and for what the decoder returns. */
export class TypeSpelling {
  readonly #registry: Registry;

  constructor(readonly abi: Abi) {
    this.#registry = abi.registry;
  }

  /** The type of one element as a caller passes it. */
  passed(type: string, optional: boolean): string {
    const registry = this.#registry;
    if (registry.handles.has(type)) return optional ? `${type} | null` : type;
    if (registry.enumerations.has(type)) return `${type} | ${this.#enumNumber(type)}`;
    if (registry.bitmasks.has(type) || registry.aggregates.has(type)) return type;
    return this.#scalar(type, 'number | bigint');
  }

  /** The type of one element as the decoder returns it. */
  returned(type: string): string {
    const registry = this.#registry;
    if (registry.handles.has(type)) return `${type} | null`;
    if (registry.enumerations.has(type)) return `${type} | Unlisted<'${type}'>`;
    const bitmask = registry.bitmasks.get(type);
    if (bitmask !== undefined) return bitmask.width === 64 ? 'bigint' : 'number';
    if (registry.aggregates.has(type)) return type;
    return this.#scalar(type, 'bigint');
  }

  /** The type of a member or a parameter as a caller passes it. */
  passedMember({ form, type, extra }: MemberForm): string {
    const optional = extra.optional === true;
    const orNull = optional ? ' | null' : '';
    switch (form) {
      case 'text':
        return 'string';
      case 'string':
      case 'wide':
        return `string${orNull}`;
      case 'strings':
        return `readonly string[]${orNull}`;
      case 'inline':
        return arrayOf(type, this.passed(type, optional));
      case 'array':
        return extra.out === true ? 'bigint | null' : arrayOf(type, this.passed(type, true)) + orNull;
      case 'pointer':
        return extra.out === true ? 'bigint | null' : `${this.passed(type, optional)}${orNull}`;
      case 'bytes':
        return `Uint8Array${orNull}`;
      case 'address':
        return 'bigint | null';
      default:
        return this.passed(type, optional);
    }
  }

  /** The type of a member as the decoder returns it. */
  returnedMember({ form, type }: MemberForm): string {
    switch (form) {
      case 'text':
        return 'string';
      case 'string':
      case 'wide':
        return 'string | null';
      case 'strings':
        return 'string[] | null';
      case 'inline':
        return type === 'uint8_t' ? 'Uint8Array' : `(${this.returned(type)})[]`;
      case 'array':
        return type === 'uint8_t' ? 'Uint8Array | null' : `(${this.returned(type)})[] | null`;
      case 'pointer':
        return `${this.returned(type)} | null`;
      case 'bytes':
        return 'Uint8Array | null';
      case 'address':
        return 'bigint';
      default:
        return this.returned(type);
    }
  }

  #scalar(type: string, wide: string): string {
    if (type === 'VkBool32') return 'boolean';
    if (type === 'HANDLE' || type === 'void*' || this.#registry.functionPointers.has(type)) {
      return wide === 'bigint' ? 'bigint' : 'bigint | null';
    }
    return this.abi.extentOf(type).size === 8 && type !== 'double' ? wide : 'number';
  }

  #enumNumber(type: string): string {
    return this.#registry.enumerations.get(type)?.width === 64 ? 'number | bigint' : 'number';
  }
}

function arrayOf(type: string, element: string): string {
  return type === 'uint8_t' ? 'Uint8Array | readonly number[]' : `readonly (${element})[]`;
}

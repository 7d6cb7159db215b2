import { canonicalType } from './closure';
import type { Aggregate, Declaration, Registry } from './registry';

/** Size and alignment in bytes. */
export interface Extent {
  readonly size: number;
  readonly align: number;
}

export interface AggregateLayout extends Extent {
  /** Byte offset of each member, in order of declaration. */
  readonly offsets: readonly number[];
}

const POINTER: Extent = { size: 8, align: 8 };

/** C types by their size on a 64-bit machine; their alignment is the same there. */
const SCALARS: Readonly<Record<string, number>> = {
  char: 1,
  int8_t: 1,
  uint8_t: 1,
  int16_t: 2,
  uint16_t: 2,
  int: 4,
  int32_t: 4,
  uint32_t: 4,
  float: 4,
  DWORD: 4,
  int64_t: 8,
  uint64_t: 8,
  size_t: 8,
  double: 8,
  'void*': 8,
  HANDLE: 8,
  LPCWSTR: 8,
};

/** Lays structures out as a C compiler does on 64-bit machines, System V and Windows alike. */
export class Abi {
  readonly #layouts = new Map<string, AggregateLayout>();

  constructor(readonly registry: Registry) {}

  /** The C type that a Vulkan base type stands for, or the type itself. */
  scalarType(type: string): string {
    return this.registry.baseTypes.get(type) ?? type;
  }

  /**
   * @throws Error on a type of unknown size
   */
  extentOf(typeName: string): Extent {
    const type = canonicalType(this.registry, typeName);
    const scalar = SCALARS[this.scalarType(type)];
    if (scalar !== undefined) return { size: scalar, align: scalar };
    const bits = this.registry.bitmasks.get(type)?.width ?? this.registry.enumerations.get(type)?.width;
    if (bits !== undefined) return { size: bits / 8, align: bits / 8 };
    if (this.registry.handles.has(type) || this.registry.functionPointers.has(type)) return POINTER;
    const aggregate = this.registry.aggregates.get(type);
    if (aggregate !== undefined) return this.layoutOf(aggregate);
    throw new Error(`type of unknown size: ${typeName}`);
  }

  /**
   * @throws Error on a bit-field, whose place C leaves to the compiler, and on a type of unknown size
   */
  layoutOf(aggregate: Aggregate): AggregateLayout {
    const known = this.#layouts.get(aggregate.name);
    if (known !== undefined) return known;
    let end = 0;
    let align = 1;
    const offsets = aggregate.members.map((member) => {
      if (member.bits !== undefined) throw new Error(`${aggregate.name}.${member.name} is a bit-field`);
      const extent = this.memberExtent(member);
      const offset = aggregate.isUnion ? 0 : alignUp(end, extent.align);
      end = Math.max(end, offset + extent.size);
      align = Math.max(align, extent.align);
      return offset;
    });
    const layout = { size: alignUp(end, align), align, offsets };
    this.#layouts.set(aggregate.name, layout);
    return layout;
  }

  memberExtent({ type, pointers, dimensions }: Declaration): Extent {
    const element = pointers > 0 ? POINTER : this.extentOf(type);
    return {
      size: element.size * dimensions.reduce((product, count) => product * count, 1),
      align: element.align,
    };
  }
}

function alignUp(value: number, align: number): number {
  return Math.ceil(value / align) * align;
}

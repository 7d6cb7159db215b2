import { EncodingError } from './errors';
import { mismatch, scalarCodec } from './scalar-codec';

/** Whether an array of the type is a Uint8Array to callers. */
export function isBytes(type: string): boolean {
  return type === 'uint8_t';
}

/**
 * Writes an inline array of bytes.
 * @throws EncodingError unless there are exactly `count` of them
 */
export function writeInlineBytes(
  view: DataView,
  at: number,
  value: unknown,
  count: number,
  place: string,
): void {
  const values = inlineArray(value, 'uint8_t', count, true, place);
  const codec = scalarCodec('uint8_t', false);
  for (let index = 0; index < count; index++)
    view.setUint8(at + index, codec.convert(values[index], place, index) as number);
}

/**
 * The elements for an inline array.
 * @param exact whether there must be `count` of them, or at most so many
 * @throws EncodingError on any other number of elements
 */
export function inlineArray(
  value: unknown,
  type: string,
  count: number,
  exact: boolean,
  place: string,
): ArrayLike<unknown> {
  if (!Array.isArray(value) && !(value instanceof Uint8Array && isBytes(type))) {
    throw mismatch(value, `an array of ${count} ${type}`, place, -1);
  }
  if (exact ? value.length !== count : value.length > count) {
    throw new EncodingError(place, `has ${value.length} elements, not ${exact ? '' : 'at most '}${count}`);
  }
  return value;
}

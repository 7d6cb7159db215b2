import { type Content, contentSize, freshPattern } from './content';
import type { Resource } from './objects';
import {
  type BoundKindName,
  type ImageShape,
  kindOf,
  type ResourceKind,
  shapeOf,
  type TexelChannel,
} from './resource-kinds';
import type { ClearValue, Work } from './work';

/** How a queue writes a resource: by a copy into it, or by values that a command repeats. Values of an axis `written`. */
export const writings = ['copy', 'clear'] as const;
export type Writing = (typeof writings)[number];

const channelBytes: Readonly<Record<TexelChannel, number>> = {
  uint8: 1,
  uint16: 2,
  uint32: 4,
  float32: 4,
  'unorm16-depth': 2,
  'float32-depth': 4,
  stencil: 1,
};

function texelBytesOf({ channel, channels }: ImageShape): number {
  return channelBytes[channel] * channels;
}

/** Bytes of each subresource, in the order of `Work`: the layers of the first level, then those of the next. */
function subresourceBytes(shape: ImageShape): readonly number[] {
  const { width, height, depth, mipLevels, arrayLayers } = shape;
  return Array.from({ length: mipLevels * arrayLayers }, (_, index) => {
    const level = Math.floor(index / arrayLayers);
    const texels = [width, height, depth].reduce((product, size) => product * Math.max(1, size >> level), 1);
    return texels * texelBytesOf(shape);
  });
}

/** Bytes that a resource of a kind holds, those of one sample of each texel. */
export function contentSizeOf(name: BoundKindName): number {
  const kind = kindOf(name);
  if (kind.kind === 'buffer') return kind.size ?? contentSize;
  return subresourceBytes(shapeOf(kind)).reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Whether transfers write a kind so that each value comes out as it went in: those of several samples are cleared
 * alone, and a fraction that a clear gives as a float may be rounded.
 * Source: VUID-vkCmdCopyBufferToImage-dstImage-07969, fundamentals-fixedfpconv.
 */
export function mayBeWritten({
  resource,
  written,
}: {
  readonly resource: string;
  readonly written: string;
}): boolean {
  const kind = kindOf(resource as BoundKindName);
  if (kind.kind === 'buffer') return true;
  if (written === 'copy') return shapeOf(kind).samples === 1;
  return kind.shape !== undefined && kind.shape.channel !== 'unorm16-depth';
}

/** Whether queues of graphics alone take transfers of such images. Source: the command-pool rules of the commands. */
export function needsGraphics(name: BoundKindName): boolean {
  const kind = kindOf(name);
  if (kind.kind === 'buffer') return false;
  const { channel, samples } = shapeOf(kind);
  return samples > 1 || channel === 'stencil' || channel.endsWith('depth');
}

/** Contents that nobody wrote before, such as a resource of a kind can hold that is written so. */
export function freshContentOf(name: BoundKindName, written: Writing): Content {
  const kind = kindOf(name);
  const random = freshPattern(contentSizeOf(name));
  if (kind.kind === 'buffer')
    return written === 'copy' ? random : repeating(random, [random.bytes.length], 4);
  const shape = shapeOf(kind);
  const valid = { ...random, bytes: validTexels(random.bytes, shape.channel) };
  return written === 'copy' ? valid : repeating(valid, subresourceBytes(shape), texelBytesOf(shape));
}

/** In floats no infinities, numbers that are none or that may be flushed to zero; in depths what lies within 0 and 1. */
function validTexels(bytes: Uint8Array, channel: TexelChannel): Uint8Array {
  if (!channel.startsWith('float32')) return bytes;
  const texels = new DataView(bytes.slice().buffer);
  for (let at = 0; at < texels.byteLength; at += 4) {
    const random = texels.getUint32(at, true);
    const value = 0.5 + (random >>> 9) / 2 ** 24;
    texels.setFloat32(at, channel === 'float32' && random % 2 === 0 ? -value : value, true);
  }
  return new Uint8Array(texels.buffer);
}

let values = 0;

/** The first so many bytes of each part, over and over in it: neither zeros nor those that came last. */
function repeating({ name, bytes }: Content, parts: readonly number[], period: number): Content {
  const repeated = bytes.slice();
  values += 1;
  // So few bytes would come out at random as they were every now and then.
  if (period === 1) repeated[0] = 1 + (values % 255);
  if (period === 2) new DataView(repeated.buffer).setUint16(0, 1 + (values % 65535), true);
  let start = 0;
  for (const part of parts) {
    for (let at = start + period; at < start + part; at += period)
      repeated.copyWithin(at, start, start + period);
    start += part;
  }
  return { name: `${name}, its first values all over`, bytes: repeated };
}

/**
 * Commands that write contents.
 * @param staged a buffer that holds them, for a copy
 */
export function writingWork(
  name: BoundKindName,
  written: Writing,
  resource: Resource,
  staged: Resource,
  { bytes }: Content,
): Work {
  const kind = kindOf(name);
  if (kind.kind === 'buffer') {
    if (written === 'copy') return { do: 'copy', from: staged, to: resource, size: bytes.length };
    return {
      do: 'fill',
      buffer: resource,
      value: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true),
    };
  }
  if (written === 'clear')
    return { do: 'clear-subresources', image: resource, values: clearValues(kind, bytes) };
  return {
    do: 'buffer-to-image',
    image: resource,
    buffer: staged,
    texelBytes: texelBytesOf(shapeOf(kind)),
  };
}

function clearValues(
  kind: Extract<ResourceKind, { kind: 'image' }>,
  bytes: Uint8Array,
): readonly ClearValue[] {
  const shape = shapeOf(kind);
  let start = 0;
  return subresourceBytes(shape).map((length) => {
    const value = clearValue(shape, new DataView(bytes.buffer, bytes.byteOffset + start));
    start += length;
    return value;
  });
}

function clearValue({ channel, channels }: ImageShape, texel: DataView): ClearValue {
  const components = (read: (at: number) => number): number[] =>
    Array.from({ length: 4 }, (_, index) => (index < channels ? read(index * channelBytes[channel]) : 0));
  switch (channel) {
    case 'uint8':
      return { uint32: components((at) => texel.getUint8(at)) };
    case 'uint16':
      return { uint32: components((at) => texel.getUint16(at, true)) };
    case 'uint32':
      return { uint32: components((at) => texel.getUint32(at, true)) };
    case 'float32':
      return { float32: components((at) => texel.getFloat32(at, true)) };
    case 'float32-depth':
      return { depth: texel.getFloat32(0, true) };
    case 'stencil':
      return { stencil: texel.getUint8(0) };
    case 'unorm16-depth':
      throw new TypeError('a depth that is a fraction may come out of a clear as another');
  }
}

/**
 * Commands that read contents into a buffer.
 * @param resolved an image of one sample, for images of several
 */
export function readingWork(
  name: BoundKindName,
  resource: Resource,
  staged: Resource,
  resolved?: Resource,
): readonly Work[] {
  const kind = kindOf(name);
  if (kind.kind === 'buffer') return [{ do: 'copy', from: resource, to: staged, size: contentSizeOf(name) }];
  const copy = (image: Resource): Work => ({
    do: 'image-to-buffer',
    image,
    buffer: staged,
    texelBytes: texelBytesOf(shapeOf(kind)),
  });
  if (resolved === undefined) return [copy(resource)];
  return [{ do: 'resolve', from: resource, to: resolved }, copy(resolved)];
}

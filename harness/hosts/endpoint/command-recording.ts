import type { ClearValue, OwnershipTransfer, SubmitCommand, Work } from '../../cases/work';
import type {
  VkBufferImageCopy,
  VkCommandBuffer,
  VkImageLayout,
  VkImageSubresourceLayers,
  VkImageSubresourceRange,
} from '../../vulkan';
import { Barriers } from './barriers';
import { LocalBuffer, LocalImage } from './local-resource';
import type { Workbench } from './workbench';

/** VK_QUEUE_FAMILY_EXTERNAL, VK_QUEUE_FAMILY_FOREIGN_EXT and VK_QUEUE_FAMILY_IGNORED. */
const otherFamilies = { external: 0xffff_fffe, foreign: 0xffff_fffd } as const;
const ignoredFamily = 0xffff_ffff;

/**
 * Records work into a command buffer, a full barrier between one piece and the next where none of the pieces is a
 * barrier, and behind the last to the host.
 * @param submittedBy picks the command for barriers: that of synchronization2 for vkQueueSubmit2
 */
export function recordWork(
  bench: Workbench,
  commandBuffer: VkCommandBuffer,
  work: readonly Work[],
  familyIndex: number,
  submittedBy: SubmitCommand = 'vkQueueSubmit',
): void {
  const barriers = new Barriers(bench, commandBuffer, submittedBy);
  const recording = { bench, commandBuffer, familyIndex, barriers };
  for (const [index, piece] of work.entries()) {
    record(recording, piece);
    if (piece.do === 'barrier' || work[index + 1]?.do === 'barrier') continue;
    barriers.full();
  }
  barriers.toHost();
}

/** A command buffer that is being recorded. */
interface Recording {
  readonly bench: Workbench;
  readonly commandBuffer: VkCommandBuffer;
  /** Of the queue that it is for. */
  readonly familyIndex: number;
  readonly barriers: Barriers;
}

function record(recording: Recording, piece: Work): void {
  const { bench, commandBuffer, familyIndex, barriers } = recording;
  const { commands } = bench;
  switch (piece.do) {
    case 'fill': {
      const buffer = LocalBuffer.of(piece.buffer);
      const { offset = 0, size = buffer.size - offset } = piece;
      commands.vkCmdFillBuffer(commandBuffer, buffer.handles.buffer, offset, size, piece.value);
      return;
    }
    case 'copy':
      commands.vkCmdCopyBuffer(
        commandBuffer,
        LocalBuffer.of(piece.from).handles.buffer,
        LocalBuffer.of(piece.to).handles.buffer,
        [{ srcOffset: piece.fromOffset ?? 0, dstOffset: piece.toOffset ?? 0, size: piece.size }],
      );
      return;
    case 'release':
    case 'acquire': {
      const buffer = LocalBuffer.of(piece.buffer);
      const releases = piece.do === 'release';
      const otherFamily = otherFamilies[piece.other ?? 'external'];
      barriers.buffer(
        {
          pNext: unmodifiedHint(piece),
          srcQueueFamilyIndex: releases ? familyIndex : otherFamily,
          dstQueueFamilyIndex: releases ? otherFamily : familyIndex,
          buffer: buffer.handles.buffer,
          offset: 0,
          size: buffer.size,
        },
        { before: releases, behind: !releases },
      );
      return;
    }
    case 'release-image':
    case 'acquire-image': {
      const image = LocalImage.of(piece.image);
      const releases = piece.do === 'release-image';
      const otherFamily = otherFamilies[piece.other ?? 'external'];
      if (releases && image.layout === 'VK_IMAGE_LAYOUT_UNDEFINED')
        throw new TypeError('an image that no command has written yet holds nothing to release');
      // Both halves name the same layouts, as a transfer of ownership asks; so neither transitions.
      if (releases) toLayout(barriers, image, 'VK_IMAGE_LAYOUT_GENERAL');
      image.layout = 'VK_IMAGE_LAYOUT_GENERAL';
      barriers.image(
        {
          pNext: unmodifiedHint(piece),
          oldLayout: image.layout,
          newLayout: image.layout,
          srcQueueFamilyIndex: releases ? familyIndex : otherFamily,
          dstQueueFamilyIndex: releases ? otherFamily : familyIndex,
          image: image.handles.image,
          subresourceRange: wholeOf(image),
        },
        { before: releases, behind: !releases },
      );
      return;
    }
    case 'barrier':
      recordBarrier(barriers, piece);
      return;
    case 'clear-image': {
      const image = LocalImage.of(piece.image);
      toLayout(barriers, image, 'VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL');
      commands.vkCmdClearColorImage(
        commandBuffer,
        image.handles.image,
        image.layout,
        { float32: piece.value },
        [wholeOf(image)],
      );
      return;
    }
    case 'clear-subresources':
      clearSubresources(recording, LocalImage.of(piece.image), piece.values);
      return;
    case 'resolve': {
      const [from, to] = [LocalImage.of(piece.from), LocalImage.of(piece.to)];
      toLayout(barriers, from, 'VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL');
      toLayout(barriers, to, 'VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL');
      commands.vkCmdResolveImage(
        commandBuffer,
        from.handles.image,
        from.layout,
        to.handles.image,
        to.layout,
        [
          {
            srcSubresource: layersOf(from, 0),
            srcOffset: origin,
            dstSubresource: layersOf(to, 0),
            dstOffset: origin,
            extent: from.extent,
          },
        ],
      );
      return;
    }
    case 'to-general':
      toLayout(barriers, LocalImage.of(piece.image), 'VK_IMAGE_LAYOUT_GENERAL');
      return;
    case 'image-to-buffer':
    case 'buffer-to-image': {
      const image = LocalImage.of(piece.image);
      const { buffer } = LocalBuffer.of(piece.buffer).handles;
      const regions = regionsOf(image, piece.texelBytes);
      if (piece.do === 'image-to-buffer') {
        toLayout(barriers, image, 'VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL');
        commands.vkCmdCopyImageToBuffer(commandBuffer, image.handles.image, image.layout, buffer, regions);
      } else {
        toLayout(barriers, image, 'VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL');
        commands.vkCmdCopyBufferToImage(commandBuffer, buffer, image.handles.image, image.layout, regions);
      }
      return;
    }
  }
}

const origin = { x: 0, y: 0, z: 0 } as const;

function wholeOf({ aspect, mipLevels, arrayLayers }: LocalImage): VkImageSubresourceRange {
  return {
    aspectMask: [aspect],
    baseMipLevel: 0,
    levelCount: mipLevels,
    baseArrayLayer: 0,
    layerCount: arrayLayers,
  };
}

function layersOf({ aspect, arrayLayers }: LocalImage, mipLevel: number): VkImageSubresourceLayers {
  return { aspectMask: [aspect], mipLevel, baseArrayLayer: 0, layerCount: arrayLayers };
}

/** Every level with its layers, one behind the other in a buffer. */
function regionsOf(image: LocalImage, texelBytes: number | undefined): readonly VkBufferImageCopy[] {
  const { extent, mipLevels, arrayLayers } = image;
  if (mipLevels > 1 && texelBytes === undefined)
    throw new TypeError('a copy of an image of several levels needs the size of a texel');
  let bufferOffset = 0;
  return Array.from({ length: mipLevels }, (_, mipLevel) => {
    const [width, height, depth] = [extent.width, extent.height, extent.depth].map((texels) =>
      Math.max(1, texels >> mipLevel),
    ) as [number, number, number];
    const region: VkBufferImageCopy = {
      bufferOffset,
      bufferRowLength: 0,
      bufferImageHeight: 0,
      imageSubresource: layersOf(image, mipLevel),
      imageOffset: origin,
      imageExtent: { width, height, depth },
    };
    bufferOffset += width * height * depth * arrayLayers * (texelBytes ?? 0);
    return region;
  });
}

function clearSubresources(
  { bench, commandBuffer, barriers }: Recording,
  image: LocalImage,
  values: readonly ClearValue[],
): void {
  const { commands } = bench;
  toLayout(barriers, image, 'VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL');
  for (const [index, value] of values.entries()) {
    const range = {
      aspectMask: [image.aspect],
      baseMipLevel: Math.floor(index / image.arrayLayers),
      levelCount: 1,
      baseArrayLayer: index % image.arrayLayers,
      layerCount: 1,
    };
    if ('uint32' in value || 'float32' in value) {
      commands.vkCmdClearColorImage(commandBuffer, image.handles.image, image.layout, value, [range]);
      continue;
    }
    const cleared = { depth: 0, stencil: 0, ...value };
    commands.vkCmdClearDepthStencilImage(commandBuffer, image.handles.image, image.layout, cleared, [range]);
  }
}

function recordBarrier(barriers: Barriers, piece: Extract<Work, { readonly do: 'barrier' }>): void {
  const over = {
    pNext: unmodifiedHint(piece),
    srcQueueFamilyIndex: ignoredFamily,
    dstQueueFamilyIndex: ignoredFamily,
  } as const;
  if (piece.resource.kind === 'buffer') {
    const { handles, size } = LocalBuffer.of(piece.resource);
    barriers.buffer({ ...over, buffer: handles.buffer, offset: 0, size });
    return;
  }
  const image = LocalImage.of(piece.resource);
  const oldLayout = image.layout;
  image.layout = 'VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL';
  barriers.image({
    ...over,
    oldLayout,
    newLayout: image.layout,
    image: image.handles.image,
    subresourceRange: wholeOf(image),
  });
}

function unmodifiedHint({ unmodified }: Pick<OwnershipTransfer, 'unmodified'>) {
  return unmodified === undefined
    ? []
    : ([{ struct: 'VkExternalMemoryAcquireUnmodifiedEXT', acquireUnmodifiedMemory: unmodified }] as const);
}

function toLayout(barriers: Barriers, image: LocalImage, layout: VkImageLayout): void {
  if (image.layout === layout) return;
  barriers.image({
    oldLayout: image.layout,
    newLayout: layout,
    srcQueueFamilyIndex: ignoredFamily,
    dstQueueFamilyIndex: ignoredFamily,
    image: image.handles.image,
    subresourceRange: wholeOf(image),
  });
  image.layout = layout;
}

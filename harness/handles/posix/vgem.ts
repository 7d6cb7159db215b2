/**
 * The kernel's virtual GEM device, whose fences an application signals itself: <drm/drm.h>, <drm/drm_mode.h>,
 * <drm/vgem_drm.h>.
 */
import { constants, readdirSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { OsCallError } from '../face';
import { requestOf } from './device-request';
import { exportSyncFile } from './implicit-fences';
import { callError, libc } from './libc';

const folder = '/dev/dri';
const classFolder = '/sys/class/drm';
const oCloexec = 0o2000000;
const eNoent = 2;
const eNodev = 19;
const eTimedout = 110;

/** DRM_IOW(0x09, struct drm_gem_close). */
const drmIoctlGemClose = 0x40086409;
/** DRM_IOWR(0x2d, struct drm_prime_handle). */
const drmIoctlPrimeHandleToFd = 0xc00c642d;
/** DRM_IOWR(0xb2, struct drm_mode_create_dumb). */
const drmIoctlModeCreateDumb = 0xc02064b2;
/** DRM_IOWR(DRM_COMMAND_BASE + 0x01, struct drm_vgem_fence_attach). */
const drmIoctlVgemFenceAttach = 0xc0106441;
/** DRM_IOW(DRM_COMMAND_BASE + 0x02, struct drm_vgem_fence_signal). */
const drmIoctlVgemFenceSignal = 0x40086442;
const vgemFenceWrite = 1;

/** An open vgem card; its fences are signaled through it alone, and are when it is closed. */
export class VgemCard {
  private constructor(
    /** The number of its descriptor, close-on-exec, which the caller closes. */
    readonly descriptor: number,
  ) {}

  /** Undefined where there is none that this process may open. */
  static open(): VgemCard | undefined {
    const node = vgemNode();
    if (node === undefined) return undefined;
    const descriptor = libc().open(node, constants.O_RDWR | oCloexec, 0);
    return descriptor === -1 ? undefined : new VgemCard(descriptor);
  }

  /**
   * A dumb buffer of `width` x `height` pixels of 4 bytes as a dma-buf of its own, close-on-exec: number and size in
   * bytes, of whole pages.
   */
  createDmaBuf(width: number, height: number): { readonly descriptor: number; readonly size: number } {
    return this.withBuffer(width, height, ({ object, size }) => ({
      descriptor: this.dmaBufOf(object),
      size,
    }));
  }

  /**
   * A fence that is unsignaled, as the number of a sync file, close-on-exec, and the name by which the card knows it.
   * The kernel signals it by itself after ten seconds.
   */
  createFence(): { readonly syncFile: number; readonly fence: number } {
    return this.withBuffer(16, 16, ({ object }) => {
      // struct drm_vgem_fence_attach: u32 handle, u32 flags, u32 out_fence, u32 pad.
      const attach = Buffer.alloc(16);
      attach.writeUInt32LE(object, 0);
      attach.writeUInt32LE(vgemFenceWrite, 4);
      const dmaBuf = this.dmaBufOf(object);
      try {
        this.request('DRM_IOCTL_VGEM_FENCE_ATTACH', drmIoctlVgemFenceAttach, attach);
        return { syncFile: exportSyncFile(dmaBuf), fence: attach.readUInt32LE(8) };
      } finally {
        libc().close(dmaBuf);
      }
    });
  }

  /** Signals a fence of this card. @returns false where that was done before, or by the kernel since its time was over */
  signal(fence: number): boolean {
    // struct drm_vgem_fence_signal: u32 fence, u32 flags.
    const signal = Buffer.alloc(8);
    signal.writeUInt32LE(fence, 0);
    try {
      this.request('DRM_IOCTL_VGEM_FENCE_SIGNAL', drmIoctlVgemFenceSignal, signal);
      return true;
    } catch (error) {
      // Its name goes with the signal; one that the kernel signaled keeps it, so that it can say so.
      if (error instanceof OsCallError && (error.errno === eTimedout || error.errno === eNoent)) return false;
      throw error;
    }
  }

  private withBuffer<T>(
    width: number,
    height: number,
    use: (buffer: { readonly object: number; readonly size: number }) => T,
  ): T {
    // struct drm_mode_create_dumb: u32 height, u32 width, u32 bpp, u32 flags, u32 handle, u32 pitch, u64 size.
    const create = Buffer.alloc(32);
    create.writeUInt32LE(height, 0);
    create.writeUInt32LE(width, 4);
    create.writeUInt32LE(32, 8);
    this.request('DRM_IOCTL_MODE_CREATE_DUMB', drmIoctlModeCreateDumb, create);
    const object = create.readUInt32LE(16);
    try {
      return use({ object, size: Number(create.readBigUInt64LE(24)) });
    } finally {
      // struct drm_gem_close: u32 handle, u32 pad.
      const close = Buffer.alloc(8);
      close.writeUInt32LE(object, 0);
      this.request('DRM_IOCTL_GEM_CLOSE', drmIoctlGemClose, close);
    }
  }

  private dmaBufOf(object: number): number {
    // struct drm_prime_handle: u32 handle, u32 flags, s32 fd.
    const prime = Buffer.alloc(12);
    prime.writeUInt32LE(object, 0);
    prime.writeUInt32LE(constants.O_RDWR | oCloexec, 4);
    this.request('DRM_IOCTL_PRIME_HANDLE_TO_FD', drmIoctlPrimeHandleToFd, prime);
    return prime.readInt32LE(8);
  }

  private request(name: string, number: number, structure: Buffer): void {
    requestOf(this.descriptor, name, number, structure);
  }
}

/** The node of the card, once it was found. */
let found: string | undefined;

/**
 * The node of vgem's card, by what sysfs says that the cards are: opening others could wake a GPU, or make this process
 * the master of a screen.
 */
function vgemNode(): string | undefined {
  found ??= cards().find(isVgem);
  return found === undefined ? undefined : `${folder}/${found}`;
}

function cards(): readonly string[] {
  try {
    return readdirSync(classFolder)
      .filter((name) => /^card\d+$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** Whether the device of a card is named vgem, which has no driver bound to it, or is driven by one of that name. */
function isVgem(card: string): boolean {
  return ['device', 'device/driver'].some((link) => {
    try {
      return basename(realpathSync(`${classFolder}/${card}/${link}`)) === 'vgem';
    } catch {
      return false;
    }
  });
}

/** Opens the card. Throws OsCallError ENODEV where there is none. */
export function openVgem(): VgemCard {
  const card = VgemCard.open();
  if (card === undefined) throw callError('open', 'a vgem card of /dev/dri', eNodev);
  return card;
}

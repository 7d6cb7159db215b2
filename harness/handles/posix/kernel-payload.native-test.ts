/**
 * Prints as JSON what genuine dma-bufs and sync files look like, made by udmabuf (<linux/udmabuf.h>) without any
 * driver. Needs /dev/udmabuf and leave to open it; prints null without.
 */
import { accessSync, constants } from 'node:fs';
import { osHandles } from '../index';
import { check, libc } from './libc';
import { compareBySignalNumber } from './same-description';

const os = osHandles();
const size = 3 * os.pageSize();
/** _IOW('u', 0x42, struct udmabuf_create). */
const udmabufCreate = 0x40187542;
/** _IOWR('b', 2, struct dma_buf_export_sync_file). */
const dmaBufIoctlExportSyncFile = 0xc0086202;
const dmaBufSyncReadAndWrite = 3;
const mfdAllowSealing = 2;
const fAddSeals = 1033;
const fSealShrink = 2;

function makeDmaBuf() {
  const memory = check('memfd_create', libc().memfd_create('backing', mfdAllowSealing));
  check('ftruncate', libc().ftruncate(memory, size));
  check('fcntl F_ADD_SEALS', libc().fcntl(memory, fAddSeals, fSealShrink));
  const udmabuf = check('open', libc().open('/dev/udmabuf', constants.O_RDWR, 0));
  // struct udmabuf_create: u32 memfd, u32 flags (1: close-on-exec), u64 offset, u64 size.
  const request = Buffer.alloc(24);
  request.writeUInt32LE(memory, 0);
  request.writeUInt32LE(1, 4);
  request.writeBigUInt64LE(BigInt(size), 16);
  const buffer = os.adopt(check('ioctl UDMABUF_CREATE', libc().ioctl(udmabuf, udmabufCreate, request)));
  libc().close(udmabuf);
  libc().close(memory);
  return buffer;
}

function exportSyncFile(buffer: number) {
  const request = Buffer.alloc(8);
  request.writeUInt32LE(dmaBufSyncReadAndWrite, 0);
  check('ioctl DMA_BUF_IOCTL_EXPORT_SYNC_FILE', libc().ioctl(buffer, dmaBufIoctlExportSyncFile, request));
  return os.adopt(request.readInt32LE(4));
}

function facts() {
  const [buffer, other] = [makeDmaBuf(), makeDmaBuf()];
  const [syncFile, otherSyncFile] = [exportSyncFile(buffer.value), exportSyncFile(buffer.value)];
  const copy = syncFile.duplicate('dup');
  return {
    buffer: {
      kind: buffer.kind(),
      unique: buffer.remembered.unique,
      size: buffer.size() === size,
      closeOnExec: buffer.closeOnExec(),
      otherObject: buffer.remembered.object !== other.remembered.object,
      mapped: os.mapShared(buffer, size).buffer.byteLength === size,
    },
    syncFile: {
      kind: syncFile.kind(),
      unique: syncFile.remembered.unique,
      status: syncFile.syncFileInfo()?.status,
      poll: syncFile.pollNow(),
      size: syncFile.size(),
      same: [syncFile.refersToSameAs(copy), syncFile.refersToSameAs(otherSyncFile)],
      bySignalNumber: [
        compareBySignalNumber(syncFile.value, copy.value),
        compareBySignalNumber(syncFile.value, otherSyncFile.value),
      ],
    },
    link: [buffer.remembered.link, syncFile.remembered.link],
  };
}

function available(): boolean {
  try {
    accessSync('/dev/udmabuf', constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

process.stdout.write(JSON.stringify(available() ? facts() : null));

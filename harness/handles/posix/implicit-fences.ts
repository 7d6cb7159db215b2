/** The fences that a dma-buf carries for its users, as sync files: <linux/dma-buf.h>. */
import type { OsHandle } from '../face';
import { adoptNew } from './descriptor';
import { requestOf } from './device-request';

/** _IOWR('b', 2, struct dma_buf_export_sync_file). */
const dmaBufIoctlExportSyncFile = 0xc0086202;
/** _IOW('b', 3, struct dma_buf_import_sync_file). */
const dmaBufIoctlImportSyncFile = 0x40086203;
const dmaBufSyncRw = 3;
const dmaBufSyncWrite = 2;

/** The sync file of all fences that a dma-buf has now, close-on-exec: its number. Throws OsCallError. */
export function exportSyncFile(dmaBuf: number): number {
  // struct dma_buf_export_sync_file: u32 flags, s32 fd.
  const request = Buffer.alloc(8);
  request.writeUInt32LE(dmaBufSyncRw, 0);
  requestOf(dmaBuf, 'DMA_BUF_IOCTL_EXPORT_SYNC_FILE', dmaBufIoctlExportSyncFile, request);
  return request.readInt32LE(4);
}

/** As `exportSyncFile`, for the application. */
export function fencesOf(dmaBuf: OsHandle): OsHandle {
  return adoptNew(exportSyncFile(dmaBuf.value));
}

/** Gives a dma-buf the fence of a sync file, as that of a write. Throws OsCallError where the kernel refuses. */
export function attachSyncFile(dmaBuf: OsHandle, syncFile: OsHandle): void {
  // struct dma_buf_import_sync_file: u32 flags, s32 fd.
  const request = Buffer.alloc(8);
  request.writeUInt32LE(dmaBufSyncWrite, 0);
  request.writeInt32LE(syncFile.value, 4);
  requestOf(dmaBuf.value, 'DMA_BUF_IOCTL_IMPORT_SYNC_FILE', dmaBufIoctlImportSyncFile, request);
}

/** A file for what processes share by inheriting its descriptor. Loads no native code. */
import { randomUUID } from 'node:crypto';
import { constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** UV_FS_O_TEMPORARY of libuv, FILE_FLAG_DELETE_ON_CLOSE of Windows: gone with the last handle to it. */
const temporary = 0x40;

/** Opens an empty file for reading and writing that is gone with its last descriptor, in whatever way processes end. */
export function openNamelessFile(): number {
  if (process.platform === 'win32') {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | temporary;
    return openSync(join(tmpdir(), `vkextern-${randomUUID()}`), flags);
  }
  const folder = mkdtempSync(join(tmpdir(), 'vkextern-'));
  try {
    return openSync(join(folder, 'nameless'), 'w+');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

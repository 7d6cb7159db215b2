import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callRecordBytes } from './call-record';

/** Shared memory for a call record: a file without a name, gone with its last descriptor. */
export class RecordMemory {
  readonly descriptor: number;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'vkextern-'));
    try {
      this.descriptor = openSync(join(folder, 'calls'), 'w+');
      writeSync(this.descriptor, Buffer.alloc(callRecordBytes));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** What stands there now. */
  read(): Buffer {
    const bytes = Buffer.alloc(callRecordBytes);
    readSync(this.descriptor, bytes, 0, bytes.length, 0);
    return bytes;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

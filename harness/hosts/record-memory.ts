import { closeSync, readSync, writeSync } from 'node:fs';
import { openNamelessFile } from '../handles';
import { callRecordBytes } from './call-record';

/** Shared memory for a call record: a file without a name, gone with its last descriptor. */
export class RecordMemory {
  readonly descriptor: number;

  constructor() {
    this.descriptor = openNamelessFile();
    writeSync(this.descriptor, Buffer.alloc(callRecordBytes));
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

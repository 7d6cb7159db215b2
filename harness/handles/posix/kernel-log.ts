/** The kernel's log on Linux: /dev/kmsg gives a record a read, and never blocks where it was opened so. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { type KernelLog, OsCallError } from '../face';

const device = '/dev/kmsg';

/** A record, and what it says of its device, is shorter than this (CONSOLE_EXT_LOG_MAX of the kernel). */
const mostBytes = 8192;

const levels = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'] as const;

/** Opens it behind what it holds already. @throws OsCallError, EACCES or EPERM where this process may not read it */
export function openKernelMessages(): KernelLog {
  const log = new KernelMessages(
    called('open', () => openSync(device, constants.O_RDONLY | constants.O_NONBLOCK)),
  );
  try {
    log.newLines();
  } catch (error) {
    log.close();
    throw error;
  }
  return log;
}

class KernelMessages implements KernelLog {
  private readonly buffer = Buffer.alloc(mostBytes);

  constructor(private readonly descriptor: number) {}

  newLines(): readonly string[] {
    const lines: string[] = [];
    for (let record = this.record(); record !== undefined; record = this.record()) lines.push(record);
    return lines;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** The next record as a line; `undefined` where there is none. */
  private record(): string | undefined {
    try {
      const bytes = readSync(this.descriptor, this.buffer);
      return bytes === 0 ? undefined : kernelLine(this.buffer.toString('utf8', 0, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') return undefined;
      // The kernel wrote over records before they were read; the next read goes on with the oldest there is.
      if (code === 'EPIPE') return 'lines were lost: the kernel wrote over them';
      throw asCallError('read', error);
    }
  }
}

/**
 * A record as `[38051.376292] warning: text`: seconds since the kernel started, and level.
 * Source: Documentation/ABI/testing/dev-kmsg of Linux: `prefix,sequence,microseconds,flags[,...];text`, lines that
 * begin with a blank tell of the device.
 */
export function kernelLine(record: string): string {
  const [line = ''] = record.split('\n');
  const [, prefix, microseconds, text] = /^(\d+),\d+,(\d+),[^;]*;(.*)$/.exec(line) ?? [];
  if (prefix === undefined || text === undefined) return line;
  const level = levels[Number(prefix) & 7] ?? '';
  return `[${(Number(microseconds) / 1e6).toFixed(6)}] ${level}: ${text}`;
}

function called<T>(call: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asCallError(call, error);
  }
}

function asCallError(call: string, error: unknown): OsCallError {
  const { code = 'an error', errno = 0 } = error as NodeJS.ErrnoException;
  return new OsCallError(call, code, -errno, device);
}

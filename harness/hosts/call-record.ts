import type { RecordedCall } from '../cases/outcome';

/**
 * The call record of a host: the last calls into the driver, in memory that the parent shares, so that they
 * outlive the host. A ring of slots behind a header; all numbers little-endian.
 *
 *     header  0 u32 calls begun so far   8 f64 milliseconds inside the driver
 *     slot    0 u32 sequence, from 1     4 u32 state    8 f64 begun at, microseconds of the monotonic clock
 *            16 f64 microseconds taken  24 u16 bytes of command   26 u16 of arguments   28 u16 of result
 *            30 u16 of outputs          32 text: command, arguments, result, outputs
 */
const headerBytes = 64;
const slotBytes = 768;
const slotCount = 96;
const textOffset = 32;
const textBytes = slotBytes - textOffset;
/** Kept free of arguments for result and outputs. */
const answerBytes = 220;

/** Where the milliseconds inside the driver stand, a double. */
export const driverMsOffset = 8;

/** Size in bytes of the memory that a call record takes. */
export const callRecordBytes = headerBytes + slotCount * slotBytes;

const empty = 0;
const inFlight = 1;
const returned = 2;

/** Microseconds of the monotonic clock, which all processes of a machine share. */
export function monotonicMicroseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** Writes calls as they begin and end; every write is at once visible to whoever shares the memory. */
export class CallRecordWriter {
  private readonly bytes: Buffer;
  private begun = 0;
  private active = 0;
  private activeSince = 0;
  private driverTime = 0;
  private folding = false;
  private foldedInto = 0;

  /** `memory` holds `callRecordBytes` bytes, zero at first. */
  constructor(memory: ArrayBuffer) {
    this.bytes = Buffer.from(memory);
  }

  /** Milliseconds inside the driver so far; overlapping calls count once. */
  get driverMs(): number {
    return this.driverTime + (this.active > 0 ? performance.now() - this.activeSince : 0);
  }

  /** A call is about to be made; the token goes to `returned` and `end`. */
  begin(command: string, args: string): number {
    const { bytes } = this;
    const sequence = this.nextSequence();
    const slot = slotOf(sequence);
    bytes.writeUInt32LE(empty, slot + 4);
    const commandBytes = bytes.write(command, slot + textOffset, textBytes, 'latin1');
    const argsRoom = textBytes - commandBytes - answerBytes;
    const argsBytes = bytes.write(args, slot + textOffset + commandBytes, argsRoom, 'latin1');
    bytes.writeUInt16LE(commandBytes, slot + 24);
    bytes.writeUInt16LE(argsBytes, slot + 26);
    bytes.writeUInt32LE(0, slot + 28);
    const now = performance.now();
    bytes.writeDoubleLE(monotonicAt(now), slot + 8);
    bytes.writeUInt32LE(sequence, slot);
    bytes.writeUInt32LE(inFlight, slot + 4);
    bytes.writeUInt32LE(sequence, 0);
    if (this.active++ === 0) this.activeSince = now;
    return sequence;
  }

  /** The call of that token has come back from the driver. */
  returned(token: number): void {
    const now = performance.now();
    if (--this.active === 0) {
      this.driverTime += now - this.activeSince;
      this.bytes.writeDoubleLE(this.driverTime, driverMsOffset);
    }
    const slot = slotOf(token);
    this.bytes.writeDoubleLE(monotonicAt(now) - this.bytes.readDoubleLE(slot + 8), slot + 16);
    this.bytes.writeUInt32LE(returned, slot + 4);
  }

  /** What the call of that token gave. */
  end(token: number, result: string, outputs: string): void {
    const { bytes } = this;
    const slot = slotOf(token);
    // So many calls may have been made since, by others meanwhile, that its slot serves another.
    if (bytes.readUInt32LE(slot) !== token) return;
    const used = bytes.readUInt16LE(slot + 24) + bytes.readUInt16LE(slot + 26);
    const resultBytes = bytes.write(result, slot + textOffset + used, textBytes - used, 'latin1');
    const room = textBytes - used - resultBytes;
    const outputBytes = bytes.write(outputs, slot + textOffset + used + resultBytes, room, 'latin1');
    bytes.writeUInt16LE(resultBytes, slot + 28);
    bytes.writeUInt16LE(outputBytes, slot + 30);
  }

  /** Records the calls of an action in one slot, the last one standing for all: they would fill the ring alone. */
  folded<T>(action: () => T): T {
    this.folding = true;
    try {
      return action();
    } finally {
      this.folding = false;
      this.foldedInto = 0;
    }
  }

  /** The next call's place: never that of a call which is still inside the driver. */
  private nextSequence(): number {
    if (this.folding && this.foldedInto !== 0) return this.foldedInto;
    do this.begun += 1;
    while (this.active < slotCount && this.bytes.readUInt32LE(slotOf(this.begun) + 4) === inFlight);
    if (this.folding) this.foldedInto = this.begun;
    return this.begun;
  }
}

const clockOffset = monotonicMicroseconds() - performance.now() * 1000;

function monotonicAt(performanceNow: number): number {
  return clockOffset + performanceNow * 1000;
}

function slotOf(sequence: number): number {
  return headerBytes + ((sequence - 1) % slotCount) * slotBytes;
}

/** A call with what orders it among those of other processes. */
export interface TimedCall {
  readonly call: RecordedCall;
  readonly sequence: number;
  /** When it began, in microseconds of the monotonic clock. */
  readonly begunAt: number;
}

function readCalls(bytes: Buffer, by: RecordedCall['process'], mark: number): readonly TimedCall[] {
  const calls: TimedCall[] = [];
  for (let slot = headerBytes; slot + slotBytes <= bytes.length; slot += slotBytes) {
    const sequence = bytes.readUInt32LE(slot);
    const state = bytes.readUInt32LE(slot + 4);
    if (state === empty || sequence <= mark) continue;
    let at = slot + textOffset;
    const take = (length: number): string => {
      const text = bytes.toString('latin1', at, at + length);
      at += length;
      return text;
    };
    const command = take(bytes.readUInt16LE(slot + 24));
    const args = take(bytes.readUInt16LE(slot + 26));
    const result = take(bytes.readUInt16LE(slot + 28));
    const gave = take(bytes.readUInt16LE(slot + 30));
    const done = state === returned;
    calls.push({
      sequence,
      begunAt: bytes.readDoubleLE(slot + 8),
      call: {
        command,
        args,
        result: done ? result : null,
        gave,
        microseconds: done ? Math.round(bytes.readDoubleLE(slot + 16) * 10) / 10 : null,
        process: by,
      },
    });
  }
  return calls.sort((a, b) => a.sequence - b.sequence);
}

/** What a call record holds. */
export interface CallRecordReading {
  /** Calls after the mark, oldest first. */
  readonly calls: readonly TimedCall[];
  /** The calls that had not returned, with how long they had been inside the driver, in milliseconds. */
  readonly inFlight: readonly { readonly call: RecordedCall; readonly forMs: number }[];
  /** Milliseconds inside the driver since the process started. */
  readonly driverMs: number;
}

/**
 * Reads a record, also one whose process is gone.
 * @param bytes the shared memory, `callRecordBytes` long
 * @param by whose record it is
 * @param mark calls begun up to this number are left out
 */
export function readCallRecord(bytes: Buffer, by: RecordedCall['process'], mark = 0): CallRecordReading {
  const now = monotonicMicroseconds();
  const calls = readCalls(bytes, by, mark);
  return {
    calls,
    inFlight: calls
      .filter(({ call }) => call.result === null)
      .map(({ call, begunAt }) => ({ call, forMs: (now - begunAt) / 1000 })),
    driverMs: bytes.readDoubleLE(driverMsOffset),
  };
}

/** The last calls of several processes, in the order in which they began. */
export function lastCalls(readings: readonly CallRecordReading[]): readonly RecordedCall[] {
  return readings
    .flatMap(({ calls }) => calls)
    .sort((a, b) => a.begunAt - b.begunAt)
    .slice(-callsKept)
    .map(({ call }) => call);
}

/** How many calls an outcome keeps. */
const callsKept = 24;

/** How many calls had been begun; a later reading may start from there. */
export function callsBegun(bytes: Buffer): number {
  return bytes.readUInt32LE(0);
}

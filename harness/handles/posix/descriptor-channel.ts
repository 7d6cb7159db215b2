/**
 * Descriptors over a Unix socket: SCM_RIGHTS of unix(7). A message of SOCK_SEQPACKET carries a tag and up to 253
 * descriptors; the receiver gets new numbers for the same open file descriptions.
 */
import {
  type ChannelPair,
  type HandleChannel,
  type HandleMessage,
  HandleTimeoutError,
  type OsHandle,
} from '../face';
import { adopt, adoptNew } from './descriptor';
import { createSocketPair } from './kernel-objects';
import { callError, check, errno, libc, stableMemory } from './libc';

const solSocket = 1;
const scmRights = 1;
const msgDontwait = 0x40;
const msgNosignal = 0x4000;
const msgCmsgCloexec = 0x40000000;
const msgTrunc = 0x20;
const msgCtrunc = 0x08;
const eAgain = 11;
const eIntr = 4;
/** SCM_MAX_FD of the kernel. */
const maximumHandles = 253;
const maximumPayload = 64 * 1024;

// struct msghdr, struct iovec and struct cmsghdr as 64-bit Linux lays them out: every length is a size_t, and the
// control message is padded to 8 bytes (CMSG_ALIGN).
const headerSize = 56;
const iovecAt = headerSize;
const controlAt = iovecAt + 16;
const cmsgHeaderSize = 16;
const cmsgLength = (count: number) => cmsgHeaderSize + 4 * count;
const cmsgSpace = (count: number) => cmsgHeaderSize + 8 * Math.ceil(count / 2);
const payloadAt = controlAt + cmsgSpace(maximumHandles);

let scratch: ReturnType<typeof stableMemory> | undefined;

function message(payloadSize: number, controlSize: number) {
  scratch ??= stableMemory(payloadAt + maximumPayload);
  const { address, bytes } = scratch;
  bytes.fill(0, 0, payloadAt);
  bytes.writeBigUInt64LE(address + BigInt(iovecAt), 16);
  bytes.writeBigUInt64LE(1n, 24);
  bytes.writeBigUInt64LE(controlSize === 0 ? 0n : address + BigInt(controlAt), 32);
  bytes.writeBigUInt64LE(BigInt(controlSize), 40);
  bytes.writeBigUInt64LE(address + BigInt(payloadAt), iovecAt);
  bytes.writeBigUInt64LE(BigInt(payloadSize), iovecAt + 8);
  return scratch;
}

/** What travels as the bytes of a message: -1 names no descriptor and can't travel as one. */
interface Payload {
  readonly tag: string;
  /** For each handle, whether a descriptor stands for it. */
  readonly present: readonly boolean[];
}

class DescriptorChannel implements HandleChannel {
  readonly #socket: OsHandle;

  constructor(socket: OsHandle) {
    this.#socket = socket;
  }

  send(handles: readonly OsHandle[], tag: string): void {
    for (const handle of handles) if (handle.value !== -1) handle.closeOnExec();
    const values = handles.map((handle) => handle.value).filter((value) => value !== -1);
    if (values.length > maximumHandles) {
      throw new RangeError(`${values.length} handles in one message; the kernel takes ${maximumHandles}.`);
    }
    const payload: Payload = { tag, present: handles.map((handle) => handle.value !== -1) };
    const text = Buffer.from(JSON.stringify(payload));
    if (text.length > maximumPayload)
      throw new RangeError(`A tag of ${text.length} bytes; ${maximumPayload} fit.`);
    const { address, bytes } = message(text.length, values.length === 0 ? 0 : cmsgSpace(values.length));
    text.copy(bytes, payloadAt);
    bytes.writeBigUInt64LE(BigInt(cmsgLength(values.length)), controlAt);
    bytes.writeInt32LE(solSocket, controlAt + 8);
    bytes.writeInt32LE(scmRights, controlAt + 12);
    for (const [index, value] of values.entries()) {
      bytes.writeInt32LE(value, controlAt + cmsgHeaderSize + 4 * index);
    }
    check(
      'sendmsg',
      libc().sendmsg(this.#socket.value, address, msgNosignal | msgDontwait),
      `tag ${tag.slice(0, 60)}`,
    );
  }

  async receive(timeoutMs: number): Promise<HandleMessage | null> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const left = Math.max(0, deadline - performance.now());
      const state = await this.#socket.poll(left);
      if (this.#socket.state !== 'open') return null;
      if (state === 'not-ready') throw new HandleTimeoutError(`No handles arrived within ${timeoutMs} ms.`);
      const { address, bytes } = message(maximumPayload, cmsgSpace(maximumHandles));
      const length = libc().recvmsg(this.#socket.value, address, msgCmsgCloexec | msgDontwait);
      if (length === 0) return null;
      if (length !== -1) return decode(bytes, length);
      // The peer died with messages of ours unread.
      if (errno() === 104) return null;
      if (errno() !== eAgain && errno() !== eIntr) throw callError('recvmsg');
    }
  }

  close(): void {
    this.#socket.close();
  }
}

function decode(bytes: Buffer, length: number): HandleMessage {
  const flags = bytes.readInt32LE(48);
  const received: OsHandle[] = [];
  const controlSize = Number(bytes.readBigUInt64LE(40));
  for (let at = 0; at + cmsgHeaderSize <= controlSize; ) {
    const size = Number(bytes.readBigUInt64LE(controlAt + at));
    const isRights =
      bytes.readInt32LE(controlAt + at + 8) === solSocket &&
      bytes.readInt32LE(controlAt + at + 12) === scmRights;
    for (let data = cmsgHeaderSize; isRights && data + 4 <= size; data += 4) {
      received.push(adoptNew(bytes.readInt32LE(controlAt + at + data)));
    }
    at += Math.max(cmsgHeaderSize, 8 * Math.ceil(size / 8));
  }
  const { tag, present } = JSON.parse(bytes.toString('utf8', payloadAt, payloadAt + length)) as Payload;
  const missing = present.filter(Boolean).length - received.length;
  if (flags & (msgTrunc | msgCtrunc) || missing !== 0) {
    for (const handle of received) handle.close();
    throw new Error(
      `Message ${tag}: ${missing} of its descriptors did not arrive; recvmsg drops those that RLIMIT_NOFILE leaves no number for.`,
    );
  }
  let next = 0;
  return { tag, handles: present.map((is) => (is ? (received[next++] as OsHandle) : adopt(-1))) };
}

/** A connected pair: one end for this process, one to be inherited by a child. */
export function createChannelPair(): ChannelPair {
  const [socket, remote] = createSocketPair();
  return { local: new DescriptorChannel(socket), remote };
}

/** The other end of a pair; sets close-on-exec on it, since inheritance needed that off. */
export function openChannel(end: number | OsHandle): HandleChannel {
  const socket = typeof end === 'number' ? adopt(end) : end;
  socket.setCloseOnExec(true);
  return new DescriptorChannel(socket);
}

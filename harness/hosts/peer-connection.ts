import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { PeerEnd } from '../cases/context';
import type { Endpoint } from '../cases/objects';
import { startScript } from '../drivers/driver-process';
import { describeProcessEnd, type HandlePassage, type OsHandle, type OsHandles } from '../handles';
import { traced } from './call-trace';
import { FailureInPeer, PeerLost } from './failure';
import { OwnedHandle } from './owned-handle';
import {
  endpointReference,
  type FromPeer,
  type HandleReference,
  type ObjectReference,
  queriesReference,
  type ToPeer,
  type Wire,
} from './peer-protocol';
import type { HostSetup } from './protocol';

const remoteReference = Symbol('reference to an object of the peer');

type Reply = Extract<FromPeer, { kind: 'returned' | 'threw' }>;

/** The host's end of a peer: a second process with its own instance on the same device. */
export class PeerConnection {
  /** Whether the peer has seen its device lost. */
  lostDevice = false;
  private misbehavedThere = false;
  private readonly waiting = new Map<
    number,
    { resolve: (reply: Reply) => void; reject: (error: Error) => void }
  >();
  private requests = 0;
  private lost: PeerLost | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly passage: HandlePassage,
    private readonly system: OsHandles,
    private readonly own: (os: OsHandle) => OwnedHandle,
    private readonly loadFactor: () => number,
  ) {
    child.on('message', (message) => this.receive(message as FromPeer));
    child.on('exit', (code, signal) =>
      this.lose(new PeerLost(`the peer ${describeProcessEnd(code, signal)}`)),
    );
  }

  /**
   * Starts a peer and has it open the device.
   * @param callRecord descriptor of the memory that the peer keeps its call record in
   * @param own takes a handle that the peer sent into the running case's ownership
   * @param loadFactor by what the loads of the running case are multiplied
   * @throws PeerLost
   */
  static async start(
    setup: HostSetup,
    system: OsHandles,
    callRecord: number,
    own: (os: OsHandle) => OwnedHandle,
    loadFactor: () => number,
  ): Promise<PeerConnection> {
    const passage = system.passageToChild();
    const streams = [callRecord, ...passage.descriptors];
    const child = startScript(join(__dirname, 'peer-main.js'), setup.driver, streams, 'inherit');
    const peer = new PeerConnection(child, passage.begun(child), system, own, loadFactor);
    const opened = new Promise<void>((resolve, reject) => {
      child.once('error', (error) => reject(new PeerLost(`the peer could not be started: ${error.message}`)));
      child.once('message', (message) => {
        const first = message as FromPeer;
        if (first.kind === 'ready') resolve();
        else
          reject(
            new PeerLost(
              first.kind === 'unusable' ? first.reason : 'the peer did not say whether it is ready',
            ),
          );
      });
      child.once('exit', () => reject(peer.lost ?? new PeerLost('the peer died while it opened the device')));
      peer.post({ kind: 'set-up', setup });
    });
    try {
      await opened;
    } catch (error) {
      peer.close();
      throw error;
    }
    return peer;
  }

  /** The peer's endpoint, as if it were here. */
  get endpoint(): Endpoint {
    const endpoint = this.objectFor({ $object: endpointReference, fields: {} }) as Endpoint;
    const queries = this.objectFor({ $object: queriesReference, fields: {} });
    return new Proxy(endpoint, {
      get: (target, name) => (name === 'queries' ? queries : Reflect.get(target, name)),
    });
  }

  /** Has the peer clean up behind a case. */
  async endCase(): Promise<void> {
    await this.request((id) => ({ kind: 'end-case', id }));
  }

  /**
   * Ends the peer for good, and waits until its process is gone.
   * @throws PeerLost when it was to exit and died otherwise
   */
  async end(how: PeerEnd): Promise<void> {
    const gone = new Promise<void>((resolve, reject) => {
      this.child.once('exit', (code) => (how === 'kill' || code === 0 ? resolve() : reject(this.lost)));
    });
    if (how === 'kill') this.child.kill('SIGKILL');
    else await Promise.all([this.request((id) => ({ kind: 'exit', id })), gone]);
    await gone;
    this.passage.close();
  }

  /** Kills the peer. */
  close(): void {
    this.child.kill('SIGKILL');
    this.passage.close();
  }

  /** Whether a driver that misbehaves on purpose did so there since this was last asked. */
  misbehaved(): boolean {
    const { misbehavedThere } = this;
    this.misbehavedThere = false;
    return misbehavedThere;
  }

  /** Whether it died. */
  get gone(): boolean {
    return this.lost !== undefined;
  }

  private post(message: ToPeer): void {
    this.child.send(message, () => {}); // a peer that just died is seen by its exit
  }

  private async request(message: (id: number) => ToPeer): Promise<Wire> {
    if (this.lost !== undefined) throw this.lost;
    const id = ++this.requests;
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.post(message(id));
    });
    if (reply.lostDevice) this.lostDevice = true;
    if (reply.misbehaved) this.misbehavedThere = true;
    if (reply.kind === 'returned') return reply.value;
    throw new FailureInPeer(reply.failure);
  }

  private receive(message: FromPeer): void {
    if (message.kind !== 'returned' && message.kind !== 'threw') return;
    this.waiting.get(message.id)?.resolve(message);
    this.waiting.delete(message.id);
  }

  private lose(error: PeerLost): void {
    this.lost = error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private async call(object: number, method: string, args: readonly unknown[]): Promise<unknown> {
    const sent: OwnedHandle[] = [];
    const loadFactor = this.loadFactor();
    const wired = args.map((arg) => this.toWire(arg, sent));
    const answer = await this.request((id) => ({
      kind: 'call',
      id,
      object,
      method,
      args: wired,
      loadFactor,
    }));
    if (this.system.platform === 'posix' && tookHandles(method, answer))
      for (const handle of sent) handle.close();
    return this.fromWire(answer);
  }

  private objectFor({ $object, fields }: ObjectReference): object {
    return new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === remoteReference) return $object;
          if (typeof name !== 'string' || name === 'then') return undefined;
          if (name in fields) return fields[name];
          return (...args: unknown[]) => this.call($object, name, args);
        },
      },
    );
  }

  /** @param sent takes the handles that travel: copies of them, the peer's to import */
  private toWire(value: unknown, sent: OwnedHandle[]): Wire {
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value as Wire;
    if (value instanceof OwnedHandle) {
      if (value.value === -1) return { $handle: null };
      sent.push(value);
      const tag = this.passage.send(value.os);
      traced({ kind: 'os', action: 'send', tag, descriptor: value.value });
      return { $handle: tag };
    }
    const reference: unknown = Reflect.get(value, remoteReference);
    if (typeof reference === 'number') return { $object: reference };
    if (Array.isArray(value)) return value.map((one) => this.toWire(one, sent));
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.toWire(member, sent)]));
  }

  private async fromWire(value: Wire): Promise<unknown> {
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.fromWire(one)));
    if ('$object' in value) return this.objectFor(value as unknown as ObjectReference);
    if ('$handle' in value) return this.receiveHandle(value as unknown as HandleReference);
    const members = Object.entries(value).map(
      async ([key, member]) => [key, await this.fromWire(member)] as const,
    );
    return Object.fromEntries(await Promise.all(members));
  }

  private async receiveHandle({ $handle }: HandleReference): Promise<OwnedHandle> {
    const received = this.own($handle === null ? this.system.adopt(-1) : await this.passage.receive($handle));
    if ($handle !== null) traced({ kind: 'os', action: 'receive', tag: $handle, descriptor: received.value });
    return received;
  }
}

/** Whether a call at the peer took the descriptors that it was given, as a successful import does. */
function tookHandles(method: string, answer: Wire): boolean {
  if (method === 'import' || method === 'memory') return true;
  if (method === 'tryImport') return answer === 'VK_SUCCESS';
  return method === 'tryMemory' && (answer as { readonly result?: Wire }).result === 'VK_SUCCESS';
}

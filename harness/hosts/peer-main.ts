/** The program of a peer: a second process with its own instance on the same device, driven by a host. */
import { DeviationError } from '../cases/expectation';
import { openDriver } from '../drivers/open-driver';
import { interruptingSignals, type LedgerSnapshot, osHandles } from '../handles';
import { type NativeDriver, Vulkan } from '../vulkan';
import { CallRecordWriter, callRecordBytes } from './call-record';
import { startTrace, traced } from './call-trace';
import { CaseScope } from './case-scope';
import { lostDescriptors } from './descriptor-judgement';
import { LocalEndpoint } from './endpoint/local-endpoint';
import { type Failure, failureOf, inPeer } from './failure';
import { OwnedHandle } from './owned-handle';
import { ownership } from './ownership';
import {
  endpointReference,
  type FromPeer,
  type HandleReference,
  type ObjectReference,
  queriesReference,
  type ToPeer,
  type Wire,
} from './peer-protocol';
import { type HostSetup, peerStreams } from './protocol';
import { ResultWatch } from './result-watch';

const system = osHandles();
system.dieWithParent(process.ppid);

function say(message: FromPeer, said?: () => void): void {
  process.send?.(message, undefined, {}, said);
}

/** The methods by which a handle goes to the driver. */
const importing: ReadonlySet<string> = new Set(['import', 'tryImport', 'memory', 'tryMemory']);

/** What the host asks for, on the endpoint of this process and the objects made from it. */
class PeerService {
  private readonly record: CallRecordWriter;
  private readonly results: ResultWatch;
  private readonly driver: NativeDriver;
  private readonly endpoint: LocalEndpoint;
  private readonly passage = system.passageToParent(peerStreams.passage, process.ppid);
  private readonly objects = new Map<number, object>();
  private scope = new CaseScope();
  private loadFactor = 1;
  /** Descriptors that were open before the driver was. */
  private readonly beforeDriver: ReadonlySet<number>;
  /** Those that were open when the running case first asked for something. */
  private before: LedgerSnapshot | undefined;
  private made = queriesReference;

  constructor(setup: HostSetup) {
    const mapping = system.mapShared(system.inherited(peerStreams.callRecord), callRecordBytes);
    this.record = new CallRecordWriter(mapping.buffer);
    this.results = new ResultWatch(this.record);
    if (setup.trace !== undefined) startTrace(setup.trace, 'peer');
    this.beforeDriver = new Set(system.snapshot().keys());
    this.driver = openDriver(setup.driver);
    this.endpoint = LocalEndpoint.open(new Vulkan(this.driver, this.results), setup, {
      system,
      scope: () => this.scope,
      own: this.own,
      folded: (action) => this.record.folded(action),
      loadFactor: () => this.loadFactor,
    });
    this.objects.set(endpointReference, this.endpoint);
    this.objects.set(queriesReference, this.endpoint.queries);
  }

  async answer(request: Exclude<ToPeer, { kind: 'set-up' }>): Promise<FromPeer> {
    const { id } = request;
    let reply:
      | { readonly kind: 'returned'; readonly value: Wire }
      | { readonly kind: 'threw'; readonly failure: Failure };
    try {
      const value = await this.carryOut(request);
      const [unlisted] = this.results.takeUnlisted();
      if (unlisted !== undefined) throw new DeviationError(unlisted);
      reply = { kind: 'returned', value };
    } catch (error) {
      reply = { kind: 'threw', failure: inPeer(failureOf(error)) };
    }
    const misbehaved = this.driver.misbehaved?.() ?? false;
    return { ...reply, id, lostDevice: this.results.lostDevice, misbehaved };
  }

  private async carryOut(request: Exclude<ToPeer, { kind: 'set-up' }>): Promise<Wire> {
    if (request.kind === 'call') return this.call(request);
    await this.endCase();
    if (request.kind === 'exit') this.endpoint.close();
    return undefined;
  }

  private async call({ object, method, args, loadFactor }: Extract<ToPeer, { kind: 'call' }>): Promise<Wire> {
    this.before ??= system.snapshot();
    this.loadFactor = loadFactor;
    const target = this.objects.get(object);
    if (target === undefined) throw new Error(`object ${object} is gone`);
    const received: OwnedHandle[] = [];
    const values = await Promise.all(args.map((arg) => this.fromWire(arg, received)));
    const command: unknown = Reflect.get(target, method);
    if (typeof command !== 'function') throw new Error(`${method} is not a method`);
    const answer = this.toWire(await command.apply(target, values));
    // A copy that nobody here takes would keep its payload alive until the end of the case: no import takes a handle
    // of Windows.
    if (system.platform === 'win32' || !importing.has(method)) for (const handle of received) handle.close();
    return answer;
  }

  private async endCase(): Promise<void> {
    const { scope, before } = this;
    this.scope = new CaseScope();
    this.before = undefined;
    for (const reference of this.objects.keys())
      if (reference > queriesReference) this.objects.delete(reference);
    await scope.dispose();
    this.endpoint.forget();
    const lost = before === undefined ? [] : lostDescriptors(system, this.beforeDriver, before);
    if (lost[0] !== undefined) throw new DeviationError(lost[0]);
  }

  private readonly own = ownership(system, () => this.scope);

  /** @param received takes the handles that came along */
  private async fromWire(value: Wire, received: OwnedHandle[]): Promise<unknown> {
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.fromWire(one, received)));
    if ('$object' in value) return this.objects.get((value as unknown as ObjectReference).$object);
    if ('$handle' in value) {
      const { $handle } = value as unknown as HandleReference;
      const handle = this.own($handle === null ? system.adopt(-1) : await this.passage.receive($handle));
      if ($handle !== null) traced({ kind: 'os', action: 'receive', tag: $handle, descriptor: handle.value });
      if (handle.value !== -1) received.push(handle);
      return handle;
    }
    const members = Object.entries(value).map(
      async ([key, member]) => [key, await this.fromWire(member, received)] as const,
    );
    return Object.fromEntries(await Promise.all(members));
  }

  private toWire(value: unknown): Wire {
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value as Wire;
    if (value instanceof OwnedHandle) {
      if (value.value === -1) return { $handle: null };
      const tag = this.passage.send(value.os);
      traced({ kind: 'os', action: 'send', tag, descriptor: value.value });
      value.os.close();
      return { $handle: tag };
    }
    if (Array.isArray(value)) return value.map((one) => this.toWire(one));
    if (Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, this.toWire(member)]));
    }
    return this.reference(value);
  }

  /** An object that stays here, by a number, with those of its members that are plain values. */
  private reference(object: object): Wire {
    const $object = ++this.made;
    this.objects.set($object, object);
    const fields = Object.entries(object).filter(
      ([, member]) => typeof member !== 'object' && typeof member !== 'function',
    );
    return { $object, fields: Object.fromEntries(fields) };
  }
}

let service: PeerService | undefined;

// Ctrl-C reaches every process of the terminal, as does what timeout(1) sends: what becomes of this one is for the
// runner to say.
for (const signal of interruptingSignals) process.on(signal, () => {});
// A request that a failed case no longer waits for may still reject: its case has said what went wrong.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToPeer) => {
  if (message.kind !== 'set-up') {
    void service
      ?.answer(message)
      .then((reply) => say(reply, message.kind === 'exit' ? () => process.exit(0) : undefined));
    return;
  }
  try {
    service = new PeerService(message.setup);
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) });
  }
});

import { readSync, writeSync } from 'node:fs';
import type { Observer, PeerEnd } from '../cases/context';
import type { DeviceIdentity } from '../cases/device-capabilities';
import type { ForeignFence } from '../cases/foreign-fence';
import type { ForeignTexture } from '../cases/foreign-texture';
import { LoadTooShort } from '../cases/held-load';
import type { NativeSyncFile } from '../cases/native-sync-file';
import type { Endpoint, Reach } from '../cases/objects';
import type { Deviation } from '../cases/outcome';
import { openDriver } from '../drivers/open-driver';
import {
  type ForeignKind,
  type LedgerSnapshot,
  type OsHandles,
  osHandles,
  type SyncFileSource,
} from '../handles';
import { type MemoryReport, Vulkan } from '../vulkan';
import {
  type CallRecordReading,
  CallRecordWriter,
  callRecordBytes,
  callsBegun,
  driverMsOffset,
  readCallRecord,
} from './call-record';
import { startTrace, traced } from './call-trace';
import { CaseScope } from './case-scope';
import { lostDescriptors } from './descriptor-judgement';
import { devicesSeenBy } from './device-observers';
import { type DeviceChoice, LocalEndpoint } from './endpoint/local-endpoint';
import { OwnedHandle } from './owned-handle';
import { ownership } from './ownership';
import { PeerConnection } from './peer-connection';
import { type HostSetup, hostStreams } from './protocol';
import { ResultWatch } from './result-watch';

/** What a host keeps from case to case: the driver, its devices, and the peer. */
export class HostSession {
  readonly system = osHandles();
  readonly record: CallRecordWriter;
  readonly results: ResultWatch;
  /** The bytes of the call record, for reading. */
  readonly recordBytes: Buffer;
  private readonly vulkan: Vulkan;
  private readonly endpoints = new Map<'device' | 'instance', LocalEndpoint>();
  private peer: PeerConnection | undefined;
  private peerUsed = false;
  private peerMark = 0;
  private endedPeersMs = 0;
  private readonly leftOvers: string[] = [];
  private scope = new CaseScope();
  private loadFactor = 1;
  /** What the driver was seen to do behind every load: it is not asked again. */
  readonly knownOfDriver = new Set<string>();
  /** Descriptors that were open before the driver was: the application's own. */
  private readonly beforeDriver: ReadonlySet<number>;
  /** How many endpoints or peers were opened so far: the descriptors of their opening are not a case's. */
  opened = 0;

  private constructor(readonly setup: HostSetup) {
    const mapping = this.system.mapShared(this.system.inherited(hostStreams.callRecord), callRecordBytes);
    this.recordBytes = Buffer.from(mapping.buffer);
    this.record = new CallRecordWriter(mapping.buffer);
    if (setup.trace !== undefined) startTrace(setup.trace, 'host');
    this.beforeDriver = new Set(this.system.snapshot().keys());
    this.results = new ResultWatch(this.record);
    this.vulkan = new Vulkan(openDriver(setup.driver), this.results);
  }

  /** Opens the driver and the device; and, where cases are planned that need one, a peer beside it. */
  static async open(setup: HostSetup): Promise<HostSession> {
    const session = new HostSession(setup);
    const peer = setup.withPeer ? session.startPeer() : undefined;
    session.local('device');
    await peer;
    return session;
  }

  /** Milliseconds inside the driver so far, in this process and in every peer. */
  get driverMs(): number {
    return this.record.driverMs + this.endedPeersMs + readPeerDriverMs();
  }

  /**
   * A case begins: what is made from now on belongs to it.
   * @param loadFactor by what each of its loads is multiplied, here and at the peer
   */
  begin(loadFactor = 1): CaseScope {
    this.loadFactor = loadFactor;
    this.scope = new CaseScope();
    this.peerUsed = false;
    this.peerMark = callsBegun(readPeerRecord());
    for (const endpoint of this.endpoints.values()) endpoint.forget();
    return this.scope;
  }

  /** The case has ended: cleans up what it left, here and at the peer. */
  async end(): Promise<void> {
    try {
      await this.scope.dispose();
    } finally {
      if (this.peerUsed) await this.peer?.endCase();
    }
  }

  /** The shared endpoint at that reach. */
  async endpoint(reach: Reach): Promise<Endpoint> {
    if (reach !== 'process') return this.local(reach);
    this.peerUsed = true;
    return (this.peer ?? (await this.startPeer())).endpoint;
  }

  /** Starts a peer where there is none: an earlier case may have ended it. */
  async readyPeer(): Promise<void> {
    if (this.peer === undefined) await this.startPeer();
  }

  /** Ends the peer that the running case has used. */
  async endPeer(how: PeerEnd): Promise<void> {
    if (this.peer === undefined || !this.peerUsed)
      throw new TypeError('the case ended a peer that it has not asked for');
    traced({ kind: 'os', action: 'end-peer', how });
    await this.peer.end(how);
    this.peer = undefined;
  }

  /** An endpoint that the running case may destroy; on the device under test by default. */
  fresh(choice: DeviceChoice = this.setup, report?: MemoryReport): Endpoint {
    const endpoint = this.open(choice, report);
    this.scope.defer(() => endpoint.close());
    return endpoint;
  }

  /** Who the driver's devices are to that observer. */
  devicesSeenBy(observer: Observer): Promise<readonly DeviceIdentity[]> {
    this.opened += 1;
    return devicesSeenBy(observer, this.vulkan, this.setup.driver);
  }

  /** Takes a handle into the running case's ownership. */
  readonly own = ownership(this.system, () => this.scope);

  /** A handle that no driver made, for robustness cases. */
  foreign(kind: ForeignKind): OwnedHandle {
    const foreign = this.system.makeForeign(kind);
    traced({ kind: 'os', action: 'foreign', foreign: kind, descriptor: foreign.value });
    this.scope.defer(() => foreign.dispose());
    return OwnedHandle.foreign(foreign, this.system, this.own);
  }

  /**
   * A sync file that no driver made. What waits for it goes on behind the case at the latest, and by a signal: one of
   * sw_sync that its source leaves ends with an error, which a driver may take for the loss of the device.
   */
  syncFile(source: SyncFileSource): NativeSyncFile {
    const made = this.system.createSyncFile(source);
    traced({ kind: 'os', action: 'uncovered', what: 'a sync file that no driver made' });
    this.scope.deferRelease(() => {
      try {
        if (made.isPending()) made.signal();
      } finally {
        made.closeSource();
      }
    });
    this.scope.defer(() => made.dispose());
    return {
      handle: this.own(made.handle),
      isPending: () => made.isPending(),
      signal: () => {
        if (!made.signal()) throw new LoadTooShort('what waits for it', 'a sync file that is pending');
      },
      fail: () => made.fail(),
      closeSource: () => made.closeSource(),
    };
  }

  /** A texture that no Vulkan driver made. */
  foreignTexture(...asked: Parameters<OsHandles['createTexture']>): ForeignTexture {
    const made = this.system.createTexture(...asked);
    traced({ kind: 'os', action: 'uncovered', what: 'a texture that no Vulkan driver made' });
    this.scope.defer(() => made.dispose());
    return { ...made, handle: this.own(made.handle) };
  }

  /** A fence that no Vulkan driver made. */
  foreignFence(...asked: Parameters<OsHandles['createFence']>): ForeignFence {
    const made = this.system.createFence(...asked);
    traced({ kind: 'os', action: 'uncovered', what: 'a fence that no Vulkan driver made' });
    this.scope.defer(() => made.dispose());
    return { ...made, handle: this.own(made.handle) };
  }

  /** Sends a handle from this process to itself; the sender's is closed while the message is on its way. */
  async throughSocket(handle: OwnedHandle): Promise<OwnedHandle> {
    const { sender, receiver } = this.system.passageToItself();
    try {
      const tag = sender.send(handle.os);
      handle.close();
      const received = this.own(await receiver.receive(tag));
      traced({ kind: 'os', action: 'uncovered', what: 'a descriptor sent to its own process' });
      return received;
    } finally {
      sender.close();
      receiver.close();
    }
  }

  /** The descriptors of the application that are gone since. */
  lostSince(before: LedgerSnapshot): readonly Deviation[] {
    return lostDescriptors(this.system, this.beforeDriver, before);
  }

  /** Whether a driver that misbehaves on purpose did so, here or in the peer, since this was last asked. */
  misbehaved(): boolean {
    const here = this.vulkan.driver.misbehaved?.() ?? false;
    const there = this.peer?.misbehaved() ?? false;
    return here || there;
  }

  /** Whether the device was lost, here or in the peer. */
  get lostDevice(): boolean {
    return this.results.lostDevice || this.peer?.lostDevice === true;
  }

  /** Whether the peer is gone. */
  get lostPeer(): boolean {
    return this.peer?.gone === true;
  }

  /** What the peer called, in the case that is running. */
  peerReading(): readonly CallRecordReading[] {
    if (!this.peerUsed) return [];
    return [readCallRecord(readPeerRecord(), 'peer', this.peerMark)];
  }

  /** A promise that no one waited for has rejected: kept, to be told with the case that is running. */
  leftOver(reason: unknown): void {
    this.leftOvers.push(`a call that the case did not wait for ended: ${String(reason)}`);
  }

  /** What was left over since the last time this was asked. */
  takeLeftOver(): readonly string[] {
    return this.leftOvers.splice(0);
  }

  /** Ends peer and devices. */
  close(): void {
    this.peer?.close();
    for (const endpoint of this.endpoints.values()) endpoint.close();
  }

  private async startPeer(): Promise<PeerConnection> {
    this.opened += 1;
    this.endedPeersMs += readPeerDriverMs();
    writeSync(hostStreams.peerCallRecord, Buffer.alloc(callRecordBytes), 0, callRecordBytes, 0);
    this.peerMark = 0;
    const peer = await PeerConnection.start(
      this.setup,
      this.system,
      hostStreams.peerCallRecord,
      this.own,
      () => this.loadFactor,
    );
    this.peer = peer;
    this.peerMark = callsBegun(readPeerRecord());
    return peer;
  }

  private local(reach: 'device' | 'instance'): LocalEndpoint {
    let endpoint = this.endpoints.get(reach);
    if (endpoint === undefined) {
      endpoint = this.open();
      this.endpoints.set(reach, endpoint);
    }
    return endpoint;
  }

  private open(choice: DeviceChoice = this.setup, report?: MemoryReport): LocalEndpoint {
    this.opened += 1;
    const surroundings = {
      system: this.system,
      scope: () => this.scope,
      own: this.own,
      folded: <T>(action: () => T): T => this.record.folded(action),
      loadFactor: () => this.loadFactor,
    };
    return LocalEndpoint.open(this.vulkan, choice, surroundings, report);
  }
}

/** The peer's call record, which lies in a file that this process was given too. */
function readPeerRecord(): Buffer {
  const bytes = Buffer.alloc(callRecordBytes);
  readSync(hostStreams.peerCallRecord, bytes, 0, bytes.length, 0);
  return bytes;
}

/** Milliseconds that the peer has been inside the driver. */
function readPeerDriverMs(): number {
  const bytes = Buffer.alloc(8);
  readSync(hostStreams.peerCallRecord, bytes, 0, bytes.length, driverMsOffset);
  return bytes.readDoubleLE(0);
}

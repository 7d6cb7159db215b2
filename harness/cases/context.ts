import type {
  DisplayAdapter,
  DmaBufProducer,
  FenceRequest,
  ForeignKind,
  SyncFileSource,
  TextureRequest,
} from '../handles';
import type { DeviceCapabilities, DeviceIdentity, OtherDevice } from './device-capabilities';
import type { Expectation } from './expectation';
import type { ExternalHandle } from './external-handle';
import type { ForeignFence } from './foreign-fence';
import type { ForeignTexture } from './foreign-texture';
import type { NativeSyncFile } from './native-sync-file';
import type { Endpoint, Reach } from './objects';

/** What changed among the open descriptors of the host; each entry is ready to read. */
export interface DescriptorChanges {
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
  readonly replaced: readonly string[];
}

/** The open descriptors of the host at one moment. */
export interface DescriptorSnapshot {
  /** How many were open. */
  readonly count: number;
  /** Whether the number of that handle was open then. */
  hasNumberOf(handle: ExternalHandle): boolean;
  /** What changed since. */
  changes(): DescriptorChanges;
}

/**
 * Who looks at the devices of a driver anew: another instance in the host, another process, or another process
 * whose home, user, language and time zone are others.
 */
export const observers = ['instance', 'process', 'changed-environment'] as const;
export type Observer = (typeof observers)[number];

/** How a peer process ends: it destroys what it made and exits, or it is killed with all that it has. */
export const peerEnds = ['exit', 'kill'] as const;
export type PeerEnd = (typeof peerEnds)[number];

/** What the body of a case is given beside its parameters. */
export interface CaseContext {
  /** The endpoint that payloads come from. */
  readonly exporter: Endpoint;
  /** The endpoint that payloads go to: at the reach that the axis `reach` names, else the exporter itself. */
  readonly importer: Endpoint;
  /** What the device said of itself before the run. */
  readonly device: DeviceCapabilities;
  /** The shared endpoint at that reach from the exporter. */
  endpoint(reach: Reach): Promise<Endpoint>;
  /**
   * Ends the peer process and resolves once it is gone; for `exit` nothing of its own may be pending. The case may
   * use nothing of that endpoint any more, but keeps the handles that came from it.
   */
  endPeer(how: PeerEnd): Promise<void>;
  /** An endpoint of the case's own in the host process, which it may destroy. */
  fresh(options?: { readonly memoryReport?: boolean }): Promise<Endpoint>;
  /** Every physical device that an observer finds; nothing is chosen by an identifier on the way. */
  devicesSeenBy(observer: Observer): Promise<readonly DeviceIdentity[]>;
  /** An endpoint of the case's own on another physical device of the driver. */
  otherDevice(device: OtherDevice): Promise<Endpoint>;
  /** An expectation that the requirement rests on: where it does not hold, the case fails. */
  expect<T>(what: string, seen: T): Expectation<T>;
  /** An expectation that shows that the case can fail: the opposite state, seen before or beside. */
  control<T>(what: string, seen: T): Expectation<T>;
  /** An expectation that the specification does not insist on: where it does not hold, the case warns. */
  should<T>(what: string, seen: T): Expectation<T>;
  /**
   * Makes the whole case again, from the start and behind more load, because work that a load held was done before it
   * could be looked at: by LoadTooShort, which it throws. Returns where there have been enough attempts, so that the
   * case says by itself that it could not show its rule.
   * @param reason `driver` where a driver may well end the work first, as in an export: what it did behind every load
   * is then known, and its host does not ask it again
   */
  behindMoreLoad(what: string, reason?: 'driver'): void;
  /** Keeps an observation that is no verdict. */
  note(text: string): void;
  /** The open descriptors of the host. */
  descriptors(): DescriptorSnapshot;
  /** A handle that no driver made; robustness only. */
  foreign(kind: ForeignKind): ExternalHandle;
  /** A dma-buf that no Vulkan driver made, zeroed; size in bytes, of whole pages. */
  foreignDmaBuf(producer: DmaBufProducer, size: number): ExternalHandle;
  /** A sync file that no driver made, with its source; throws where the machine has none. */
  syncFile(source: SyncFileSource): NativeSyncFile;
  /** A sync file that is signaled once both are: SYNC_IOC_MERGE. The case keeps what it was made of. */
  mergedSyncFile(a: ExternalHandle, b: ExternalHandle): ExternalHandle;
  /** A texture that no Vulkan driver made; throws where the machine has no such source. */
  foreignTexture(request: TextureRequest): ForeignTexture;
  /** A fence of Direct3D, or what stands in for one; throws where the machine has no such creator. */
  foreignFence(request: FenceRequest): ForeignFence;
  /** The adapters that DXGI lists; none on other platforms. */
  displayAdapters(): readonly DisplayAdapter[];
  /** The adapter that DXGI knows by a LUID (16 hexadecimal digits), listed or not; null where there is none. */
  displayAdapterOf(luid: string): DisplayAdapter | null;
  /** The -1 that stands for a signaled SYNC_FD payload. */
  minusOne(): ExternalHandle;
  /** Opens files of the application's own; the operating system gives them the lowest free numbers. */
  ownHandles(count: number): readonly ExternalHandle[];
  /** How many handles the host has open, whoever opened them. */
  handleCount(): number;
  /** A name in the session's namespace that no object of the kernel has; Windows only. */
  uniqueName(purpose: string): string;
  /** An object of the application's own that has that name; Windows only. */
  namedObject(kind: 'event' | 'section', name: string): ExternalHandle;
  /** Whether an object of the kernel has that name, of whichever kind; Windows only. */
  isNameTaken(name: string): boolean;
  /** Runs an action while the host can get no further descriptor (EMFILE); the peer is not affected. */
  withoutDescriptors<T>(action: () => Promise<T>): Promise<T>;
  /** Sends a handle over a Unix socket to this very process and closes it before the copy is received. */
  throughSocket(handle: ExternalHandle): Promise<ExternalHandle>;
}

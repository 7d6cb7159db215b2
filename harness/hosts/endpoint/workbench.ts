import { DeviationError } from '../../cases/expectation';
import type { HandleType } from '../../cases/handle-types';
import type { Result } from '../../cases/objects';
import type { OpenDevice } from '../../drivers/open-device';
import { HandleUseError, OsCallError, type OsHandle, type OsHandles } from '../../handles';
import type { DeviceCommands, DeviceCommandsAsync } from '../../vulkan';
import { type CaseScope, demandSuccess } from '../case-scope';
import type { OwnedHandle } from '../owned-handle';
import { isGlobal } from './win32-handles';

type AsyncCommand = Exclude<keyof DeviceCommandsAsync, symbol>;
type SyncCommand = Exclude<keyof DeviceCommands, 'async' | 'has' | symbol>;

/** What an endpoint has from the process that it is in. */
export interface Surroundings {
  readonly system: OsHandles;
  /** The scope of the case that is running. */
  readonly scope: () => CaseScope;
  /** Takes a handle into the running case's ownership. */
  readonly own: (os: OsHandle) => OwnedHandle;
  /** Has the call record keep one call for all that an action makes. */
  readonly folded: <T>(action: () => T) => T;
  /** By what every load of the running case is multiplied: more than 1 where it was too short before. */
  readonly loadFactor: () => number;
}

/** What the objects of an endpoint share: their device, and the scope of the case that is running. */
export class Workbench {
  private readonly left: Destruction[] = [];
  private readonly inside = new Set<Promise<void>>();
  /** Commands on worker threads: nothing is destroyed while one of them is inside the driver. */
  readonly async: DeviceCommandsAsync;
  private closed = false;

  constructor(
    readonly device: OpenDevice,
    private readonly surroundings: Surroundings,
  ) {
    this.async = new Proxy(device.commands.async, {
      get: (commands, name) => {
        const command: unknown = Reflect.get(commands, name);
        if (typeof command !== 'function') return command;
        return (...args: unknown[]) => this.track(command.apply(commands, args) as Promise<unknown>);
      },
    });
  }

  get system(): OsHandles {
    return this.surroundings.system;
  }

  /** The scope of the case that is running. */
  scope(): CaseScope {
    return this.surroundings.scope();
  }

  /** Has the call record keep one call for all that an action makes. */
  folded<T>(action: () => T): T {
    return this.surroundings.folded(action);
  }

  loadFactor(): number {
    return this.surroundings.loadFactor();
  }

  get commands(): OpenDevice['commands'] {
    return this.device.commands;
  }

  /** Registers what destroys an object behind the case, unless the case destroyed it or its device itself. */
  whenLeft(destroy: () => void): Destruction {
    const destruction = new Destruction(destroy);
    this.left.push(destruction);
    this.scope().defer(() => destruction.now());
    return destruction;
  }

  /** The device is about to be destroyed: its objects go first, the latest first. */
  close(): void {
    this.closed = true;
    for (const destruction of this.left.splice(0).reverse()) destruction.now();
  }

  /** A new case begins: what the last one made is gone. */
  forget(): void {
    this.left.length = 0;
  }

  /** The handle that an export gave, in the case's ownership; it must be open. */
  exported(command: string, value: number): OwnedHandle {
    try {
      return this.surroundings.own(this.system.adopt(value)).exported(command);
    } catch (error) {
      if (!(error instanceof OsCallError)) throw error;
      const expected = this.system.platform === 'win32' ? 'an open handle' : 'an open descriptor';
      throw new DeviationError({
        what: `what ${command} gave`,
        expected,
        seen: `${value}: ${error.code}`,
        control: false,
      });
    }
  }

  /** What an export of a Windows handle gave: one in the case's ownership, or a global one, which owns nothing. */
  exportedWin32(
    command: string,
    handleType: HandleType,
    result: Result,
    handle: bigint | undefined,
  ): { readonly result: Result; readonly handle?: OwnedHandle } {
    if (handle === undefined) return { result };
    const value = Number(BigInt.asIntN(64, handle));
    if (!isGlobal(handleType)) return { result, handle: this.exported(command, value) };
    try {
      const { own, system } = this.surroundings;
      return { result, handle: own(system.adoptGlobal(value)).exported(command) };
    } catch (error) {
      if (!(error instanceof HandleUseError)) throw error;
      throw new DeviationError({
        what: `what ${command} gave`,
        expected: 'a global handle',
        seen: error.message,
        control: false,
      });
    }
  }

  /** A promoted command under the name that the device has: core first. */
  promoted<Core extends SyncCommand, Extension extends SyncCommand>(
    core: Core,
    extension: Extension,
  ): DeviceCommands[Core] {
    const { commands } = this;
    return bound(
      commands,
      commands.has(core) ? commands[core] : (commands[extension] as unknown as DeviceCommands[Core]),
    );
  }

  /** As `promoted`, on a worker thread. */
  promotedAsync<Core extends AsyncCommand, Extension extends AsyncCommand>(
    core: Core,
    extension: Extension,
  ): DeviceCommandsAsync[Core] {
    const { async, commands } = this;
    return commands.has(core) ? async[core] : (async[extension] as unknown as DeviceCommandsAsync[Core]);
  }

  /** A device was submitted to: nothing may be destroyed before it is idle. */
  submitted(): void {
    this.scope().deferIdle(this.idle);
  }

  /** Waits until no call is inside the driver any more and the device has nothing pending. */
  readonly idle = async (): Promise<void> => {
    await Promise.all(this.inside);
    if (this.closed) return;
    const { result } = await this.commands.async.vkDeviceWaitIdle(this.device.device);
    demandSuccess('vkDeviceWaitIdle', result);
  };

  /** Keeps whatever comes behind the case behind a call that is inside the driver. */
  private track<T>(call: Promise<T>): Promise<T> {
    const settled = call.then(
      () => {},
      () => {},
    );
    this.inside.add(settled);
    void settled.then(() => this.inside.delete(settled));
    this.scope().deferIdle(this.idle);
    return call;
  }
}

/** Destroys an object once: by the case, or behind it. */
export class Destruction {
  private done = false;

  constructor(private readonly destroy: () => void) {}

  now(): void {
    if (this.done) return;
    this.done = true;
    this.destroy();
  }
}

function bound<Command>(commands: object, command: Command): Command {
  return (command as unknown as (...args: unknown[]) => unknown).bind(commands) as unknown as Command;
}

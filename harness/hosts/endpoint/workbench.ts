import type { OpenDevice } from '../../drivers/open-device';
import type { OsHandle, OsHandles } from '../../handles';
import type { DeviceCommands, DeviceCommandsAsync } from '../../vulkan';
import type { CaseScope } from '../case-scope';
import { OwnedHandle } from '../owned-handle';

type AsyncCommand = Exclude<keyof DeviceCommandsAsync, symbol>;
type SyncCommand = Exclude<keyof DeviceCommands, 'async' | 'has' | symbol>;

/** What the objects of an endpoint share: their device, and the scope of the case that is running. */
export class Workbench {
  constructor(
    readonly device: OpenDevice,
    readonly system: OsHandles,
    /** The scope of the case that is running. */
    readonly scope: () => CaseScope,
  ) {}

  get commands(): OpenDevice['commands'] {
    return this.device.commands;
  }

  /** Registers what destroys an object behind the case, unless the case destroyed it itself. */
  whenLeft(destroy: () => void): Destruction {
    const destruction = new Destruction(destroy);
    this.scope().defer(() => destruction.now());
    return destruction;
  }

  /** Takes a handle into the case's ownership: what is left of it is closed behind the case. */
  own(os: OsHandle): OwnedHandle {
    const { system } = this;
    const scope = this.scope();
    const own = (handle: OsHandle): OwnedHandle => {
      scope.defer(() => {
        if (handle.state === 'open' && handle.value !== -1) handle.close();
      });
      return new OwnedHandle(handle, system, own);
    };
    return own(os);
  }

  /** A promoted command under the name that the device has: core first. */
  promoted<Core extends SyncCommand, Extension extends SyncCommand>(core: Core, extension: Extension): DeviceCommands[Core] {
    const { commands } = this;
    return commands.has(core) ? commands[core] : (commands[extension] as unknown as DeviceCommands[Core]);
  }

  /** As `promoted`, on a worker thread. */
  promotedAsync<Core extends AsyncCommand, Extension extends AsyncCommand>(
    core: Core,
    extension: Extension,
  ): DeviceCommandsAsync[Core] {
    const { commands } = this;
    return commands.has(core) ? commands.async[core] : (commands.async[extension] as unknown as DeviceCommandsAsync[Core]);
  }

  /** A device was submitted to: nothing may be destroyed before it is idle. */
  submitted(): void {
    this.scope().deferIdle(this.idle);
  }

  private readonly idle = async (): Promise<void> => {
    await this.commands.async.vkDeviceWaitIdle(this.device.device);
  };
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

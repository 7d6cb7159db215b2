import { type CallRecorder, describeArguments, describeOutputs, NO_RECORDER } from './call-recorder';
import { CommandCall } from './command-call';
import { type CommandPlan, commandPlan } from './command-plan';
import { enumerationName } from './enumerations';
import { MissingEntryPoint } from './errors';
import type {
  CommandName,
  DeviceCommands,
  GlobalCommands,
  InstanceCommands,
} from './generated/command-types';
import { COMMANDS } from './generated/commands';
import type { VkDevice, VkInstance } from './generated/handles';
import type { EntryPoint, NativeDriver, NativeNumber } from './native-driver';
import { PROCESS_MEMORY } from './native-memory';
import { ScratchMemory } from './scratch-memory';

/** Which commands a driver offers. */
export interface CommandLookup {
  /** Whether the driver has an entry point for the command, for this instance or device. */
  has(command: CommandName): boolean;
}

type Level = 'global' | 'instance' | 'device';

/**
 * A driver by its typed commands. Every command validates and encodes its arguments, is shown to the
 * recorder, and decodes what came back.
 */
export class Vulkan {
  /** The commands that need no instance. */
  readonly commands: GlobalCommands & CommandLookup;
  readonly #caller: Caller;

  constructor(
    /** The driver that is called. */
    readonly driver: NativeDriver,
    /** Sees every call. */
    recorder: CallRecorder = NO_RECORDER,
  ) {
    this.#caller = new Caller(recorder);
    this.commands = commandSet('global', this.#caller, (name) => driver.instanceEntryPoint(0n, name));
  }

  /** The commands of an instance and its physical devices. */
  instanceCommands(instance: VkInstance): InstanceCommands & CommandLookup {
    return commandSet('instance', this.#caller, (name) =>
      this.driver.instanceEntryPoint(instance.value, name),
    );
  }

  /** The commands of a device, its queues and its command buffers; `instance` is the one that it was made from. */
  deviceCommands(device: VkDevice, instance: VkInstance): DeviceCommands & CommandLookup {
    return commandSet('device', this.#caller, (name) =>
      this.driver.deviceEntryPoint(device.value, name, instance.value),
    );
  }
}

/** Scratch memory of the calls on this thread. They nest, so that one is enough. */
let threadScratch: ScratchMemory | undefined;

/** Scratch memory for the calls on worker threads, which overlap. */
const idleScratch: ScratchMemory[] = [];
const WORKER_CHUNK = 8 * 1024;

/** Makes calls and shows them to the recorder. */
class Caller {
  constructor(readonly recorder: CallRecorder) {}

  call(plan: CommandPlan, entryPoint: EntryPoint, passed: readonly unknown[]): unknown {
    threadScratch ??= new ScratchMemory(PROCESS_MEMORY);
    const scratch = threadScratch;
    const mark = scratch.mark();
    try {
      const call = new CommandCall(plan, scratch, passed);
      const token = this.#begin(plan, passed);
      let result = '';
      let given: unknown;
      let back = false;
      try {
        let returned = entryPoint.call(...call.native);
        while (call.again(returned)) returned = entryPoint.call(...call.native);
        back = true;
        this.recorder.returned(token);
        result = this.#returned(plan, returned);
        given = call.finish(returned);
        return given;
      } finally {
        if (!back) this.recorder.returned(token);
        this.#end(plan, token, result, given);
      }
    } finally {
      scratch.release(mark);
    }
  }

  async callAsync(plan: CommandPlan, entryPoint: EntryPoint, passed: readonly unknown[]): Promise<unknown> {
    const scratch = idleScratch.pop() ?? new ScratchMemory(PROCESS_MEMORY, WORKER_CHUNK);
    const mark = scratch.mark();
    try {
      const call = new CommandCall(plan, scratch, passed);
      const token = this.#begin(plan, passed);
      let result = '';
      let given: unknown;
      let back = false;
      try {
        let returned = await entryPoint.callAsync(...call.native);
        while (call.again(returned)) returned = await entryPoint.callAsync(...call.native);
        back = true;
        this.recorder.returned(token);
        result = this.#returned(plan, returned);
        given = call.finish(returned);
        return given;
      } finally {
        if (!back) this.recorder.returned(token);
        this.#end(plan, token, result, given);
      }
    } finally {
      scratch.release(mark);
      idleScratch.push(scratch);
    }
  }

  #begin(plan: CommandPlan, passed: readonly unknown[]): number {
    return this.recorder === NO_RECORDER
      ? 0
      : this.recorder.begin(plan.name, describeArguments(passed, plan.name), passed);
  }

  #end(plan: CommandPlan, token: number, result: string, given: unknown): void {
    if (this.recorder === NO_RECORDER) return;
    this.recorder.end(token, result, describeOutputs(given, plan.name), given);
  }

  /** The name of a VkResult, reported when it is not one that the command may return; empty for other types. */
  #returned(plan: CommandPlan, returned: NativeNumber | null | undefined): string {
    if (plan.row.returns !== 'VkResult') return '';
    const result = enumerationName('VkResult', Number(returned));
    if (!plan.listed.has(result)) this.recorder.unlisted(plan.name, result);
    return result;
  }
}

/** An object with one method for each command of a level; entry points are looked up at the first call. */
function commandSet<Commands>(
  level: Level,
  caller: Caller,
  lookUp: (name: string) => EntryPoint | null,
): Commands & CommandLookup {
  return new (commandClass(level))(caller, lookUp) as unknown as Commands & CommandLookup;
}

class CommandSet {
  readonly #entryPoints = new Map<string, EntryPoint | null>();

  constructor(
    readonly caller: Caller,
    readonly lookUp: (name: string) => EntryPoint | null,
  ) {}

  has(command: string): boolean {
    return this.find(command) !== null;
  }

  find(name: string): EntryPoint | null {
    let found = this.#entryPoints.get(name);
    if (found === undefined) {
      found = this.lookUp(name);
      this.#entryPoints.set(name, found);
    }
    return found;
  }

  /** @throws MissingEntryPoint when the driver does not offer the command */
  entryPoint(name: string): EntryPoint {
    const found = this.find(name);
    if (found === null) throw new MissingEntryPoint(name, COMMANDS[name]?.providers ?? []);
    return found;
  }
}

type CommandClass = new (caller: Caller, lookUp: (name: string) => EntryPoint | null) => CommandSet;

const classes = new Map<Level, CommandClass>();

function commandClass(level: Level): CommandClass {
  const known = classes.get(level);
  if (known !== undefined) return known;
  class AsyncCommands {
    constructor(readonly set: CommandSet) {}
  }
  class LevelCommands extends CommandSet {
    readonly async = new AsyncCommands(this);
  }
  for (const [name, row] of Object.entries(COMMANDS)) {
    if (row.level !== level) continue;
    let plan: CommandPlan | undefined;
    if (row.blocking !== true) {
      define(LevelCommands.prototype, name, function (this: CommandSet, ...passed: unknown[]) {
        plan ??= commandPlan(name);
        return this.caller.call(plan, this.entryPoint(name), passed);
      });
    }
    define(AsyncCommands.prototype, name, async function (this: AsyncCommands, ...passed: unknown[]) {
      plan ??= commandPlan(name);
      return this.set.caller.callAsync(plan, this.set.entryPoint(name), passed);
    });
  }
  classes.set(level, LevelCommands);
  return LevelCommands;
}

function define(prototype: object, name: string, value: (...passed: unknown[]) => unknown): void {
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

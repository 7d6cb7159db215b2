/** Descriptors that a child gets by fork and exec, at numbers of the parent's choosing. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { HandleUseError, type OsHandle } from '../face';

type Slot = 'pipe' | 'ignore' | 'inherit' | 'ipc' | number;

/**
 * The `stdio` array under which child_process gives a child each handle at its number: libuv duplicates it there
 * with dup2, which clears FD_CLOEXEC. Numbers left out stay closed in the child.
 */
export function stdioInheriting(
  inherited: ReadonlyMap<number, OsHandle>,
  base: readonly Slot[] = [],
): Slot[] {
  const slots: Slot[] = ['ignore', 'inherit', 'inherit'];
  for (const [number, slot] of base.entries()) slots[number] = slot;
  for (const [number, handle] of inherited) {
    if (number < 3 || base[number] !== undefined) {
      throw new HandleUseError(`${handle} can't be inherited at ${number}: that number is taken.`);
    }
    // Fails with EBADF here rather than in the child.
    handle.closeOnExec();
    slots[number] = handle.value;
  }
  return Array.from(slots, (slot) => slot ?? 'ignore');
}

/** Starts a program; see OsHandles.spawnInheriting. */
export function spawnInheriting(
  command: string,
  args: readonly string[],
  inherited: ReadonlyMap<number, OsHandle>,
  options: SpawnOptions = {},
): ChildProcess {
  const base = Array.isArray(options.stdio) ? (options.stdio as Slot[]) : [];
  return spawn(command, args, { ...options, stdio: stdioInheriting(inherited, base) });
}

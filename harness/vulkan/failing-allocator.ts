import koffi from 'koffi';
import { DriverNotOpened } from './errors';
import { structureLayout } from './layout';
import { allocateHostMemory, type HostMemory, PROCESS_MEMORY } from './native-memory';
import { overwriteMembers } from './structure-overwriter';

/** Where the C library is: the process itself, or the one of its own that Windows has. */
const C_LIBRARIES: readonly (string | null)[] = [null, 'ucrtbase.dll'];

/** A name that no environment has a variable of. */
const ABSENT_VARIABLE = Buffer.from('VKEXTERN_ALLOCATES_NOTHING\0', 'latin1');

/** Allocation callbacks that return null for every allocation. */
export interface FailingAllocator {
  /** Address of the VkAllocationCallbacks, for the `allocator` of a command. */
  readonly callbacks: bigint;
  /** Gives its memory back; no object that was made with it may be left. */
  free(): void;
}

/**
 * Makes allocation callbacks under which every allocation fails.
 *
 * The functions are native ones, since a driver may call them from any thread: `getenv` of a variable
 * that is not set takes its first parameter (`pUserData`), ignores the others and returns null.
 * @throws DriverNotOpened when the C library cannot be found
 */
export function failingAllocator(): FailingAllocator {
  const fail = symbol('getenv');
  const name: HostMemory = allocateHostMemory(ABSENT_VARIABLE.length);
  name.bytes.set(ABSENT_VARIABLE);
  const { size, align } = structureLayout('VkAllocationCallbacks');
  const callbacks = allocateHostMemory(size, align);
  overwriteMembers(PROCESS_MEMORY.at(callbacks.address, size).view, 0, 'VkAllocationCallbacks', {
    pUserData: name.address,
    pfnAllocation: fail,
    pfnReallocation: fail,
    pfnFree: fail,
    pfnInternalAllocation: null,
    pfnInternalFree: null,
  });
  return {
    callbacks: callbacks.address,
    free() {
      callbacks.free();
      name.free();
    },
  };
}

function symbol(name: string): bigint {
  for (const library of C_LIBRARIES) {
    try {
      return koffi.load(library).symbol(name) as bigint;
    } catch {
      // The other library may have it.
    }
  }
  throw new DriverNotOpened(`no C library with ${name} was found`);
}

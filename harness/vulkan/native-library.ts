import koffi from 'koffi';
import { parameterStorages } from './command-plan';
import { DriverNotOpened } from './errors';
import { COMMANDS } from './generated/commands';
import type { EntryPoint, NativeDriver, NativeNumber } from './native-driver';
import { type Storage, scalarCodec } from './scalar-codec';

/** Names that the Vulkan loader, or MoltenVK in its place, goes by. */
const LOADER_NAMES = ['libvulkan.so.1', 'vulkan-1.dll', 'libvulkan.1.dylib', 'libMoltenVK.dylib'];

/** What a driver compiles or links on the calling thread needs more stack than the default of koffi. */
const STACK_SIZE = 8 * 1024 * 1024;

/** The interface between loader and ICD that this binding speaks. */
const ICD_INTERFACE_VERSION = 7;

type Library = ReturnType<typeof koffi.load>;
type ProcAddr = (owner: bigint, name: string) => bigint | null;
type NativeFunction = EntryPoint['call'] & { async: (...values: unknown[]) => void };

// koffi takes a configuration only before it loads its first library, libc for handles included.
koffi.config({ sync_stack_size: STACK_SIZE, async_stack_size: STACK_SIZE });

/** Finds a function in a library, or undefined. */
function procAddr(library: Library, name: string): ProcAddr | undefined {
  try {
    return library.func(name, 'void *', ['void *', 'str']) as unknown as ProcAddr;
  } catch {
    return undefined;
  }
}

/**
 * Opens the Vulkan loader.
 * @param libraryPath a file or library name; by default the names that the loader has on each platform
 * @throws DriverNotOpened when no such library can be loaded, or it exports no vkGetInstanceProcAddr
 */
export function openLoader(libraryPath?: string): NativeDriver {
  const tried: string[] = [];
  for (const name of libraryPath === undefined ? LOADER_NAMES : [libraryPath]) {
    let library: Library;
    try {
      library = koffi.load(name);
    } catch (error) {
      tried.push(`${name}: ${(error as Error).message}`);
      continue;
    }
    const instanceProcAddr = procAddr(library, 'vkGetInstanceProcAddr');
    const deviceProcAddr = procAddr(library, 'vkGetDeviceProcAddr');
    if (instanceProcAddr === undefined || deviceProcAddr === undefined) {
      throw new DriverNotOpened(
        `${name} is not a Vulkan loader: it exports no vkGetInstanceProcAddr; name an ICD as an ICD`,
      );
    }
    return new LibraryDriver(instanceProcAddr, () => deviceProcAddr, library);
  }
  throw new DriverNotOpened(
    `no Vulkan loader could be loaded; install one (libvulkan1) or name its path. Tried ${tried.join('; ')}`,
  );
}

/**
 * Opens a driver itself, without a loader in between: no layers, and no dispatch but the driver's own.
 * @param libraryPath the `library_path` of its manifest
 * @throws DriverNotOpened when the library cannot be loaded, refuses the interface version, or exports no entry points
 */
export function openIcd(libraryPath: string): NativeDriver {
  let library: Library;
  try {
    library = koffi.load(libraryPath);
  } catch (error) {
    throw new DriverNotOpened(`${libraryPath} could not be loaded: ${(error as Error).message}`);
  }
  negotiate(library, libraryPath);
  const instanceProcAddr =
    procAddr(library, 'vk_icdGetInstanceProcAddr') ?? procAddr(library, 'vkGetInstanceProcAddr');
  if (instanceProcAddr === undefined) {
    throw new DriverNotOpened(
      `${libraryPath} is not a Vulkan driver: it exports no vk_icdGetInstanceProcAddr`,
    );
  }
  const physicalProcAddr = procAddr(library, 'vk_icdGetPhysicalDeviceProcAddr');
  const lookUp: ProcAddr = (instance, name) => {
    const found = instanceProcAddr(instance, name);
    return found !== null || instance === 0n ? found : (physicalProcAddr?.(instance, name) ?? null);
  };
  const decoded = new Map<bigint, ProcAddr>();
  const deviceProcAddr = (instance: bigint): ProcAddr | undefined => {
    const pointer = lookUp(instance, 'vkGetDeviceProcAddr');
    if (pointer === null) return undefined;
    let made = decoded.get(pointer);
    if (made === undefined) {
      made = koffi.decode(pointer, koffi.proto('void *', ['void *', 'str'])) as ProcAddr;
      decoded.set(pointer, made);
    }
    return made;
  };
  return new LibraryDriver(lookUp, deviceProcAddr, library);
}

/** Agrees on an interface version with an ICD that knows of versions at all. */
function negotiate(library: Library, libraryPath: string): void {
  let negotiateVersion: (version: number[]) => number;
  try {
    negotiateVersion = library.func('vk_icdNegotiateLoaderICDInterfaceVersion', 'int', [
      koffi.inout(koffi.pointer('uint32_t')),
    ]) as unknown as typeof negotiateVersion;
  } catch {
    return;
  }
  const result = negotiateVersion([ICD_INTERFACE_VERSION]);
  if (result !== 0) {
    throw new DriverNotOpened(
      `${libraryPath} refuses loader interface version ${ICD_INTERFACE_VERSION} (VkResult ${result})`,
    );
  }
}

/** A driver in a shared library. Entry points are decoded once for each address. */
class LibraryDriver implements NativeDriver {
  readonly #entryPoints = new Map<string, EntryPoint>();

  constructor(
    readonly instanceProcAddr: ProcAddr,
    readonly deviceProcAddr: (instance: bigint) => ProcAddr | undefined,
    /** Held so that the library stays loaded. */
    readonly library: Library,
  ) {}

  instanceEntryPoint(instance: bigint, name: string): EntryPoint | null {
    return this.#entryPoint(this.instanceProcAddr(instance, name), name);
  }

  deviceEntryPoint(device: bigint, name: string, instance: bigint): EntryPoint | null {
    const lookUp = this.deviceProcAddr(instance);
    return lookUp === undefined ? null : this.#entryPoint(lookUp(device, name), name);
  }

  #entryPoint(pointer: bigint | null, name: string): EntryPoint | null {
    if (pointer === null) return null;
    const key = `${name} ${pointer}`;
    let made = this.#entryPoints.get(key);
    if (made === undefined) {
      made = nativeEntryPoint(pointer, name);
      this.#entryPoints.set(key, made);
    }
    return made;
  }
}

const C_TYPES: Readonly<Record<Storage, string>> = {
  u8: 'uint8_t',
  i8: 'int8_t',
  u16: 'uint16_t',
  i16: 'int16_t',
  u32: 'uint32_t',
  i32: 'int32_t',
  f32: 'float',
  f64: 'double',
  u64: 'uint64_t',
  i64: 'int64_t',
  pointer: 'void *',
};

const prototypes = new Map<string, ReturnType<typeof koffi.proto>>();

function nativeEntryPoint(pointer: bigint, name: string): EntryPoint {
  const returns = COMMANDS[name]?.returns ?? 'void';
  const returned = returns === 'void' ? 'void' : C_TYPES[scalarCodec(returns, true).storage];
  const parameters = parameterStorages(name).map((storage) => C_TYPES[storage]);
  const key = [returned, ...parameters].join();
  let prototype = prototypes.get(key);
  if (prototype === undefined) {
    prototype = koffi.proto(returned, parameters);
    prototypes.set(key, prototype);
  }
  const native = koffi.decode(pointer, prototype) as NativeFunction;
  return {
    call: native,
    callAsync: (...values: NativeNumber[]) =>
      new Promise((resolve, reject) => {
        native.async(...values, (error: Error | null, result: NativeNumber | null | undefined) => {
          if (error) reject(error);
          else resolve(result);
        });
      }),
  };
}

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { z } from 'zod';

/**
 * What an ICD manifest says of a driver. The format is that of the Vulkan loader's driver manifests, described in
 * LoaderDriverInterface.md of Vulkan-Loader.
 */
export interface DriverManifest {
  /** Absolute path of the manifest. */
  readonly file: string;
  /** What to hand to the dynamic linker: an absolute path, or a bare name that it searches for itself. */
  readonly libraryPath: string;
  /** The Vulkan version that the manifest states, such as `1.4.305`. The driver's own answer is what counts. */
  readonly apiVersion: string;
  readonly fileFormatVersion: string;
  /** Bits of the processes that the driver is for, where stated. */
  readonly libraryArch: '32' | '64' | null;
  /** The loader hides such a driver from an instance that does not enable VK_KHR_portability_enumeration. */
  readonly isPortabilityDriver: boolean;
}

/** A manifest that the loader would not load a driver from, and why, in words for the user. */
export interface ManifestProblem {
  readonly file: string;
  readonly problem: string;
  /** True when nothing is wrong with it, but its driver is for processes of another architecture. */
  readonly otherArchitecture: boolean;
  /** True when nothing is wrong with it, but the library that it names is not there or cannot be read. */
  readonly noLibrary: boolean;
}

/** A manifest named by the user that cannot be used. The message is one line that names the file and the rule. */
export class InvalidManifest extends Error {
  override readonly name: string = 'InvalidManifest';
}

/** The manifest is as it should be, but the library that it names can't be loaded on this machine. */
export class UnusableLibrary extends InvalidManifest {
  override readonly name = 'UnusableLibrary';
}

const version = z
  .string()
  .regex(/^\d+(\.\d+){1,3}$/, 'must be a version such as "1.3.230"')
  // A fourth number in front is the variant; Vulkan itself is variant 0, others are other interfaces.
  .refine(
    (text) => text.split('.').length < 4 || text.startsWith('0.'),
    'must have the variant 0, which is Vulkan',
  );

const manifestFormat = z.object({
  file_format_version: z.string().min(1),
  ICD: z.object({
    library_path: z.string().min(1),
    api_version: version,
    library_arch: z.enum(['32', '64']).nullish(),
    is_portability_driver: z.boolean().nullish(),
  }),
});

/**
 * Reads a manifest as the loader does: a library path with a folder in it is relative to the manifest, one without
 * is left to the dynamic linker.
 *
 * @returns the manifest, or what is wrong with it. Never throws.
 */
export function parseManifest(file: string): DriverManifest | ManifestProblem {
  const path = resolve(file);
  const reject = (problem: string) => ({
    file: path,
    problem,
    otherArchitecture: false,
    noLibrary: false,
  });
  const rejectArchitecture = (problem: string) => ({ ...reject(problem), otherArchitecture: true });
  let json: unknown;
  try {
    const text = readFileSync(path, 'utf8');
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return reject(whyUnreadable(error as NodeJS.ErrnoException));
  }
  const parsed = manifestFormat.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') || 'the manifest';
    return reject(`${field}: ${issue?.message ?? 'not in the manifest format'}`);
  }
  const { file_format_version, ICD } = parsed.data;
  const bits = is64Bit() ? '64' : '32';
  if (ICD.library_arch != null && ICD.library_arch !== bits) {
    return rejectArchitecture(
      `its driver is for ${ICD.library_arch}-bit processes and this one is ${bits}-bit`,
    );
  }
  const hasFolder = ICD.library_path.includes('/') || ICD.library_path.includes(sep);
  const libraryPath =
    hasFolder && !isAbsolute(ICD.library_path) ? resolve(dirname(path), ICD.library_path) : ICD.library_path;
  if (hasFolder) {
    const read = readMachine(libraryPath);
    if ('unreadable' in read)
      return { ...reject(whyNoLibrary(read.unreadable, libraryPath)), noLibrary: true };
    const { machine } = read;
    if (machine !== null && machine !== process.arch) {
      return rejectArchitecture(
        `its driver is for ${machine} and this process is ${process.arch}: ${libraryPath}`,
      );
    }
  } else if (bits === '64' && /\.i[3-6]86\.json$/.test(path)) {
    return rejectArchitecture('its driver is for 32-bit processes, going by the name of the manifest');
  }
  return {
    file: path,
    libraryPath,
    apiVersion: ICD.api_version,
    fileFormatVersion: file_format_version,
    libraryArch: ICD.library_arch ?? null,
    isPortabilityDriver: ICD.is_portability_driver ?? false,
  };
}

/**
 * Reads the manifest that the user named.
 *
 * @throws InvalidManifest when no driver can be loaded from it; UnusableLibrary where only the library is to blame.
 */
export function readManifest(file: string): DriverManifest {
  const parsed = parseManifest(file);
  if (!('problem' in parsed)) return parsed;
  if (parsed.noLibrary || parsed.otherArchitecture)
    throw new UnusableLibrary(`${parsed.file} gives no driver on this machine: ${parsed.problem}`);
  throw new InvalidManifest(`${parsed.file} is no usable ICD manifest: ${parsed.problem}`);
}

function whyUnreadable(error: NodeJS.ErrnoException): string {
  if (error instanceof SyntaxError) return 'it is not JSON';
  if (error.code === 'ENOENT') return 'there is no such file';
  if (error.code === 'EISDIR') return 'it is a folder; name the .json file in it';
  return `it cannot be read (${error.code ?? error.message})`;
}

function is64Bit(): boolean {
  return !['ia32', 'arm', 'mips', 'mipsel', 'ppc', 's390'].includes(process.arch);
}

/** Names that Node.js gives the architectures, by their e_machine numbers in ELF. */
const elfMachines: Partial<Record<number, NodeJS.Architecture>> = {
  3: 'ia32',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  62: 'x64',
  183: 'arm64',
  243: 'riscv64',
  258: 'loong64',
};

/** The same by their machine numbers in PE, the format of Windows. */
const peMachines: Partial<Record<number, NodeJS.Architecture>> = {
  332: 'ia32',
  452: 'arm',
  34404: 'x64',
  43620: 'arm64',
};

/**
 * The architecture that a library is for, as far as its first bytes tell.
 *
 * @returns the name that Node.js has for it, or one like `ELF machine 8`; null for a file that is no ELF or PE library,
 * which is left to the dynamic linker, whose word is final; the code of the error where the file cannot be read.
 */
export function readMachine(library: string): { machine: string | null } | { unreadable: string } {
  const header = Buffer.alloc(peHeadersEnd);
  try {
    const descriptor = openSync(library, 'r');
    try {
      readSync(descriptor, header, 0, header.length, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { unreadable: (error as NodeJS.ErrnoException).code ?? 'unknown error' };
  }
  if (header.toString('latin1', 0, 2) === 'MZ') return { machine: peMachine(header) };
  if (header.toString('latin1', 0, 4) !== '\x7fELF') return { machine: null };
  const littleEndian = header[5] === 1;
  const machine = littleEndian ? header.readUInt16LE(18) : header.readUInt16BE(18);
  return { machine: elfMachines[machine] ?? `ELF machine ${machine}` };
}

/** Enough for the headers of any PE file that a linker makes. */
const peHeadersEnd = 1024;

function peMachine(header: Buffer): string | null {
  const at = header.readUInt32LE(60);
  if (at + 6 > header.length || header.toString('latin1', at, at + 4) !== 'PE\0\0') return null;
  const machine = header.readUInt16LE(at + 4);
  return peMachines[machine] ?? `PE machine ${machine}`;
}

function whyNoLibrary(code: string, library: string): string {
  return code === 'ENOENT'
    ? `the library it names does not exist: ${library}`
    : `the library it names cannot be read (${code}): ${library}`;
}

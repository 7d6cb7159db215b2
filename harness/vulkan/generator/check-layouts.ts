import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { enumerationValues } from '../enumerations';
import { ENUMERATIONS } from '../generated/enumerations';
import * as registry from '../generated/registry';
import { STRUCTURES } from '../generated/structures';

const USAGE = 'usage: npm run check:layouts -- INCLUDE_DIR [--cc COMPILER] [--win32]';

/** Debian's package gcc-mingw-w64-x86-64-win32. */
const windowsCompiler = 'x86_64-w64-mingw32-gcc-win32';

/** The few types that vulkan_win32.h takes from Windows, with the sizes that they have there, for other compilers. */
const WINDOWS_TYPES = `
#include <stdint.h>
typedef void *HANDLE, *HINSTANCE, *HWND, *HMONITOR;
typedef uint32_t DWORD;
typedef const uint16_t *LPCWSTR;
typedef struct SECURITY_ATTRIBUTES SECURITY_ATTRIBUTES;
`;

/** What the binding and the handles take for granted of Windows itself. */
const ofWindows: Readonly<Record<string, bigint>> = {
  'sizeof(HANDLE)': 8n,
  'sizeof(DWORD)': 4n,
  'sizeof(LPCWSTR)': 8n,
  'sizeof(WCHAR)': 2n,
  'sizeof(SECURITY_ATTRIBUTES)': 24n,
  'offsetof(SECURITY_ATTRIBUTES, nLength)': 0n,
  'offsetof(SECURITY_ATTRIBUTES, lpSecurityDescriptor)': 8n,
  'offsetof(SECURITY_ATTRIBUTES, bInheritHandle)': 16n,
  'sizeof(MEMORY_BASIC_INFORMATION)': 48n,
  'offsetof(MEMORY_BASIC_INFORMATION, AllocationBase)': 8n,
  'offsetof(MEMORY_BASIC_INFORMATION, RegionSize)': 24n,
  'offsetof(MEMORY_BASIC_INFORMATION, State)': 32n,
  'offsetof(MEMORY_BASIC_INFORMATION, Protect)': 36n,
  'offsetof(MEMORY_BASIC_INFORMATION, Type)': 40n,
  'sizeof(SYSTEM_INFO)': 48n,
  'offsetof(SYSTEM_INFO, dwPageSize)': 4n,
};

/** Each C expression with the value that the generated tables give it. */
function expectations(win32: boolean): Map<string, bigint> {
  const expected = new Map<string, bigint>(win32 ? Object.entries(ofWindows) : []);
  for (const [name, { size, align, members }] of Object.entries(STRUCTURES)) {
    expected.set(`sizeof(${name})`, BigInt(size));
    expected.set(`_Alignof(${name})`, BigInt(align));
    for (const [member, offset] of members) expected.set(`offsetof(${name}, ${member})`, BigInt(offset));
  }
  for (const enumeration of Object.keys(ENUMERATIONS)) {
    for (const [name, value] of enumerationValues(enumeration))
      expected.set(name, BigInt.asUintN(64, BigInt(value)));
  }
  for (const [name, value] of Object.entries(registry)) {
    if (typeof value === 'number' || typeof value === 'bigint') expected.set(name, BigInt(value));
  }
  return expected;
}

/**
 * What a C compiler makes of each expression. It is read from the assembly, in which each stands as a line of its own: a
 * program for another system can't be run.
 */
function compiled(
  expressions: readonly string[],
  includeFolder: string,
  compiler: string,
  win32: boolean,
): Map<string, bigint> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vkextern-layouts-'));
  try {
    const lines = expressions.map((expression, index) => `  print(${index}, ${expression})`);
    const source = [
      '#include <stddef.h>',
      '#define VK_ENABLE_BETA_EXTENSIONS',
      '#define VK_USE_PLATFORM_WIN32_KHR',
      '#include <vulkan/vulkan.h>',
      '#define print(index, value) \\',
      '  __asm__ volatile("\\n#= " #index " %c0 %c1 %c2\\n" : : PART(value, 48), PART(value, 24), PART(value, 0));',
      // In three parts, because an operand of this kind has 31 bits.
      '#define PART(value, shift) "i"((int)((unsigned long long)(value) >> shift & 0xffffff))',
      `void layouts(void) {\n${lines.join('\n')}\n}\n`,
    ].join('\n');
    const sourcePath = path.join(folder, 'layouts.c');
    const assembly = path.join(folder, 'layouts.s');
    if (!win32) writeFileSync(path.join(folder, 'windows.h'), WINDOWS_TYPES);
    writeFileSync(sourcePath, source);
    // Optimised, since flags of 64 bits are variables in the headers.
    const options = ['-std=c11', '-w', '-O1', '-fmax-errors=3', '-S', '-I', folder, '-I', includeFolder];
    execFileSync(compiler, [...options, '-o', assembly, sourcePath]);
    const values = readFileSync(assembly, 'latin1').matchAll(/^#= (\d+) (\d+) (\d+) (\d+)$/gm);
    return new Map(
      [...values].map(([, index, ...parts]) => [
        expressions[Number(index)] ?? '',
        parts.reduce((value, part) => (value << 24n) + BigInt(part), 0n),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compares the generated tables with what a C compiler reads from the headers; returns the exit code. */
function main(parameters: readonly string[]): number {
  const win32 = parameters.includes('--win32');
  const [includeFolder, option, named, ...rest] = parameters.filter((one) => one !== '--win32');
  if (includeFolder === undefined || (option !== undefined && option !== '--cc') || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const compiler = named ?? (win32 ? windowsCompiler : 'gcc');
  const expected = expectations(win32);
  const found = compiled([...expected.keys()], includeFolder, compiler, win32);
  const differing = [...expected].filter(([expression, value]) => found.get(expression) !== value);
  for (const [expression, value] of differing) {
    console.error(`${expression}: generated ${value}, compiled ${found.get(expression) ?? 'nothing'}`);
  }
  const members = Object.values(STRUCTURES).reduce((sum, layout) => sum + layout.members.length, 0);
  const structures = Object.keys(STRUCTURES).length;
  const constants = expected.size - 2 * structures - members - (win32 ? Object.keys(ofWindows).length : 0);
  console.log(
    `${structures} structures, ${members} members, ${constants} constants compared, ${differing.length} differ`,
  );
  return differing.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`check:layouts: ${(error as Error).message}`);
  process.exitCode = 1;
}

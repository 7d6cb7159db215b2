import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { enumerationValues } from '../enumerations';
import { ENUMERATIONS } from '../generated/enumerations';
import * as registry from '../generated/registry';
import { STRUCTURES } from '../generated/structures';

const USAGE = 'usage: npm run check:layouts -- INCLUDE_DIR [--cc COMPILER]';

/** The few types that vulkan_win32.h takes from Windows, with the sizes that they have there. */
const WINDOWS_TYPES = `
#include <stdint.h>
typedef void *HANDLE, *HINSTANCE, *HWND, *HMONITOR;
typedef uint32_t DWORD;
typedef const uint16_t *LPCWSTR;
typedef struct SECURITY_ATTRIBUTES SECURITY_ATTRIBUTES;
`;

/** Each C expression with the value that the generated tables give it. */
function expectations(): Map<string, bigint> {
  const expected = new Map<string, bigint>();
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

/** What a C compiler makes of each expression. */
function compiled(
  expressions: readonly string[],
  includeFolder: string,
  compiler: string,
): Map<string, bigint> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vkextern-layouts-'));
  try {
    const lines = expressions.map(
      (expression) => `  print("${expression}", (unsigned long long)(${expression}));`,
    );
    const source = [
      '#include <stddef.h>',
      '#include <stdio.h>',
      '#define VK_ENABLE_BETA_EXTENSIONS',
      '#define VK_USE_PLATFORM_WIN32_KHR',
      '#include <vulkan/vulkan.h>',
      'static void print(const char *text, unsigned long long value) { printf("%s=%llu\\n", text, value); }',
      `int main(void) {\n${lines.join('\n')}\n  return 0;\n}\n`,
    ].join('\n');
    const sourcePath = path.join(folder, 'layouts.c');
    const program = path.join(folder, 'layouts.exe');
    writeFileSync(path.join(folder, 'windows.h'), WINDOWS_TYPES);
    writeFileSync(sourcePath, source);
    execFileSync(compiler, ['-std=c11', '-w', '-I', folder, '-I', includeFolder, '-o', program, sourcePath]);
    const output = execFileSync(program, { encoding: 'utf8', maxBuffer: 2 ** 26 });
    return new Map(
      output.split('\n').flatMap((line) => {
        const at = line.lastIndexOf('=');
        return at < 0 ? [] : [[line.slice(0, at), BigInt(line.slice(at + 1))] as const];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compares the generated tables with what a C compiler reads from the headers; returns the exit code. */
function main(parameters: readonly string[]): number {
  const [includeFolder, option, compiler = 'gcc', ...rest] = parameters;
  if (includeFolder === undefined || (option !== undefined && option !== '--cc') || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const expected = expectations();
  const found = compiled([...expected.keys()], includeFolder, compiler);
  const differing = [...expected].filter(([expression, value]) => found.get(expression) !== value);
  for (const [expression, value] of differing) {
    console.error(`${expression}: generated ${value}, compiled ${found.get(expression) ?? 'nothing'}`);
  }
  const members = Object.values(STRUCTURES).reduce((sum, layout) => sum + layout.members.length, 0);
  const structures = Object.keys(STRUCTURES).length;
  const constants = expected.size - 2 * structures - members;
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

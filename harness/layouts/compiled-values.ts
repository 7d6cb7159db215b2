import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Debian's package gcc-mingw-w64-x86-64-win32. */
export const windowsCompiler = 'x86_64-w64-mingw32-gcc-win32';

export interface Compilation {
  readonly compiler: string;
  /** Lines in front of the code. */
  readonly prelude: readonly string[];
  /** Folders for headers, before those of the compiler. */
  readonly includeFolders: readonly string[];
  /** Headers of our own, by name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What a C compiler makes of each expression. It is read from the assembly, in which each stands as a line of its own: a
 * program for another system can't be run. Throws an Error where it refuses the code.
 */
export function compiledValues(
  expressions: readonly string[],
  compilation: Compilation,
): ReadonlyMap<string, bigint> {
  const code = [
    '#define print(index, value) \\',
    '  __asm__ volatile("\\n#= " #index " %c0 %c1 %c2\\n" : : PART(value, 48), PART(value, 24), PART(value, 0));',
    // In three parts, because an operand of this kind has 31 bits.
    '#define PART(value, shift) "i"((int)((unsigned long long)(value) >> shift & 0xffffff))',
    'void layouts(void) {',
    ...expressions.map((expression, index) => `  print(${index}, ${expression})`),
    '}',
  ];
  // Optimised, since flags of 64 bits and identifiers are variables in the headers.
  const assembly = compile(code, compilation, ['-w', '-O1', '-fmax-errors=3']);
  const values = assembly.matchAll(/^#= (\d+) (\d+) (\d+) (\d+)$/gm);
  return new Map(
    [...values].map(([, index, ...parts]) => [
      expressions[Number(index)] ?? '',
      parts.reduce((value, part) => (value << 24n) + BigInt(part), 0n),
    ]),
  );
}

/** The assembly of a translation unit. Throws an Error where the compiler refuses it. */
export function compile(
  code: readonly string[],
  { compiler, prelude, includeFolders, headers = {} }: Compilation,
  options: readonly string[],
): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'vkextern-layouts-'));
  try {
    const [source, assembly] = ['layouts.c', 'layouts.s'].map((name) => path.join(folder, name)) as [
      string,
      string,
    ];
    for (const [name, text] of Object.entries(headers)) writeFileSync(path.join(folder, name), text);
    writeFileSync(source, [...prelude, ...code, ''].join('\n'));
    const folders = [folder, ...includeFolders].flatMap((one) => ['-I', one]);
    execFileSync(compiler, ['-std=c11', ...options, '-S', ...folders, '-o', assembly, source], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return readFileSync(assembly, 'latin1');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

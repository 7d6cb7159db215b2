import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCacheFolder } from '../../fixtures/real-drivers/archive-cache';

/** Where a program is written, and what it is compiled with. */
export interface ProgramFiles {
  /** The file in C, as the user named it. */
  readonly source: string;
  /** The folder that has `vulkan/vulkan.h`; null where the compiler finds it by itself, undefined where it is unknown. */
  readonly headers: string | null | undefined;
}

const marker = 'vulkan/vulkan_core.h';

/** Where the Vulkan headers of this machine are: those that were fetched before, or its own. */
export function knownHeaders(): string | null | undefined {
  const fetched = join(defaultCacheFolder(), 'real-drivers/vulkan-registry/root/usr/include');
  if (existsSync(join(fetched, marker))) return fetched;
  return existsSync(join('/usr/include', marker)) ? null : undefined;
}

/** The lines of a comment that say how to compile. */
export function compileLines({ source, headers }: ProgramFiles): readonly string[] {
  const include =
    headers === null ? [] : ['-I', headers === undefined ? 'INCLUDE_FOLDER' : shellWord(headers)];
  const language = source.endsWith('.c') ? [] : ['-x', 'c'];
  const words = ['cc', '-Wall', '-Werror', ...include, ...language, shellWord(source), '-o'];
  return [
    `Compile: ${[...words, shellWord(programOf(source))].join(' ')}`,
    ...(headers === undefined
      ? [
          '         INCLUDE_FOLDER has vulkan/vulkan.h: vkextern fetch vulkan-registry gets it, and says where it is.',
        ]
      : []),
  ];
}

/** The program, as it is started. */
export function startOf({ source }: ProgramFiles): string {
  const program = programOf(source);
  return shellWord(program.includes('/') ? program : `./${program}`);
}

function programOf(source: string): string {
  return source.endsWith('.c') ? source.slice(0, -2) : `${source}.program`;
}

/** A word as a shell takes it. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

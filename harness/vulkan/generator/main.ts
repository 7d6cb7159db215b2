import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedFiles } from './generated-files';
import { parseRegistry } from './registry';

const USAGE = 'usage: npm run generate -- PATH_OF_vk.xml [--check]';

/** Where the generated files are committed, as seen from the project's root. */
const GENERATED = path.join('harness', 'vulkan', 'generated');

/** Writes the generated files, or compares them with what is there; returns the exit code. */
function main(parameters: readonly string[]): number {
  const check = parameters.includes('--check');
  const [registryPath, ...rest] = parameters.filter((parameter) => parameter !== '--check');
  if (registryPath === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const registry = parseRegistry(readFileSync(registryPath, 'utf8'));
  const files = generatedFiles(registry);
  mkdirSync(GENERATED, { recursive: true });
  const existing = readdirSync(GENERATED);
  const stale = existing.filter((name) => !files.has(name));
  const changed = [...files].filter(
    ([name, text]) => !existing.includes(name) || readFileSync(path.join(GENERATED, name), 'utf8') !== text,
  );
  const differing = [...stale, ...changed.map(([name]) => name)];
  if (check) {
    for (const name of differing)
      console.error(`${path.join(GENERATED, name)} differs from what ${registryPath} gives`);
    if (differing.length > 0) console.error(`run: npm run generate -- ${registryPath}`);
    return differing.length > 0 ? 1 : 0;
  }
  for (const name of stale) rmSync(path.join(GENERATED, name));
  for (const [name, text] of changed) writeFileSync(path.join(GENERATED, name), text);
  console.log(`registry ${registry.version}: ${files.size} files, ${differing.length} changed`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`generate: ${(error as Error).message}`);
  process.exitCode = 1;
}

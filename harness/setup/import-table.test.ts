import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';

const project = resolve(__dirname, '../../..');

/** A row of the table in CONTRIBUTING.md. */
interface Row {
  readonly folder: string;
  /** Folders that it may import, and whether that is for their types alone. */
  readonly imports: readonly { readonly folder: string; readonly typesOnly: boolean }[];
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

function readTable(): readonly Row[] {
  const text = readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8');
  return [...text.matchAll(/^\| `([\w/-]+)\/` \|[^|]*\| ([^|]*) \|$/gm)].map(
    ([, folder = '', allowed = '']) => ({
      folder,
      imports: [...allowed.matchAll(/`([\w/-]+)`( \(types\))?/g)].map(([, name = '', types]) => ({
        folder: name,
        typesOnly: types !== undefined,
      })),
    }),
  );
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => posix.join(folder, name.split(sep).join('/')));
}

/** What a file imports of the project, whichever way: statically, as a type, or when it is needed. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(project, file), 'utf8');
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^;']*from\s+'(\.[^']*)'/gm),
    ...text.matchAll(/\b(?:import|require)\(\s*(type\s)?'(\.[^']*)'/g),
    ...text.matchAll(/^import\s+(type\s)?'(\.[^']*)'/gm),
  ];
  return found.map(([, type, target = '']) => ({
    from: file,
    to: posix.join(dirname(file), target),
    typesOnly: type !== undefined,
  }));
}

const table = readTable();
const imports = ['suites', 'harness', 'fixtures'].flatMap(sources).flatMap(importsOf);

/** The row with the longest folder that holds the path. */
function rowOf(path: string): Row | undefined {
  const rows = table.filter(({ folder }) => path === folder || path.startsWith(`${folder}/`));
  return rows.sort((one, other) => other.folder.length - one.folder.length)[0];
}

/** What any self-test may import. */
const forSelfTests = ['fixtures/misbehaving-driver', 'fixtures/wine', 'harness/results/self-test'];

function isAllowed({ from, to, typesOnly }: Import): boolean {
  const own = rowOf(from);
  const target = rowOf(to)?.folder;
  if (own === undefined || target === undefined) return false;
  if (target === own.folder) return true;
  if (/\.test\.ts$/.test(from) && forSelfTests.includes(target)) return true;
  return own.imports.some((one) => one.folder === target && (typesOnly || !one.typesOnly));
}

test('every import is one that the table allows', () => {
  const within = imports.filter(({ to }) => /^(suites|harness|fixtures)\//.test(to));
  expect(within.length).toBeGreaterThan(500);
  const wrong = within.filter((one) => !isAllowed(one));
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('every folder with sources has a row, and the table names no other', () => {
  const without = ['suites', 'harness', 'fixtures']
    .flatMap(sources)
    .filter((file) => rowOf(file) === undefined);
  expect(without).toEqual([]);
  const named = table.flatMap(({ folder, imports: allowed }) => [
    folder,
    ...allowed.map((one) => one.folder),
  ]);
  expect(named.filter((folder) => sources(folder).length === 0)).toEqual([]);
  expect(named.filter((folder) => rowOf(folder)?.folder !== folder)).toEqual([]);
});

test('what the table allows has no cycle', () => {
  const left = new Map(
    table.map(({ folder, imports: allowed }) => [folder, allowed.map((one) => one.folder)]),
  );
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [folder, allowed] of left) {
      if (!allowed.some((one) => left.has(one))) left.delete(folder);
    }
  }
  expect([...left.keys()]).toEqual([]);
});

test('an import against the table is seen', () => {
  const importing = (from: string, to: string, typesOnly = false) => isAllowed({ from, to, typesOnly });
  expect(importing('harness/results/journal.ts', 'harness/runner/run')).toBe(false);
  expect(importing('harness/results/journal.ts', 'harness/drivers/driver')).toBe(false);
  expect(importing('harness/results/journal.ts', 'harness/drivers/driver', true)).toBe(true);
  expect(importing('suites/fence/import.suite.ts', 'harness/vulkan', true)).toBe(false);
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(__dirname, '../../..');
const folder = join(root, 'docs', 'ci');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

/** What CI systems set, and what the files set themselves. */
const environment = {
  CI_NODE_INDEX: '1',
  CI_NODE_TOTAL: '4',
  CI_JOB_URL: 'https://ci.example/jobs/1',
  GITHUB_RUN_ID: '77',
  GITHUB_SERVER_URL: 'https://ci.example',
  GITHUB_REPOSITORY: 'group/project',
  GITHUB_STEP_SUMMARY: 'summary.md',
  DRIVER: 'Mesa',
  VERSION: '26.1',
  JOBS: '2',
  SHARD: '1',
};

/** Every text in a document, at any depth. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (node === null || typeof node !== 'object') return [];
  return Object.values(node).flatMap(textsIn);
}

/** The arguments of each call of the command in a text, as a shell makes words of them. */
function callsIn(text: string): readonly (readonly string[])[] {
  return text.split('\n').flatMap((line) => {
    const [, written] = /\bnpx vkextern\b(.*?)(?:\|\||&&|>|$)/.exec(line) ?? [];
    if (written === undefined) return [];
    const { status, stdout } = spawnSync('sh', ['-ufc', `printf '%s\\n' ${written}`], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment },
    });
    expect([line, status]).toEqual([line, 0]);
    return [stdout.trimEnd().split('\n')];
  });
}

/** The command that each line names, or what is wrong with it, by the definition that `vkextern` itself has. */
function answersTo(calls: readonly (readonly string[])[]): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, 'self-test', 'parse-command-lines.js')],
    { encoding: 'utf8', input: JSON.stringify(calls), env: { ...process.env, ...environment } },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout) as readonly string[];
}

test('there is a file for each system', () => {
  expect([...files].sort()).toEqual([
    'github-actions-windows.yml',
    'github-actions.yml',
    'gitlab-ci-windows.yml',
    'gitlab-ci.yml',
    'lava-test.yaml',
  ]);
});

test.each(files)('%s is YAML, and its command lines are ones that there are', (name) => {
  const document: unknown = parse(readFileSync(join(folder, name), 'utf8'));
  const calls = textsIn(document).flatMap(callsIn);
  expect(calls.length).toBeGreaterThan(1);
  const named = answersTo(calls).map((answer, at) => [calls[at]?.join(' '), answer.split(/[, ]/)[0]]);
  expect(named).toEqual(calls.map((words) => [words.join(' '), words[0]]));
});

test('a command line that is none is told', () => {
  const faults = answersTo([
    ['run', '--no-refernce'],
    ['report', 'x', '--formt', 'html'],
    ['judge', 'x', '--flakes', 'odd'],
  ]);
  expect(faults).toEqual([
    expect.stringMatching(/Unknown argument/),
    expect.stringMatching(/Unknown argument/),
    expect.stringMatching(/Invalid values/),
  ]);
});

test('GitLab: as many jobs as shards, and what merge reads is what they keep', () => {
  const { vkextern, 'vkextern judge': judge } = parse(readFileSync(join(folder, 'gitlab-ci.yml'), 'utf8'));
  expect(vkextern.parallel).toBeGreaterThan(1);
  expect(vkextern.artifacts).toEqual({ when: 'always', paths: ['shards/'] });
  expect(judge.artifacts.reports.junit).toBe('judged/*/junit.xml');
  expect(judge.needs).toEqual(['vkextern']);
});

test('GitLab: a red verdict keeps neither the page nor the reports from being written', () => {
  const { 'vkextern judge': judge } = parse(readFileSync(join(folder, 'gitlab-ci.yml'), 'utf8'));
  expect(judge.when).toBe('always');
  expect(judge.script.at(-1)).toMatch(/vkextern judge .*--reports judged$/); // the page with them
  expect(judge.artifacts.when).toBe('always');
});

test('GitHub: nor does it there, and a job that is run again brings its own', () => {
  const { jobs } = parse(readFileSync(join(folder, 'github-actions.yml'), 'utf8'));
  const steps = jobs.judge.steps as { run?: string; if?: string; uses?: string }[];
  const behind = steps.slice(steps.findIndex(({ run = '' }) => run.includes('vkextern judge')) + 1);
  expect(behind.map((step) => step.if)).toEqual([expect.stringContaining('!cancelled()')]);
  const uploads = [...jobs.run.steps, ...steps].filter(({ uses = '' }) => uses.startsWith('actions/upload-'));
  expect(uploads.map((step) => step.with.overwrite)).toEqual([true, true]);
});

test('of each command only the exit code for unexpected outcomes is let pass', () => {
  for (const name of files) {
    const lines = textsIn(parse(readFileSync(join(folder, name), 'utf8'))).flatMap((text) =>
      text.split('\n'),
    );
    for (const line of lines.filter((one) => one.includes('||')))
      expect(line).toMatch(/vkextern (run|merge) .* \|\| test \$\? -eq 1$/);
  }
});

test('Windows: nothing takes a POSIX shell, and a red verdict keeps the page', () => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const github = parse(read('github-actions-windows.yml'));
  const gitlab = parse(read('gitlab-ci-windows.yml'))['vkextern on Windows'];
  for (const text of [...textsIn(github), ...textsIn(gitlab)]) {
    if (text.includes('npx')) expect(text).not.toMatch(/\$[A-Z(]|\|\||&&|['`\\]/);
  }
  expect(github.defaults.run.shell).toBe('cmd');
  // A value may have blanks.
  expect(textsIn(github).flatMap((text) => text.match(/(?<!")%\w+%(?!")/g) ?? [])).toEqual([]);
  expect(github.jobs.driver.steps.at(-1).if).toContain('!cancelled()');
  expect(gitlab.artifacts.when).toBe('always');
});

test('GitHub: the shards of the matrix are those of the command', () => {
  const { jobs } = parse(readFileSync(join(folder, 'github-actions.yml'), 'utf8'));
  const { shard } = jobs.run.strategy.matrix;
  expect(shard).toEqual([1, 2, 3, 4]);
  const run = textsIn(jobs.run).find((text) => text.includes('--shard'));
  expect(run).toContain(`--shard "$SHARD/${shard.length}"`);
});

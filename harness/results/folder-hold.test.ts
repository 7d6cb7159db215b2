import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderHold, ownerInGuest, requireFree, requireTakeable } from './folder-hold';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-hold-'));
  lock = join(folder, 'run.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

type Owner = Record<'pid' | 'begun' | 'place' | 'host', string | number>;

/** Leaves the lock of another process. */
function lockOf(edit: (owner: Owner) => void, ageMs = 0): void {
  rmSync(lock, { force: true });
  const hold = new FolderHold(folder);
  const owner = JSON.parse(readFileSync(lock, 'utf8')) as Owner;
  hold.release();
  edit(owner);
  writeFileSync(lock, JSON.stringify({ ...owner, seen: new Date(Date.now() - ageMs).toISOString() }));
}

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('close', resolve));
  return child.pid ?? 0;
}

const day = 86_400_000;

test('a folder is held until it is let go', () => {
  const hold = new FolderHold(folder);
  expect(() => new FolderHold(folder)).toThrow(`in use by a run that goes on, process ${process.pid}: wait`);
  hold.release();
  new FolderHold(folder).release();
  expect(existsSync(lock)).toBe(false);
});

test('a process that is dead holds nothing, however fresh its lock is', async () => {
  const pid = await deadProcess();
  lockOf((owner) => {
    owner.pid = pid;
  });
  expect(() => requireFree(folder)).not.toThrow();
  new FolderHold(folder).release();
});

test('nor does one that was killed and that nobody has reaped', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (text) => resolve(Number(text))),
    );
    const stat = () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
    lockOf((owner) => {
      Object.assign(owner, { pid, begun: stat()[19] });
    });
    expect(() => requireFree(folder)).toThrow(`process ${pid}: wait`);
    while (stat()[0] !== 'Z') await new Promise((resolve) => setTimeout(resolve, 10));
    expect(() => requireFree(folder)).not.toThrow();
  } finally {
    parent.kill('SIGKILL');
  }
});

test('nor does one whose number another process was given', () => {
  lockOf((owner) => {
    owner.begun = '1';
  });
  expect(() => requireFree(folder)).not.toThrow();
});

test('a process that lives holds its folder, however old its lock is', () => {
  lockOf(() => {}, day);
  expect(() => requireFree(folder)).toThrow(/in use/);
});

test.each([
  ['just now', 0, true],
  ['a day ago', day, false],
  ['by a clock that is far ahead', -day, false],
])('on another machine a process lives that showed it %s', (_when, ageMs, lives) => {
  lockOf((owner) => {
    Object.assign(owner, { place: 'elsewhere', host: 'board-7' });
  }, ageMs);
  const action = expect(() => requireFree(folder));
  if (lives) action.toThrow(/process \d+ on board-7: .*; where it is dead, its lock is over in 60 s$/);
  else action.not.toThrow();
});

test('a reader of a copy is not concerned with other machines', () => {
  lockOf((owner) => {
    owner.place = 'elsewhere';
  });
  expect(() => requireFree(folder, 'here')).not.toThrow();
  lockOf(() => {});
  expect(() => requireFree(folder, 'here')).toThrow(/in use/);
});

test('what is held in a guest is held by the process that booted it, and over with it', async () => {
  const elsewhere = { ...process.env, ...ownerInGuest() };
  const pid = await deadProcess();
  const owner = JSON.parse(Object.values(ownerInGuest())[0] ?? '') as Owner;
  const hold = `new (require(${JSON.stringify(join(__dirname, 'folder-hold.js'))}).FolderHold)(${JSON.stringify(folder)})`;
  const held = (environment: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ['-e', hold], { env: environment, encoding: 'utf8' });
  expect(held(elsewhere).status).toBe(0);
  expect(() => requireFree(folder)).toThrow(`process ${process.pid}: wait`);
  expect(held(process.env).stderr).toContain(`process ${process.pid}: wait`);
  rmSync(lock);
  expect(held({ ...process.env, VKEXTERN_RUN_OWNER: JSON.stringify({ ...owner, pid }) }).status).toBe(0);
  requireTakeable(folder);
  expect(existsSync(lock)).toBe(false);
});

test('a lock that is half written holds for its time', () => {
  writeFileSync(lock, '{"pid":');
  expect(() => requireFree(folder)).toThrow(/in use by a run that goes on, a process: /);
});

test('of several processes that find the lock of a dead one, one takes the folder', async () => {
  const pid = await deadProcess();
  lockOf((owner) => {
    owner.pid = pid;
  });
  const program = `
    const { FolderHold } = require(${JSON.stringify(join(__dirname, 'folder-hold.js'))});
    setTimeout(() => {
      try { new FolderHold(${JSON.stringify(folder)}); console.log('held'); } catch (error) { console.log(error.name); }
      setTimeout(() => {}, 1000);
    }, ${Date.now() + 2_000} - Date.now());`;
  const said = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
      let text = '';
      child.stdout.on('data', (chunk) => {
        text += String(chunk);
      });
      await new Promise((resolve) => child.on('close', resolve));
      return text.trim();
    }),
  );
  expect([...said].sort()).toEqual(['FolderInUse', 'FolderInUse', 'FolderInUse', 'held']);
});

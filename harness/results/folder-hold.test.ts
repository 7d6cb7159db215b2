import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
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

/** Whether it can be seen when a process of this machine began. */
function seesBegin(): boolean {
  let begun: Owner['begun'] = '';
  lockOf((owner) => {
    begun = owner.begun;
  });
  rmSync(lock);
  return begun !== '';
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

test('a reader too takes a run on another machine that showed just now that it lives for one that goes on', () => {
  lockOf((owner) => {
    owner.place = 'elsewhere';
  });
  expect(() => requireFree(folder, 'here')).toThrow(
    /in use .*; where it is dead, or this is a copy, its lock is over in 60 s$/,
  );
  lockOf((owner) => {
    owner.place = 'elsewhere';
  }, 61_000);
  expect(() => requireFree(folder, 'here')).not.toThrow();
  const near = seesBegin() ? /in use .*, or name another folder$/ : /in use/;
  lockOf(() => {});
  expect(() => requireFree(folder, 'here')).toThrow(near);
});

test('a machine that is called otherwise meanwhile keeps its hold, and knows its processes', () => {
  const near = seesBegin() ? /name another folder$/ : /in use/;
  jest.useFakeTimers();
  const hold = new FolderHold(folder);
  const name = jest.spyOn(os, 'hostname').mockReturnValue('called-otherwise');
  try {
    jest.advanceTimersByTime(10_000);
    expect(() => hold.requireStill()).not.toThrow();
    // Of a process that is near it is known that it lives: nothing is said of waiting for a minute.
    expect(() => requireFree(folder)).toThrow(near);
    hold.release();
    expect(existsSync(lock)).toBe(false);
  } finally {
    name.mockRestore();
    jest.useRealTimers();
  }
});

test('a hold is lost for good, and a process that was stopped for long looks before it goes on', () => {
  jest.useFakeTimers();
  const [lost, stopped] = [new FolderHold(folder), mkdtempSync(join(tmpdir(), 'vkextern-hold-'))];
  try {
    writeFileSync(lock, '{}');
    jest.advanceTimersByTime(5_000);
    rmSync(lock);
    mkdirSync(lock); // cannot be read
    jest.advanceTimersByTime(5_000);
    expect(() => lost.requireStill()).toThrow(/no longer this run's/);

    const hold = new FolderHold(stopped);
    writeFileSync(join(stopped, 'run.lock'), '{}');
    jest.setSystemTime(Date.now() + 60_000);
    expect(() => hold.requireStill()).toThrow(/no longer this run's/);
    hold.release();
  } finally {
    lost.release();
    jest.useRealTimers();
    rmSync(stopped, { recursive: true });
  }
});

test('what a process left that died while it took the folder is over in a minute', () => {
  const taking = `${lock}.taking`;
  mkdirSync(taking);
  const left = (seconds: number) => utimesSync(taking, Date.now() / 1000, Date.now() / 1000 - seconds);
  left(40);
  expect(() => new FolderHold(folder)).toThrow(/about to begin .*; where it died, that is over in 60 s$/);
  left(61);
  new FolderHold(folder).release();
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

import { existsSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { lockSync } from 'proper-lockfile';
import { z } from 'zod';
import { ReportError, reasonOf } from './report-error';
import { removeFile, replaceFile } from './results-file';

/** A folder of reports is another run's; one line for people. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** How often a run shows that it lives, and for how long another machine takes it to live without that. */
const beatMs = 5_000;
const staleMs = 60_000;

const ownerSchema = z.object({
  pid: z.number().int().positive(),
  /** When the process began, as the kernel counts: numbers of processes are given again. Empty where it can't be known. */
  begun: z.string(),
  /** Its machine since its last start, and the namespace that its number is of: elsewhere the number says nothing. */
  place: z.string(),
  host: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** When it last showed that it lives stands in the file: a copy of the folder has times of its own. */
const lockSchema = z.object({ ...ownerSchema.shape, seen: z.iso.datetime() });
type Lock = z.infer<typeof lockSchema>;

/**
 * Makes the folder of a driver's reports this run's until it is let go, or this process has ended, however.
 *
 * `run.lock` in the folder names the process. Where that can be looked at, on the same machine and in the same container, it
 * alone decides, so that what a killed process left does not stand in the way. Elsewhere, as on a network file system
 * or behind a restart, the owner lives if it has said so within a minute, by clocks that agree that far.
 */
export class FolderHold {
  private readonly file: string;
  private readonly beat: NodeJS.Timeout;
  /** Found out once: what it is found out by, as the name of the machine, may change while the run goes on. */
  private readonly owner = self();
  private isLost = false;
  private seenMs = 0;

  /** @throws FolderInUse where another run has it: nothing is changed then. ReportError where it cannot be written to. */
  constructor(private readonly folder: string) {
    this.file = lockOf(folder);
    this.take();
    this.beat = setInterval(() => this.showLife(), beatMs).unref();
  }

  /**
   * Makes sure that nobody has taken the folder meanwhile, as from a process that was stopped for long.
   * @throws ReportError
   */
  requireStill(): void {
    // Behind a long stop others may have taken the process for dead, and no beat has looked since.
    if (Math.abs(Date.now() - this.seenMs) >= staleMs) this.showLife();
    if (this.isLost)
      throw new ReportError(
        `${this.folder} is no longer this run's: it was removed, or another run took it, and nothing more is written there`,
      );
  }

  /** Lets go of the folder. */
  release(): void {
    clearInterval(this.beat);
    if (this.isOwn(lockIn(this.file))) removeFile(this.file);
  }

  /** Of several processes that find the folder free, or a dead one's, one takes it. */
  private take(): void {
    let letOthers: () => void;
    try {
      letOthers = lockSync(this.folder, { lockfilePath: `${this.file}.taking`, stale: staleMs });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ELOCKED')
        throw new FolderInUse(
          `another run is about to begin in ${this.folder}: name another with --reports; where it died, that is over in ${staleMs / 1000} s`,
        );
      throw new ReportError(`cannot write ${this.file}: ${reasonOf(error)}`);
    }
    try {
      requireFree(this.folder);
      this.write();
    } finally {
      letOthers();
    }
  }

  private write(): void {
    const now = new Date();
    const lock: Lock = { ...this.owner, seen: now.toISOString() };
    replaceFile(this.file, `${JSON.stringify(lock)}\n`);
    this.seenMs = now.getTime();
  }

  private showLife(): void {
    if (this.isLost) return;
    try {
      if (this.isOwn(parsed(readFileSync(this.file, 'utf8')))) this.write();
      else this.isLost = true;
    } catch (error) {
      // A file system that does not answer now may do so at the next beat.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.isLost = true;
    }
  }

  private isOwn(lock: Lock | undefined): boolean {
    return lock !== undefined && isDeepStrictEqual(ownerSchema.parse(lock), this.owner);
  }
}

/**
 * Makes sure that a run in a guest can take the folder of a driver's reports, if there is one: in the guest nobody could
 * see whether the process of a lock lives.
 * @throws FolderInUse, ReportError
 */
export function requireTakeable(folder: string): void {
  if (existsSync(folder)) new FolderHold(folder).release();
}

/**
 * Makes sure that no run has the folder of a driver's reports.
 *
 * @param use `here` where it is only read, perhaps as a copy of what died just now: the line says that too
 * @throws FolderInUse
 */
export function requireFree(folder: string, use: 'here' | 'anywhere' = 'anywhere'): void {
  const file = lockOf(folder);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return;
  const lock = lockIn(file);
  const isNear = lock !== undefined && lock.place === place();
  const seenMs = lock === undefined ? found.mtimeMs : Date.parse(lock.seen);
  // A clock that was set back, as at the start of a board without a battery, must not make a lock live for ever.
  const isFresh = Math.abs(Date.now() - seenMs) < staleMs;
  const lives = isNear ? isAlive(lock, isFresh) : isFresh;
  if (!lives) return;
  const who = lock === undefined ? 'a process' : `process ${lock.pid}${isNear ? '' : ` on ${lock.host}`}`;
  const isSeen = isNear && lock.begun !== '';
  const dead = use === 'here' ? 'where it is dead, or this is a copy' : 'where it is dead';
  const patience = isSeen ? '' : `; ${dead}, its lock is over in ${staleMs / 1000} s`;
  throw new FolderInUse(
    `${folder} is in use by a run that goes on, ${who}: wait for its end, or name another folder${patience}`,
  );
}

function lockOf(folder: string): string {
  return join(folder, 'run.lock');
}

/** `undefined` where there is none, or none of this form. */
function lockIn(file: string): Lock | undefined {
  try {
    return parsed(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function parsed(text: string): Lock | undefined {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Names the owner of what a process holds, where that is another: of a run in a guest, the one that booted it. */
const ownerVariable = 'VKEXTERN_RUN_OWNER';

/**
 * What the environment of a guest has, so that what is held there is held by this process: it is over with it, however the
 * guest ends.
 */
export function ownerInGuest(): Readonly<Record<string, string>> {
  return { [ownerVariable]: JSON.stringify(self()) };
}

function self(): Owner {
  const named = process.env[ownerVariable];
  if (named !== undefined) return ownerSchema.parse(JSON.parse(named));
  return { pid: process.pid, begun: beginOf(process.pid) ?? '', place: place(), host: hostname() };
}

/** @param isFresh whether it said so within a minute: what counts where nobody can see when a process began, as on Windows */
function isAlive({ pid, begun }: Owner, isFresh: boolean): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = beginOf(pid);
  return now === undefined || begun === '' ? isFresh : now === begun;
}

/** When a process began, where the kernel shows it; never a number for one that has ended and only was not reaped yet. */
function beginOf(pid: number): string | undefined {
  try {
    // The name of the program stands in parentheses and may have any character in it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return /[ZX]/.test(fields[0] ?? '') ? 'dead' : fields[19];
  } catch {
    return undefined;
  }
}

function place(): string {
  const known = (read: () => string): string => {
    try {
      return read().trim();
    } catch {
      return '';
    }
  };
  const boot = known(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const namespace = known(() => readlinkSync('/proc/self/ns/pid'));
  // A machine may be called otherwise while it runs, as by DHCP.
  return `${boot === '' ? hostname() : boot} ${namespace}`;
}

/**
 * Which descriptors really survive exec, seen from a program that was just executed. posix_spawn closes nothing
 * by itself, so all that lacks FD_CLOEXEC (exec(3)) is there; child_process would prove nothing, as libuv sets
 * descriptors of its own first.
 */
import { readdirSync } from 'node:fs';
import { type ExecSighting, OsCallError, type OsHandle } from '../face';
import { readIdentityOf } from './descriptor-identity';
import { createSocketPair } from './kernel-objects';
import { callError, check, errnoName, libc, stableMemory } from './libc';
import { compareByKcmp } from './same-description';

/** Copies its input to its output, which shows when it runs; everywhere, and starts in a millisecond. */
const program = 'cat';
const startMs = 10_000;
const sigkill = 9;
/** posix_spawn_file_actions_t: 80 bytes in glibc, 76 in musl. */
const actionsSize = 256;

let scratch: ReturnType<typeof stableMemory> | undefined;

function spawnProgram(stdio: OsHandle): number {
  scratch ??= stableMemory(actionsSize + 64);
  const { address, bytes } = scratch;
  const at = (offset: number) => address + BigInt(actionsSize + offset);
  // At 0 the pid, at 8 argv, at 24 an empty environment (a private LD_LIBRARY_PATH must not reach the program), at 32
  // the name.
  bytes.fill(0);
  bytes.write(program, actionsSize + 32, 'latin1');
  bytes.writeBigUInt64LE(at(32), actionsSize + 8);
  const native = libc();
  native.posix_spawn_file_actions_init(address);
  native.posix_spawn_file_actions_adddup2(address, stdio.value, 0);
  native.posix_spawn_file_actions_adddup2(address, stdio.value, 1);
  const error = native.posix_spawnp(at(0), program, address, null, at(8), at(24));
  native.posix_spawn_file_actions_destroy(address);
  if (error !== 0) throw new OsCallError('posix_spawnp', errnoName(error), error, program);
  return bytes.readInt32LE(actionsSize);
}

/** Waits until the program itself runs: posix_spawn returns a little before exec has closed what it must close. */
function awaitStart(end: OsHandle): void {
  const { write, poll, read } = libc();
  const byte = Buffer.from('x');
  check('write', write(end.value, byte, 1));
  const request = Buffer.alloc(8);
  request.writeInt32LE(end.value, 0);
  request.writeInt16LE(1, 4);
  if (poll(request, 1, startMs) !== 1) throw new Error(`${program} did not start within ${startMs} ms.`);
  if (read(end.value, byte, 1) !== 1) throw new Error(`${program} ended before it could be looked at.`);
}

/**
 * Executes a program and reports what it sees at `values`, or at all numbers above 1 where it sees anything. Of
 * numbers 0 and 1 it says nothing: the check itself uses them. Takes one to two milliseconds. Throws OsCallError
 * where the program can't be started or two more descriptors can't be had.
 */
export function seenAfterExec(values?: readonly number[]): readonly ExecSighting[] {
  const [end, otherEnd] = createSocketPair();
  let pid = 0;
  try {
    pid = spawnProgram(otherEnd);
    awaitStart(end);
    const numbers =
      values ??
      readdirSync(`/proc/${pid}/fd`)
        .map(Number)
        .sort((a, b) => a - b);
    return numbers
      .filter((value) => value > 1)
      .map((value) => {
        const identity = readIdentityOf(pid, value);
        const sameAsHere = identity === null ? 'different' : compareByKcmp(value, value, pid);
        return { value, visible: identity !== null, identity, sameAsHere };
      });
  } finally {
    end.close();
    otherEnd.close();
    if (pid !== 0) {
      libc().kill(pid, sigkill);
      while (libc().waitpid(pid, null, 0) === -1) {
        const error = callError('waitpid');
        if (error.code !== 'EINTR') break;
      }
    }
  }
}

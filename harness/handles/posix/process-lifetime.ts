/** A host must not outlive the process that watches it. */
import { check, libc } from './libc';

const prSetPdeathsig = 1;
const sigkill = 9;

/**
 * PR_SET_PDEATHSIG of prctl(2): the kernel kills this process when the thread that created it ends. `parent` is the
 * process id the parent told of itself: if it died before the call, this process has another parent by now, no
 * signal would ever come, and it is killed at once. The setting survives exec, but not fork.
 */
export function dieWithParent(parent: number): void {
  check('prctl PR_SET_PDEATHSIG', libc().prctl(prSetPdeathsig, sigkill, 0, 0, 0));
  // After the call, not before: else the parent may die in between.
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}

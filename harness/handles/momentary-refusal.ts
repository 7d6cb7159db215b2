/** What Windows says of a file that a scanner or an indexer has open: a moment later it may be renamed or removed. */
const momentary: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];
const patienceMs = 1_000;
const pauseMs = 50;

/**
 * Does what changes a file, on Windows again for about a second while it is refused. Elsewhere, and on Wine, no other
 * process keeps a file from being changed, so that a refusal is final.
 *
 * @param patient whether this system refuses for a moment
 * @throws what the action throws at last
 */
export function despiteMomentaryRefusal<T>(action: () => T, patient = process.platform === 'win32'): T {
  const begin = performance.now();
  for (;;) {
    try {
      return action();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!patient || !momentary.includes(code) || performance.now() - begin > patienceMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

/**
 * Makes as many native calls at once as it is told, none of which returns before all of them are under way, and
 * tells its parent when they have met.
 */
import koffi from 'koffi';

/** More than any C library's pthread_barrier_t takes. */
const barrierBytes = 256;

process.on('message', async (calls: number) => {
  const libc = koffi.load(null);
  const barrier = Buffer.alloc(barrierBytes);
  libc.func('pthread_barrier_init', 'int', ['void *', 'void *', 'uint'])(barrier, null, calls);
  const wait = libc.func('pthread_barrier_wait', 'int', ['void *']);
  const meet = () =>
    new Promise<void>((resolve, reject) => {
      wait.async(barrier, (error: Error | null) => (error === null ? resolve() : reject(error)));
    });
  await Promise.all(Array.from({ length: calls }, meet));
  process.send?.('met', () => process.exit(0));
});
process.on('disconnect', () => process.exit(0));

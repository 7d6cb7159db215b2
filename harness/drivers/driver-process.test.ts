import { join } from 'node:path';
import type { Driver } from './driver';
import { startScript } from './driver-process';

const driver: Driver = {
  name: 'none',
  manifest: null,
  library: 'none',
  loader: null,
  dynamicLinker: null,
  builtIn: false,
  origin: 'self-test',
};
const program = join(__dirname, 'self-test/meeting-calls.js');

/** Whether so many calls, each of which waits for the others, come to their end in a process for drivers. */
async function meet(calls: number, limitMs: number, changed: Record<string, string> = {}): Promise<boolean> {
  const child = startScript(program, driver, [], 'pipe', changed);
  const ended = new Promise((resolve) => child.once('close', resolve));
  let timer: NodeJS.Timeout | undefined;
  try {
    const met = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)));
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), limitMs);
    });
    child.send(calls);
    return await Promise.race([met, late]);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
    await ended;
  }
}

test('calls that block leave threads for others', async () => {
  expect(await meet(16, 15_000)).toBe(true);
}, 20_000);

test('calls beyond the number of threads would wait for one another', async () => {
  expect(await meet(16, 1500, { UV_THREADPOOL_SIZE: '15' })).toBe(false);
});

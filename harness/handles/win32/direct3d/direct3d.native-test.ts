/** Prints as JSON what can be had of Direct3D, and what stands in for it; runs on Windows or under Wine. */
import { setTimeout as after } from 'node:timers/promises';
import { osHandles } from '../../index';
import { mapShared } from '../memory';
import { readStandInFence } from '../stand-in-fence';

const os = osHandles();
const pageBytes = 4096;

async function standInFence() {
  const fence = os.createFence({ creator: 'stand-in-11', adapter: '' });
  const words = new BigInt64Array(mapShared(fence.handle, pageBytes).buffer);
  const read = readStandInFence(words.buffer);
  const at = read?.valueWord ?? 0;
  const begins = fence.value();
  fence.signal(2n ** 40n);
  const signaled = words[at] === 2n ** 40n;
  fence.signalBehind(2n ** 41n, 2n ** 42n);
  await after(20);
  const held = fence.value() === 2n ** 40n;
  words[at] = 2n ** 41n;
  await after(50);
  const released = words[at] === 2n ** 42n;
  const other = os.createFence({ creator: 'stand-in-12', adapter: '' });
  const otherRead = readStandInFence(mapShared(other.handle, pageBytes).buffer);
  for (const { handle, dispose } of [fence, other]) {
    handle.close();
    dispose();
  }
  return {
    begins: String(begins),
    signaled,
    held,
    released,
    creators: [read?.creator, otherRead?.creator],
    sameId: read?.id === otherRead?.id,
    ofNothing: readStandInFence(new ArrayBuffer(pageBytes)) ?? null,
  };
}

async function main(): Promise<void> {
  const [adapter] = os.displayAdapters();
  const before = os.owned().length;
  const facts = {
    unknownAdapter: await os.direct3dObjects('ffffffffffffffff'),
    adapter: adapter === undefined ? null : await os.direct3dObjects(adapter.luid),
    standInFence: await standInFence(),
    handlesLeft: os.owned().length - before,
  };
  process.stdout.write(JSON.stringify(facts));
}

main();

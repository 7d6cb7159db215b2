/** Prints as JSON what becomes of descriptors that travel to a real other process and back. */
import { once } from 'node:events';
import { join } from 'node:path';
import type { OsHandle } from '../index';
import { libc } from './libc';
import { posixHandles } from './posix-handles';

const os = posixHandles;
const child = join(__dirname, 'passing-child.native-test.js');

async function thereAndBack() {
  const { local, remote } = os.createChannelPair();
  const process_ = os.spawnInheriting(process.execPath, [child, 'echo'], new Map([[3, remote]]));
  remote.close();
  const event = os.createEvent();
  const memory = os.createSharedMemory(8192);
  local.send([event, os.adopt(-1), memory], 'payload é');
  const back = await local.receive(10_000);
  const [returnedEvent, returnedNone, returnedMemory] = back?.handles ?? [];
  const mapping = os.mapShared(memory, 4096);
  const facts = JSON.parse(back?.tag ?? '{}') as unknown;
  const many = Array.from({ length: 253 }, () => event);
  local.send(many, 'many');
  const manyBack = await local.receive(10_000);
  local.send([], 'end');
  const afterEnd = await local.receive(10_000);
  const [code] = (await once(process_, 'exit')) as [number];
  let afterDeath = 'sent';
  try {
    local.send([], 'late');
  } catch (error) {
    afterDeath = (error as { code: string }).code;
  }
  return {
    facts,
    written: Buffer.from(mapping.buffer).toString('utf8', 0, 10),
    same: [returnedEvent?.refersToSameAs(event), returnedMemory?.refersToSameAs(memory)],
    none: returnedNone?.value,
    newNumbers: returnedEvent?.value !== event.value && returnedMemory?.value !== memory.value,
    closeOnExec: returnedMemory?.closeOnExec(),
    signaledByChild: event.pollNow(),
    many: manyBack?.handles.length,
    manySame: manyBack?.handles.every((handle) => handle.refersToSameAs(event) === 'same'),
    afterEnd,
    code,
    afterDeath,
  };
}

async function starved() {
  const { local, remote } = os.createChannelPair();
  const receiver = os.openChannel(duplicateForeign(remote));
  const event = os.createEvent();
  local.send([event, event], 'starved');
  const before = os.snapshot();
  const message = await os.limit
    .during(os.limit.leaving(1), () => receiver.receive(1000))
    .catch((error: unknown) => (error as Error).message);
  const left = os.difference(before, os.snapshot()).appeared;
  const silence = await receiver.receive(30).catch((error: unknown) => (error as Error).name);
  return { message, left, silence };
}

/** A number outside this application's books, as a child has it after exec. */
function duplicateForeign(handle: OsHandle): number {
  return libc().dup(handle.value);
}

async function inheritance() {
  const event = os.createEvent();
  const memory = os.createSharedMemory(4096);
  const output = os.createSharedMemory(4096);
  const inherited = new Map([
    [5, event],
    [9, memory],
    [12, output],
  ]);
  const process_ = os.spawnInheriting(process.execPath, [child, 'inherited'], inherited);
  await once(process_, 'exit');
  const text = Buffer.from(os.mapShared(output, 4096).buffer).toString('utf8').replace(/\0+$/, '');
  let taken = 'allowed';
  try {
    os.stdioInheriting(new Map([[3, event]]), ['ignore', 'inherit', 'inherit', 'ipc']);
  } catch (error) {
    taken = (error as Error).name;
  }
  return { child: JSON.parse(text) as unknown, closeOnExecHere: event.closeOnExec(), taken };
}

/** A host in between writes into shared memory, starts a process bound to it, and is killed. */
async function death() {
  const record = os.createSharedMemory(4096);
  const { local, remote } = os.createChannelPair();
  const host = os.spawnInheriting(
    process.execPath,
    [child, 'host'],
    new Map([
      [3, remote],
      [4, record],
    ]),
  );
  remote.close();
  const ready = await local.receive(10_000);
  host.kill('SIGKILL');
  await once(host, 'exit');
  const mapping = os.mapShared(record, 4096);
  const survived = Buffer.from(mapping.buffer).toString('utf8', 0, 9);
  // The channel's far end closes when the last process that holds it, the bound one, is gone.
  const gone = await local.receive(10_000);
  const region = os.memoryRegion(mapping.address);
  const inode = record.identity().object;
  mapping.unmap();
  let tooLong = 'mapped';
  try {
    os.mapShared(record, 8192);
  } catch (error) {
    tooLong = (error as Error).name;
  }
  const reused = Array.from({ length: 50 }, () => {
    const again = os.mapShared(record, 4096);
    const text = Buffer.from(again.buffer).toString('utf8', 0, 9);
    again.unmap();
    return text;
  }).every((text) => text === survived);
  return {
    ready: ready?.tag,
    survived,
    gone,
    region: { permissions: region?.permissions, sameObject: region?.object === inode },
    zeroAfterUnmap: Buffer.from(mapping.buffer).every((byte) => byte === 0),
    unmapped: os.memoryRegion(mapping.address)?.object !== inode,
    tooLong,
    reused,
    pageSize: os.pageSize(),
  };
}

async function orphan() {
  const started = os.spawnInheriting(process.execPath, [child, 'orphan'], new Map());
  const [, by] = (await once(started, 'exit')) as [number | null, string | null];
  return by;
}

async function main() {
  const result = {
    thereAndBack: await thereAndBack(),
    starved: await starved(),
    inheritance: await inheritance(),
    death: await death(),
    orphan: await orphan(),
  };
  process.stdout.write(JSON.stringify(result));
}

void main();

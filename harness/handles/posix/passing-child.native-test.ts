/** The other process of passing.native-test.ts; the first argument says which part it plays. */

import { libc } from './libc';
import { posixHandles } from './posix-handles';

const os = posixHandles;

async function echo(): Promise<void> {
  const channel = os.openChannel(3);
  const first = await channel.receive(10_000);
  const [event, none, memory] = first?.handles ?? [];
  if (event === undefined || none === undefined || memory === undefined)
    throw new Error('Handles are missing.');
  const one = Buffer.alloc(8);
  one.writeBigUInt64LE(1n);
  libc().write(event.value, one, 8);
  Buffer.from(os.mapShared(memory, 4096).buffer).write('from child');
  const facts = {
    tag: first?.tag,
    none: none.value,
    size: memory.size(),
    kinds: [event.kind(), memory.kind()],
  };
  channel.send([event, none, memory], JSON.stringify(facts));
  const many = await channel.receive(10_000);
  channel.send(many?.handles ?? [], 'many');
  await channel.receive(10_000);
  channel.close();
}

function inherited(): void {
  const [event, memory, output] = [os.adopt(5), os.adopt(9), os.adopt(12)];
  const open = [3, 4, 6, 7, 8].filter((value) => os.snapshot().get(value)?.identity.kind === 'memfd');
  const facts = {
    kinds: [event.kind(), memory.kind()],
    closeOnExec: [event.closeOnExec(), memory.closeOnExec()],
    open,
  };
  Buffer.from(os.mapShared(output, 4096).buffer).write(JSON.stringify(facts));
}

async function host(): Promise<void> {
  const channel = os.adopt(3);
  Buffer.from(os.mapShared(os.adopt(4), 4096).buffer).write('last call');
  os.spawnInheriting(process.execPath, [__filename, 'bound', `${process.pid}`], new Map([[3, channel]]));
  channel.close();
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

async function bound(): Promise<void> {
  os.dieWithParent(Number(process.argv[3]));
  os.openChannel(3).send([], 'bound');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

async function orphan(): Promise<void> {
  // A process whose parent, by the id it was told, is gone already.
  os.dieWithParent(0x3fffffff);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

const parts: Record<string, () => void | Promise<void>> = { echo, inherited, host, bound, orphan };
void parts[process.argv[2] ?? '']?.();

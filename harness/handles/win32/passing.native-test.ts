/** Prints as JSON how handles reach another process, by value and by name, and what becomes of it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { describeProcessEnd, type OsHandle, osHandles } from '../index';
import { kernel, viewMemory } from './kernel';
import { createEvent } from './kernel-objects';

const os = osHandles();

interface Passed {
  readonly event?: string;
  readonly memory?: string;
  readonly name?: string;
  readonly said?: string;
}

async function answerOf(child: ChildProcess): Promise<Passed> {
  const [message] = (await once(child, 'message')) as [Passed];
  return message;
}

async function parent(): Promise<void> {
  const event = os.createEvent();
  const memory = os.createSharedMemory(4096);
  const name = `vkextern-passing-${process.pid}`;
  const named = createEvent(name);
  const way = os.passageToChild();
  const child = fork(__filename, ['child']);
  const passage = way.begun(child);
  await answerOf(child);
  child.send({ event: passage.send(event), memory: passage.send(memory), name });
  const answer = await answerOf(child);
  const back = await passage.receive(answer.event ?? '');
  const facts = {
    said: answer.said,
    signaled: event.pollNow(),
    named: named.pollNow(),
    memory: Buffer.from(os.mapShared(memory, 4096).buffer).toString('latin1', 0, 10),
    back: back.refersToSameAs(event),
  };
  child.kill('SIGKILL');
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  console.log(
    JSON.stringify({
      ...facts,
      killed: describeProcessEnd(code, signal),
      crashed: await endOf('crash'),
      aborted: await endOf('abort'),
      orphan: await orphan(),
    }),
  );
  passage.close();
}

async function child(): Promise<void> {
  const passage = os.passageToParent(-1, process.ppid);
  process.send?.({ said: 'here' });
  const [message] = (await once(process, 'message')) as [Passed];
  const event = await passage.receive(message.event ?? '');
  const memory = await passage.receive(message.memory ?? '');
  const named = os.adopt(kernel().OpenEventW(0x1f0003, 0, message.name ?? ''));
  for (const one of [event, named] as OsHandle[]) kernel().SetEvent(one.value);
  Buffer.from(os.mapShared(memory, 4096).buffer).write('from child');
  process.send?.({ event: passage.send(event), said: `${event.kind()} ${memory.kind()}` });
  setInterval(() => {}, 1000);
}

async function endOf(how: 'crash' | 'abort'): Promise<string> {
  const started = fork(__filename, [how], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const [code, signal] = (await once(started, 'exit')) as [number | null, NodeJS.Signals | null];
  return describeProcessEnd(code, signal);
}

/** A process whose parent is killed must end too: whether the one that it started has. */
async function orphan(): Promise<string> {
  const middle = fork(__filename, ['middle']);
  const { said } = await answerOf(middle);
  const handle = kernel().OpenProcess(0x100000, 0, Number(said));
  middle.kill('SIGKILL');
  await once(middle, 'exit');
  const state = kernel().WaitForSingleObject(handle, 5000);
  return state === 0 ? 'ended' : `lives (${state})`;
}

function middle(): void {
  const started = fork(__filename, ['bound']);
  started.once('message', () => process.send?.({ said: String(started.pid) }));
}

function bound(): void {
  os.dieWithParent(process.ppid);
  process.send?.({ said: 'bound' });
  // Busy, as a host inside a driver: only from outside can it be ended.
  kernel().WaitForSingleObject(os.createEvent().value, 20_000);
}

function crash(): void {
  new Uint8Array(viewMemory(16n, 16)).fill(1);
}

const parts: Record<string, () => void | Promise<void>> = {
  child,
  middle,
  bound,
  crash,
  abort: () => process.abort(),
};
void (parts[process.argv[2] ?? ''] ?? parent)();

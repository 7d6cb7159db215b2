/** Prints as JSON what the sync files of each source of this machine do; nothing for a source that it lacks. */
import { osHandles, type SyncFileAtHand, type SyncFileSource, syncFileSources } from '../index';

const os = osHandles();

function stateOf({ handle }: Pick<SyncFileAtHand, 'handle'>) {
  const { status, fenceCount } = handle.syncFileInfo() ?? { status: null, fenceCount: null };
  return { kind: handle.kind(), poll: handle.pollNow(), status, fenceCount };
}

function errorOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return (error as Error).name;
  }
}

async function merging(source: SyncFileSource) {
  const [a, b] = [os.createSyncFile(source), os.createSyncFile(source)];
  const handle = os.mergeSyncFiles(a.handle, b.handle);
  const before = stateOf({ handle });
  b.signal();
  const between = stateOf({ handle });
  a.signal();
  // The kernel may tell a merged file of the last signal a little later.
  await handle.poll(5000);
  const result = { before, between, behind: stateOf({ handle }), closeOnExec: handle.closeOnExec() };
  for (const one of [a.handle, b.handle, handle]) one.close();
  a.dispose();
  b.dispose();
  return result;
}

async function facts(source: SyncFileSource) {
  const descriptors = os.snapshot();
  const file = os.createSyncFile(source);
  const closeOnExec = file.handle.closeOnExec();
  const [before, pendingBefore] = [stateOf(file), file.isPending()];
  const waiting = file.handle.poll(5000);
  const signaled = file.signal();
  const behind = [stateOf(file), file.isPending(), await waiting, file.signal()];
  file.handle.close();
  file.dispose();
  const closed = os.createSyncFile(source);
  closed.closeSource();
  const sourceClosed = [stateOf(closed), closed.isPending(), errorOf(() => closed.signal())];
  closed.handle.close();
  closed.dispose();
  const failing = os.createSyncFile(source);
  const failed = [errorOf(() => failing.fail()), stateOf(failing)];
  failing.handle.close();
  failing.dispose();
  const merged = await merging(source);
  const left = os.difference(descriptors, os.snapshot());
  return {
    closeOnExec,
    before,
    pendingBefore,
    signaled,
    behind,
    sourceClosed,
    failed,
    merged,
    left: [...left.appeared, ...left.vanished, ...left.replaced].map(({ description }) => description),
  };
}

async function main() {
  const here = os.syncFileSources();
  const found: Partial<Record<SyncFileSource, unknown>> = {};
  for (const source of syncFileSources) if (here.includes(source)) found[source] = await facts(source);
  process.stdout.write(JSON.stringify(found));
}

void main();

/** Prints as JSON what the dma-bufs of each producer of this machine are, and their sync files; nothing for one that it lacks. */
import { type DmaBufProducer, osHandles } from '../index';
import { compareBySignalNumber } from './same-description';

const os = osHandles();
const size = 3 * os.pageSize();

function errorOf(action: () => void): string {
  try {
    action();
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
}

function facts(producer: DmaBufProducer) {
  const descriptors = os.snapshot();
  const [buffer, other] = [os.createDmaBuf(producer, size), os.createDmaBuf(producer, size)];
  const [syncFile, otherSyncFile] = [os.fencesOf(buffer), os.fencesOf(buffer)];
  const copy = syncFile.duplicate('dup');
  const memory = os.mapMemoryObject(buffer, size);
  const before = memory?.read(0, size);
  memory?.write(size - 3, Uint8Array.of(1, 2, 3));
  const seen = os.mapMemoryObject(buffer, size)?.read(size - 4, 4);
  const result = {
    buffer: {
      kind: buffer.kind(),
      unique: buffer.remembered.unique,
      size: buffer.size() === size,
      closeOnExec: buffer.closeOnExec(),
      otherObject: buffer.remembered.object !== other.remembered.object,
      access: errorOf(() => os.announceAccess(buffer)),
      zeroed: before?.every((byte) => byte === 0),
      seen: seen === undefined ? null : [...seen],
    },
    syncFile: {
      kind: syncFile.kind(),
      unique: syncFile.remembered.unique,
      closeOnExec: syncFile.closeOnExec(),
      status: syncFile.syncFileInfo()?.status,
      poll: syncFile.pollNow(),
      size: syncFile.size(),
      same: [syncFile.refersToSameAs(copy), syncFile.refersToSameAs(otherSyncFile)],
      bySignalNumber: [
        compareBySignalNumber(syncFile.value, copy.value),
        compareBySignalNumber(syncFile.value, otherSyncFile.value),
      ],
    },
    attached: attaching(producer),
  };
  for (const one of [buffer, other, syncFile, otherSyncFile, copy]) one.close();
  return { ...result, left: os.difference(descriptors, os.snapshot()).appeared };
}

/** What becomes of a fence that is given to a dma-buf: with one of vgem, where there is one, it is pending. */
function attaching(producer: DmaBufProducer) {
  const [buffer, memoryFile] = [os.createDmaBuf(producer, size), os.createSharedMemory(size)];
  const source = os.syncFileSources()[0];
  const file = source === undefined ? undefined : os.createSyncFile(source);
  const refused = errorOf(() => os.attachSyncFile(buffer, memoryFile));
  const states: unknown[] = [];
  if (file !== undefined) {
    os.attachSyncFile(buffer, file.handle);
    const fences = os.fencesOf(buffer);
    states.push(buffer.pollNow(), fences.syncFileInfo()?.status);
    file.signal();
    states.push(buffer.pollNow(), fences.syncFileInfo()?.status);
    for (const one of [fences, file.handle]) one.close();
    file.dispose();
  }
  buffer.close();
  memoryFile.close();
  return { refused, states };
}

const producers = os.dmaBufProducers().filter((producer) => producer !== 'memfd');
process.stdout.write(JSON.stringify(Object.fromEntries(producers.map((one) => [one, facts(one)]))));

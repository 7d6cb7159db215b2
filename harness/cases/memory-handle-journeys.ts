import { asWritten, differenceFrom, freshPattern } from './content';
import { contentsPass } from './content-passing';
import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import type { MemoryHandleType } from './handle-types';
import type { Allocation } from './memory-allocation';
import { exportableMemory } from './shared-memory';

type Journey = Pick<CaseContext, 'exporter' | 'importer' | 'endpoint' | 'device' | 'expect' | 'control'> & {
  readonly handleType: MemoryHandleType;
  readonly allocation: Allocation;
};

/** The original or a duplicate of a handle imports the payload when the other is closed. */
export async function eitherImports(
  context: Journey,
  imported: 'original' | 'duplicate',
  duplicateOf: (original: ExternalHandle) => ExternalHandle,
): Promise<void> {
  const { exporter, importer, device, handleType, allocation, expect } = context;
  const first = freshPattern();
  const source = await exportableMemory(exporter, device, { handleType, allocation });
  await source.write(first);
  const original = await source.memory.export(handleType);
  const duplicate = duplicateOf(original);
  const [kept, closed] = imported === 'original' ? [original, duplicate] : [duplicate, original];
  closed.close();
  expect(`whether the ${imported} is open`, kept.isOpen()).toBe(true);
  const target = await source.import(importer, kept);
  expect('what it imports', differenceFrom(first, await target.read())).toBe(asWritten);
  await contentsPass(context, target, source, `from the import of the ${imported} to the exporter`);
}

/** A handle that is passed to another process imports the payload there. */
export async function importsInAnotherProcess(
  context: Journey,
  sent: 'original' | 'duplicate',
  from: 'host' | 'peer',
): Promise<void> {
  const { exporter, endpoint, device, handleType, allocation, expect } = context;
  const peer = await endpoint('process');
  const [sender, receiver] = from === 'host' ? [exporter, peer] : [peer, exporter];
  const first = freshPattern();
  const source = await exportableMemory(sender, device, { handleType, allocation });
  await source.write(first);
  const original = await source.memory.export(handleType);
  const target = await source.import(receiver, sent === 'original' ? original : original.duplicate());
  expect('what the receiver reads', differenceFrom(first, await target.read())).toBe(asWritten);
  await contentsPass(context, target, source, 'from the receiver to the sender');
  await contentsPass(context, source, target, 'from the sender to the receiver');
}

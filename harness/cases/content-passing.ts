import { asWritten, type Content, differenceFrom } from './content';
import type { CaseContext } from './context';
import type { Access } from './memory-types';
import type { SharedMemory } from './shared-memory';

/**
 * Writes fresh contents through one sharer of a payload and reads them through another, which is first seen not to
 * hold them; returns them.
 * @param way for messages: `from the exporter to the importer`
 */
export async function contentsPass(
  { expect, control }: Pick<CaseContext, 'expect' | 'control'>,
  from: SharedMemory,
  to: SharedMemory,
  way: string,
  access?: Access,
): Promise<Content> {
  const content = from.fresh();
  control(
    `contents before they are written ${way}`,
    differenceFrom(content, await to.read(access)),
  ).toDifferFrom(asWritten);
  await from.write(content, access);
  expect(`contents written ${way}`, differenceFrom(content, await to.read(access))).toBe(asWritten);
  return content;
}

import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import { lateClose } from './late-close';

/** More than a driver frees at once, so that every number that it has freed is taken. */
const occupied = 4;

/**
 * Takes the numbers that a driver frees for files of the application's own: a driver that closes the number of an
 * imported descriptor a second time then closes one of these.
 */
export class ReusedNumbers {
  private readonly own: { readonly file: ExternalHandle; readonly identity: string }[] = [];
  private freed = false;

  /** @param imported the descriptor whose number is watched; still open */
  constructor(
    private readonly context: Pick<CaseContext, 'descriptors' | 'ownHandles' | 'should' | 'expect'>,
    private readonly imported: ExternalHandle,
  ) {}

  /** Takes what the driver has freed so far: behind each step at which it may have. */
  take(): void {
    const { descriptors, ownHandles } = this.context;
    this.freed ||= !descriptors().hasNumberOf(this.imported);
    this.own.push(...ownHandles(occupied).map((file) => ({ file, identity: file.identity() })));
  }

  /** Warns where the driver never freed the number, and expects every file to be open and what it was. */
  async judge(): Promise<void> {
    const { should, expect } = this.context;
    await lateClose();
    should('whether the driver closed the imported descriptor while the case ran', this.freed).toBe(true);
    for (const { file, identity } of this.own) {
      expect('whether a file of the application is open', file.isOpen()).toBe(true);
      expect('what it refers to', file.identity()).toBe(identity);
    }
  }
}

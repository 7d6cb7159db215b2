/** A host must not outlive the process that watches it. */
import { check, kernel } from './kernel';

const synchronize = 0x100000;
const waitTimeout = 0x102;

/**
 * Node.js starts its children in a job that Windows ends with the handle that the parent alone has. Left to be seen to is
 * a parent that is dead already: then this process ends at once.
 */
export function dieWithParent(parent: number): void {
  const { OpenProcess, WaitForSingleObject, CloseHandle } = kernel();
  const handle = OpenProcess(synchronize, 0, parent);
  if (handle === 0) process.exit(1);
  const state = WaitForSingleObject(handle, 0);
  check('CloseHandle', CloseHandle(handle));
  if (state !== waitTimeout) process.exit(1);
}

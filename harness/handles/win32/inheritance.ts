/** Whether a program that this process starts gets a handle: at its own value, by inheritance alone. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ExecSighting } from '../face';
import { describeProcessEnd } from '../process-end';
import { ownerOf } from './handle';

/** What a child sees at these values, which it inherits where the handles are inheritable. */
export function seenByChild(values: readonly number[]): readonly ExecSighting[] {
  const program = join(__dirname, 'inheriting-child.js');
  // Node.js lets every child inherit whatever is inheritable.
  const finished = spawnSync(process.execPath, [program, String(process.pid), ...values.map(String)], {
    encoding: 'utf8',
  });
  if (finished.error !== undefined) throw finished.error;
  if (finished.status !== 0)
    throw new Error(
      `the child that should inherit ${describeProcessEnd(finished.status, finished.signal)}: ${finished.stderr.trim()}`,
    );
  const seen = JSON.parse(finished.stdout) as Omit<ExecSighting, 'visible'>[];
  return seen.map(({ value, identity, sameAsHere }) => {
    const here = ownerOf(value);
    // Where objects can't be compared, their types and names must do.
    const alike = here === undefined || identity?.object === here.identity().object;
    const visible = identity !== null && (sameAsHere === 'unknown' ? alike : sameAsHere === 'same');
    return { value, visible, identity, sameAsHere };
  });
}

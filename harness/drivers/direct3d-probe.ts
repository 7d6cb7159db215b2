import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Direct3dObjects, describeProcessEnd, direct3dObjects } from '../handles';

/** A probe that hangs has 60 s, for all devices of its driver. */
const limitMs = 10_000;

/**
 * Asks Direct3D what it makes for others on the adapter with that LUID, in a process of its own: what crashes or hangs
 * there says nothing of the Vulkan driver, and is the reason why nothing can be had.
 */
export function askDirect3d(luid: string): Direct3dObjects {
  const { stdout, status, signal, error } = spawnSync(
    process.execPath,
    [join(__dirname, 'direct3d-main.js'), luid],
    { encoding: 'utf8', timeout: limitMs, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true },
  );
  const answer = error === undefined && status === 0 ? (stdout.trim().split('\n').at(-1) ?? '') : '';
  if (answer !== '') return JSON.parse(answer) as Direct3dObjects;
  const hung = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT';
  const end = hung ? `hung for ${limitMs / 1000} s` : (error?.message ?? describeProcessEnd(status, signal));
  const reason = `the process that asked it ${end}`;
  return Object.fromEntries(direct3dObjects.map((name) => [name, reason])) as Direct3dObjects;
}

import { join } from 'node:path';
import { describeProcessEnd } from '../handles';
import type { Driver, DriverProblem } from './driver';
import { startScript } from './driver-process';
import type { FromProbe } from './probe-protocol';

const limitMs = 60_000;
const streamsLimitMs = 1_000;
const printedKept = 400;

/** A probe that crashed, hung or failed: the driver is broken, unlike one without a device. */
export class ProbeFailed extends Error {
  override readonly name = 'ProbeFailed';

  constructor(
    readonly status: DriverProblem['status'],
    message: string,
  ) {
    super(message.replace(/\s+/g, ' ').trim());
  }
}

/**
 * Opens a driver in a process of its own and asks for its devices.
 * @param changed variables of that process's environment that differ from this one's
 * @throws ProbeFailed where that process crashes, hangs or fails
 */
export async function probe(
  driver: Driver,
  changed: Readonly<Record<string, string>> = {},
): Promise<FromProbe> {
  const child = startScript(join(__dirname, 'probe-main.js'), driver, [], 'pipe', changed);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString('utf8')).slice(-printedKept);
    });
  }
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    kill();
  }, limitMs);
  try {
    return await new Promise<FromProbe>((resolve, reject) => {
      let answer: FromProbe | undefined;
      let exited = false;
      child.on('message', (message) => {
        answer = message as FromProbe;
        if (exited) resolve(answer);
      });
      child.on('error', (error) =>
        reject(new ProbeFailed('crash', `the probe could not be started: ${error.message}`)),
      );
      const end = (code: number | null, signal: NodeJS.Signals | null): void => {
        const said = printed.trim() === '' ? '' : `; it printed: ${printed.trim()}`;
        if (answer !== undefined) resolve(answer);
        else
          reject(
            hung
              ? new ProbeFailed('timeout', `the probe hung for ${limitMs / 1000} s and was killed${said}`)
              : new ProbeFailed('crash', `the probe ${describeProcessEnd(code, signal)}${said}`),
          );
      };
      child.on('close', end);
      // A program that the driver started and that lives on has the streams of the probe, which then never close.
      child.on('exit', (code, signal) => {
        exited = true;
        if (answer === undefined) setTimeout(() => end(code, signal), streamsLimitMs);
        else resolve(answer);
      });
      child.send({ driver }, () => {}); // a probe that just died is seen by its exit
    });
  } finally {
    clearTimeout(timer);
    if (child.connected) child.disconnect();
    // A program that the driver started and that lives on has the other ends: they would keep this process.
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  }
}

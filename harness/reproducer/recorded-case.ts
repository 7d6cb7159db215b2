import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaseInstance, reachesPeer } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import type { Device } from '../drivers/driver';
import type { TraceLine } from '../hosts/call-trace';
import { Host } from '../hosts/host';

export { HostUnusable } from '../hosts/host';

/** A case that was run for the sake of its trace. */
export interface RecordedCase {
  readonly outcome: CaseOutcome;
  /** What host and peer did, in order. */
  readonly lines: readonly TraceLine[];
}

/**
 * Runs one case instance in a host of its own, which keeps a trace of all that it and its peer do.
 * @param file the compiled suite file that declares it
 * @param deadlineMs how long it may take before the host is killed
 * @throws HostUnusable where the device can't be opened
 */
export async function recordCase(
  instance: CaseInstance,
  file: string,
  device: Device,
  deadlineMs: number,
): Promise<RecordedCase> {
  const folder = mkdtempSync(join(tmpdir(), 'vkextern-trace-'));
  try {
    const trace = join(folder, 'trace.jsonl');
    const host = await Host.start({
      driver: device.driver,
      deviceUUID: device.identity.deviceUUID,
      deviceName: device.identity.deviceName,
      capabilities: device.capabilities,
      withPeer: reachesPeer(instance.case, instance.parameters),
      trace,
    });
    const ran = await host.run(instance, file, deadlineMs, () => {});
    await host.discard();
    const outcome = ran.kind === 'outcome' ? ran.outcome : endedBefore(instance, ran.end.message);
    return { outcome, lines: linesOf(readFileSync(trace, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function endedBefore(instance: CaseInstance, message: string): CaseOutcome {
  return {
    caseId: instance.id,
    status: 'crash',
    durationMs: 0,
    driverMs: 0,
    message,
    deviations: [],
    calls: [],
    notes: [],
  };
}

/** The whole lines of a trace: a process that was killed may have left the last one in pieces. */
function linesOf(text: string): readonly TraceLine[] {
  const lines = text.split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as TraceLine);
}

import type { Results } from '../results-schema';

/**
 * What of results is the same however often a run was disturbed, and however it was split: all but times, how it was
 * called, where the reports lie, and notes on descriptors, which name objects of the kernel.
 */
export function lastingPart(results: Results): unknown {
  const { run, devices, ...rest } = results;
  const {
    startedAt: _,
    endedAt: __,
    arguments: ___,
    wallMs: ____,
    startUpMs: _____,
    driverMs: ______,
    ...same
  } = run;
  return {
    ...rest,
    run: same,
    devices: devices.map(({ outcomes, ...device }) => ({
      ...device,
      outcomes: outcomes.map(
        ({ durationMs: _, driverMs: __, calls, notes, rerun, attempts, ...outcome }) => ({
          ...outcome,
          rerun: rerun.replace(/ --reports \S+$/, ''),
          calls: calls.map(({ microseconds: ___, ...call }) => call),
          notes: notes.filter((note) => !note.startsWith('left open behind the case')),
          attempts: attempts?.map(({ status, message }) => ({ status, message })),
        }),
      ),
    })),
  };
}

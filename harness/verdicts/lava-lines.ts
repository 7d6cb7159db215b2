import type { DeviceResults, OutcomeEntry, Results } from '../results/results-schema';
import { isBroken, isUnexpected } from '../results/totals';
import { grouped } from './grouped';

/** What LAVA calls the result of a test case. */
type LavaResult = 'pass' | 'fail' | 'skip';

/**
 * Runs as commands for a test shell of LAVA: a test set for each suite, in it a test case for each case, since a line on
 * a serial console for each instance is too much. A case is `fail` where one of its instances is unexpected, else `pass`
 * where one was as required; `skip` where none could run, or where all that it shows is a deviation that decides nothing:
 * robustness, or what the baseline expects. Source: LAVA, "LAVA test helpers".
 */
export function lavaLines(runs: readonly Results[]): string {
  const devices = runs.flatMap((results) => results.devices.map((device) => ({ device, results })));
  const lines = [
    ...runs.flatMap(wholeRunLines),
    ...devices.flatMap(({ device, results }) => deviceLines(device, results, devices.length > 1)),
  ];
  return `${lines.join('\n')}\n`;
}

function wholeRunLines({ driver, problem, baseline }: Results): readonly string[] {
  const entries = baseline?.problems.length ?? 0;
  return [
    ...(problem === null ? [] : [caseLine(`${driver.name}-tells-of-its-devices`, 'fail')]),
    ...(baseline === undefined ? [] : [caseLine(`${driver.name}-baseline`, entries > 0 ? 'fail' : 'pass')]),
  ];
}

function deviceLines(device: DeviceResults, results: Results, several: boolean): readonly string[] {
  return [...grouped(device.outcomes, ({ suite }) => suite)].flatMap(([suite, outcomes]) => [
    `lava-test-set start ${nameOf(several ? `${device.key}.${suite}` : suite)}`,
    ...[...grouped(outcomes, (outcome) => outcome.case)].map(([id, own]) =>
      caseLine(id, resultOf(own, results)),
    ),
    'lava-test-set stop',
  ]);
}

function resultOf(outcomes: readonly OutcomeEntry[], { run }: Results): LavaResult {
  if (outcomes.some((outcome) => isUnexpected(outcome, false, run.flakes))) return 'fail';
  const held = outcomes.some(({ status }) => status !== 'skip' && !isBroken(status));
  return held ? 'pass' : 'skip';
}

function caseLine(name: string, result: LavaResult): string {
  return `lava-test-case ${nameOf(name)} --result ${result}`;
}

/** A name that neither a shell nor LAVA takes apart. */
function nameOf(text: string): string {
  return text.replace(/[^\w.+-]/g, '_');
}

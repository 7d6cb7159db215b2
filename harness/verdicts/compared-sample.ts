import type { OutcomeStatus } from '../cases/outcome';
import { sampleOutcome, sampleResults } from '../results/results-sample';
import type { DeviceResults, OutcomeEntry, Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import type { ComparedRun } from './compared-run';

/** An instance of the case `fence.import.<name>`, told from the others of it by the number of an axis. */
export function outcomeOf(
  status: OutcomeStatus,
  name: string,
  number = 0,
  text = 'VK_TIMEOUT',
): OutcomeEntry {
  const entry = sampleOutcome(status, name, text);
  const id = `${entry.case}:handleType=${number % 2 === 0 ? 'OPAQUE_FD' : 'SYNC_FD'},number=${number}`;
  return {
    ...entry,
    id,
    class: 'conformance',
    parameters: { handleType: number % 2 === 0 ? 'OPAQUE_FD' : 'SYNC_FD', number },
    rerun: `npx vkextern run '${id}' --driver sample`,
  };
}

/** What a device of a sample may have of its own. */
export interface SampleDevice {
  readonly outcomes: readonly OutcomeEntry[];
  readonly identity?: Partial<DeviceResults['identity']>;
  readonly capabilities?: Partial<DeviceResults['capabilities']>;
}

/** Results of one driver with these devices. */
export function resultsOf(driver: string, ...devices: readonly SampleDevice[]): Results {
  const base = sampleResults();
  const [model] = base.devices;
  if (model === undefined) throw new Error('the sample has no device');
  return {
    ...base,
    driver: { ...base.driver, name: driver },
    devices: devices.map(({ outcomes, identity, capabilities }, index) => ({
      key: `${driver}/${identity?.deviceName ?? `device-${index}`}`,
      identity: { ...model.identity, deviceName: `device ${index}`, ...identity },
      capabilities: { ...model.capabilities, ...capabilities },
      outcomes,
      totals: totalsOf(outcomes),
    })),
  };
}

/** A run as it is compared. */
export function runOf(...results: readonly Results[]): ComparedRun {
  return {
    path: results.map(({ driver }) => `reports/${driver.name}`).join(' '),
    drivers: results.map((one) => ({ file: `reports/${one.driver.name}/results.json`, results: one })),
  };
}

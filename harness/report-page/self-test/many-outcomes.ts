import type { ReportedRun } from '../../results/reported-run';
import { sampleResults } from '../../results/results-sample';
import type { OutcomeEntry, Results } from '../../results/results-schema';
import { totalsOf } from '../../results/totals';

/** Areas and topics by which ids are made up; each topic has requirements, cases and instances in plenty. */
const areas = ['fence', 'semaphore', 'memory', 'capabilities'];
const handleTypes = ['OPAQUE_FD', 'SYNC_FD', 'DMA_BUF'];
const casesEach = 5;
const topicsEach = 15;

/**
 * Runs of as many drivers as asked for, each with the same made-up case instances, of which every 40th is a failure with
 * calls, every third a skip, and one in a hundred came out otherwise on every other driver.
 */
export function manyOutcomes(drivers: number, instances: number): readonly ReportedRun[] {
  return Array.from({ length: drivers }, (_, driver) => {
    const outcomes = Array.from({ length: instances }, (_, place) => outcome(place, driver, instances));
    const sample = sampleResults();
    const [device] = sample.devices;
    if (device === undefined) throw new Error('the sample has a device');
    const results: Results = {
      ...sample,
      driver: { ...sample.driver, name: `driver-${driver + 1}` },
      requirements: Object.fromEntries(
        [...new Set(outcomes.flatMap((one) => one.requirements))].map((id) => [
          id,
          {
            anchor: 'synchronization-fences-importing',
            obligation: `What ${id} asks of a driver must be so.`,
          },
        ]),
      ),
      devices: [{ ...device, outcomes, totals: totalsOf(outcomes) }],
    };
    return { file: `driver-${driver + 1}/results.json`, sha256: '0'.repeat(64), results };
  });
}

function outcome(place: number, driver: number, instances: number): OutcomeEntry {
  const perCase = Math.ceil(instances / (areas.length * topicsEach * casesEach));
  const owner = Math.floor(place / perCase);
  const topic = Math.floor(owner / casesEach);
  const area = areas[topic % areas.length] ?? '';
  const caseId = `${area}.topic-${Math.floor(topic / areas.length)}.case-${owner % casesEach}`;
  const handleType = handleTypes[place % handleTypes.length] ?? '';
  const id = `${caseId}:handleType=${handleType},place=${place}`;
  const status = statusOf(place, driver);
  const broken = status === 'fail';
  return {
    id,
    case: caseId,
    suite: caseId.split('.').slice(0, 2).join('.'),
    description: `What case ${owner} shows`,
    class: owner % casesEach === casesEach - 1 ? 'robustness' : 'conformance',
    requirements: [caseId.replace('.case-', '.rule-')],
    parameters: { handleType, place },
    skip: status === 'skip' ? `the device does not offer ${handleType}` : null,
    rerun: `npx vkextern run '${id}' --driver driver-${driver + 1}`,
    status,
    durationMs: place % 50,
    driverMs: place % 40,
    message:
      status === 'skip'
        ? `the device does not offer ${handleType}`
        : broken
          ? `status of fence ${place}: expected VK_SUCCESS, seen VK_NOT_READY`
          : '',
    deviations: broken
      ? [{ what: `status of fence ${place}`, expected: 'VK_SUCCESS', seen: 'VK_NOT_READY', control: false }]
      : [],
    calls: broken ? Array.from({ length: 12 }, (_, call) => callOf(place, driver, call)) : [],
    notes: [],
  };
}

function statusOf(place: number, driver: number): OutcomeEntry['status'] {
  if (place % 40 === 0) return 'fail';
  if (place % 100 === 1 && driver % 2 === 1) return 'fail';
  return place % 3 === 2 ? 'skip' : 'pass';
}

function callOf(place: number, driver: number, call: number): OutcomeEntry['calls'][number] {
  return {
    command: 'vkGetFenceStatus',
    args: `VkDevice 0x${(0x5555_0000 + driver).toString(16)}, VkFence 0x${(place * 64 + call).toString(16)}`,
    result: call === 11 ? null : 'VK_NOT_READY',
    gave: '',
    microseconds: call === 11 ? null : 1.5,
    process: call % 4 === 3 ? 'peer' : 'host',
  };
}

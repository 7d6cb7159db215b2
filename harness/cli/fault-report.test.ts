import type { Fault } from '../../fixtures/faults';
import type { CaseOutcome } from '../cases/outcome';
import type { FaultMatrix, FaultResult } from '../runner/fault-matrix';
import { faultPage } from './fault-page';
import { FaultReport, resultText } from './fault-report';

const requirement = 'fence.import.shared-signal';
const caseId = 'fence.import.some-case';

function fault(name: string): Fault {
  return { name, breaks: [requirement], what: 'the driver does otherwise', wraps: () => ({}) };
}

function outcome(status: CaseOutcome['status']): CaseOutcome {
  return {
    caseId: `${caseId}:reach=device`,
    status,
    durationMs: 1,
    driverMs: 1,
    message: 'seen otherwise',
    deviations: [],
    calls: [],
    notes: [],
  };
}

function result(of: Fault, device: string, what: 'caught' | 'survived' | 'idle'): FaultResult {
  const survived = what === 'caught' ? [] : [caseId];
  return {
    fault: of,
    device,
    verdicts: [
      {
        requirement,
        caughtBy: what === 'caught' ? [{ caseId, outcome: outcome('fail') }] : [],
        survived,
        cameUpIn: what === 'survived' ? survived : [],
      },
    ],
    others: [],
    troubles: [],
    leftOut: [],
    wallMs: 1000,
  };
}

const model = 'reference/model';
const real = 'real/device';

function report(
  results: readonly FaultResult[],
  rest: Partial<Pick<FaultMatrix, 'falseAlarms' | 'idleCases'>> = {},
  allFaults?: readonly Fault[],
): FaultReport {
  const matrix = { results, falseAlarms: [], idleCases: [], ...rest } as unknown as FaultMatrix;
  return new FaultReport(matrix, {
    mustBeRight: new Set([model]),
    allFaults,
    leftOut: [],
    judges: () => true,
    platform: 'posix',
    onlyHere: false,
    wallMs: 2000,
  });
}

test('a fault that every requirement catches is as wanted', () => {
  const one = report([result(fault('one'), model, 'caught')]);
  expect(one.asWanted).toBe(true);
  expect(one.asText()).toContain('1 fault tried in 2 s: 1 caught, 0 survive');
});

test('a fault that no case catches survives', () => {
  const one = report([result(fault('one'), model, 'survived')]);
  expect(one.asWanted).toBe(false);
  expect(one.asText()).toContain(`survives: one on ${model}`);
  expect(resultText(result(fault('one'), model, 'survived'))).toMatch(
    /^not caught one .*\n {2}fence\.import\.shared-signal: no case; not by fence\.import\.some-case$/,
  );
});

test('a fault that never comes up survives on the reference driver, and is left out on a real one', () => {
  expect(report([result(fault('one'), model, 'idle')]).asWanted).toBe(false);
  const elsewhere = report([result(fault('one'), real, 'idle')]);
  expect(elsewhere.asWanted).toBe(false); // nothing was judged
  expect(report([result(fault('one'), real, 'idle'), result(fault('two'), real, 'caught')]).asWanted).toBe(
    true,
  );
  expect(elsewhere.asText()).toContain(
    '0 faults tried in 2 s: 0 caught, 0 survive; 1 more do not come up there, 0 are not judged',
  );
});

test('a fault that comes up on a real driver and passes every case survives there', () => {
  expect(report([result(fault('one'), real, 'survived')]).asWanted).toBe(false);
});

test('what fails without a fault is a false alarm on a driver that must be right alone', () => {
  const failing = (device: string) => ({ falseAlarms: [{ device, outcome: outcome('warn') }] });
  expect(report([], failing(model)).asWanted).toBe(false);
  expect(report([], failing(model)).asText()).toContain(
    `false alarm: ${caseId}:reach=device on ${model}: warn`,
  );
  expect(report([result(fault('one'), real, 'caught')], failing(real)).asWanted).toBe(true);
  expect(report([], failing(real)).asText()).toContain(
    '1 case instance left out: they do not pass without a fault',
  );
});

test('cases that catch nothing and requirements without a fault count once all faults were tried', () => {
  const idle = { idleCases: [caseId] };
  const one = result(fault('one'), model, 'caught');
  expect(report([one], idle).asWanted).toBe(true);
  const whole = report([one], idle, [fault('one')]);
  expect(whole.asWanted).toBe(false);
  expect(whole.unbroken).not.toContain(requirement);
  expect(whole.unbroken).toContain('fence.import.shared-reset');
  expect(whole.asText()).toContain(`catches nothing: ${caseId}`);
});

test('the page has every fault with its cases, in the order of names', () => {
  const page = faultPage(
    report([result(fault('two'), model, 'caught'), result(fault('one'), model, 'survived')]),
  );
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual([
    `| \`one\` | the driver does otherwise. | \`${requirement}\` | **no case** | \`${caseId}\` |`,
    `| \`two\` | the driver does otherwise. | \`${requirement}\` | \`${caseId}\` |  |`,
  ]);
});

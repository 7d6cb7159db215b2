import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import { withValidation } from './validation-verdict';

function instance(id: string, of = 'conformance'): CaseInstance {
  return { id, case: { class: of } } as unknown as CaseInstance;
}

const passed: CaseOutcome = {
  caseId: 'fence.import.some',
  status: 'pass',
  durationMs: 1,
  driverMs: 1,
  message: '',
  deviations: [],
  calls: [],
  notes: [],
};
const message = { rule: 'VUID-vkResetFences-pFences-01123', text: 'it is in use' };

test('a case that uses the API invalidly fails as an error of the suite', () => {
  const seen = withValidation(passed, instance('fence.import.some'), [message, message]);
  expect(seen.status).toBe('fail');
  expect(seen.message).toBe(
    'the suite itself failed, not the driver: it uses the API invalidly: VUID-vkResetFences-pFences-01123: it is in use',
  );
  expect(seen.deviations).toEqual([]);
  expect(seen.notes).toEqual(['the validation layer: VUID-vkResetFences-pFences-01123: it is in use']);
});

test('nothing said, and a robustness case, change nothing', () => {
  expect(withValidation(passed, instance('fence.import.some'), [])).toBe(passed);
  expect(withValidation(passed, instance('fence.unusable.some', 'robustness'), [message])).toBe(passed);
});

test('a failure of the driver stays one', () => {
  const failed = { ...passed, status: 'fail' as const, message: 'seen otherwise' };
  const seen = withValidation(failed, instance('fence.import.some'), [message]);
  expect(seen.message).toBe('seen otherwise');
  expect(seen.notes).toHaveLength(1);
});

test('a mistake of the layer is passed over in its own cases alone', () => {
  const mistake = { rule: 'VUID-VkSemaphoreGetFdInfoKHR-handleType-01132', text: 'never so created' };
  const id = 'semaphore.export.types-follow-payload:handleType=OPAQUE_FD';
  expect(withValidation(passed, instance(id), [mistake])).toBe(passed);
  expect(withValidation(passed, instance(id), [mistake, message]).status).toBe('fail');
  expect(withValidation(passed, instance('semaphore.export.other'), [mistake]).status).toBe('fail');
});

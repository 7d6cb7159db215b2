import type { CaseInstance } from '../cases/case-instance';
import type { Device } from '../drivers/driver';
import { eachValueOnce } from './plan';

/** Instances of one case over two axes, those with `skipped` left out by the device. */
function planned(caseId: string, skipped: (handleType: string, count: number) => boolean) {
  return ['OPAQUE_FD', 'SYNC_FD', 'DMA_BUF'].flatMap((handleType) =>
    [1, 100].map((count) => ({
      device: {} as Device,
      instance: { case: { id: caseId }, parameters: { handleType, count } } as unknown as CaseInstance,
      skip: skipped(handleType, count) ? 'the device lacks it' : null,
    })),
  );
}

function kept(all: ReturnType<typeof planned>) {
  return eachValueOnce(all).map(({ instance, skip }) => {
    const { handleType, count } = instance.parameters;
    return [instance.case.id, handleType, count, skip === null ? 'runs' : 'skip'].join(' ');
  });
}

test('each value of each axis that the device can run is in one instance of each case', () => {
  const all = [...planned('a', () => false), ...planned('b', (handleType) => handleType === 'OPAQUE_FD')];
  expect(kept(all)).toEqual([
    'a OPAQUE_FD 1 runs',
    'a SYNC_FD 100 runs',
    'a DMA_BUF 1 runs',
    'b SYNC_FD 1 runs',
    'b DMA_BUF 100 runs',
  ]);
});

test('a case of which the device can run nothing is one skip', () => {
  expect(kept(planned('a', () => true))).toEqual(['a OPAQUE_FD 1 skip']);
});

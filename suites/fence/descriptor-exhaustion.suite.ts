import {
  descriptorFrom,
  exportable,
  exportWithoutDescriptors,
  fenceIn,
  fenceStates,
  importable,
  mayImport,
  owesDescriptor,
  patience,
  permanences,
  settledDescriptor,
  statusIn,
  suite,
} from '../../harness/cases';

const exhausted = suite(
  'fence.descriptor-exhaustion',
  'Exports and imports of fences while the process can get no further descriptor',
);

exhausted
  .case(
    'exhaustion-error',
    'An export that can get no descriptor fails with an error, and succeeds once it can',
  )
  .proves('fence.export-fd.exhaustion-error')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], state: fenceStates })
  .where(({ handleType, state }) => owesDescriptor(handleType, state))
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, withoutDescriptors, should, expect, control }) => {
    const queue = await exporter.queue();
    const usual = await fenceIn(exporter, state, { exportAs: [handleType] });
    control('status of a fence in that state', await usual.fence.status()).toBe(statusIn[state]);
    if ((await descriptorFrom(usual, handleType, should)) === null) return;
    await usual.held?.release();
    const prepare = async () => {
      const made = await fenceIn(exporter, state, { exportAs: [handleType] });
      control('status of the fence before the export', await made.fence.status()).toBe(statusIn[state]);
      return made;
    };
    const { source, result } = await exportWithoutDescriptors({ withoutDescriptors }, prepare, (made) =>
      made.fence.tryExport(handleType),
    );
    const { fence, held } = source;
    expect('result of the export', result).toBeOneOf([
      'VK_ERROR_TOO_MANY_OBJECTS',
      'VK_ERROR_OUT_OF_HOST_MEMORY',
      'VK_ERROR_UNKNOWN',
    ]);
    should('result of the export', result).toDifferFrom('VK_ERROR_UNKNOWN');
    await held?.release();
    await queue.waitIdle();
    await fence.reset();
    await queue.submit({ fence });
    expect('wait on the fence behind another submit', await fence.wait(patience)).toBe('VK_SUCCESS');
    expect('result of an export with descriptors again', (await fence.tryExport(handleType)).result).toBe(
      'VK_SUCCESS',
    );
  });

exhausted
  .case(
    'oom-leaves-fence-intact',
    'An export that fails for want of memory leaves the fence in its state, without the reset or restoration that a copy export makes',
  )
  .proves('fence.export-fd.oom-leaves-fence-intact')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], state: fenceStates })
  .where(({ handleType, state }) => owesDescriptor(handleType, state))
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, withoutDescriptors, note, should, expect, control }) => {
    const queue = await exporter.queue();
    const prepare = async () => {
      const made = await fenceIn(exporter, state, { exportAs: [handleType] });
      control('status of the fence before the export', await made.fence.status()).toBe(statusIn[state]);
      return made;
    };
    const { source, result, stillPending } = await exportWithoutDescriptors(
      { withoutDescriptors },
      prepare,
      (made) => made.fence.tryExport(handleType),
    );
    const { fence, held } = source;
    if (result === 'VK_SUCCESS' || (held !== undefined && !stillPending)) {
      should('export without a descriptor to be had', 'did not fail').toBe('failed with out of memory');
      return;
    }
    // Only out of memory promises an unchanged fence; behind another error a change is worth a warning.
    const promised = result === 'VK_ERROR_OUT_OF_HOST_MEMORY' ? expect : should;
    if (promised === should) note(`the export failed with ${result}, which promises nothing`);
    promised('status of the fence behind the failed export', await fence.status()).toBe(statusIn[state]);
    if (state === 'unsignaled') await queue.submit({ fence });
    await held?.release();
    promised('wait on the fence behind its signal', await fence.wait(patience)).toBe('VK_SUCCESS');
  });

exhausted
  .case(
    'import-return-codes',
    'A valid import while no further descriptor can be had succeeds, or fails with an error that is listed for imports',
  )
  .proves('fence.import.return-codes')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: permanences })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(
    async ({ exporter, handleType, permanence, minusOne, withoutDescriptors, should, expect, control }) => {
      const handle = await settledDescriptor(exporter, handleType, should);
      const copies = [handle?.duplicate() ?? minusOne(), handle?.duplicate() ?? minusOne()] as const;
      const usual = await exporter.fence();
      control('status of the target before the import', await usual.status()).toBe('VK_NOT_READY');
      control(
        'result of an import with descriptors to be had',
        await usual.tryImport(copies[0], handleType, permanence),
      ).toBe('VK_SUCCESS');
      const target = await exporter.fence();
      const result = await withoutDescriptors(() => target.tryImport(copies[1], handleType, permanence));
      expect('result of an import without', result).toBeOneOf([
        'VK_SUCCESS',
        'VK_ERROR_OUT_OF_HOST_MEMORY',
        'VK_ERROR_INVALID_EXTERNAL_HANDLE',
        'VK_ERROR_UNKNOWN',
      ]);
      should('result of an import without', result).toBeOneOf(['VK_SUCCESS', 'VK_ERROR_OUT_OF_HOST_MEMORY']);
    },
  );

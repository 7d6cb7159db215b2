import {
  deadlineOfHundreds,
  type ExternalHandle,
  exportable,
  importable,
  mayImport,
  permanences,
  ReusedNumbers,
  settledDescriptor,
  suite,
  transferenceOf,
} from '../../harness/cases';

const imported = suite('fence.imported-descriptor', 'What becomes of a descriptor that a fence has imported');

/** A driver may open a few descriptors of its own and keep them; far fewer than one a cycle. */
const tolerated = 8;
const cycles = 200;

const axes = {
  handleType: ['OPAQUE_FD', 'SYNC_FD'],
  permanence: permanences,
  endedBy: ['destroy', 'reset', 'import'],
} as const;

imported
  .case(
    'takes-ownership',
    'Behind hundreds of imports no descriptor is left, whether the payload ended with the fence, a reset or another import',
  )
  .proves('fence.import-fd.takes-ownership')
  .over({ ...axes, payload: ['one', 'new'] })
  .where(mayImport)
  // A new copy for every import cannot be had of a driver that blocks in its export.
  .where(({ handleType, payload }) => transferenceOf(handleType) === 'reference' || payload === 'one')
  .needs(exportable('fence'), importable('fence'))
  .deadline(deadlineOfHundreds)
  .run(
    async ({
      exporter,
      handleType,
      permanence,
      endedBy,
      payload,
      descriptors,
      ownHandles,
      minusOne,
      should,
      expect,
      control,
    }) => {
      const handle = await settledDescriptor(exporter, handleType, should);
      const copy = async (): Promise<ExternalHandle> => {
        if (payload === 'one') return handle?.duplicate() ?? minusOne();
        const source = await exporter.fence({ exportAs: [handleType] });
        const exported = await source.export(handleType);
        await source.destroy();
        return exported;
      };
      const cycle = async (): Promise<void> => {
        const target = await exporter.fence();
        await target.import(await copy(), handleType, permanence);
        if (endedBy === 'import') await target.import(await copy(), handleType, permanence);
        if (endedBy === 'reset') await target.reset();
        await target.destroy();
      };
      for (let warmUp = 0; warmUp < 4; warmUp += 1) await cycle();
      const before = descriptors();
      const [own] = ownHandles(1) as [ExternalHandle];
      control('descriptors that appeared with one of our own', before.changes().appeared.length).toBe(1);
      own.close();
      for (let made = 0; made < cycles; made += 1) await cycle();
      expect(`descriptors that appeared over ${cycles} imports`, before.changes().appeared.length).toBeAtMost(
        tolerated,
      );
    },
  );

imported
  .case(
    'closes-exactly-once',
    'A file of the application that got the number of an imported descriptor is not closed by a reset, another import or the destruction of the fence',
  )
  .proves('fence.import-fd.closes-exactly-once')
  .over(axes)
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(
    async ({
      exporter,
      handleType,
      permanence,
      endedBy,
      descriptors,
      ownHandles,
      should,
      expect,
      control,
    }) => {
      const target = await exporter.fence();
      control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
      const handle = await settledDescriptor(exporter, handleType, should);
      if (handle === null) return;
      const passed = handle.duplicate();
      const numbers = new ReusedNumbers({ descriptors, ownHandles, should, expect }, passed);
      await target.import(passed, handleType, permanence);
      numbers.take();
      if (endedBy === 'import') await target.import(handle.duplicate(), handleType, permanence);
      if (endedBy === 'reset') await target.reset();
      numbers.take();
      await target.destroy();
      numbers.take();
      await numbers.judge();
      expect('whether the exported descriptor that was not imported is open', handle.isOpen()).toBe(true);
    },
  );

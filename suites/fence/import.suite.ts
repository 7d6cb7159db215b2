import {
  exportable,
  immediately,
  importable,
  patience,
  permanences,
  reaches,
  suite,
} from '../../harness/cases';

const importing = suite('fence.import', 'What a fence becomes when it imports a payload');

importing
  .case('shared-signal', 'A signal through either fence of a sharing pair is seen through the other')
  .proves('fence.import.shared-signal', 'fence.import.shared-wait')
  .over({ handleType: ['OPAQUE_FD'], permanence: permanences, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, permanence);
    control('status of the importing fence before any signal', await target.status()).toBe('VK_NOT_READY');
    control('wait on it before any signal', await target.wait(immediately)).toBe('VK_TIMEOUT');
    await (await exporter.queue()).submit({ fence: source });
    expect('wait on the importing fence after a submit with the source', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    expect('status of the importing fence behind the wait', await target.status()).toBe('VK_SUCCESS');
  });

import { exportable, immediately, suite } from '../../harness/cases';

const exporting = suite('fence.export-sync-fd', 'What a SYNC_FD export takes from a fence and hands out');

exporting
  .case('signaled-gives-signaled', 'A signaled fence exports as -1 or as a sync file that is already signaled')
  .proves('fence.export-fd.sync-signaled-result')
  .over({ handleType: ['SYNC_FD'], signaledBy: ['creation', 'submit'] })
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, signaledBy, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: signaledBy === 'creation' });
    if (signaledBy === 'submit') {
      control('status of the fence before the submit', await source.status()).toBe('VK_NOT_READY');
      const queue = await exporter.queue();
      await queue.submit({ fence: source });
      await queue.waitIdle();
    }
    control('status of the fence before the export', await source.status()).toBe('VK_SUCCESS');
    const handle = await source.export(handleType);
    if (!handle.isMinusOne) expect('state of the sync file', await handle.poll(0)).toBe('ready');
    expect('wait on the fence behind the export', await source.wait(immediately)).toBe('VK_TIMEOUT');
  });

import {
  type Endpoint,
  type ExternalHandle,
  exportable,
  exportableFromImported,
  exportInState,
  exportWhilePending,
  gaveDescriptor,
  importable,
  patience,
  pendingSignal,
  reaches,
  type Semaphore,
  semaphoreIn,
  signalThrough,
  submitWait,
  suite,
  transferableAsBoth,
  waitAcrossHold,
  waitThrough,
  when,
} from '../../harness/cases';

const exporting = suite(
  'semaphore.export-copy',
  'Which payload an export by copy consumes the signal of: one that others share, or a temporary one',
);

const transfer = [exportable('binary semaphore'), importable('binary semaphore')] as const;
const bothTypes = transferableAsBoth('binary semaphore', 'OPAQUE_FD', 'SYNC_FD');

/** Milliseconds of load that a copied payload stays pending for, through an export and a wait of another queue. */
const pendingMs = 300;

exporting
  .case(
    'copy-restores-permanent',
    'An export by copy ends a temporary import: the permanent payload is back, with the signal that it had',
  )
  .proves('semaphore.export.copy-restores-permanent')
  .over({
    handleType: ['SYNC_FD'],
    permanent: ['own', 'imported'],
    state: ['signaled', 'pending'],
    reach: reaches,
  })
  .where(({ state, reach }) => state === 'signaled' || reach !== 'device') // else the wait comes behind the load
  .needs(
    ...transfer,
    exportableFromImported('binary semaphore', 'SYNC_FD', 'SYNC_FD'),
    when(({ permanent }: { readonly permanent: string }) => permanent === 'imported', bothTypes),
  )
  .run(
    async ({ exporter, importer, handleType, permanent, state, expect, control, should, behindMoreLoad }) => {
      const target = await importer.semaphore({ exportAs: [handleType] });
      let signaling: { readonly semaphore: Semaphore; readonly through: Endpoint };
      if (permanent === 'own') signaling = { semaphore: target, through: importer };
      else {
        const sharer = await exporter.semaphore({ exportAs: ['OPAQUE_FD', handleType] });
        await target.import(await sharer.export('OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
        signaling = { semaphore: sharer, through: exporter };
      }
      const awaited = { semaphore: target, through: importer };
      const before = await waitAcrossHold({ signal: signaling, wait: awaited });
      control('wait on the semaphore while the signal of its payload is held', before.held).toBe(
        'VK_TIMEOUT',
      );
      await signalThrough(signaling.through, { semaphore: signaling.semaphore });

      const source = await exporter.semaphore({ exportAs: [handleType] });
      const load = state === 'pending' ? pendingMs : 40;
      const held = await (await exporter.queue()).hold({ signal: [{ semaphore: source }] }, { load });
      const { handle: copy } = await exportWhilePending(source, handleType, held);
      // A payload that stands for none of Vulkan's signals may not be exported again.
      if (!gaveDescriptor(copy, { should, behindMoreLoad })) return;
      if (state === 'signaled') await held.release();
      await target.import(copy, handleType, 'temporary');
      const exported = await target.tryExport(handleType);
      expect('result of the export from the temporary payload', exported.result).toBe('VK_SUCCESS');
      const wait = await submitWait(importer, { semaphore: target });
      const result = await wait.wait(patience);
      const stillPending = state === 'pending' && (await held.isHeld());
      expect('wait on the signal from before the import', result).toBe('VK_SUCCESS');
      if (state === 'pending') {
        if (!stillPending) behindMoreLoad('the wait on the signal from before the import');
        should('whether the copy was pending all the while, which the case needs', stillPending).toBe(true);
      }
      await held.release();
      const next = await waitAcrossHold({ signal: signaling, wait: awaited });
      expect('wait on the semaphore while the next signal of its payload is held', next.held).toBe(
        'VK_TIMEOUT',
      );
      expect('wait on the semaphore behind that signal', next.released).toBe('VK_SUCCESS');
      const passedOn = await importer.semaphore();
      await passedOn.import(exported.handle as ExternalHandle, handleType, 'temporary');
      expect('wait on what was exported', await waitThrough(importer, { semaphore: passedOn })).toBe(
        'VK_SUCCESS',
      );
    },
  );

exporting
  .case(
    'copy-acts-on-shared-set',
    'An export by copy consumes the signal for every semaphore that shares the payload',
  )
  .proves('semaphore.export.copy-acts-on-shared-set')
  .over({
    handleType: ['SYNC_FD'],
    from: ['exporter', 'importer'],
    state: ['signaled', 'pending'],
    reach: reaches,
  })
  .needs(
    bothTypes,
    when(
      ({ from }: { readonly from: string }) => from === 'importer',
      exportableFromImported('binary semaphore', 'OPAQUE_FD', 'SYNC_FD'),
    ),
  )
  .run(async ({ exporter, importer, handleType, from, state, expect, control }) => {
    const { semaphore: source } = await semaphoreIn(exporter, 'unsignaled', {
      handleType: ['OPAQUE_FD', handleType],
    });
    const target = await importer.semaphore();
    await target.import(await source.export('OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
    const [here, there] = [
      { semaphore: source, through: exporter },
      { semaphore: target, through: importer },
    ];
    await signalThrough(exporter, { semaphore: source });
    control(
      'wait of the importer on a signal that nothing else consumed',
      await waitThrough(importer, { semaphore: target }),
    ).toBe('VK_SUCCESS');
    const [exporting, other] = from === 'exporter' ? [here, there] : [there, here];
    for (const [signal, wait] of [
      [other, exporting],
      [exporting, other],
    ] as const) {
      const whose = wait === exporting ? 'the semaphore that exported' : 'the other one';
      const signaled = state === 'pending' ? await pendingSignal(exporter, 'binary', source) : undefined;
      if (signaled === undefined) await signalThrough(exporter, { semaphore: source });
      const { semaphore } = exporting;
      await exportInState(signaled === undefined ? { semaphore } : { semaphore, held: signaled }, handleType);
      await signaled?.release();
      const next = await waitAcrossHold({ signal, wait });
      expect(`wait on ${whose}, behind the export, while the next signal is held`, next.held).toBe(
        'VK_TIMEOUT',
      );
      expect(`wait on ${whose} behind that signal`, next.released).toBe('VK_SUCCESS');
    }
  });

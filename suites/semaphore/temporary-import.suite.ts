import {
  binarySemaphoreHandleTypes,
  binarySemaphoreReferenceTypes,
  controlPending,
  type DeviceCapabilities,
  deadlineOfHundreds,
  type Endpoint,
  exportable,
  exportWhilePending,
  gaveDescriptor,
  handlesOf,
  importAway,
  importable,
  operation,
  patience,
  reaches,
  type Semaphore,
  type SemaphoreHandleType,
  semaphoreIn,
  signalThrough,
  stillPending,
  submitCommand,
  submitCommands,
  suite,
  toleratedHandles,
  waitAcrossHold,
  waitBy,
  waitCommand,
  waitCommands,
  waitThrough,
  waitWhileHeld,
} from '../../harness/cases';

const temporary = suite(
  'semaphore.temporary-import',
  'How long a payload stays that a binary semaphore imported temporarily',
);

const transfer = [exportable('binary semaphore'), importable('binary semaphore')] as const;

/** As what a permanent payload can be shared with another semaphore, if it can. */
const sharedAs = (device: DeviceCapabilities) =>
  binarySemaphoreReferenceTypes.find((handleType) =>
    transfer.every((need) => need(device, { handleType }) === undefined),
  );

/** Milliseconds of load that several payloads stay pending for, through an export and an import of each. */
const severalMs = 400;

/** Imports a signaled payload of the exporter's into a semaphore, temporarily. */
async function importSignaled(
  exporter: Endpoint,
  target: Semaphore,
  handleType: SemaphoreHandleType,
): Promise<Semaphore> {
  const source = await exporter.semaphore({ exportAs: [handleType] });
  await signalThrough(exporter, { semaphore: source });
  await importAway(target, await source.export(handleType), handleType, 'temporary');
  return source;
}

temporary
  .case(
    'temporary-flag-effective',
    'The flag decides whether a semaphore is linked to the payload behind its first wait',
  )
  .proves('semaphore.import.temporary-flag-effective')
  .over({ handleType: binarySemaphoreReferenceTypes, reach: reaches })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const handles = handlesOf(source, handleType);
    const flagged = await importer.semaphore();
    await flagged.import(await handles(), handleType, 'temporary');
    const unflagged = await importer.semaphore();
    await unflagged.import(await handles(), handleType, 'permanent');
    await signalThrough(exporter, { semaphore: source });
    expect('wait on the flagged import', await waitThrough(importer, { semaphore: flagged })).toBe(
      'VK_SUCCESS',
    );
    for (let round = 1; round <= 2; round += 1) {
      const linked = await waitAcrossHold({
        signal: { semaphore: source, through: exporter },
        wait: { semaphore: unflagged, through: importer },
      });
      control(`wait ${round} on the unflagged import while the signal is held`, linked.held).toBe(
        'VK_TIMEOUT',
      );
      expect(`wait ${round} on the unflagged import behind the signal`, linked.released).toBe('VK_SUCCESS');
    }
    await signalThrough(exporter, { semaphore: source });
    await signalThrough(importer, { semaphore: flagged });
    expect(
      'wait on the flagged import behind a signal of its own',
      await waitThrough(importer, { semaphore: flagged }),
    ).toBe('VK_SUCCESS');
    expect(
      'wait on the payload that it was linked to, which was signaled too',
      await waitThrough(importer, { semaphore: unflagged }),
    ).toBe('VK_SUCCESS');
  });

temporary
  .case(
    'temporary-restores-prior-state',
    'Behind the wait a semaphore has the signal again that it had before the import',
  )
  .proves('semaphore.import.temporary-restores-prior-state')
  .over({ handleType: binarySemaphoreHandleTypes, reach: reaches, before: ['signaled', 'unsignaled'] })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, before, expect, control }) => {
    const target = await importer.semaphore();
    if (before === 'signaled') await signalThrough(importer, { semaphore: target });
    await importSignaled(exporter, target, handleType);
    expect('wait on the import', await waitThrough(importer, { semaphore: target })).toBe('VK_SUCCESS');
    if (before === 'signaled') {
      expect(
        'wait on the signal from before the import',
        await waitThrough(importer, { semaphore: target }),
      ).toBe('VK_SUCCESS');
    }
    const own = { semaphore: target, through: importer };
    const next = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the semaphore while its next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on the semaphore behind its next signal', next.released).toBe('VK_SUCCESS');
  });

temporary
  .case(
    'several-temporary-payloads',
    'A submission that waits for several semaphores waits for the temporary payload of each, and each has its own signal again behind it',
  )
  .proves('semaphore.import.temporary-restores-prior-state')
  .over({
    handleType: binarySemaphoreHandleTypes,
    reach: ['instance', 'process'],
    command: submitCommands,
    count: [3],
  })
  .needs(...transfer, submitCommand)
  .run(
    async ({ exporter, importer, handleType, command, count, expect, control, should, behindMoreLoad }) => {
      const sources: Semaphore[] = [];
      const targets: Semaphore[] = [];
      for (let made = 0; made < count; made += 1) {
        sources.push(await exporter.semaphore({ exportAs: [handleType] }));
        const target = await importer.semaphore();
        await signalThrough(importer, { semaphore: target });
        targets.push(target);
      }
      const signal = sources.map((semaphore) => ({ semaphore }));
      const held = await (await exporter.queue()).hold({ signal, command }, { load: severalMs });
      await controlPending({ control }, 'the signal of the temporary payloads', held);
      for (const [index, source] of sources.entries()) {
        const { handle } = await exportWhilePending(source, handleType, held);
        if (handleType === 'SYNC_FD' && !gaveDescriptor(handle, { should, behindMoreLoad })) return;
        await (targets[index] as Semaphore).import(handle, handleType, 'temporary');
      }
      const wait = targets.map((semaphore) => ({ semaphore }));
      const waiting = await waitWhileHeld(importer, wait, command);
      if (await stillPending({ should, behindMoreLoad }, 'the wait', held))
        expect('wait on the temporary payloads while their signals are pending', waiting.held).toBe(
          'VK_TIMEOUT',
        );
      await held.release();
      expect('wait on the temporary payloads behind their signals', await waiting.result()).toBe(
        'VK_SUCCESS',
      );
      for (const [index, semaphore] of targets.entries())
        expect(
          `wait on the signal of semaphore ${index} from before the import`,
          await waitThrough(importer, { semaphore }, command),
        ).toBe('VK_SUCCESS');
    },
  );

temporary
  .case(
    'temporary-restored-any-wait-kind',
    'Every command that submits a wait to a queue, other than a present, ends the temporary import',
  )
  .proves('semaphore.import.temporary-restored-any-wait-kind')
  .over({ handleType: binarySemaphoreHandleTypes, command: waitCommands })
  .needs(...transfer, waitCommand)
  .run(async ({ exporter, device, handleType, command, expect, control, note }) => {
    const shared = sharedAs(device);
    const target = await exporter.semaphore(shared === undefined ? {} : { exportAs: [shared] });
    const own = { semaphore: target, through: exporter };
    const waited = () => waitBy(command, exporter, device, { semaphore: target });
    const first = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the semaphore while its signal is held', first.held).toBe('VK_TIMEOUT');
    if (shared !== undefined) {
      // A sharer of the permanent payload tells it from a temporary one that was left behind.
      const sharer = await exporter.semaphore();
      await sharer.import(await target.export(shared), shared, 'permanent');
      for (let round = 1; round <= 3; round += 1) {
        await importSignaled(exporter, target, handleType);
        expect(`import ${round}: wait on it`, await waited()).toBe('VK_SUCCESS');
        await signalThrough(exporter, { semaphore: target });
        expect(
          `import ${round}: wait on the next signal by a sharer of the permanent payload`,
          await waitThrough(exporter, { semaphore: sharer }),
        ).toBe('VK_SUCCESS');
      }
      return;
    }
    await signalThrough(exporter, { semaphore: target });
    for (let round = 1; round <= 3; round += 1) {
      await importSignaled(exporter, target, handleType);
      expect(`import ${round}: wait on it`, await waited()).toBe('VK_SUCCESS');
    }
    expect('wait on the signal from before the imports', await waited()).toBe('VK_SUCCESS');
    note('no other semaphore shares the permanent payload, so that a copy that was left behind goes unseen');
  });

temporary
  .case(
    'temporary-restored-at-wait-submit',
    'The former payload is back as soon as the wait is submitted, while it is pending',
  )
  .proves('semaphore.import.temporary-restored-at-wait-submit')
  .over({ handleType: binarySemaphoreReferenceTypes, command: submitCommands })
  .needs(...transfer, submitCommand)
  .withPeer()
  .run(async ({ exporter, endpoint, handleType, command, expect, control, should, behindMoreLoad }) => {
    const [importer, observer] = [await endpoint('instance'), await endpoint('process')];
    const target = await importer.semaphore({ exportAs: [handleType] });
    await signalThrough(importer, { semaphore: target });
    const source = await exporter.semaphore({ exportAs: [handleType] });
    await target.import(await source.export(handleType), handleType, 'temporary');
    const fence = await importer.fence();
    const held = await (await exporter.queue()).hold({ signal: [{ semaphore: source }] }, { load: 300 });
    await controlPending({ control }, 'the signal of the temporary payload', held);
    await (await importer.queue()).submit({ wait: [{ semaphore: target }], fence, command });
    const seen = await observer.semaphore();
    await seen.import(await target.export(handleType), handleType, 'permanent');
    const result = await waitThrough(observer, { semaphore: seen }, command);
    const pending = await held.isHeld();
    expect('wait on what the semaphore exports behind the submission', result).toBe('VK_SUCCESS');
    if (!pending) behindMoreLoad('a wait beside it');
    should('whether the temporary payload was pending all the while, which the case needs', pending).toBe(
      true,
    );
    await held.release();
    expect('wait on the temporary payload', await fence.wait(patience)).toBe('VK_SUCCESS');
  });

temporary
  .case('temporary-kept-by-signal', 'A signal goes to the temporary payload and does not end the import')
  .proves('semaphore.import.temporary-kept-by-signal')
  .over({ handleType: binarySemaphoreReferenceTypes, reach: reaches })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const target = await importer.semaphore();
    await target.import(await source.export(handleType), handleType, 'temporary');
    for (let round = 1; round <= 3; round += 1) {
      const wait = await waitAcrossHold({
        signal: { semaphore: target, through: importer },
        wait: { semaphore: source, through: exporter },
      });
      control(`signal ${round}: wait on the source while it is held`, wait.held).toBe('VK_TIMEOUT');
      expect(`signal ${round}: wait on the source behind it`, wait.released).toBe('VK_SUCCESS');
    }
  });

temporary
  .case(
    'temporary-stacked',
    'A later temporary import replaces the one before; one wait brings the permanent payload back',
  )
  .proves('semaphore.import.temporary-stacked')
  .over({ handleType: binarySemaphoreHandleTypes, reach: reaches, count: [20] })
  .where(({ handleType, reach }) => handleType === 'SYNC_FD' || reach !== 'device') // else the queue could not be freed
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, count, expect, control }) => {
    const target = await importer.semaphore();
    const own = { semaphore: target, through: importer };
    const first = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the semaphore while its own signal is held', first.held).toBe('VK_TIMEOUT');
    await signalThrough(importer, { semaphore: target });
    const replaced: Semaphore[] = [];
    for (let made = 1; made < count; made += 1) {
      // A wait that met one of these would not end; a copy has to be signaled to be exported.
      const state = handleType === 'SYNC_FD' ? 'signaled' : 'unsignaled';
      const { semaphore } = await semaphoreIn(exporter, state, { handleType });
      await target.import(await semaphore.export(handleType), handleType, 'temporary');
      replaced.push(semaphore);
    }
    await importSignaled(exporter, target, handleType);
    expect('wait on the last import', await waitThrough(importer, { semaphore: target })).toBe('VK_SUCCESS');
    const restored = await waitThrough(importer, { semaphore: target });
    if (restored !== 'VK_SUCCESS') {
      for (const semaphore of replaced) await signalThrough(exporter, { semaphore });
    }
    expect('wait on the signal from before the imports', restored).toBe('VK_SUCCESS');
    const next = await waitAcrossHold({ signal: own, wait: own });
    expect('wait on the semaphore while one more signal of its own is held', next.held).toBe('VK_TIMEOUT');
    expect('wait behind one more signal of its own', next.released).toBe('VK_SUCCESS');
  });

temporary
  .case('permanent-over-temporary', 'A permanent import takes the place of a temporary one for good')
  .proves('semaphore.import.permanent-over-temporary')
  .over({ handleType: binarySemaphoreReferenceTypes, reach: reaches })
  .withoutControl('each wait is expected both to wait and to end, which no driver that does nothing does')
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, expect }) => {
    const target = await importer.semaphore();
    await importSignaled(exporter, target, handleType);
    const source = await exporter.semaphore({ exportAs: [handleType] });
    await target.import(await source.export(handleType), handleType, 'permanent');
    for (let round = 1; round <= 3; round += 1) {
      const wait = await waitAcrossHold({
        signal: { ...operation('binary', source), through: exporter },
        wait: { semaphore: target, through: importer },
      });
      expect(`wait ${round} on the import while the signal is held`, wait.held).toBe('VK_TIMEOUT');
      expect(`wait ${round} on the import behind the signal`, wait.released).toBe('VK_SUCCESS');
    }
  });

temporary
  .case(
    'wait-then-signal-one-call',
    'A signal in the batch that waits for a temporary payload goes to the permanent one',
  )
  .proves('semaphore.import.wait-then-signal-one-call')
  .over({ handleType: binarySemaphoreHandleTypes, reach: reaches, command: submitCommands })
  .needs(...transfer, submitCommand)
  .run(async ({ exporter, importer, handleType, command, expect, control }) => {
    const target = await importer.semaphore();
    const own = { semaphore: target, through: importer };
    const first = await waitAcrossHold({ signal: own, wait: own, command });
    control('wait on the semaphore while its own signal is held', first.held).toBe('VK_TIMEOUT');
    await importSignaled(exporter, target, handleType);
    const queue = await importer.queue();
    await queue.submit({ wait: [{ semaphore: target }], signal: [{ semaphore: target }], command });
    expect(
      'wait on the signal of that batch',
      await waitThrough(importer, { semaphore: target }, command),
    ).toBe('VK_SUCCESS');
    const next = await waitAcrossHold({ signal: own, wait: own, command });
    expect('wait behind one more signal', next.released).toBe('VK_SUCCESS');
  });

temporary
  .case(
    'destroy-while-temporary',
    'A semaphore can be destroyed with a temporary payload, and nothing is left of it',
  )
  .proves('semaphore.import.destroy-while-temporary')
  .over({ handleType: binarySemaphoreHandleTypes, count: [100] })
  .needs(...transfer)
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, device, handleType, count, handleCount, ownHandles, expect, control }) => {
    const shared = sharedAs(device);
    const round = async () => {
      const target = await exporter.semaphore(shared === undefined ? {} : { exportAs: [shared] });
      // Where a driver keeps descriptors for what it has exported, the permanent payload has one as well.
      if (shared !== undefined) (await target.export(shared)).close();
      const source = await importSignaled(exporter, target, handleType);
      await target.destroy();
      if (handleType !== 'SYNC_FD') {
        expect('wait on a payload that was shared', await waitThrough(exporter, { semaphore: source })).toBe(
          'VK_SUCCESS',
        );
      }
      await source.destroy();
    };
    const proven = { semaphore: await exporter.semaphore(), through: exporter };
    const first = await waitAcrossHold({ signal: proven, wait: proven });
    control('wait on a semaphore while its signal is held', first.held).toBe('VK_TIMEOUT');
    await round();
    const tolerated = toleratedHandles(device, count, count / 10);
    const before = handleCount();
    const own = ownHandles(count);
    control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
    for (const handle of own) handle.close();
    for (let done = 0; done < count; done += 1) await round();
    expect('open descriptors or handles behind it', handleCount() - before).toBeAtMost(tolerated);
  });

import {
  binarySemaphoreReferenceTypes,
  exportable,
  forOneMoreImport,
  handlesOf,
  importable,
  importResults,
  mayTravel,
  operation,
  pendingSignal,
  permanences,
  provenSemaphore,
  reaches,
  semaphoreHandleTypes,
  semaphoreOfType,
  semaphoreReferenceTypes,
  semaphoreTypes,
  signalThrough,
  submitCommand,
  submitCommands,
  suite,
  waitAcrossHold,
  waitThrough,
  waitWhileHeld,
} from '../../harness/cases';

const importing = suite(
  'semaphore.import',
  'What a semaphore becomes when it imports a payload by reference',
);

importing
  .case(
    'shared-signal-wait',
    'A signal through either semaphore of a sharing pair satisfies a wait through the other',
  )
  .proves('semaphore.import.shared-signal-wait')
  .over({
    handleType: semaphoreReferenceTypes,
    type: semaphoreTypes,
    permanence: permanences,
    reach: reaches,
    signalBy: ['exporter', 'importer'],
    command: submitCommands,
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable), submitCommand)
  .run(async ({ exporter, importer, handleType, type, permanence, signalBy, command, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await importer.semaphore({ type });
    const handles = handlesOf(source, handleType);
    await target.import(await handles(), handleType, permanence);
    const here = { ...operation(type, source), through: exporter };
    const there = { ...operation(type, target), through: importer };
    const [signal, wait] = signalBy === 'exporter' ? [here, there] : [there, here];
    const renew = async () => target.import(await handles(), handleType, permanence);
    const seen = await waitAcrossHold({ signal, wait, command, renew });
    control('wait through the other semaphore while the signal is held', seen.held).toBe('VK_TIMEOUT');
    expect('wait through the other semaphore behind the signal', seen.released).toBe('VK_SUCCESS');
  });

importing
  .case(
    'shared-unsignal',
    'A wait through either sharer unsignals the payload for both, once for each signal',
  )
  .proves('semaphore.import.shared-unsignal')
  .over({ handleType: binarySemaphoreReferenceTypes, reach: reaches, rounds: [1, 100] })
  .needs(exportable('binary semaphore'), importable('binary semaphore'))
  .run(async ({ exporter, importer, handleType, rounds, expect, control }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const target = await provenSemaphore({ control }, importer, 'binary');
    await target.import(await source.export(handleType), handleType, 'permanent');
    const here = { semaphore: source, through: exporter };
    const there = { semaphore: target, through: importer };
    const first = await waitAcrossHold({ signal: here, wait: there });
    expect('wait through the importing semaphore while the signal is held', first.held).toBe('VK_TIMEOUT');
    expect('wait through the importing semaphore behind the signal', first.released).toBe('VK_SUCCESS');
    const second = await waitAcrossHold({ signal: there, wait: here });
    expect('wait through the source behind that wait, its signal held', second.held).toBe('VK_TIMEOUT');
    expect('wait through the source behind its signal', second.released).toBe('VK_SUCCESS');
    for (let round = 1; round <= rounds; round += 1) {
      await signalThrough(exporter, { semaphore: source });
      expect(
        `round ${round}: signal through the source, wait through the importing semaphore`,
        await waitThrough(importer, { semaphore: target }),
      ).toBe('VK_SUCCESS');
      await signalThrough(importer, { semaphore: target });
      expect(
        `round ${round}: signal through the importing semaphore, wait through the source`,
        await waitThrough(exporter, { semaphore: source }),
      ).toBe('VK_SUCCESS');
    }
    const last = await waitAcrossHold({ signal: there, wait: here });
    expect('wait through the source behind the last round, its signal held', last.held).toBe('VK_TIMEOUT');
    expect('that wait behind its signal', last.released).toBe('VK_SUCCESS');
  });

importing
  .case(
    'shared-adopts-state',
    'An importing semaphore sees the signal that the payload has, or that is pending',
  )
  .proves('semaphore.import.shared-adopts-state')
  .over({
    handleType: semaphoreReferenceTypes,
    type: semaphoreTypes,
    permanence: permanences,
    reach: reaches,
    state: ['signaled', 'pending'],
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, permanence, state, expect, control }) => {
    const shared = async () => {
      const source = await exporter.semaphore({ type, exportAs: [handleType] });
      const target = await importer.semaphore({ type });
      const handles = handlesOf(source, handleType);
      const sharing = async () => target.import(await handles(), handleType, permanence);
      return { source, target, sharing };
    };
    const unsignaled = await shared();
    await unsignaled.sharing();
    const before = await waitAcrossHold({
      signal: { ...operation(type, unsignaled.source), through: exporter },
      wait: { ...operation(type, unsignaled.target), through: importer },
      renew: unsignaled.sharing,
    });
    expect('wait on the import of an unsignaled payload', before.held).toBe('VK_TIMEOUT');
    control('that wait behind a signal', before.released).toBe('VK_SUCCESS');

    const { source, target, sharing } = await shared();
    if (state === 'signaled') {
      await signalThrough(exporter, operation(type, source));
      await sharing();
      expect(
        'wait on the import of a signaled payload',
        await waitThrough(importer, operation(type, target)),
      ).toBe('VK_SUCCESS');
      return;
    }
    const work = await pendingSignal(exporter, type, source);
    await sharing();
    const waiting = await waitWhileHeld(importer, operation(type, target));
    if (await work.isHeld()) {
      expect('wait on the import of a payload while its signal is pending', waiting.held).toBe('VK_TIMEOUT');
    }
    await work.release();
    expect('that wait behind the signal', await waiting.result()).toBe('VK_SUCCESS');
  });

importing
  .case(
    'back-into-origin',
    'A semaphore that imports its own payload goes on as before, alone and with its sharers',
  )
  .proves('semaphore.import.back-into-origin')
  .over({
    handleType: semaphoreReferenceTypes,
    type: semaphoreTypes,
    permanence: permanences,
    reach: reaches,
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, permanence, minusOne, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await importer.semaphore({ type });
    const handles = handlesOf(source, handleType);
    await target.import(await handles(), handleType, 'permanent');
    // Exported here: whether a payload that came by import can be exported is for the device to say.
    const exported = await handles();
    for (let round = 1n; round <= 3n; round += 1n) {
      await source.import(forOneMoreImport({ minusOne }, exported, handleType), handleType, permanence);
      const there = await waitAcrossHold({
        signal: { ...operation(type, source, 2n * round - 1n), through: exporter },
        wait: { ...operation(type, target, 2n * round - 1n), through: importer },
      });
      control(`import ${round}: wait through a sharer while the signal is held`, there.held).toBe(
        'VK_TIMEOUT',
      );
      expect(`import ${round}: wait through a sharer behind the signal`, there.released).toBe('VK_SUCCESS');
      const back = await waitAcrossHold({
        signal: { ...operation(type, target, 2n * round), through: importer },
        wait: { ...operation(type, source, 2n * round), through: exporter },
      });
      expect(`import ${round}: wait through itself behind the sharer's signal`, back.released).toBe(
        'VK_SUCCESS',
      );
    }
  });

importing
  .case(
    'advertised-importable',
    'A handle type that is reported importable can be imported in every way that it allows',
  )
  .proves('semaphore.import.advertised-importable')
  .over({
    handleType: semaphoreHandleTypes,
    type: semaphoreTypes,
    permanence: permanences,
    reach: reaches,
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, permanence, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const local = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, source, 1n), through: exporter },
    });
    control('wait on the source while its signal is held', local.held).toBe('VK_TIMEOUT');
    await signalThrough(exporter, operation(type, source, 2n));
    const target = await importer.semaphore({ type });
    const handle = await source.export(handleType);
    expect('result of the import', await target.tryImport(handle, handleType, permanence)).toBe('VK_SUCCESS');
    expect('wait on the importing semaphore', await waitThrough(importer, operation(type, target, 2n))).toBe(
      'VK_SUCCESS',
    );
  });

importing
  .case('return-codes', 'An import that is valid succeeds, or gives an error that the command lists')
  .proves('semaphore.import.return-codes')
  .over({ handleType: semaphoreHandleTypes, type: semaphoreTypes, permanence: permanences })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withoutControl('a result is looked at, and what the import did is judged by the other cases')
  .run(async ({ exporter, handleType, type, permanence, expect, should }) => {
    for (let count = 1n; count <= 20n; count += 1n) {
      const source = await exporter.semaphore({ type, exportAs: [handleType] });
      await signalThrough(exporter, operation(type, source));
      const target = await exporter.semaphore({ type });
      const result = await target.tryImport(await source.export(handleType), handleType, permanence);
      expect(`result of import ${count}`, result).toBeOneOf(importResults);
      should(`result of import ${count}`, result).toBeOneOf(['VK_SUCCESS', 'VK_ERROR_OUT_OF_HOST_MEMORY']);
    }
  });

import {
  deadlineOfHundreds,
  type ExternalHandle,
  exportable,
  type Fence,
  fenceHandleTypes,
  importable,
  mayImport,
  patience,
  permanences,
  reaches,
  repeatedly,
  suite,
  transferenceOf,
} from '../../harness/cases';

const repeating = suite('fence.repeated-import', 'One payload, exported or imported many times');

repeating
  .case(
    'multiple-imports',
    'One payload can be imported into several fences of an instance, and all of them track it',
  )
  .proves('fence.import-fd.multiple-imports')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: permanences, reach: reaches, count: [2, 8] })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, count, minusOne, expect, control }) => {
    const reference = transferenceOf(handleType) === 'reference';
    const source = await exporter.fence({ exportAs: [handleType], signaled: !reference });
    const handle = await source.export(handleType);
    const targets: Fence[] = [];
    for (let made = 0; made < count; made += 1) {
      const target = await importer.fence();
      control('status of a target before its import', await target.status()).toBe('VK_NOT_READY');
      const copy = handle.isMinusOne ? minusOne() : handle.duplicate();
      await target.import(copy, handleType, permanence);
      targets.push(target);
    }
    if (reference) {
      for (const target of targets)
        control('status of a target before the signal', await target.status()).toBe('VK_NOT_READY');
      await (await exporter.queue()).submit({ fence: source });
    }
    expect('wait on all targets', await importer.waitForFences(targets, true, patience)).toBe('VK_SUCCESS');
    for (const target of targets) expect('status of a target', await target.status()).toBe('VK_SUCCESS');
  });

repeating
  .case(
    'hundreds-of-imports',
    'One payload can be imported hundreds of times, over two instances and another process, by both permanences',
  )
  .proves('fence.import-fd.multiple-imports')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'] })
  .needs(exportable('fence'), importable('fence'))
  .withPeer()
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, endpoint, handleType, minusOne, expect, control }) => {
    const reference = transferenceOf(handleType) === 'reference';
    const source = await exporter.fence({ exportAs: [handleType], signaled: !reference });
    const handle = await source.export(handleType);
    const groups = await Promise.all(
      reaches.map(async (reach) => ({ reach, importer: await endpoint(reach), targets: [] as Fence[] })),
    );
    for (let round = 0; round < 100; round += 1) {
      for (const { importer, targets } of groups) {
        const target = await importer.fence();
        const copy = handle.isMinusOne ? minusOne() : handle.duplicate();
        await target.import(copy, handleType, reference && round % 2 === 0 ? 'permanent' : 'temporary');
        targets.push(target);
      }
    }
    const plain = await exporter.fence();
    control('status of a fence that imported nothing', await plain.status()).toBe('VK_NOT_READY');
    if (reference) await (await exporter.queue()).submit({ fence: source });
    for (const { reach, importer, targets } of groups) {
      expect(
        `wait on all targets at reach ${reach}`,
        await importer.waitForFences(targets, true, patience),
      ).toBe('VK_SUCCESS');
    }
  });

repeating
  .case(
    'thousands',
    'A fence takes one payload after the other thousands of times, each exported for it, and goes by the last one',
  )
  .proves('fence.import-fd.multiple-imports')
  .over({
    handleType: ['OPAQUE_FD', 'SYNC_FD'],
    permanence: permanences,
    reach: ['device', 'instance'],
    count: [4096],
  })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, importer, handleType, permanence, count, expect, control, note }) => {
    const reference = transferenceOf(handleType) === 'reference';
    const queue = await exporter.queue();
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await repeatedly({ note }, 'imports', count, async (made) => {
      // A copy needs a signal, which the export takes.
      if (!reference) {
        await queue.submit({ fence: source });
        expect(`wait in front of export ${made}`, await source.wait(patience)).toBe('VK_SUCCESS');
      }
      await target.import(await source.export(handleType), handleType, permanence);
    });
    if (reference) {
      control('status behind the last import', await target.status()).toBe('VK_NOT_READY');
      await queue.submit({ fence: source });
    }
    expect('wait behind the last signal', await target.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    control('status behind a reset', await target.status()).toBe('VK_NOT_READY');
    await queue.waitIdle();
    const shared = reference && permanence === 'permanent';
    expect('status of the source behind it', await source.status()).toBe(
      reference && !shared ? 'VK_SUCCESS' : 'VK_NOT_READY',
    );
  });

repeating
  .case(
    'distinct-imports',
    'Every import makes a reference of its own: destroying one of several importing fences leaves the others with the payload',
  )
  .proves('fence.import-fd.multiple-imports')
  .over({
    handleType: ['OPAQUE_FD', 'SYNC_FD'],
    permanence: permanences,
    reach: reaches,
    destroyed: ['first', 'last', 'source'],
  })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, destroyed, minusOne, expect, control }) => {
    const reference = transferenceOf(handleType) === 'reference';
    const source = await exporter.fence({ exportAs: [handleType], signaled: !reference });
    const handle = await source.export(handleType);
    const targets: Fence[] = [];
    for (let made = 0; made < 3; made += 1) {
      const target = await importer.fence();
      control('status of a target before its import', await target.status()).toBe('VK_NOT_READY');
      await target.import(handle.isMinusOne ? minusOne() : handle.duplicate(), handleType, permanence);
      targets.push(target);
    }
    const [first, middle, last] = targets as [Fence, Fence, Fence];
    await { first, last, source }[destroyed].destroy();
    const left = { first: [middle, last], last: [first, middle], source: [first, last] }[destroyed] as [
      Fence,
      Fence,
    ];
    if (reference) await (await importer.queue()).submit({ fence: left[0] });
    expect('wait on a fence that is left', await left[1].wait(patience)).toBe('VK_SUCCESS');
    expect('wait on another that is left', await left[0].wait(patience)).toBe('VK_SUCCESS');
  });

repeating
  .case('back-into-origin', 'A fence can import the payload that it exported itself, and goes on working')
  .proves('fence.import.back-into-origin')
  .over({ handleType: fenceHandleTypes, permanence: permanences, state: ['signaled', 'unsignaled'] })
  .where(
    ({ handleType, permanence, state }) =>
      transferenceOf(handleType) === 'reference' || (permanence === 'temporary' && state === 'signaled'),
  )
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, handleType, permanence, state, expect, control }) => {
    const expected = state === 'signaled' ? 'VK_SUCCESS' : 'VK_NOT_READY';
    const fence = await exporter.fence({ exportAs: [handleType], signaled: state === 'signaled' });
    const queue = await exporter.queue();
    control('status before the export', await fence.status()).toBe(expected);
    await fence.import(await fence.export(handleType), handleType, permanence);
    expect('status behind the import', await fence.status()).toBe(expected);
    for (const round of ['first', 'second']) {
      await fence.reset();
      expect(`status behind the ${round} reset`, await fence.status()).toBe('VK_NOT_READY');
      await queue.submit({ fence });
      expect(`wait behind the ${round} submit`, await fence.wait(patience)).toBe('VK_SUCCESS');
    }
  });

repeating
  .case(
    'repeat-reference-same-payload',
    'All handles that a fence exports by reference denote one payload: signals and resets through any are seen through all',
  )
  .proves('fence.export.repeat-reference-same-payload')
  .over({ handleType: ['OPAQUE_FD'], reach: reaches, count: [2, 8] })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, count, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const handles: ExternalHandle[] = [];
    for (let made = 0; made < count; made += 1) handles.push(await source.export(handleType));
    const targets: Fence[] = [];
    for (const handle of handles) {
      const target = await importer.fence();
      await target.import(handle, handleType, 'permanent');
      targets.push(target);
    }
    const [signaled, ...others] = targets as [Fence, ...Fence[]];
    for (const target of targets)
      control('status of a target before the signal', await target.status()).toBe('VK_NOT_READY');
    await (await importer.queue()).submit({ fence: signaled });
    expect('wait on all targets', await importer.waitForFences(targets, true, patience)).toBe('VK_SUCCESS');
    expect('wait on the source', await source.wait(patience)).toBe('VK_SUCCESS');
    await signaled.reset();
    for (const other of others)
      expect('status of a target behind the reset of another', await other.status()).toBe('VK_NOT_READY');
    expect('status of the source behind that reset', await source.status()).toBe('VK_NOT_READY');
  });

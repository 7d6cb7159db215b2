/** Each program runs in a process of its own: native code has no place in Jest's sandbox. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// biome-ignore lint/suspicious/noExplicitAny: facts of a test program, whose shape the expectations state
function factsOf(program: string, ...args: string[]): any {
  const path = join(__dirname, `${program}.native-test.js`);
  return JSON.parse(execFileSync(process.execPath, [path, ...args], { encoding: 'utf8', timeout: 60_000 }));
}

describe.each([
  ['where kcmp is allowed', []],
  ['where kcmp is refused', ['refuse-kcmp']],
])('a descriptor, %s', (_, args) => {
  const facts = factsOf('descriptor', ...args);

  test('is compared by its open file description', () => {
    const expected = ['same', 'same', 'different', 'different', 'different', 'different'];
    expect(facts.sameness.verdicts).toEqual(expected);
    expect(facts.sameness.bySignalNumber).toEqual(expected);
    const byKcmp = args.length === 0 ? expected : expected.map(() => 'unknown');
    // The machine that runs this may refuse kcmp by itself.
    expect([byKcmp, expected.map(() => 'unknown')]).toContainEqual(facts.sameness.byKcmp);
    expect(facts.sameness.minusOne).toBe('different');
  });

  test('shows close-on-exec by its flag and by exec', () => {
    const { before, after, amongAll, value } = facts.closeOnExec;
    expect(before).toEqual({ flag: true, visible: false });
    expect(after).toMatchObject({ flag: false, inheritable: true });
    expect(after.sighting).toMatchObject({ value, visible: true, identity: { kind: 'eventfd' } });
    expect(['same', 'unknown']).toContain(after.sighting.sameAsHere);
    expect(amongAll).toBe(true);
  });

  test('is duplicated by every call of the family', () => {
    const copy = (how: string, closeOnExec: boolean) => ({ how, closeOnExec, same: 'same', other: true });
    expect(facts.duplicates).toEqual([
      copy('dup', false),
      copy('dup2', false),
      copy('dup3', true),
      copy('F_DUPFD_CLOEXEC', true),
    ]);
    const { arrived, closeOnExec, ontoOwned, ontoItself, beyondLimit } = facts.duplicateAtNumber;
    expect({ arrived, closeOnExec }).toEqual({ arrived: true, closeOnExec: false });
    expect(ontoOwned).toMatch(/^HandleUseError: dup2 onto descriptor \d+, eventfd .* would close it/);
    expect(ontoItself).toMatch(/^HandleUseError/);
    expect(beyondLimit).toMatch(/^OsCallError: dup2 .* failed with EBADF$/);
  });

  test('is polled without blocking the event loop', () => {
    expect(facts.polling).toEqual({
      before: ['not-ready', 'not-ready', 'not-ready', 'ready'],
      waited: 'ready',
      loopWasFree: true,
      hungUp: 'ready',
      abandoned: 'invalid',
      heir: true,
      invalid: 'invalid',
    });
  });

  test('refuses every use once the driver owns it', () => {
    const { refusals, message, remembered, state, owner, closeOnExec } = facts.ownership;
    expect(refusals.length).toBeGreaterThan(7);
    for (const [, refusal] of refusals) expect(refusal).toBe('HandleUseError');
    expect(message).toContain('the driver owns it');
    expect(remembered).toContain('memfd');
    expect({ state, owner, closeOnExec }).toEqual({ state: 'released', owner: 'driver', closeOnExec: true });
  });

  test('is never closed in the place of another', () => {
    const { closedTwice, theft, stillOpen, vanished, adoptedTwice, adoptedClosed, lost, owns } =
      facts.ownership;
    expect(closedTwice).toMatch(/it was closed before/);
    expect(theft).toMatch(/now refers to pipe .* someone else closed it/);
    expect(stillOpen).toBe(true);
    expect(vanished).toMatch(/^OsCallError: close .* failed with EBADF$/);
    expect(lost).toMatchObject({ sameNumber: true, state: 'lost', heirOpen: true });
    expect(lost.close).toMatch(/^HandleLost: close .* someone closed it/);
    expect(owns).toEqual([true, false]);
    expect(adoptedTwice).toMatch(/given out a second time/);
    expect(adoptedClosed).toMatch(/failed with EBADF$/);
  });

  test('of a foreign kind is what it says, and nothing of it stays', () => {
    const kinds = facts.foreign.made.map(({ kind, open, is }: Record<string, unknown>) => [kind, open, is]);
    expect(kinds).toEqual([
      ['closed', false, 'none'],
      ['pipe-read-end', true, 'pipe'],
      ['pipe-write-end', true, 'pipe'],
      ['null-device', true, 'device'],
      ['zero-device', true, 'device'],
      ['regular-file', true, 'regular'],
      ['memory-file', true, 'memfd'],
      ['event', true, 'eventfd'],
      ['unix-socket', true, 'socket'],
      ['epoll', true, 'epoll'],
      ['timer', true, 'timerfd'],
      ['directory', true, 'directory'],
      ['minus-one', false, 'none'],
      ['huge-number', false, 'none'],
    ]);
    const sized = facts.foreign.made.filter(({ size }: { size: unknown }) => size !== null);
    expect(sized.map(({ kind, size }: Record<string, unknown>) => [kind, size])).toEqual([
      ['regular-file', 65536],
      ['memory-file', 65536],
    ]);
    expect(facts.foreign).toMatchObject({ distinct: true, reused: false });
    expect(facts.foreign.left).toEqual({ appeared: [], vanished: [], replaced: [] });
  });
});

describe('the ledger and the limit', () => {
  const facts = factsOf('ledger');

  test('find what appeared, vanished and was replaced, and nothing else', () => {
    const { unchanged, expected, found, owners, leak, staying } = facts.changes;
    expect(unchanged).toEqual({ appeared: [], vanished: [], replaced: [] });
    expect(found).toEqual(expected);
    expect(found.appeared).not.toContain(staying);
    expect(owners).toEqual(['unclaimed', 'application']);
    expect(leak.closeOnExec).toBe(false);
    expect(leak.description).toMatch(/^descriptor \d+, memfd .* appeared$/);
  });

  test('agree with fstat', () => {
    expect(facts.agreement.count).toBeGreaterThan(3);
    expect(facts.agreement.wrong).toEqual([]);
  });

  test('exhaust the descriptors and give them back', () => {
    const { before, after, exhausted, withTwo, afterThrow, rejected, copy, aboveHard } = facts.limits;
    expect(exhausted).toEqual({ dup: 'EMFILE', memfd: 'EMFILE', ledgerStillReads: true });
    expect(withTwo).toBe('EMFILE');
    expect(afterThrow).toMatch(/from inside/);
    expect(rejected).toMatch(/^dup \(descriptor \d+\) failed with EMFILE$/);
    expect(after).toBe(before);
    expect(copy).toBe('no error');
    expect(['EINVAL', 'EPERM']).toContain(aboveHard);
  });
});

describe('another process', () => {
  const facts = factsOf('passing');

  test('gets descriptors over a socket and sends them back', () => {
    const facts_ = facts.thereAndBack;
    expect(facts_.facts).toEqual({ tag: 'payload é', none: -1, size: 8192, kinds: ['eventfd', 'memfd'] });
    expect(facts_).toMatchObject({
      written: 'from child',
      same: ['same', 'same'],
      none: -1,
      newNumbers: true,
      closeOnExec: true,
      signaledByChild: 'ready',
      many: 253,
      manySame: true,
      afterEnd: null,
      code: 0,
      afterDeath: 'EPIPE',
    });
  });

  test('does not lose descriptors silently', () => {
    expect(facts.starved.message).toMatch(/1 of its descriptors did not arrive/);
    expect(facts.starved.left).toEqual([]);
    expect(facts.starved.silence).toBe('HandleTimeoutError');
  });

  test('inherits what was chosen, where it was chosen', () => {
    expect(facts.inheritance.child.kinds).toEqual(['eventfd', 'memfd']);
    expect(facts.inheritance).toMatchObject({ closeOnExecHere: true, taken: 'HandleUseError' });
  });

  test('dies with its parent, whose shared memory stays', () => {
    expect(facts.death).toEqual({
      ready: 'bound',
      survived: 'last call',
      gone: null,
      region: { permissions: 'rw-s', sameObject: true },
      zeroAfterUnmap: true,
      unmapped: true,
      tooLong: 'HandleUseError',
      reused: true,
      pageSize: expect.any(Number),
    });
    expect(facts.orphan).toBe('SIGKILL');
  });
});

describe.each(['udmabuf', 'dma-heap', 'vgem'])('a dma-buf of %s', (producer) => {
  const facts = factsOf('kernel-payload')[producer];
  const here = facts === undefined ? test.skip : test;

  here(`has a size and an inode of its own, and is mapped (needs ${producer})`, () => {
    expect(facts.buffer).toEqual({
      kind: 'dma-buf',
      unique: true,
      size: true,
      closeOnExec: true,
      otherObject: true,
      access: 'accepted',
      zeroed: true,
      seen: [0, 1, 2, 3],
    });
    expect(facts.left).toEqual([]);
  });

  here(`has its fences as a sync file, which is signaled while nothing uses it (needs ${producer})`, () => {
    expect(facts.syncFile).toEqual({
      kind: 'sync_file',
      unique: false,
      closeOnExec: true,
      status: 1,
      poll: 'ready',
      size: null,
      same: ['same', 'different'],
      bySignalNumber: ['same', 'different'],
    });
  });

  here(`takes the fence of a sync file, and of nothing else (needs ${producer})`, () => {
    expect(facts.attached.refused).toMatch(/DMA_BUF_IOCTL_IMPORT_SYNC_FILE .* failed with EINVAL$/);
    expect([[], ['not-ready', 0, 'ready', 1]]).toContainEqual(facts.attached.states);
  });
});

describe.each(['vgem', 'sw_sync'])('a sync file of %s', (source) => {
  const facts = factsOf('sync-file-source')[source];
  const here = facts === undefined ? test.skip : test;
  const state = (poll: string, status: number, fenceCount = 1) => ({
    kind: 'sync_file',
    poll,
    status,
    fenceCount,
  });

  here(`is pending until it is signaled (needs ${source})`, () => {
    expect(facts).toMatchObject({
      closeOnExec: true,
      before: state('not-ready', 0),
      pendingBefore: true,
      signaled: true,
      behind: [state('ready', 1), false, 'ready', false],
      left: [],
    });
  });

  here(`ends when its source is closed (needs ${source})`, () => {
    const ended = state('ready', source === 'vgem' ? 1 : -2);
    expect(facts.sourceClosed).toEqual([ended, false, 'HandleUseError']);
    expect(facts.failed).toEqual(
      source === 'vgem' ? ['HandleUseError', state('not-ready', 0)] : ['no error', ended],
    );
  });

  here(`is merged with another (needs ${source})`, () => {
    expect(facts.merged).toEqual({
      before: state('not-ready', 0, 2),
      between: state('not-ready', 0, 2),
      behind: state('ready', 1, 2),
      closeOnExec: true,
    });
  });
});

test('importing the face loads no native code', () => {
  const program = `require(${JSON.stringify(join(__dirname, '..', 'index.js'))}).osHandles();
    console.log(Object.keys(require.cache).filter((path) => path.includes('koffi')).length)`;
  expect(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }).trim()).toBe('0');
});

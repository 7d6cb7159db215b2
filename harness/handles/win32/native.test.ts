import { join } from 'node:path';
import {
  outputOnWindows,
  whereWindowsProgramsRun as where,
  windowsProgramsRun,
} from '../../../fixtures/wine/windows-program';

// biome-ignore lint/suspicious/noExplicitAny: facts of a test program, whose shape the expectations state
function factsOf(program: string): any {
  return JSON.parse(outputOnWindows(join(__dirname, `${program}.native-test.js`), 120_000));
}

const described = windowsProgramsRun ? describe : describe.skip;

described(`a handle of Windows, ${where}`, () => {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  let facts: any;
  beforeAll(() => {
    facts = factsOf('handles');
  }, 130_000);

  test('is compared by its object', () => {
    expect(facts.sameness).toEqual({ copy: 'same', itself: 'same', other: 'different', references: 2 });
  });

  test('has the rights that its duplication asked for', () => {
    const accessDenied = 5;
    expect(facts.rights).toEqual({
      whole: '1f0003',
      waiting: '100000',
      refused: accessDenied,
      waitable: 'not-ready',
    });
  });

  test('is waited for without blocking the event loop', () => {
    expect(facts.signals).toEqual({ before: 'not-ready', waited: 'ready', after: 'not-ready' });
  });

  test('is seen by a child where it is inheritable alone', () => {
    expect(facts.inheritance).toEqual({
      before: { flag: false, seen: false },
      after: { flag: true, visible: true, kind: 'event' },
    });
  });

  test('is opened by the name of its object, in both namespaces', () => {
    const { wrongKind, global, ...rest } = facts.names;
    expect(rest).toEqual({
      link: true,
      unique: true,
      opened: 'same',
      openedAccess: '100000',
      unknown: null,
    });
    expect(wrongKind).toMatch(/^OsCallError: .* failed with ERROR_INVALID_HANDLE$/);
    // In a session, sections for all sessions take a privilege that not every user has.
    expect(global).toMatch(/^(same|OsCallError: .* failed with ERROR_ACCESS_DENIED)$/);
  });

  test('that is global is a number alone', () => {
    expect(facts.globalHandles).toEqual({
      text: 'global handle 0x40000002',
      same: 'same',
      other: 'different',
      duplicate: 'HandleUseError: duplicate on global handle 0x40000002: its number is all there is of it.',
      owned: 0,
      extended: 'global handle 0xffffffffc0000002',
      travels: true,
      none: Array(3).fill('HandleUseError'),
    });
  });

  test('has the security that its attributes asked for', () => {
    expect(facts.security).toMatchObject({ inheritable: true });
    expect(facts.security.text).toMatch(/D:P\(A;;0x100000;;;WD\)$/);
    expect(facts.security.wrong).toMatch(
      /^OsCallError: ConvertString.* \(no descriptor\) failed with ERROR_/,
    );
  });

  test('shares memory that stays valid behind its unmapping', () => {
    expect(facts.memory).toMatchObject({
      seen: 'shared',
      size: 8192,
      region: { holds: true, path: 'mapped' },
      afterUnmap: 0,
      pageSize: 4096,
    });
    expect(facts.memory.tooLong).toMatch(/^HandleUseError: .* holds 8192 bytes; 1048576 can't be mapped/);
  });

  test('has one owner', () => {
    expect(facts.ownership.twice).toMatch(/^HandleLost: .* was given out a second time/);
    for (const how of ['nothing', 'pseudo'])
      expect(facts.ownership[how]).toMatch(
        /^OsCallError: NtQueryObject .* failed with ERROR_INVALID_HANDLE$/,
      );
    expect(facts.ownership).toMatchObject({ stolenOpen: false, owned: 0 });
    expect(facts.ownership.stolenClose).toMatch(/ERROR_INVALID_HANDLE$/);
    expect(facts.ownership.released).toMatch(/^HandleUseError/);
    expect(facts.ownership.afterClose).toMatch(/^HandleUseError/);
  });

  test('is counted and listed', () => {
    const { grown, ...rest } = facts.ledger;
    // Beside those of the test, threads of the process open and close some of their own.
    expect(Math.abs(grown - 500)).toBeLessThan(50);
    expect(rest).toEqual({
      found: 500,
      access: '1f0003',
      vanished: [true],
      text: 'handle N, event (unnamed Event, object Event), owned by the application, vanished',
    });
  });

  test('of another kind can be made, for drivers to refuse', () => {
    const open = facts.foreign.filter((one: { open: boolean }) => one.open);
    expect(open.map(({ is }: { is: string }) => is)).toEqual([
      ...Array(5).fill('file'),
      ...['event', 'semaphore', 'mutex', 'section', 'process'],
    ]);
    expect(facts.foreign).toHaveLength(15);
  });
});

described(`two processes of Windows, ${where}`, () => {
  test('share objects by value and by name, and their ends are told', () => {
    expect(factsOf('passing')).toEqual({
      said: 'event section',
      signaled: 'ready',
      named: 'ready',
      memory: 'from child',
      back: 'same',
      killed: 'died of SIGKILL',
      crashed: 'died of an access violation (0xC0000005)',
      aborted: 'was aborted (exit code 134)',
      orphan: 'ended',
    });
  }, 130_000);
});

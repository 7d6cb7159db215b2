/** A self-test that only Linux can pass: a file, or a test by its name. */
export interface LinuxSelfTest {
  /** How the path of the file in `dist/` begins. */
  readonly file?: string;
  /** The name of a test, or of what holds several, as it stands in the source; `%s` for what differs. */
  readonly test?: string;
  /** Why there is nothing to test elsewhere, or why it cannot be tested there. */
  readonly reason: string;
}

const noSignals = 'a signal to a process of Windows ends it at once';
const faultOfDescriptors = 'its fault shows with SYNC_FD alone';
const journalIsOpen = 'leaves its journal open, so that its folder cannot be removed';

/** What Jest leaves out on Windows. Whatever is not here is a self-test of either platform. */
export const linuxSelfTests: readonly LinuxSelfTest[] = [
  { file: 'harness/handles/posix/', reason: 'descriptors' },
  { file: 'fixtures/guest/', reason: 'the guest boots on Linux alone' },
  { file: 'fixtures/real-drivers/', reason: 'fixtures are Debian packages' },
  { file: 'fixtures/wine/', reason: 'Wine runs on Linux' },
  { file: 'fixtures/faulty-icd/', reason: 'the driver in C is compiled for the fixtures of Linux' },
  { file: 'harness/reproducer/', reason: 'programs are made for POSIX systems' },
  { file: 'harness/cli/repro.test', reason: 'programs are made for POSIX systems' },
  {
    file: 'harness/drivers/icd-discovery.test',
    reason: 'the search path of POSIX; the registry has tests of its own',
  },
  { file: 'harness/drivers/driver-process.test', reason: 'its calls that block are of the C library' },
  { file: 'harness/results/kernel-log-watch.test', reason: 'no kernel log' },
  { file: 'harness/report-page/browser.test', reason: 'a Chromium that Debian packages' },
  { file: 'harness/setup/set-up.test', reason: 'Wine, which they would run on here, makes no junctions' },
  {
    file: 'fixtures/reference-driver/driver.test',
    reason: 'shares payloads by descriptors; by Windows handles the suite itself does',
  },
  {
    test: '%s is YAML, and its command lines are ones that there are',
    reason: 'takes a POSIX shell to read jobs for one',
  },
  { test: 'a library that crashes when it is loaded', reason: 'the library is an ELF file' },
  {
    test: 'a fetch that fails is told in the reports of the run that takes its place',
    reason: 'nothing is fetched',
  },
  { test: 'no room for %s is one line that names %s', reason: 'modes of folders are those of POSIX' },
  {
    test: 'a place that cannot be written to is told before anything runs',
    reason: 'modes of folders are those of POSIX',
  },
  {
    test: 'what the kernel says while a case hangs stands with that case, in every report',
    reason: 'no kernel log',
  },
  { test: 'a fault of another platform', reason: 'there it is a fault of this platform' },
  {
    test: 'a fault is caught, and the page tells by what; a page that tells otherwise is stale',
    reason: faultOfDescriptors,
  },
  {
    test: 'a run under a fault says so in its results and in the command that runs a case again',
    reason: faultOfDescriptors,
  },
  { test: 'folders of drivers may be links', reason: 'Wine, which it would run on here, makes no junctions' },
  { test: 'nor does one that was killed and that nobody has reaped', reason: 'Windows reaps by itself' },
  { test: 'nor does one whose number another process was given', reason: 'nobody sees when a process began' },
  {
    test: 'a process that lives holds its folder, however old its lock is',
    reason: 'nobody sees when a process began',
  },
  {
    test: 'of several processes that find the lock of a dead one, one takes the folder',
    reason: 'takes minutes under Wine',
  },
  {
    test: '%s in the middle of a hang ends the run in order, also with another right behind it',
    reason: noSignals,
  },
  {
    test: 'Ctrl-C in the middle of the trials ends in order, and tells how far it came',
    reason: noSignals,
  },
  { test: 'a run that was interrupted is gone on with', reason: noSignals },
  {
    test: 'a folder whose run goes on is no place for another run, and nothing there changes',
    reason: 'the run is stopped by a signal meanwhile',
  },
  { test: 'what the kernel said while no case was running is in the journal at once', reason: journalIsOpen },
  { test: 'a run whose folder was taken meanwhile writes no more', reason: journalIsOpen },
  { test: 'the reports of the run before stay until the next one begins', reason: journalIsOpen },
];

/** Jest's patterns of the files. */
export function linuxFiles(): string[] {
  return linuxSelfTests.flatMap(({ file }) => (file === undefined ? [] : [inPath(file)]));
}

/** Jest's pattern of the names of all other tests. */
export function otherThanLinuxTests(): string {
  const names = linuxSelfTests.flatMap(({ test }) => (test === undefined ? [] : [inName(test)]));
  return names.length === 0 ? '' : `^(?!.*(${names.join('|')}))`;
}

function inPath(text: string): string {
  return literal(text).replaceAll('/', '[\\\\/]');
}

function inName(text: string): string {
  return literal(text).replaceAll('%s', '.*');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

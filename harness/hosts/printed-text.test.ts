import { printedMore, printedText } from './printed-text';

describe('what a host printed', () => {
  const frames = Array.from(
    { length: 60 },
    (_, at) => `${`${at + 1}`.padStart(2)}: 0000000140D4${at + 1600} `,
  );

  it('is told without frames that are addresses alone, and without the heading above them', () => {
    const printed = [
      'icd.c:12: assertion failed: fence != NULL',
      '----- Native stack trace -----',
      '',
      ...frames,
      '61: 000000007B627E49 BaseThreadInitThunk+9',
      '',
      '----- JavaScript stack trace -----',
      '',
      '1: vkAllocateMemory (driver.js:63:29)',
      '',
    ];
    expect(printedText(printed.join('\r\n'))).toBe(
      [
        'icd.c:12: assertion failed: fence != NULL',
        '----- Native stack trace -----',
        '',
        '61: 000000007B627E49 BaseThreadInitThunk+9',
        '',
        '----- JavaScript stack trace -----',
        '',
        '1: vkAllocateMemory (driver.js:63:29)',
      ].join('\n'),
    );
    expect(printedText(['aborted', '----- Native stack trace -----', '', ...frames].join('\n'))).toBe(
      'aborted',
    );
    expect(printedText(frames.join('\n'))).toBe('');
  });

  it('is the end of it where it is long', () => {
    expect(printedText(`begin ${'x'.repeat(5000)} end`)).toMatch(/^x{1996} end$/);
    expect(printedMore('y'.repeat(30_000), 'z')).toMatch(/^y{19999}z$/);
  });

  it('keeps numbers and words', () => {
    expect(printedText('12345\n0xdeadbeef is no fence\nabcdef12\n')).toBe('12345\n0xdeadbeef is no fence');
  });
});

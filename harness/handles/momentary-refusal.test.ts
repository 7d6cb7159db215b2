import { despiteMomentaryRefusal } from './momentary-refusal';

/** An action that is refused so often. */
function refused(times: number, code: string) {
  const tried = { times: 0 };
  const action = (): string => {
    tried.times += 1;
    if (tried.times <= times) throw Object.assign(new Error(code), { code });
    return 'done';
  };
  return { tried, action };
}

test.each(['EPERM', 'EACCES', 'EBUSY'])(
  '%s of a moment is waited out on Windows, and final elsewhere',
  (code) => {
    const [there, elsewhere] = [refused(3, code), refused(3, code)];
    expect(despiteMomentaryRefusal(there.action, true)).toBe('done');
    expect(() => despiteMomentaryRefusal(elsewhere.action, false)).toThrow(code);
    expect([there.tried.times, elsewhere.tried.times]).toEqual([4, 1]);
  },
);

test('what does not pass is told: a lasting refusal in the end, anything else at once', () => {
  const other = refused(1, 'ENOENT');
  expect(() => despiteMomentaryRefusal(other.action, true)).toThrow('ENOENT');
  expect(other.tried.times).toBe(1);
  const lasting = refused(Number.POSITIVE_INFINITY, 'EPERM');
  expect(() => despiteMomentaryRefusal(lasting.action, true)).toThrow('EPERM');
  expect(lasting.tried.times).toBeGreaterThan(5);
});

/** Prints as JSON what lies behind the values given, in a process that was started for this. */
import { thisProcess } from './handle';
import { readIdentity } from './handle-identity';
import { check, kernel } from './kernel';

const processDuplicateHandle = 0x40;
const sameAccess = 2;

/** Whether a value is of the same object here as in that process: a child has objects of its own at values of its own. */
function sameAsIn(parent: number, value: number): 'same' | 'different' | 'unknown' {
  const { CompareObjectHandles, DuplicateHandle, CloseHandle } = kernel();
  if (CompareObjectHandles === null) return 'unknown';
  const made = Buffer.alloc(8);
  if (DuplicateHandle(parent, value, thisProcess, made, 0, 0, sameAccess) === 0) return 'different';
  const theirs = Number(made.readBigInt64LE(0));
  const same = CompareObjectHandles(value, theirs) !== 0;
  CloseHandle(theirs);
  return same ? 'same' : 'different';
}

const [of = '', ...values] = process.argv.slice(2);
const parent = check(
  'OpenProcess',
  kernel().OpenProcess(processDuplicateHandle, 0, Number(of)),
  `process ${of}`,
);
const seen = values.map((text) => {
  const value = Number(text);
  const identity = readIdentity(value);
  return { value, identity, sameAsHere: identity === null ? 'different' : sameAsIn(parent, value) };
});
process.stdout.write(JSON.stringify(seen));

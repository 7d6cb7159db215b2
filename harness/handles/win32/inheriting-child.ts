/** Prints as JSON what lies behind the values given, in a process that was started for this. */
import { readIdentity } from './handle-identity';

const seen = process.argv
  .slice(2)
  .map((text) => ({ value: Number(text), identity: readIdentity(Number(text)) }));
process.stdout.write(JSON.stringify(seen));

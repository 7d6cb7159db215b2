/** What changed between two snapshots of a process's handles. */
import {
  describeIdentity,
  type LedgerChange,
  type LedgerDifference,
  type LedgerEntry,
  type LedgerSnapshot,
} from './face';

/**
 * What changed. `replaced`: the number was closed and something else has it now. Anonymous inodes of one kind
 * (two eventfds, two sync files) look alike, so the exchange of one for the other goes unseen.
 */
export function compareSnapshots(before: LedgerSnapshot, after: LedgerSnapshot): LedgerDifference {
  const appeared: LedgerChange[] = [];
  const vanished: LedgerChange[] = [];
  const replaced: LedgerChange[] = [];
  for (const [value, now] of after) {
    const then = before.get(value) ?? null;
    if (then === null) {
      appeared.push({ value, before: null, after: now, description: `${describeEntry(now)} appeared` });
    } else if (then.identity.object !== now.identity.object || then.identity.kind !== now.identity.kind) {
      const description = `${describeEntry(then)} was replaced by ${describeIdentity(now.identity)}`;
      replaced.push({ value, before: then, after: now, description });
    }
  }
  for (const [value, then] of before) {
    if (after.has(value)) continue;
    vanished.push({ value, before: then, after: null, description: `${describeEntry(then)} vanished` });
  }
  return { appeared, vanished, replaced };
}

const ownerText = {
  application: ', owned by the application',
  driver: ', handed over to the driver',
  unclaimed: '',
};

function describeEntry(entry: LedgerEntry): string {
  return `${entry.noun} ${entry.value}, ${describeIdentity(entry.identity)}${ownerText[entry.owner]},`;
}

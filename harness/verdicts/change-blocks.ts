import type { OutcomeStatus } from '../cases/outcome';
import type { ChangeGroup, DeviceDifference, OutcomeChange } from './comparison-schema';
import { grouped } from './grouped';
import { type ChangeKind, withoutNumbers } from './outcome-change';

/** Changes that are told together: instances of one case, or all that one skip reason concerns. */
export interface ChangeBlock {
  readonly kind: ChangeKind;
  readonly decides: boolean;
  /** One, or several where they come together by a skip reason. */
  readonly before: readonly (OutcomeStatus | null)[];
  readonly after: OutcomeStatus | null;
  /** Why its cases are skipped, now or before; `''` for others. */
  readonly reason: string;
  readonly groups: readonly ChangeGroup[];
  readonly changes: readonly [OutcomeChange, ...OutcomeChange[]];
  /** Ids of the requirements that its cases prove. */
  readonly requirements: readonly string[];
  /** The messages after, those that differ in numbers alone once. */
  readonly messages: readonly string[];
}

/** What a reader looks at first. */
const order: readonly (OutcomeStatus | null)[] = [
  'crash',
  'timeout',
  'fail',
  'flake',
  'missing',
  'skip',
  'warn',
  'pass',
  null,
];

/** The changes of one kind on a device, the worst first; of those, which decide or which do not. */
export function changeBlocks(
  device: DeviceDifference,
  kind: ChangeKind,
  decides: boolean,
): readonly ChangeBlock[] {
  const byId = new Map(device.outcomes.map((change) => [change.id, change]));
  const wanted = device.groups.filter((group) => group.kind === kind && group.decides === decides);
  const changesOf = (group: ChangeGroup) => group.instances.flatMap((id) => byId.get(id) ?? []);
  const blocks = grouped(wanted, (group) => {
    const reason = reasonOf(changesOf(group)[0]);
    const of = decides ? '' : changesOf(group)[0]?.class;
    if (reason === '') return JSON.stringify(group.instances[0]);
    return JSON.stringify([group.after, group.before === 'skip', reason, of]);
  });
  return worstFirst(
    [...blocks.values()].flatMap((groups): readonly ChangeBlock[] => {
      const [first, ...more] = groups.flatMap(changesOf);
      if (first === undefined) return [];
      const changes = [first, ...more] as const;
      const messages = grouped(changes, ({ message }) => withoutNumbers(message));
      return [
        {
          kind,
          decides,
          before: [...new Set(changes.map(({ before }) => before))],
          after: first.after,
          reason: reasonOf(first),
          groups,
          changes: [...changes],
          requirements: [...new Set(changes.flatMap(({ requirements }) => requirements))],
          messages: [...messages.values()].flatMap(([one]) =>
            one === undefined || one.message === '' ? [] : [one.message],
          ),
        },
      ];
    }),
  );
}

/** Blocks in the order in which a reader wants them: the worst first, among those the largest. */
export function worstFirst(blocks: readonly ChangeBlock[]): readonly ChangeBlock[] {
  return [...blocks].sort(
    (one, other) =>
      severityRank(one.after) - severityRank(other.after) || other.changes.length - one.changes.length,
  );
}

/** The lower, the sooner a reader wants to know. */
export function severityRank(status: OutcomeStatus | null): number {
  return order.indexOf(status);
}

function reasonOf(change: OutcomeChange | undefined): string {
  if (change?.after === 'skip') return change.message;
  return change?.before === 'skip' ? change.messageBefore : '';
}

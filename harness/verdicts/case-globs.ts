import { idMatcher } from '../cases/selection';

/** A case instance as far as globs look at it. */
export interface KnownInstance {
  readonly id: string;
  /** The id of its case. */
  readonly case: string;
}

/** How far a glob that nobody wrote by hand may reach: over the instances of one case, or over cases. */
export type Reach = 'case' | 'cases';

interface Candidate {
  readonly glob: string;
  /** Of the instances that it is about. */
  readonly indices: number[];
}

/**
 * Finds few globs that match certain case instances and no other: whole cases where all their instances are among
 * them, one or two values of axes where those tell them apart, else ids.
 */
export class CaseGlobs {
  private readonly within: readonly Candidate[];
  private readonly across: readonly Candidate[];
  private readonly place: ReadonlyMap<string, number>;

  /** @param all every instance that a glob must be right about */
  constructor(private readonly all: readonly KnownInstance[]) {
    this.place = new Map(all.map(({ id }, index) => [id, index]));
    const within = new Map<string, number[]>();
    const across = new Map<string, number[]>();
    for (const [index, instance] of all.entries()) {
      for (const glob of globsWithin(instance)) add(within, glob, index);
      for (const glob of globsAcross(instance)) add(across, glob, index);
    }
    this.within = candidates(within);
    this.across = candidates(across);
  }

  /**
   * Globs that match exactly these instances among all, fewest first found, in the order of the first they match.
   * @param ids of known instances
   * @param preferred globs to take where they are right, such as those that a person wrote
   */
  matching(ids: ReadonlySet<string>, reach: Reach, preferred: readonly string[] = []): readonly string[] {
    const wanted = new Set([...ids].map((id) => this.placeOf(id)));
    const left = new Set(wanted);
    const taken: Candidate[] = [];
    const take = (candidate: Candidate): void => {
      taken.push(candidate);
      for (const index of candidate.indices) left.delete(index);
    };
    for (const glob of preferred) {
      const indices = this.matchedBy(glob);
      if (indices.some((index) => left.has(index)) && indices.every((index) => wanted.has(index)))
        take({ glob, indices });
    }
    let open = [...this.within, ...(reach === 'cases' ? this.across : [])].filter(({ indices }) =>
      indices.every((index) => wanted.has(index)),
    );
    while (left.size > 0) {
      const gain = ({ indices }: Candidate): number => indices.filter((index) => left.has(index)).length;
      open = open.filter((candidate) => gain(candidate) > 0);
      const best = open.reduce<Candidate | undefined>(
        (former, one) => (former === undefined || gain(one) > gain(former) ? one : former),
        undefined,
      );
      if (best === undefined) throw new Error('an instance is matched by no glob, not even by its id');
      // What the text of a glob matches may be more than the values it was made from.
      const indices = this.matchedBy(best.glob);
      if (indices.every((index) => wanted.has(index))) take({ glob: best.glob, indices });
      open = open.filter((candidate) => candidate !== best);
    }
    const first = ({ indices }: Candidate): number => Math.min(...indices);
    return taken.sort((one, other) => first(one) - first(other)).map(({ glob }) => glob);
  }

  private matchedBy(glob: string): number[] {
    const matches = idMatcher(glob);
    return this.all.flatMap((instance, index) => (matches(instance.id, instance.case) ? [index] : []));
  }

  private placeOf(id: string): number {
    const found = this.place.get(id);
    if (found === undefined) throw new Error(`${id} is no known instance`);
    return found;
  }
}

function add(to: Map<string, number[]>, glob: string, index: number): void {
  const known = to.get(glob);
  if (known === undefined) to.set(glob, [index]);
  else known.push(index);
}

const candidates = (from: ReadonlyMap<string, number[]>): readonly Candidate[] =>
  [...from].map(([glob, indices]) => ({ glob, indices }));

/** `axis=value` of every axis, in the order of the id. */
function axesOf({ id, case: owner }: KnownInstance): readonly string[] {
  return id === owner ? [] : id.slice(owner.length + 1).split(',');
}

/** Globs over instances of its case that match it: by no axis, by one, by two, by all. */
function* globsWithin(instance: KnownInstance): Generator<string> {
  const axes = axesOf(instance);
  if (axes.length > 0) yield `${instance.case}:*`;
  for (const one of axes.keys()) {
    if (axes.length > 1) yield `${instance.case}:${withFree(axes, [one])}`;
    if (axes.length > 2)
      for (let other = one + 1; other < axes.length; other += 1)
        yield `${instance.case}:${withFree(axes, [one, other])}`;
  }
  yield instance.id;
}

/** The axes with those kept as they are, and a `*` for each row of others. */
function withFree(axes: readonly string[], kept: readonly number[]): string {
  const parts = axes.map((axis, index) => (kept.includes(index) ? axis : '*'));
  return parts.filter((part, index) => part !== '*' || parts[index - 1] !== '*').join(',');
}

/** Globs over cases that match it: an area or a suite, whole or with one value of an axis. */
function* globsAcross(instance: KnownInstance): Generator<string> {
  const steps = instance.case.split('.');
  for (let length = steps.length - 1; length >= 0; length -= 1) {
    const cases = [...steps.slice(0, length), '*'].join('.');
    if (length > 0) yield cases;
    for (const axis of axesOf(instance)) yield `${cases}:*${axis}*`;
  }
}

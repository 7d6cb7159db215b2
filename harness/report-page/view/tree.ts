import { type Filter, shownColumns } from './filter';
import type { PageModel } from './page-model';
import { absent, placeOfLetter, statusLetters } from './statuses';

/**
 * How many outcomes there are, one column behind the other: in each, of every status in the order of `statusLetters`
 * those that decide a conformance verdict, and behind them those that do not.
 */
export type Counts = Uint32Array;

/** How many outcomes of a status a column counts, of those that decide or of the others. */
export function countIn(counts: Counts, column: number, status: number, decides: boolean): number {
  return counts[countPlace(column, status, decides)] ?? 0;
}

function countPlace(column: number, status: number, decides: boolean): number {
  return (column * 2 + (decides ? 0 : 1)) * statusLetters.length + status;
}

/** What every row has, whatever it stands for. */
interface Branch {
  /** Unlike that of any other node; keeps its meaning when the filter changes. */
  readonly key: string;
  readonly level: number;
  readonly parent: Node | undefined;
  readonly counts: Counts;
  readonly hasChildren: boolean;
  /** Those of a case are made when they are first asked for. */
  children(): readonly Node[];
}

/** A row of the page: of what kind, and what it stands for, by places. */
export type Node = Branch &
  (
    | { readonly kind: 'area' | 'topic'; readonly id: string }
    | { readonly kind: 'requirement'; readonly requirement: number }
    | {
        readonly kind: 'case';
        readonly requirement: number;
        readonly case: number;
        readonly instances: readonly number[];
      }
    | {
        readonly kind: 'skips';
        readonly requirement: number;
        readonly case: number;
        readonly reason: string;
        readonly instances: readonly number[];
      }
    | { readonly kind: 'instance'; readonly requirement: number; readonly instance: number }
  );

/** What is left of the tree by a filter. */
export interface Tree {
  readonly roots: readonly Node[];
  /** The columns shown, as places. */
  readonly columns: readonly number[];
  /** How many instances are in it, each counted once. */
  readonly instances: number;
  readonly counts: Counts;
}

/**
 * The tree of what matches: areas, topics, requirements, the cases that prove them, their instances. An instance stands
 * below every requirement that its case proves, and counts once in any node above. Instances that were skipped in
 * every column shown are folded by reason.
 */
export function treeOf(model: PageModel, matches: Uint8Array, filter: Filter): Tree {
  return new TreeBuilder(model, matches, filter).tree();
}

class TreeBuilder {
  private readonly columns: readonly number[];
  private readonly statuses: readonly string[];

  constructor(
    private readonly model: PageModel,
    private readonly matches: Uint8Array,
    private readonly filter: Filter,
  ) {
    this.columns = shownColumns(model, filter);
    this.statuses = this.columns.map((place) => model.column(place).statuses);
  }

  tree(): Tree {
    const { areas } = this.filter;
    const seen = new Set<number>();
    const roots: Node[] = [];
    for (const { id, topics } of this.model.areas) {
      if (areas.length > 0 && !areas.includes(id)) continue;
      const [children, own]: [Node[], Set<number>] = [[], new Set()];
      const area: Node = { ...this.branch(`area ${id}`, undefined, children), kind: 'area', id };
      for (const topic of topics) this.addTopic(children, area, topic.id, topic.requirements, own);
      this.close(roots, area, own);
      addAll(seen, own);
    }
    const counts = this.noCounts();
    for (const instance of seen) this.count(counts, instance);
    return { roots, columns: this.columns, instances: seen.size, counts };
  }

  private addTopic(
    to: Node[],
    area: Node,
    id: string,
    requirements: readonly number[],
    above: Set<number>,
  ): void {
    const [children, own]: [Node[], Set<number>] = [[], new Set()];
    const topic: Node = { ...this.branch(`topic ${id}`, area, children), kind: 'topic', id };
    for (const requirement of requirements) this.addRequirement(children, topic, requirement, own);
    this.close(to, topic, own);
    addAll(above, own);
  }

  private addRequirement(to: Node[], topic: Node, requirement: number, above: Set<number>): void {
    const children: Node[] = [];
    const key = `requirement ${this.model.requirement(requirement).id}`;
    const node: Node = { ...this.branch(key, topic, children), kind: 'requirement', requirement };
    for (const owner of this.model.casesOf[requirement] ?? []) {
      const all = this.model.instancesOf[owner] ?? [];
      const instances = all.filter((place) => this.matches[place] === 1);
      if (instances.length > 0)
        this.close(children, this.caseNode(node, requirement, owner, instances), instances);
      // Instances belong to one case each, so that none is counted twice here.
      for (const instance of instances) this.count(node.counts, instance);
      addAll(above, instances);
    }
    if (children.length > 0) to.push(node);
  }

  private caseNode(parent: Node, requirement: number, owner: number, instances: readonly number[]): Node {
    const key = `${parent.key} case ${this.model.case(owner).id}`;
    let made: readonly Node[] | undefined;
    const node: Node = {
      ...this.branch(key, parent),
      kind: 'case',
      requirement,
      case: owner,
      instances,
      hasChildren: true,
      children: () => {
        made ??= this.childrenOfCase(node, requirement, owner, instances);
        return made;
      },
    };
    return node;
  }

  private childrenOfCase(
    parent: Node,
    requirement: number,
    owner: number,
    instances: readonly number[],
  ): readonly Node[] {
    const nodes: Node[] = [];
    const folded = new Map<string, number[]>();
    for (const instance of instances) {
      const reason = this.skipReason(instance);
      if (reason === undefined) nodes.push(this.instanceNode(parent, requirement, instance));
      else {
        const own = folded.get(reason);
        if (own === undefined) folded.set(reason, [instance]);
        else own.push(instance);
      }
    }
    for (const [reason, own] of folded) {
      const children: Node[] = [];
      const fold: Node = {
        ...this.branch(`${parent.key} skips ${reason}`, parent, children),
        kind: 'skips',
        requirement,
        case: owner,
        reason,
        instances: own,
      };
      children.push(...own.map((instance) => this.instanceNode(fold, requirement, instance)));
      this.close(nodes, fold, own);
    }
    return nodes;
  }

  private instanceNode(parent: Node, requirement: number, instance: number): Node {
    const key = `${parent.key} instance ${this.model.instanceId(instance)}`;
    const node: Node = { ...this.branch(key, parent), kind: 'instance', requirement, instance };
    this.count(node.counts, instance);
    return node;
  }

  /** Why every column that has the instance skipped it; `undefined` where one did not. */
  private skipReason(instance: number): string | undefined {
    const reasons = new Set<string>();
    for (const [at, statuses] of this.statuses.entries()) {
      const letter = statuses[instance];
      if (letter === absent) continue;
      if (letter !== 's') return undefined;
      reasons.add(this.model.message(this.columns[at] ?? 0, instance));
    }
    return [...reasons].join('; ');
  }

  private branch(key: string, parent: Node | undefined, children?: readonly Node[]): Branch {
    return {
      key,
      level: parent === undefined ? 1 : parent.level + 1,
      parent,
      counts: this.noCounts(),
      hasChildren: children !== undefined,
      children: () => children ?? [],
    };
  }

  /** Adds a node with its counts, where anything is in it. */
  private close(to: Node[], node: Node, instances: Iterable<number>): void {
    let any = false;
    for (const instance of instances) {
      this.count(node.counts, instance);
      any = true;
    }
    if (any) to.push(node);
  }

  private noCounts(): Counts {
    return new Uint32Array(this.statuses.length * 2 * statusLetters.length);
  }

  private count(counts: Counts, instance: number): void {
    const decides = this.model.decides(this.model.caseOf(instance));
    for (const [at, statuses] of this.statuses.entries()) {
      const status = placeOfLetter[statuses.charCodeAt(instance)] ?? -1;
      const place = countPlace(at, status, decides);
      if (status >= 0) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
}

function addAll(to: Set<number>, instances: Iterable<number>): void {
  for (const instance of instances) to.add(instance);
}

/** The rows that are to be seen, where these nodes are open. */
export function visibleRows(roots: readonly Node[], open: ReadonlySet<string>): readonly Node[] {
  const rows: Node[] = [];
  const add = (node: Node) => {
    rows.push(node);
    if (node.hasChildren && open.has(node.key)) for (const child of node.children()) add(child);
  };
  for (const root of roots) add(root);
  return rows;
}

/** How far `openDown` goes. */
export type Depth = 'topics' | 'requirements' | 'cases' | 'instances';

const levels: Readonly<Record<Depth, number>> = { topics: 1, requirements: 2, cases: 3, instances: 4 };

/** The keys of the nodes to open so that everything of a kind is seen; folds of skips stay closed. */
export function openDown(roots: readonly Node[], to: Depth): Set<string> {
  const open = new Set<string>();
  const add = (node: Node) => {
    if (!node.hasChildren || node.level > levels[to]) return;
    open.add(node.key);
    // What a case holds is not opened, and need not be made.
    if (node.kind !== 'case') for (const child of node.children()) add(child);
  };
  for (const root of roots) add(root);
  return open;
}

/** The first node that an id stands for: an area, topic, requirement, case or case instance, looked for in this order. */
export function findNode(model: PageModel, roots: readonly Node[], id: string): Node | undefined {
  const instance = model.findInstance(id);
  for (const level of [1, 2, 3, 4]) {
    const found = onLevel(roots, level).find((node) => idOf(model, node) === id);
    if (found !== undefined) return found;
  }
  if (instance === undefined) return undefined;
  const owner = model.caseOf(instance);
  const above = onLevel(roots, 4).find(
    (node) => node.kind === 'case' && node.case === owner && node.instances.includes(instance),
  );
  for (const child of above?.children() ?? []) {
    if (child.kind === 'instance' && child.instance === instance) return child;
    if (child.kind === 'skips' && child.instances.includes(instance))
      return child.children().find((one) => one.kind === 'instance' && one.instance === instance);
  }
  return undefined;
}

function onLevel(nodes: readonly Node[], level: number): readonly Node[] {
  return level === 1 ? nodes : nodes.flatMap((node) => onLevel(node.children(), level - 1));
}

/** What a link names a node by; `''` for a fold. */
export function idOf(model: PageModel, node: Node): string {
  switch (node.kind) {
    case 'area':
    case 'topic':
      return node.id;
    case 'requirement':
      return model.requirement(node.requirement).id;
    case 'case':
      return model.case(node.case).id;
    case 'instance':
      return model.instanceId(node.instance);
    case 'skips':
      return '';
  }
}

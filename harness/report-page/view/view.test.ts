import { preparePage } from '../prepare-page';
import { manyOutcomes } from '../self-test/many-outcomes';
import { everything, type Filter, filterWords, matching, narrows } from './filter';
import { PageModel } from './page-model';
import { statusLetters } from './statuses';
import { countIn, findNode, idOf, type Node, openDown, treeOf, visibleRows } from './tree';
import { readAddress, writeAddress } from './view-address';

const instances = 900;
const model = new PageModel(preparePage(manyOutcomes(2, instances), 'suite 1', 'now').data);

function tree(part: Partial<Filter>) {
  const filter = { ...everything, ...part };
  return treeOf(model, matching(model, filter), filter);
}

function shownIds(part: Partial<Filter>): readonly string[] {
  const ids = new Set<string>();
  const add = (node: Node) => {
    if (node.kind === 'instance') ids.add(idOf(model, node));
    node.children().forEach(add);
  };
  tree(part).roots.forEach(add);
  return [...ids];
}

const statuses = (id: string) =>
  model.data.columns.map((column) => column.statuses[model.findInstance(id) ?? -1]);

test('a row of an instance has the values that others of its case have not', () => {
  const [run] = manyOutcomes(1, instances);
  if (run === undefined) throw new Error('no run');
  const devices = run.results.devices.map((device) => ({
    ...device,
    outcomes: device.outcomes.map((outcome) => ({ ...outcome, id: `${outcome.id},permanence=permanent` })),
  }));
  const { data } = preparePage([{ ...run, results: { ...run.results, devices } }], 'suite 1', 'now');
  const shown = new PageModel(data);
  for (const places of shown.instancesOf) {
    const own = places.map((place) => shown.ownParameters(place).join());
    expect(new Set(own).size).toBe(places.length);
    expect(own.join().includes('permanence')).toBe(places.length === 1);
  }
});

describe('filter', () => {
  test('nothing chosen leaves nothing out', () => {
    expect(narrows(everything)).toBe(false);
    expect(shownIds({})).toHaveLength(instances);
  });

  test('a status keeps what has it in any column shown', () => {
    const failed = shownIds({ statuses: ['f'] });
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every((id) => statuses(id).includes('f'))).toBe(true);
    const inFirst = shownIds({ statuses: ['f'], hidden: [1] });
    expect(inFirst.every((id) => statuses(id)[0] === 'f')).toBe(true);
    expect(inFirst.length).toBeLessThan(failed.length);
  });

  test('only differences', () => {
    const differing = shownIds({ onlyDifferences: true });
    expect(differing).toHaveLength(instances / 100);
    expect(differing.every((id) => new Set(statuses(id)).size === 2)).toBe(true);
  });

  test('class, area and handle type', () => {
    const ids = shownIds({ classes: ['robustness'], areas: ['memory'], handleTypes: ['DMA_BUF'] });
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect(id).toMatch(/^memory\..*handleType=DMA_BUF/);
      expect(model.className(model.caseOf(model.findInstance(id) ?? -1))).toBe('robustness');
    }
  });

  test.each([
    ['an id', 'case-3:', 0],
    ['part of an id', 'place=120', 1],
    ['a message', 'of FENCE 120: expected vk_success', 1],
    ['words in any order, of requirement and message', 'asks fence 120:', 1],
    ['what is nowhere', 'nowhere', 0],
  ])('a search for %s', (_what, search, found) => expect(shownIds({ search })).toHaveLength(found));

  test('is told in words', () => {
    expect(filterWords({ ...everything, statuses: ['f', 'c'], onlyDifferences: true, search: ' x ' })).toBe(
      'status fail or crash, only differences, with \u201cx\u201d',
    );
  });
});

describe('tree', () => {
  test('counts add up, each instance once', () => {
    const { roots, counts } = tree({});
    const inAll = (of: typeof counts) =>
      statusLetters.reduce(
        (sum, _, status) => sum + countIn(of, 0, status, true) + countIn(of, 0, status, false),
        0,
      );
    expect(inAll(counts)).toBe(instances);
    expect(roots.reduce((sum, node) => sum + inAll(node.counts), 0)).toBe(instances);
    const check = (node: Node) => {
      const children = node.children();
      if (children.length === 0) return;
      expect(children.reduce((sum, child) => sum + inAll(child.counts), 0)).toBe(inAll(node.counts));
      children.forEach(check);
    };
    roots.forEach(check);
  });

  test('instances that every column skipped are folded by reason, and closed when all is opened', () => {
    const { roots } = tree({});
    const rows = visibleRows(roots, openDown(roots, 'instances'));
    const folds = rows.filter((node) => node.kind === 'skips');
    expect(folds.length).toBeGreaterThan(0);
    const told = rows.filter((node) => node.kind === 'instance').length;
    const folded = folds.reduce((sum, node) => sum + node.instances.length, 0);
    expect(told + folded).toBe(instances);
    expect(new Set(folds.map(({ reason }) => reason))).toEqual(
      new Set(['the device does not offer DMA_BUF']),
    );
  });

  test('closed nodes hide what is below', () => {
    const { roots } = tree({});
    expect(visibleRows(roots, new Set())).toHaveLength(4);
    expect(visibleRows(roots, openDown(roots, 'topics')).every(({ level }) => level <= 2)).toBe(true);
  });

  test('a node is found by what it stands for, also within a fold', () => {
    const { roots } = tree({});
    const find = (id: string) => findNode(model, roots, id);
    expect(find('memory')?.kind).toBe('area');
    expect(find('memory.topic-3')?.kind).toBe('topic');
    expect(find('memory.topic-3.rule-2')?.kind).toBe('requirement');
    expect(find('memory.topic-3.case-2')?.kind).toBe('case');
    const skipped = model.instanceId(2);
    expect(find(skipped)?.parent?.kind).toBe('skips');
    expect(find('memory.topic-99')).toBeUndefined();
  });
});

describe('address', () => {
  const some: Filter = {
    statuses: ['c', 'f'],
    classes: ['conformance'],
    areas: ['fence', 'memory'],
    handleTypes: ['SYNC_FD'],
    onlyDifferences: true,
    onlyFailures: true,
    onlyUnexpected: true,
    search: 'a & b?=#%',
    hidden: [1, 3],
  };
  const id = 'fence.import.case:handleType=OPAQUE_FD,reach=process';

  test.each([
    ['a target', id, everything],
    ['a filter', '', some],
    ['both', id, some],
  ])('%s comes back as it was', (_what, target, filter) => {
    const { target: read, filter: chosen } = readAddress(writeAddress(target, filter));
    expect(read).toBe(target);
    expect(chosen ?? everything).toEqual(filter);
  });

  test('an id stays readable in it, and a page just opened has none', () => {
    expect(writeAddress(id, everything)).toBe(`#${id}`);
    expect(writeAddress('', everything)).toBe('');
  });

  test('what makes no sense is ignored', () => {
    expect(readAddress('#%zz?status=odd,fail&only=x&hide=0,x,2')).toEqual({
      target: '%zz',
      filter: { ...everything, statuses: ['f'], hidden: [1] },
    });
  });
});

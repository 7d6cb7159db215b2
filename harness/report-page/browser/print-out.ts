import type { PageModel } from '../view/page-model';
import { brokenLetters, type StatusLetter } from '../view/statuses';
import type { Node, Tree } from '../view/tree';
import { element } from './element';
import { countMarks, statusMark } from './status-marks';

/** How many outcomes are printed in full; beyond that paper is the wrong place. */
const mostPrinted = 1000;

/**
 * What paper shows in place of the tree: topics with their counts, and every outcome that is broken or a warning, below
 * its requirement. What the filter leaves out is left out here.
 */
export function printOut(model: PageModel, tree: Tree): readonly HTMLElement[] {
  const topics = tree.roots.flatMap((area) => area.children());
  const labels = tree.columns.map((place) => model.column(place).label);
  const printed = { count: 0, left: 0 };
  const requirements = topics
    .flatMap((topic) => topic.children())
    .flatMap((node) => (node.kind === 'requirement' ? requirementOf(model, tree, node, printed) : []));
  return [
    element('h2', {}, 'Topics'),
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...['', ...labels].map((text) => element('th', {}, text)))),
      ...topics.map((topic) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, topic.kind === 'topic' ? topic.id : ''),
          ...labels.map((_, at) =>
            element('td', {}, ...countMarks(topic.counts, at).flatMap((mark) => [mark, ' '])),
          ),
        ),
      ),
    ),
    element('h2', {}, 'Not as required, and warnings'),
    ...(requirements.length === 0 ? [element('p', {}, 'None of what is shown.')] : requirements),
    ...(printed.left > 0
      ? [element('p', {}, `${printed.left} more are not printed: narrow the page down, or see results.json.`)]
      : []),
  ];
}

type RequirementNode = Extract<Node, { kind: 'requirement' }>;

function requirementOf(
  model: PageModel,
  tree: Tree,
  node: RequirementNode,
  printed: { count: number; left: number },
): readonly HTMLElement[] {
  const { id, obligation, anchor } = model.requirement(node.requirement);
  const items = node
    .children()
    .flatMap((owner) => (owner.kind === 'case' ? owner.instances : []))
    .flatMap((instance) =>
      tree.columns.flatMap((column) => {
        const letter = model.column(column).statuses[instance] as StatusLetter;
        if (!brokenLetters.has(letter) && letter !== 'w') return [];
        if (printed.count >= mostPrinted) {
          printed.left += 1;
          return [];
        }
        printed.count += 1;
        return [
          element(
            'li',
            {},
            statusMark(letter, model.decides(model.caseOf(instance))),
            ' ',
            element('b', {}, model.instanceId(instance)),
            tree.columns.length > 1 && ` on ${model.column(column).label}`,
            element('div', {}, model.message(column, instance)),
            brokenLetters.has(letter) && element('code', {}, model.rerun(column, instance)),
          ),
        ];
      }),
    );
  if (items.length === 0) return [];
  return [
    element(
      'section',
      {},
      element('h3', {}, id),
      element('p', {}, obligation, ` (${anchor})`),
      element('ul', {}, ...items),
    ),
  ];
}

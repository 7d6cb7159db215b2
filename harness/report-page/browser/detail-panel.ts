import type { OutcomeDetails, PageDetails } from '../page-data';
import type { PageModel } from '../view/page-model';
import { absent, brokenLetters, type StatusLetter, statusNames } from '../view/statuses';
import { idOf, type Node } from '../view/tree';
import { callList } from './call-list';
import { type Content, counted, element } from './element';
import { countMarks, statusMark } from './status-marks';

/** How many failures of a requirement or case are linked. */
const mostLinked = 40;

const classMeanings: Readonly<Record<string, string>> = {
  conformance: 'valid usage: a deviation breaks conformance',
  'legal-negative': 'valid usage that must give a listed error: a deviation breaks conformance',
  quality: 'a "should" or an inference: warns, no part of the conformance verdict',
  robustness: 'input that the specification forbids: no part of the conformance verdict',
};

/** What a row stands for, in full. */
export class DetailPanel {
  /** @param details gives what outcomes are told of in full; read when it is first asked for */
  constructor(
    private readonly model: PageModel,
    private readonly details: () => PageDetails,
  ) {}

  /** The content of the panel for a row, with the columns that are shown. */
  contentOf(node: Node, columns: readonly number[]): readonly Content[] {
    const id = idOf(this.model, node);
    const heading = (text: string) => [
      element('h2', { tabindex: -1, id: 'details-heading' }, text),
      id === ''
        ? null
        : element(
            'p',
            { class: 'tools' },
            element('a', { href: `#${encodeURI(id)}` }, 'link to this'),
            copyButton(id, 'copy id'),
          ),
    ];
    const gravest = node.kind === 'instance' ? this.firstBroken(node.instance, columns) : undefined;
    switch (node.kind) {
      case 'area':
      case 'topic':
        return [...heading(node.id), this.summary(node, columns), this.failures(node, columns)];
      case 'requirement':
        return [
          ...heading(id),
          this.requirement(node.requirement, false),
          this.summary(node, columns),
          this.failures(node, columns),
        ];
      case 'case':
        return [
          ...heading(id),
          this.aboutCase(node.case),
          this.summary(node, columns),
          this.failures(node, columns),
        ];
      case 'skips':
        return [
          ...heading(`${counted(node.instances.length, 'instance')} skipped`),
          element('p', { class: 'reason' }, node.reason),
          element('ul', { class: 'ids' }, ...node.instances.map((one) => this.linkTo(one))),
        ];
      case 'instance':
        return [
          ...heading(id),
          element('h3', {}, 'Required'),
          ...this.model
            .case(this.model.caseOf(node.instance))
            .requirements.map((place) => this.requirement(place, true)),
          element('h3', {}, 'Seen'),
          ...columns.map((column) => this.outcome(column, node.instance, column === gravest)),
          element('h3', {}, 'The case'),
          this.aboutCase(this.model.caseOf(node.instance)),
        ];
    }
  }

  private requirement(place: number, withId: boolean): HTMLElement {
    const { id, anchor, link, obligation } = this.model.requirement(place);
    return element(
      'section',
      { class: 'requirement' },
      withId && element('p', { class: 'id' }, element('a', { href: `#${encodeURI(id)}` }, id)),
      element('blockquote', {}, obligation),
      element(
        'p',
        { class: 'source' },
        'Specification: ',
        link === null ? anchor : element('a', { href: link, target: '_blank', rel: 'noreferrer' }, anchor),
      ),
    );
  }

  private aboutCase(place: number): HTMLElement {
    const { id, description, requirements } = this.model.case(place);
    const of = this.model.className(place);
    const proved = requirements.flatMap((one, at) => {
      const { id: name } = this.model.requirement(one);
      return [at > 0 ? ', ' : '', element('a', { href: `#${encodeURI(name)}` }, name)];
    });
    return element(
      'section',
      {},
      element('p', { class: 'id' }, id),
      element('p', {}, `${description}.`),
      element('p', {}, 'Proves ', ...proved, '.'),
      element('p', {}, element('b', {}, of), `: ${classMeanings[of] ?? ''}.`),
    );
  }

  private summary(node: Node, columns: readonly number[]): HTMLElement {
    return element(
      'table',
      { class: 'summary' },
      ...columns.map((column, at) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, this.model.column(column).label),
          element(
            'td',
            {},
            ...spaced(countMarks(node.counts, at)),
            node.counts.length === 0 && 'not in this run',
          ),
        ),
      ),
    );
  }

  /** The instances below a row that are broken in a column shown, each with what was seen. */
  private failures(node: Node, columns: readonly number[]): HTMLElement | null {
    const broken = [...new Set(instancesBelow(node))].filter((instance) =>
      columns.some((column) => brokenLetters.has(this.letter(column, instance))),
    );
    if (broken.length === 0) return null;
    const told = broken.slice(0, mostLinked);
    return element(
      'section',
      {},
      element('h3', {}, counted(broken.length, 'instance'), ' not as required'),
      element(
        'ul',
        { class: 'failures' },
        ...told.map((instance) => this.linkTo(instance, columns)),
        broken.length > told.length &&
          element(
            'li',
            {},
            `and ${broken.length - told.length} more: open the rows, or choose “only failures”`,
          ),
      ),
    );
  }

  private linkTo(instance: number, columns: readonly number[] = []): HTMLElement {
    const id = this.model.instanceId(instance);
    const broken = columns.filter((column) => brokenLetters.has(this.letter(column, instance)));
    return element(
      'li',
      {},
      element('a', { href: `#${encodeURI(id)}` }, id),
      ...broken.map((column) =>
        element(
          'div',
          { class: 'seen' },
          statusMark(this.letter(column, instance) as StatusLetter, this.decides(instance)),
          ` ${columns.length > 1 ? `${this.model.column(column).label}: ` : ''}${this.model.message(column, instance)}`,
        ),
      ),
    );
  }

  private outcome(column: number, instance: number, withCalls: boolean): HTMLElement {
    const letter = this.letter(column, instance);
    const { label, findings, milliseconds } = this.model.column(column);
    const title = (...content: readonly Content[]) => element('h3', { class: 'outcome' }, ...content);
    if (letter === absent) return title(element('b', {}, label), ' not in this run');
    const status = letter as StatusLetter;
    const finding = this.model.data.findings[findings[instance] ?? -1];
    const [deviations, calls, notes, judgement, attempts, kernelLog, [log]] = this.detailsOf(
      column,
      instance,
    );
    const text = (place: number) => this.details().strings[place] ?? '';
    const message = this.model.message(column, instance);
    const command = this.model.rerun(column, instance);
    return element(
      'section',
      { class: `outcome ${statusNames[status]}` },
      title(
        element('b', {}, label),
        ' ',
        statusMark(status, this.decides(instance)),
        status !== 's' && status !== 'm' && element('small', {}, ` ${milliseconds[instance] ?? 0} ms`),
      ),
      deviations.length > 0 && deviationTable(deviations, text),
      deviations.length === 0 && message !== '' && element('p', { class: 'message' }, message),
      finding !== undefined &&
        element('p', {}, 'Known, and written up: ', element('b', {}, finding.heading), ` (${finding.place})`),
      judgement.length > 0 && judgementLine(judgement, text),
      attempts.length > 0 && attemptList(attempts, text),
      ...notes.map((note) => element('p', { class: 'note' }, text(note))),
      kernelLog.length > 0 && kernelLines(kernelLog, text),
      ...callList(calls, text, !withCalls),
      log !== undefined && element('p', {}, outerLink(text(log), 'Log of the job')),
      status !== 's' &&
        element(
          'p',
          { class: 'rerun' },
          'Run again: ',
          element('code', {}, command),
          ' ',
          copyButton(command, 'copy'),
        ),
    );
  }

  private detailsOf(column: number, instance: number): OutcomeDetails {
    return this.details().columns[column]?.[instance] ?? [[], [], [], [], [], [], []];
  }

  private firstBroken(instance: number, columns: readonly number[]): number | undefined {
    return columns.find((column) => brokenLetters.has(this.letter(column, instance)));
  }

  private decides(instance: number): boolean {
    return this.model.decides(this.model.caseOf(instance));
  }

  private letter(column: number, instance: number): string {
    return this.model.column(column).statuses[instance] ?? absent;
  }
}

/** What a baseline makes of an outcome. */
function judgementLine(
  [verdict, why, link]: OutcomeDetails[3],
  text: (place: number) => string,
): HTMLElement {
  const address = text(link ?? -1);
  return element(
    'p',
    { class: 'judgement' },
    'By the baseline ',
    element('b', {}, text(verdict ?? -1)),
    `: ${text(why ?? -1)}`,
    ...(address === '' ? [] : [' (', outerLink(address, address), ')']),
  );
}

function attemptList(attempts: OutcomeDetails[4], text: (place: number) => string): HTMLElement {
  return element(
    'div',
    { class: 'attempts' },
    'Attempts:',
    element(
      'ol',
      {},
      ...attempts.map(([status, message]) =>
        element('li', {}, element('b', {}, text(status)), message !== 0 && ` ${text(message)}`),
      ),
    ),
  );
}

function kernelLines(lines: OutcomeDetails[5], text: (place: number) => string): HTMLElement {
  return element(
    'div',
    { class: 'kernel-log' },
    'The kernel’s log meanwhile:',
    element('pre', {}, lines.map(text).join('\n')),
  );
}

/** A link to what results name; text where it is no address of the web, so that none runs a script. */
function outerLink(address: string, label: string): Content {
  if (!/^https?:\/\//i.test(address)) return address;
  return element('a', { href: address, target: '_blank', rel: 'noreferrer' }, label);
}

function deviationTable(deviations: OutcomeDetails[0], text: (place: number) => string): HTMLElement {
  return element(
    'div',
    { class: 'deviations' },
    ...deviations.map(([what, expected, seen, control]) =>
      element(
        'dl',
        {},
        element(
          'dt',
          { class: 'what' },
          text(what),
          control === 1 &&
            element('small', {}, ' (control: the case could not show what it is there to show)'),
        ),
        element(
          'dd',
          {},
          element('span', { class: 'label' }, 'expected'),
          element('code', {}, text(expected)),
        ),
        element(
          'dd',
          {},
          element('span', { class: 'label' }, 'seen'),
          element('code', { class: 'wrong' }, text(seen)),
        ),
      ),
    ),
  );
}

function copyButton(text: string, label: string): HTMLElement {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'copy',
      click: () => {
        navigator.clipboard.writeText(text).then(
          () => tell('copied'),
          () => tell('not allowed here: select it and copy'),
        );
      },
    },
    label,
  );
  const tell = (word: string) => {
    button.textContent = word;
    window.setTimeout(() => {
      button.textContent = label;
    }, 1500);
  };
  return button;
}

function instancesBelow(node: Node): readonly number[] {
  if (node.kind === 'instance') return [node.instance];
  if (node.kind === 'case' || node.kind === 'skips') return node.instances;
  return node.children().flatMap(instancesBelow);
}

function spaced(marks: readonly HTMLElement[]): readonly Content[] {
  return marks.flatMap((mark, at) => (at === 0 ? [mark] : [' ', mark]));
}

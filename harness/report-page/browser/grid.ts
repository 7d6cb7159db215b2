import type { PageModel } from '../view/page-model';
import { absent, brokenLetters, judgementLetters, type StatusLetter } from '../view/statuses';
import { type Node, type Tree, visibleRows } from '../view/tree';
import { type Content, element } from './element';
import { countMarks, countText, statusMark } from './status-marks';

/** Heights of rows in pixels, as the style sheet has them. */
const rowHeights: Readonly<Record<Node['kind'], number>> = {
  area: 34,
  topic: 32,
  requirement: 48,
  case: 48,
  skips: 28,
  instance: 28,
};

/** Rows made beyond the edge of the window, so that scrolling meets no gap. */
const spareRows = 12;

/**
 * The tree of outcomes, a treegrid for keyboard and screen reader. Of any number of rows only those in the window are
 * made; the window itself scrolls.
 */
export class Grid {
  private tree: Tree = { roots: [], columns: [], instances: 0, counts: new Uint32Array() };
  private rows: readonly Node[] = [];
  private places = new Map<string, number>();
  /** Where each row begins, and at the end where the last one ends. */
  private tops = new Float64Array(1);
  private open = new Set<string>();
  private active = '';
  private awaitsFrame = false;

  /**
   * @param bar what covers the top of the window
   * @param chosen called when a row becomes the one that the details are of
   * @param entered called when the keyboard asks for the details
   */
  constructor(
    private readonly host: HTMLElement,
    private readonly bar: HTMLElement,
    private readonly model: PageModel,
    private readonly chosen: (node: Node) => void,
    private readonly entered: () => void,
  ) {
    host.addEventListener('keydown', (event) => this.onKey(event));
    host.addEventListener('click', (event) => this.onClick(event));
    // Not for a click, whose row must not be made anew before the button is up.
    host.addEventListener('focus', () => host.matches(':focus-visible') && this.focus());
    for (const event of ['scroll', 'resize'] as const)
      window.addEventListener(event, () => this.renderSoon(), { passive: true });
    new ResizeObserver(() => this.renderSoon()).observe(document.body);
  }

  /** Shows another tree, with these nodes open. */
  show(tree: Tree, open: ReadonlySet<string>): void {
    this.tree = tree;
    this.open = new Set(open);
    this.layOut();
  }

  /** Opens what lies above a node, makes it the active one, and brings it into the window. */
  reveal(node: Node): void {
    for (let above = node.parent; above !== undefined; above = above.parent) this.open.add(above.key);
    if (node.hasChildren && node.kind !== 'skips') this.open.add(node.key);
    this.active = node.key;
    this.layOut();
    this.chosen(node);
    this.scrollTo(this.places.get(node.key) ?? 0, 'centre');
  }

  /** The nodes that are open now are these. */
  openOnly(open: ReadonlySet<string>): void {
    this.open = new Set(open);
    this.layOut();
  }

  focus(): void {
    if (!this.places.has(this.active)) this.active = this.rows[0]?.key ?? '';
    this.render();
    if (document.activeElement !== this.host) this.host.focus({ preventScroll: true });
  }

  private layOut(): void {
    this.rows = visibleRows(this.tree.roots, this.open);
    this.places = new Map(this.rows.map(({ key }, place) => [key, place]));
    this.tops = new Float64Array(this.rows.length + 1);
    for (const [place, { kind }] of this.rows.entries())
      this.tops[place + 1] = (this.tops[place] ?? 0) + rowHeights[kind];
    this.host.style.height = `${this.tops[this.rows.length]}px`;
    this.host.setAttribute('aria-rowcount', String(this.rows.length));
    this.render();
  }

  private renderSoon(): void {
    if (this.awaitsFrame) return;
    this.awaitsFrame = true;
    requestAnimationFrame(() => {
      this.awaitsFrame = false;
      this.render();
    });
  }

  private render(): void {
    const above = -this.host.getBoundingClientRect().top;
    const first = Math.max(0, this.rowAt(above) - spareRows);
    const last = Math.min(this.rows.length, this.rowAt(above + window.innerHeight) + spareRows + 1);
    const rows = this.rows.slice(first, last).map((node, at) => this.row(node, first + at));
    const active = this.places.get(this.active);
    // The row that the keyboard is on must be there to be told of.
    if (active !== undefined && (active < first || active >= last))
      rows.push(this.row(this.rows[active] as Node, active));
    this.host.replaceChildren(...rows);
    if (active === undefined) this.host.removeAttribute('aria-activedescendant');
    else this.host.setAttribute('aria-activedescendant', `row-${active}`);
  }

  /** The row at a height, or the last one. */
  private rowAt(height: number): number {
    let [low, high] = [0, Math.max(0, this.rows.length - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.tops[middle] ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private row(node: Node, place: number): HTMLElement {
    const isOpen = this.open.has(node.key);
    const row = element(
      'div',
      {
        role: 'row',
        id: `row-${place}`,
        class: `row ${node.kind}${node.key === this.active ? ' active' : ''}`,
        'aria-level': node.level,
        'aria-rowindex': place + 1,
        'aria-expanded': node.hasChildren ? String(isOpen) : null,
        'aria-selected': String(node.key === this.active),
      },
      element(
        'div',
        { role: 'rowheader', class: `name level-${node.level}` },
        element(
          'span',
          { class: 'twisty', 'aria-hidden': 'true' },
          node.hasChildren ? (isOpen ? '▾' : '▸') : '',
        ),
        element('span', { class: 'words' }, ...this.name(node)),
      ),
      ...this.tree.columns.map((column, at) => this.cell(node, column, at)),
    );
    row.style.transform = `translateY(${this.tops[place]}px)`;
    return row;
  }

  private name(node: Node): readonly HTMLElement[] {
    const line = (kind: string, text: string) => element('span', { class: kind, title: text }, text);
    switch (node.kind) {
      case 'area':
      case 'topic':
        return [line('title', node.id)];
      case 'requirement': {
        const { id, obligation } = this.model.requirement(node.requirement);
        return [line('title', id), line('under', obligation)];
      }
      case 'case': {
        const { id, description } = this.model.case(node.case);
        const of = this.model.className(node.case);
        const title = line('title', id);
        title.prepend(element('span', { class: 'tag' }, of === 'conformance' ? 'case' : `${of} case`));
        return [title, line('under', description)];
      }
      case 'skips':
        return [line('title', `${node.instances.length} skipped: ${node.reason}`)];
      case 'instance':
        return [
          element(
            'span',
            { class: 'title', title: this.model.parameters(node.instance).replaceAll(',', '  ') },
            this.model.ownParameters(node.instance).join('  ') || '(no axes)',
          ),
        ];
    }
  }

  private cell(node: Node, column: number, at: number): HTMLElement {
    const { label } = this.model.column(column);
    if (node.kind !== 'instance')
      return cellOf(
        `${label}: ${countText(node.counts, at) || 'not in this run'}`,
        ...countMarks(node.counts, at),
      );
    const letter = this.model.column(column).statuses[node.instance] ?? absent;
    const message = this.model.message(column, node.instance);
    if (letter === absent) return cellOf(`${label}: not in this run`);
    const mark = statusMark(letter as StatusLetter, this.model.decides(this.model.caseOf(node.instance)));
    const judged = judgementWord(this.model.column(column).judgements[node.instance], letter);
    return cellOf(
      `${label}: ${mark.textContent}${judged === '' ? '' : `, ${judged}`}. ${message}`,
      mark,
      judged !== '' && element('span', { class: 'tag' }, judged),
      message !== '' && element('span', { class: 'told' }, message),
    );
  }

  private onClick(event: MouseEvent): void {
    const row = (event.target as Element).closest('[role=row]');
    const node = this.rows[Number(row?.getAttribute('aria-rowindex')) - 1];
    if (node === undefined) return;
    this.active = node.key;
    if (node.hasChildren) this.toggle(node, !this.open.has(node.key));
    else this.render();
    this.chosen(node);
  }

  private toggle(node: Node, open: boolean): void {
    if (open) this.open.add(node.key);
    else this.open.delete(node.key);
    this.layOut();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const place = this.places.get(this.active) ?? 0;
    const node = this.rows[place];
    if (node === undefined) return;
    const page = Math.max(1, Math.floor(window.innerHeight / 60));
    const isOpen = this.open.has(node.key);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.moveTo(place + 1),
      ArrowUp: () => this.moveTo(place - 1),
      PageDown: () => this.moveTo(place + page),
      PageUp: () => this.moveTo(place - page),
      Home: () => this.moveTo(0),
      End: () => this.moveTo(this.rows.length - 1),
      ArrowRight: () => {
        if (node.hasChildren && !isOpen) this.toggle(node, true);
        else if (isOpen) this.moveTo(place + 1);
      },
      ArrowLeft: () => {
        if (isOpen) this.toggle(node, false);
        else if (node.parent !== undefined) this.moveTo(this.places.get(node.parent.key) ?? place);
      },
      Enter: () => {
        this.chosen(node);
        this.entered();
      },
      ' ': () => node.hasChildren && this.toggle(node, !isOpen),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  private moveTo(place: number): void {
    const kept = Math.max(0, Math.min(this.rows.length - 1, place));
    const node = this.rows[kept];
    if (node === undefined) return;
    this.active = node.key;
    this.scrollTo(kept, 'nearest');
    this.render();
    this.chosen(node);
  }

  private scrollTo(place: number, where: 'nearest' | 'centre'): void {
    const begin = this.host.getBoundingClientRect().top + (this.tops[place] ?? 0);
    const end = this.host.getBoundingClientRect().top + (this.tops[place + 1] ?? 0);
    const covered = this.bar.getBoundingClientRect().height;
    const below = Number.parseFloat(getComputedStyle(document.body).paddingBottom) || 0;
    const floor = window.innerHeight - below;
    if (begin >= covered && end <= floor) return;
    if (where === 'centre') window.scrollBy(0, begin - covered - (floor - covered) / 3);
    else window.scrollBy(0, begin < covered ? begin - covered : end - floor);
    this.render();
  }
}

/** What a baseline makes of an outcome that a reader stops at; empty for others. */
function judgementWord(judgement: string | undefined, status: string): string {
  if (judgement === judgementLetters.unexpected) return 'unexpected';
  return judgement === judgementLetters.expected && brokenLetters.has(status) ? 'expected' : '';
}

/** A cell, and what it is called by who cannot see its column. */
function cellOf(label: string, ...content: readonly Content[]): HTMLElement {
  return element('div', { role: 'gridcell', class: 'cell', title: label, 'aria-label': label }, ...content);
}

import type { PageData, PageDetails } from '../page-data';
import { everything, type Filter, filterWords, matching, narrows } from '../view/filter';
import { PageModel } from '../view/page-model';
import { brokenLetters, statusLetters } from '../view/statuses';
import { type Counts, countIn, findNode, idOf, type Node, openDown, type Tree, treeOf } from '../view/tree';
import { readAddress, writeAddress } from '../view/view-address';
import { DetailPanel } from './detail-panel';
import { byId, counted, element } from './element';
import { Grid } from './grid';
import { pageHeading } from './page-heading';
import { printOut } from './print-out';
import { Toolbar } from './toolbar';

/** Up to so many instances a narrowed tree is opened down to them. */
const openedWhole = 300;

/** The page as a whole: what is shown, what is chosen, and the address that says so. */
class ResultsPage {
  private readonly model = new PageModel(read<PageData>('data'));
  private details: PageDetails | undefined;
  private filter: Filter = everything;
  private tree: Tree;
  private chosen: Node | undefined;
  private readonly panel = byId('details');
  private readonly toolbar: Toolbar;
  private readonly grid: Grid;
  private readonly detailPanel = new DetailPanel(this.model, () => {
    this.details ??= read<PageDetails>('outcome-details');
    return this.details;
  });

  constructor() {
    byId('about').append(
      ...pageHeading(this.model, (column, hidden) => {
        const others = this.filter.hidden.filter((place) => place !== column);
        this.apply({ ...this.filter, hidden: hidden ? [...others, column] : others });
      }),
    );
    this.toolbar = new Toolbar(
      byId('toolbar'),
      this.model,
      (filter) => this.apply(filter),
      (opened) => this.grid.openOnly(opened ? openDown(this.tree.roots, 'instances') : new Set()),
    );
    this.grid = new Grid(
      byId('grid'),
      byId('bar'),
      this.model,
      (node) => this.choose(node),
      () => byId('details-heading').focus(),
    );
    this.tree = treeOf(this.model, matching(this.model, everything), everything);
    this.follow(true);
    window.addEventListener('hashchange', () => this.follow(false));
    window.addEventListener('beforeprint', () =>
      byId('print').replaceChildren(...printOut(this.model, this.tree)),
    );
    window.addEventListener('afterprint', () => byId('print').replaceChildren());
    document.addEventListener('keydown', (event) => this.onKey(event));
    byId('close').addEventListener('click', () => this.close());
  }

  /** Goes where the address says. */
  private follow(first: boolean): void {
    const { target, filter } = readAddress(location.hash);
    if (first || filter !== undefined) this.apply(filter ?? everything);
    if (target === '') return;
    let node = findNode(this.model, this.tree.roots, target);
    if (node === undefined && narrows(this.filter)) {
      // A link leads to its goal: a filter that hides it gives way.
      this.apply({ ...everything, hidden: this.filter.hidden });
      node = findNode(this.model, this.tree.roots, target);
    }
    if (node === undefined) this.tell(`${target} is not on this page.`);
    else this.grid.reveal(node);
  }

  private apply(filter: Filter): void {
    const columns = this.model.data.columns.length;
    const hidden = filter.hidden.filter((place) => place < columns);
    this.filter = { ...filter, hidden: hidden.length < columns ? hidden : [] };
    this.tree = treeOf(this.model, matching(this.model, this.filter), this.filter);
    this.toolbar.show(this.filter);
    this.showColumns();
    byId('legend').hidden = !countsApart(this.tree.counts, this.tree.columns.length);
    this.grid.show(this.tree, openDown(this.tree.roots, this.depth()));
    this.tell(
      narrows(this.filter)
        ? `${counted(this.tree.instances, 'case instance')} of ${this.model.count.toLocaleString('en')}: ${filterWords(this.filter)}`
        : counted(this.model.count, 'case instance'),
    );
    if (this.chosen !== undefined) this.showDetails(this.chosen);
    this.writeAddress();
  }

  private depth(): 'topics' | 'requirements' | 'instances' {
    if (!narrows(this.filter)) return 'topics';
    return this.tree.instances <= openedWhole ? 'instances' : 'requirements';
  }

  private showColumns(): void {
    const { columns } = this.tree;
    document.body.style.setProperty('--column-count', String(columns.length));
    document.body.dataset.columns = columns.length > 3 ? 'many' : String(columns.length);
    byId('heads').replaceChildren(
      element('div', { class: 'head name' }, 'Requirement, case, instance'),
      ...columns.map((place) => {
        const { label } = this.model.column(place);
        return element('div', { class: 'head cell', title: label }, label);
      }),
    );
    for (const [place, box] of document.querySelectorAll<HTMLInputElement>('[data-column]').entries())
      box.checked = !this.filter.hidden.includes(place);
  }

  private choose(node: Node): void {
    this.chosen = node;
    this.showDetails(node);
    this.writeAddress();
  }

  private showDetails(node: Node): void {
    const content = this.detailPanel.contentOf(node, this.tree.columns);
    byId('details-content').replaceChildren(element('div', {}, ...content));
    this.panel.scrollTop = 0;
    if (this.panel.hidden) this.showPanel(true);
  }

  /** Opens or closes the details; what stands in the window stays where it is, though the head takes more or less room. */
  private showPanel(shown: boolean): void {
    const before = byId('grid').getBoundingClientRect().top;
    this.panel.hidden = !shown;
    document.body.classList.toggle('with-details', shown);
    window.scrollBy(0, byId('grid').getBoundingClientRect().top - before);
  }

  private close(): void {
    this.showPanel(false);
    this.chosen = undefined;
    this.writeAddress();
    this.grid.focus();
  }

  private writeAddress(): void {
    const target = this.chosen === undefined ? '' : idOf(this.model, this.chosen);
    const fragment = writeAddress(target, this.filter);
    // Neither a history entry nor an event: only the next reload and whoever copies the address see it.
    if (fragment !== location.hash)
      history.replaceState(null, '', fragment || location.pathname + location.search);
  }

  private tell(text: string): void {
    byId('found').textContent = text;
  }

  private onKey(event: KeyboardEvent): void {
    const inField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key === '/' && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.toolbar.focusSearch();
    } else if (event.key === 'Escape') {
      if (inField) this.grid.focus();
      else if (this.panel.contains(document.activeElement)) this.grid.focus();
      else if (!this.panel.hidden) this.close();
    }
  }
}

/** Whether anything is broken that decides nothing. */
function countsApart(counts: Counts, columns: number): boolean {
  return Array.from({ length: columns }, (_, column) =>
    statusLetters.some(
      (letter, status) => brokenLetters.has(letter) && countIn(counts, column, status, false) > 0,
    ),
  ).includes(true);
}

/** What the page carries under an id; checked when it was written, so it is taken as it is. */
function read<T>(id: string): T {
  return JSON.parse(byId(id).textContent ?? '') as T;
}

new ResultsPage();
document.documentElement.dataset.ready = String(Math.round(performance.now()));

import { everything, type Filter, narrows } from '../view/filter';
import type { PageModel } from '../view/page-model';
import { type StatusLetter, statusLetters, statusNames } from '../view/statuses';
import { element } from './element';

/** How long typing must pause before the search begins, in milliseconds. */
const typingPause = 150;

/** Lists of a filter that are chosen from a menu, with what the menu is called. */
const menus = { classes: 'Class', areas: 'Area', handleTypes: 'Handle type' } as const;
type Menu = keyof typeof menus;

/** The search field, and what narrows the tree. */
export class Toolbar {
  private filter: Filter = everything;
  private readonly search: HTMLInputElement;
  private readonly toggles: { readonly button: HTMLButtonElement; readonly isOn: () => boolean }[] = [];
  private readonly menus: {
    readonly menu: Menu;
    readonly summary: HTMLElement;
    readonly boxes: HTMLInputElement[];
  }[] = [];
  private readonly clear: HTMLButtonElement;
  private typing = 0;

  /**
   * @param changed called when another filter is chosen
   * @param depth called when the tree is to be opened or closed as a whole
   */
  constructor(
    host: HTMLElement,
    private readonly model: PageModel,
    private readonly changed: (filter: Filter) => void,
    depth: (opened: boolean) => void,
  ) {
    this.search = element('input', {
      type: 'search',
      id: 'search',
      placeholder: 'Search ids, requirements, messages (press /)',
      'aria-label': 'Search ids, requirements and messages; key /',
      autocomplete: 'off',
      spellcheck: 'false',
      input: () => {
        window.clearTimeout(this.typing);
        this.typing = window.setTimeout(() => this.change({ search: this.search.value }), typingPause);
      },
    });
    this.clear = element('button', { type: 'button', click: () => this.reset() }, 'Clear filters');
    const button = (label: string, act: () => void) =>
      element('button', { type: 'button', click: act }, label);
    host.append(
      this.search,
      element('span', { role: 'group', 'aria-label': 'Status', class: 'group' }, ...this.statusToggles()),
      element(
        'span',
        { role: 'group', 'aria-label': 'Only', class: 'group' },
        this.toggle('only failures', 'onlyFailures'),
        model.data.columns.some(({ judgements }) => judgements !== '') &&
          this.toggle('only unexpected', 'onlyUnexpected'),
        model.data.columns.length > 1 && this.toggle('only differences', 'onlyDifferences'),
      ),
      this.menu('classes', model.data.classes),
      this.menu(
        'areas',
        model.areas.map(({ id }) => id),
      ),
      this.menu('handleTypes', usedHandleTypes(model)),
      this.clear,
      element(
        'span',
        { class: 'group end' },
        button('Open all', () => depth(true)),
        button('Close all', () => depth(false)),
      ),
    );
  }

  /** Shows a filter as chosen, without telling anyone. */
  show(filter: Filter): void {
    this.filter = filter;
    if (this.search.value !== filter.search) this.search.value = filter.search;
    for (const { button, isOn } of this.toggles) button.setAttribute('aria-pressed', String(isOn()));
    for (const { menu, summary, boxes } of this.menus) {
      const chosen = filter[menu];
      for (const box of boxes) box.checked = chosen.includes(box.value);
      summary.textContent = chosen.length === 0 ? menus[menu] : `${menus[menu]}: ${chosen.join(', ')}`;
      summary.classList.toggle('on', chosen.length > 0);
    }
    this.clear.hidden = !narrows(filter);
  }

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  /** Leaves out no row any more; columns that are hidden stay so. */
  reset(): void {
    this.change({ ...everything, hidden: this.filter.hidden });
  }

  private change(part: Partial<Filter>): void {
    this.changed({ ...this.filter, ...part });
  }

  private statusToggles(): readonly HTMLElement[] {
    return statusLetters.flatMap((letter) => {
      const count = this.countOf(letter);
      if (count === 0) return [];
      const button = element(
        'button',
        { type: 'button', class: 'toggle', click: () => this.change({ statuses: this.without(letter) }) },
        element('span', { class: `status ${statusNames[letter]}` }, statusNames[letter]),
        ` ${count.toLocaleString('en')}`,
      );
      this.toggles.push({ button, isOn: () => this.filter.statuses.includes(letter) });
      return [button];
    });
  }

  /** The statuses chosen with this one added, or without it where it was there. */
  private without(letter: StatusLetter): readonly StatusLetter[] {
    const { statuses } = this.filter;
    return statuses.includes(letter) ? statuses.filter((one) => one !== letter) : [...statuses, letter];
  }

  private countOf(letter: string): number {
    return this.model.data.columns.reduce((sum, { statuses }) => sum + statuses.split(letter).length - 1, 0);
  }

  private toggle(label: string, of: 'onlyFailures' | 'onlyUnexpected' | 'onlyDifferences'): HTMLElement {
    const button = element(
      'button',
      { type: 'button', class: 'toggle', click: () => this.change({ [of]: !this.filter[of] }) },
      label,
    );
    this.toggles.push({ button, isOn: () => this.filter[of] });
    return button;
  }

  private menu(menu: Menu, values: readonly string[]): HTMLElement {
    const summary = element('summary', {}, menus[menu]);
    const boxes = values.map((value) =>
      element('input', {
        type: 'checkbox',
        value,
        change: () => this.change({ [menu]: boxes.filter((box) => box.checked).map((box) => box.value) }),
      }),
    );
    this.menus.push({ menu, summary, boxes });
    const own = element(
      'details',
      {
        class: 'menu',
        focusout: (event) => {
          const to = (event as FocusEvent).relatedTarget;
          if (to instanceof Node && !own.contains(to)) own.open = false;
        },
        keydown: (event) => {
          if ((event as KeyboardEvent).key !== 'Escape' || !own.open) return;
          own.open = false;
          summary.focus();
          event.stopPropagation();
        },
      },
      summary,
      element('div', { class: 'choices' }, ...boxes.map((box) => element('label', {}, box, ` ${box.value}`))),
    );
    return own;
  }
}

function usedHandleTypes({ data }: PageModel): readonly string[] {
  const used = data.instances.handleTypes.reduce((bits, own) => bits | own, 0);
  return data.handleTypes.filter((_, bit) => (used & (1 << bit)) !== 0);
}

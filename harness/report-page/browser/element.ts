/** What an element can contain; `null` and `false` are left out, so that conditions can stand in a list. */
export type Content = globalThis.Node | string | null | false | readonly Content[];

type Attributes = Readonly<Record<string, string | number | boolean | null | ((event: Event) => void)>>;

/**
 * Makes an element. Texts become text, never markup: what a driver says can't change the page. An attribute of `true` is
 * there without a value, one of `false` or `null` is not there, a function is called on the event of its name.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null) made.setAttribute(name, String(value));
  }
  append(made, content);
  return made;
}

function append(to: HTMLElement, content: readonly Content[]): void {
  for (const one of content) {
    if (one === null || one === false) continue;
    if (typeof one === 'string' || one instanceof globalThis.Node) to.append(one);
    else append(to, one);
  }
}

/** The element of the page that has an id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** `1 case`, `2 cases`, `3,564 cases`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

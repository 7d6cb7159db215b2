import { everything, type Filter } from './filter';
import { type StatusLetter, statusLetters, statusNames } from './statuses';

/** What the address of the page says: what is chosen, and what is shown. */
export interface ViewAddress {
  /** A requirement, a case instance, or whatever else a row stands for; `''` for none. */
  readonly target: string;
  /** `undefined` where the address does not tell. */
  readonly filter: Filter | undefined;
}

/** Reads a fragment such as `#fence.import.shared-signal?status=fail,crash&q=export`; what makes no sense is ignored. */
export function readAddress(fragment: string): ViewAddress {
  const text = fragment.replace(/^#/, '');
  const mark = text.indexOf('?');
  const target = decode(mark < 0 ? text : text.slice(0, mark));
  if (mark < 0) return { target, filter: undefined };
  const given = new URLSearchParams(text.slice(mark + 1));
  const list = (name: string) => (given.get(name) ?? '').split(',').filter(Boolean);
  const statuses = list('status');
  return {
    target,
    filter: {
      statuses: statusLetters.filter((letter) => statuses.includes(statusNames[letter])),
      classes: list('class'),
      areas: list('area'),
      handleTypes: list('handle'),
      onlyDifferences: given.get('only')?.split(',').includes('differences') ?? false,
      onlyFailures: given.get('only')?.split(',').includes('failures') ?? false,
      onlyUnexpected: given.get('only')?.split(',').includes('unexpected') ?? false,
      search: given.get('q') ?? '',
      hidden: list('hide')
        .map((place) => Number(place) - 1)
        .filter((place) => Number.isInteger(place) && place >= 0),
    },
  };
}

/** The fragment of a view, `''` for that of a page just opened; ids stay readable in it. */
export function writeAddress(target: string, filter: Filter): string {
  const given = new URLSearchParams();
  const list = (name: string, values: readonly string[]) => {
    if (values.length > 0) given.set(name, values.join(','));
  };
  list(
    'status',
    filter.statuses.map((letter: StatusLetter) => statusNames[letter]),
  );
  list('class', filter.classes);
  list('area', filter.areas);
  list('handle', filter.handleTypes);
  list('only', [
    ...(filter.onlyDifferences ? ['differences'] : []),
    ...(filter.onlyFailures ? ['failures'] : []),
    ...(filter.onlyUnexpected ? ['unexpected'] : []),
  ]);
  if (filter.search !== everything.search) given.set('q', filter.search);
  list(
    'hide',
    filter.hidden.map((place) => String(place + 1)),
  );
  const query = given.toString().replaceAll('%2C', ',');
  const fragment = `${encode(target)}${query === '' ? '' : `?${query}`}`;
  return fragment === '' ? '' : `#${fragment}`;
}

function encode(id: string): string {
  return encodeURIComponent(id).replace(/%(?:3A|3D|2C|40|2F)/g, decodeURIComponent);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

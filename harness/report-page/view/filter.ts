import type { PageColumn } from '../page-data';
import type { PageModel } from './page-model';
import { absent, brokenLetters, judgementLetters, type StatusLetter, statusNames } from './statuses';

/** What is shown; an empty list narrows nothing. */
export interface Filter {
  readonly statuses: readonly StatusLetter[];
  readonly classes: readonly string[];
  readonly areas: readonly string[];
  readonly handleTypes: readonly string[];
  /** Only instances that came out otherwise in one column than in another that has them. */
  readonly onlyDifferences: boolean;
  /** Only instances that are broken in some column. */
  readonly onlyFailures: boolean;
  /** Only instances that a baseline does not expect so in some column. */
  readonly onlyUnexpected: boolean;
  /** Words that must all occur, in any order and case. */
  readonly search: string;
  /** Places of columns that are left out. */
  readonly hidden: readonly number[];
}

export const everything: Filter = {
  statuses: [],
  classes: [],
  areas: [],
  handleTypes: [],
  onlyDifferences: false,
  onlyFailures: false,
  onlyUnexpected: false,
  search: '',
  hidden: [],
};

/** Whether a filter leaves out any row. */
export function narrows(filter: Filter): boolean {
  const { statuses, classes, areas, handleTypes, search } = filter;
  const { onlyDifferences, onlyFailures, onlyUnexpected } = filter;
  return (
    [statuses, classes, areas, handleTypes].some((list) => list.length > 0) ||
    onlyDifferences ||
    onlyFailures ||
    onlyUnexpected ||
    search.trim() !== ''
  );
}

/** What a filter keeps, in words; empty where it leaves nothing out. */
export function filterWords(filter: Filter): string {
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${name} ${values.join(' or ')}`];
  return [
    ...list(
      'status',
      filter.statuses.map((letter) => statusNames[letter]),
    ),
    ...list('class', filter.classes),
    ...list('area', filter.areas),
    ...list('handle type', filter.handleTypes),
    ...(filter.onlyFailures ? ['only failures'] : []),
    ...(filter.onlyUnexpected ? ['only unexpected'] : []),
    ...(filter.onlyDifferences ? ['only differences'] : []),
    ...(filter.search.trim() === '' ? [] : [`with “${filter.search.trim()}”`]),
  ].join(', ');
}

/** The places of the columns that are shown. */
export function shownColumns(model: PageModel, { hidden }: Filter): readonly number[] {
  return model.data.columns.map((_, place) => place).filter((place) => !hidden.includes(place));
}

/**
 * The instances that a filter lets through, as 1 at their places. Areas are not looked at here: an instance can stand
 * for requirements of several.
 */
export function matching(model: PageModel, filter: Filter): Uint8Array {
  const { data } = model;
  const shown = shownColumns(model, filter).map((place) => model.column(place));
  const columns = shown.map(({ statuses: own }) => own);
  const classOk = data.cases.map(
    (owner) => filter.classes.length === 0 || filter.classes.includes(data.classes[owner.class] ?? ''),
  );
  const types = filter.handleTypes.reduce((bits, type) => bits | (1 << data.handleTypes.indexOf(type)), 0);
  const words = wordsOf(filter.search).map((word) => new SearchedWord(model, word));
  const statuses = new Set<string>(filter.statuses);
  const result = new Uint8Array(model.count);
  for (let place = 0; place < model.count; place++) {
    if (!classOk[data.instances.cases[place] ?? -1]) continue;
    if (types !== 0 && ((data.instances.handleTypes[place] ?? 0) & types) === 0) continue;
    if (!fitsStatuses(columns, place, filter, statuses)) continue;
    if (filter.onlyUnexpected && !shown.some((column) => isUnexpected(column, place))) continue;
    if (!words.every((word) => word.isIn(place))) continue;
    result[place] = 1;
  }
  return result;
}

/** Whether a baseline does not expect what came out. */
function isUnexpected({ judgements }: PageColumn, instance: number): boolean {
  return judgements[instance] === judgementLetters.unexpected;
}

function wordsOf(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Looks for one word; each text that repeats is looked at once. */
class SearchedWord {
  private readonly inStrings: Int8Array;
  private readonly inCases: Int8Array;

  constructor(
    private readonly model: PageModel,
    private readonly word: string,
  ) {
    this.inStrings = new Int8Array(model.data.strings.length);
    this.inCases = new Int8Array(model.data.cases.length);
  }

  /** Whether it occurs in what stands for an instance: ids, requirements with their texts, messages. */
  isIn(instance: number): boolean {
    const { cases, parameters } = this.model.data.instances;
    const owner = cases[instance] ?? 0;
    if (this.look(this.inCases, owner, () => this.model.textOfCase(owner))) return true;
    if (this.isInString(parameters[instance] ?? 0)) return true;
    return this.model.data.columns.some(({ messages }) => this.isInString(messages[instance] ?? 0));
  }

  private isInString(place: number): boolean {
    return this.look(this.inStrings, place, () => this.model.data.strings[place] ?? '');
  }

  private look(known: Int8Array, place: number, text: () => string): boolean {
    if (known[place] === 0) known[place] = text().toLowerCase().includes(this.word) ? 1 : -1;
    return known[place] === 1;
  }
}

function fitsStatuses(
  columns: readonly string[],
  place: number,
  { onlyDifferences, onlyFailures }: Filter,
  statuses: ReadonlySet<string>,
): boolean {
  let first = absent;
  let planned = false;
  let [differs, broken, listed] = [false, false, statuses.size === 0];
  for (const column of columns) {
    const letter = column[place] ?? absent;
    if (letter === absent) continue;
    planned = true;
    if (first === absent) first = letter;
    else if (letter !== first) differs = true;
    if (brokenLetters.has(letter)) broken = true;
    if (statuses.has(letter)) listed = true;
  }
  return planned && listed && (differs || !onlyDifferences) && (broken || !onlyFailures);
}

import { printable } from '../results/xml-text';

/** Texts that stand once each, named by their place; what no screen can show is written out, such as `\\x1b`. */
export class StringTable {
  readonly strings: string[] = [];
  private readonly places = new Map<string, number>();

  constructor() {
    this.placeOf('');
  }

  /** The place of a text; the empty one has 0. */
  placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.strings.push(printable(text)) - 1;
    this.places.set(text, place);
    return place;
  }
}

/** A log that floods must not fill the journal: so many lines are kept of a case, and of what is outside of any. */
const mostLines = 200;

/** Lines, of which no more than so many are kept. */
export class KeptLines {
  private readonly kept: string[];
  private left: number;

  /** @param before what is kept already; it stays as it is */
  constructor(before?: KeptLines) {
    this.kept = [...(before?.kept ?? [])];
    this.left = before?.left ?? 0;
  }

  /**
   * @param left how many more there were, which nobody kept
   * @returns those that are kept
   */
  add(lines: readonly string[], left = 0): readonly string[] {
    const kept = lines.slice(0, Math.max(0, mostLines - this.kept.length));
    this.kept.push(...kept);
    this.left += lines.length - kept.length + left;
    return kept;
  }

  /** Those that are kept, and in one more how many were not. */
  get lines(): readonly string[] {
    return this.left === 0 ? this.kept : [...this.kept, `... and ${this.left} lines that were not kept`];
  }

  /** How many there were. */
  get count(): number {
    return this.kept.length + this.left;
  }
}

/** A case does something that a reproducer can't make again; the message says what, in one line. */
export class Uncovered extends Error {
  override readonly name = 'Uncovered';
}

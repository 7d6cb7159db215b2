import { indented, looped, type Statement } from './statements';
import type { Process } from './trace-steps';

/** What stands between head and end of a program. */
export interface ProgramText {
  readonly declarations: readonly string[];
  readonly threads: readonly string[];
  readonly bodies: Readonly<Record<Process, readonly string[]>>;
  /** Every command that is called. */
  readonly commands: readonly string[];
  readonly usesPeer: boolean;
}

/** A program as it grows: its variables, its threads, and what each process does whenever it has its turn. */
export class ProgramFrame {
  private readonly declarations: string[] = [];
  private readonly threads: string[] = [];
  private readonly statements: Record<Process, Statement[]> = { host: [], peer: [] };
  private turn: Process = 'host';
  private usesPeer = false;
  private numbers = 0;

  /** Appends a statement to what a process does; where it was the other's turn, that one passes it on first. */
  say(by: Process, text: string, loop?: Statement['loop']): void {
    if (by !== this.turn) {
      this.statements[this.turn].push({ text: 'pass_turn();' });
      if (by === 'peer' && !this.usesPeer) this.statements.peer.push({ text: 'await_turn();' });
      else this.statements[by].push({ text: 'await_turn();' });
      this.usesPeer = true;
      this.turn = by;
    }
    this.statements[by].push(loop === undefined ? { text } : { text, loop });
  }

  /** Appends a statement to what a process does before it first awaits its turn. */
  sayAtStart(by: Process, text: string): void {
    this.statements[by].push({ text });
  }

  /** Has the process whose turn it is wait. */
  pause(milliseconds: number): void {
    this.say(this.turn, `pause_for(${milliseconds});`);
  }

  /** Whether a process says this somewhere. */
  says(by: Process, text: string): boolean {
    return this.statements[by].some((one) => one.text === text);
  }

  /** Declares a variable of the whole program. */
  declare(text: string): void {
    this.declarations.push(`static ${text};`);
  }

  /** A name that nothing else in the program has. */
  name(stem: string): string {
    this.numbers += 1;
    return `${stem}_${this.numbers}`;
  }

  /** Defines the function that a thread runs. */
  defineThread(name: string, text: string): void {
    this.threads.push(
      `static void *${name}(void *unused) {\n    (void)unused;\n${indented(text)}\n    return NULL;\n}`,
    );
  }

  /** The program that has come about. */
  text(commands: readonly string[]): ProgramText {
    return {
      declarations: this.declarations,
      threads: this.threads,
      bodies: { host: looped(this.statements.host), peer: looped(this.statements.peer) },
      commands,
      usesPeer: this.usesPeer,
    };
  }
}

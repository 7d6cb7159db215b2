import { indented, looped, type Statement } from './statements';
import type { Process } from './trace-steps';

/** What stands between head and end of a program. */
export interface ProgramText {
  readonly declarations: readonly string[];
  /** What threads run, and what several calls share. */
  readonly functions: readonly string[];
  readonly bodies: Readonly<Record<Process, readonly string[]>>;
  /** Every command that is called. */
  readonly commands: readonly string[];
  readonly usesPeer: boolean;
}

/** A program as it grows: its variables, its threads, and what each process does whenever it has its turn. */
export class ProgramFrame {
  private readonly declarations: string[] = [];
  private readonly functions: string[] = [];
  private readonly preparations = new Map<string, string>();
  private readonly statements: Record<Process, Statement[]> = { host: [], peer: [] };
  private turn: Process = 'host';
  private turns = 1;
  private usesPeer = false;
  private readonly numbers = new Map<string, number>();
  private readonly declared = new Set<string>();

  /** Appends a statement to what a process does; where it was the other's turn, that one passes it on first. */
  say(by: Process, text: string, loop?: Statement['loop']): void {
    if (by !== this.turn) {
      this.turns += 1;
      this.statements[this.turn].push({ text: `pass_turn(); /* turn ${this.turns}: ${by}() */` });
      this.statements[by].push({ text: `await_turn(); /* turn ${this.turns} */` });
      this.usesPeer = true;
      this.turn = by;
    }
    this.statements[by].push(loop === undefined ? { text } : { text, loop });
  }

  /** Appends a statement to what a process does before it first awaits its turn. */
  sayAtStart(by: Process, text: string): void {
    this.statements[by].push({ text });
  }

  /** Pauses whichever process has its turn. */
  pause(milliseconds: number, why: string): void {
    this.statements[this.turn].push({ text: `pause_for(${Math.ceil(milliseconds)}); /* ms: ${why} */` });
  }

  /** Says to the reader, in each process that has done anything, what comes now. */
  remark(text: string): void {
    for (const statements of Object.values(this.statements))
      if (statements.length > 0) statements.push({ text: `\n/* ${text} */` });
  }

  /** Whether a process says this somewhere. */
  says(by: Process, text: string): boolean {
    return this.statements[by].some((one) => one.text === text);
  }

  /** Declares a variable of the whole program; once, where several calls share it. */
  declare(text: string): void {
    if (this.declared.has(text)) return;
    this.declared.add(text);
    this.declarations.push(`static ${text};`);
  }

  /** A name that nothing else in the program has. */
  name(stem: string): string {
    const number = (this.numbers.get(stem) ?? 0) + 1;
    this.numbers.set(stem, number);
    return `${stem}_${number}`;
  }

  /** Defines the function that a thread runs. */
  defineThread(name: string, text: string): void {
    this.functions.push(
      `static void *${name}(void *unused) {\n    (void)unused;\n    is_own_thread = 1;\n${indented(text)}\n    return NULL;\n}`,
    );
  }

  /** A function that makes outputs ready, by its name; the same for all that are made ready alike. */
  preparation(lines: readonly string[]): string {
    const body = indented(lines.join('\n'));
    const known = this.preparations.get(body);
    if (known !== undefined) return known;
    const name = this.name('prepare');
    this.preparations.set(body, name);
    this.functions.push(
      `/* What an answer is written into: a sentinel stays where the driver leaves it alone. */\nstatic void ${name}(void) {\n${body}\n}`,
    );
    return name;
  }

  /** The program that has come about. */
  text(commands: readonly string[]): ProgramText {
    return {
      declarations: this.declarations,
      functions: this.functions,
      bodies: { host: looped(this.statements.host), peer: looped(this.statements.peer) },
      commands,
      usesPeer: this.usesPeer,
    };
  }
}

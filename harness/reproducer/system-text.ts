import type { Traced } from '../hosts/call-trace';
import { cComment } from './c-values';
import { PatternSeeds } from './pattern-seed';
import type { NamesByProcess } from './process-names';
import type { ProgramFrame } from './program-frame';
import type { Process, Step } from './trace-steps';
import { bytesOf, integerOf } from './traced-value';
import { Uncovered } from './uncovered';

/** What the operating system did for a process: a line of a trace about descriptors or mapped memory. */
export type SystemStep = Extract<Step, { kind: 'os' }>;

const longestContent = 1 << 16;

/** Foreign descriptors behind which nothing is open. */
const notOpen = ['closed', 'minus-one', 'huge-number'];

/** Writes what the operating system does as C: descriptors, their way between processes, bytes in mapped memory. */
export class SystemText {
  /** Tags of descriptors that are under way. */
  private readonly sent: string[] = [];
  private readonly seeds = new PatternSeeds();

  constructor(
    private readonly frame: ProgramFrame,
    private readonly names: NamesByProcess,
  ) {}

  /** Has the program do the same; what only looks at something leaves no text. @throws Uncovered */
  write({ by, action, details }: SystemStep): void {
    const names = this.names[by];
    const number = Number(integerOf(details.descriptor) ?? -1n);
    switch (action) {
      case 'uncovered':
        throw new Uncovered(String(details.what));
      case 'foreign': {
        const kind = String(details.foreign);
        const variable = this.descriptor(by, `foreign("${kind}")`);
        if (notOpen.includes(kind)) names.holdsDescriptor(number, variable);
        else names.owns(number, variable);
        return;
      }
      case 'own':
        this.make(by, details.descriptor, `own_memory_file(${integerOf(details.bytes)})`);
        return;
      case 'duplicate':
        this.make(by, details.given, duplicate(String(details.how), names.descriptor(number)));
        return;
      case 'close':
        names.disowns(number);
        this.frame.say(by, `close(${names.descriptor(number)});`);
        return;
      case 'taken':
        names.disowns(number);
        return;
      case 'exhausted':
      case 'not-exhausted':
        this.frame.say(by, `exhaust_descriptors(${action === 'exhausted' ? 1 : 0});`);
        return;
      case 'send':
        this.sent.push(String(details.tag));
        this.frame.say(by, `send_descriptor(${names.descriptor(number)});`);
        return;
      case 'receive':
        if (this.sent.shift() !== details.tag) throw new Uncovered('descriptors that overtake each other');
        this.make(by, details.descriptor, 'receive_descriptor()');
        return;
      case 'paused':
        this.frame.pause(Number(details.ms), cComment(String(details.why)));
        return;
      case 'end-peer':
        throw new Uncovered('the end of the other process');
      case 'write-memory':
        this.writeMemory(by, details);
        return;
      case 'reads-memory': {
        const range = `${integerOf(details.offset)}, ${integerOf(details.length)}`;
        this.frame.say(by, `touch(${names.map(details.memory)}, ${range});`);
        return;
      }
      default: // it only looks at something
    }
  }

  /** A variable that an expression gives a descriptor. */
  private descriptor(by: Process, text: string): string {
    const variable = this.frame.name('descriptor');
    this.frame.declare(`int ${variable}`);
    this.frame.say(by, `${variable} = ${text};`);
    return variable;
  }

  private make(by: Process, value: Traced | undefined, text: string): void {
    const variable = this.descriptor(by, text);
    this.names[by].owns(Number(integerOf(value) ?? -1n), variable);
  }

  private writeMemory(by: Process, details: SystemStep['details']): void {
    const bytes = bytesOf(details.given) ?? new Uint8Array();
    const map = this.names[by].map(details.memory);
    const offset = integerOf(details.offset) ?? 0n;
    const seed = this.seeds.seedOf(bytes);
    if (seed !== undefined) {
      this.frame.say(by, `write_pattern(${map}, ${offset}, ${bytes.length}, ${seed}u);`);
      return;
    }
    if (bytes.every((byte) => byte === bytes[0])) {
      this.frame.say(by, `memset((char *)${map} + ${offset}, ${bytes[0] ?? 0}, ${bytes.length});`);
      return;
    }
    if (bytes.length > longestContent) throw new Uncovered(`contents of ${bytes.length} bytes`);
    const name = this.frame.name('contents');
    const lines = Array.from({ length: Math.ceil(bytes.length / 24) }, (_, row) =>
      [...bytes.subarray(row * 24, row * 24 + 24)].join(','),
    );
    this.frame.declare(`const unsigned char ${name}[] = {\n    ${lines.join(',\n    ')}\n}`);
    this.frame.say(by, `memcpy((char *)${map} + ${offset}, ${name}, sizeof ${name});`);
  }
}

/** A duplicate of a descriptor, by the call that makes it. */
function duplicate(how: string, source: string): string {
  if (how === 'dup') return `dup(${source})`;
  if (how === 'F_DUPFD_CLOEXEC') return `fcntl(${source}, F_DUPFD_CLOEXEC, 0)`;
  return how === 'dup2' ? `dup2(${source}, dup(2))` : `dup3(${source}, dup(2), O_CLOEXEC)`;
}

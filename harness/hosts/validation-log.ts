/** What a host writes to its standard output behind each case, so that what came before it is the case's. */
export const caseMark = '\u0001end of case\u0001';

/** One message of the validation layer. */
export interface ValidationMessage {
  /** The rule, such as `VUID-vkQueueSubmit-fence-00064` or `SYNC-HAZARD-WRITE-AFTER-WRITE`. */
  readonly rule: string;
  /** What it says, on one line, without the objects' names. */
  readonly text: string;
}

/** The standard output of a host and its peer, in which the validation layer writes. */
export class ValidationLog {
  private text = '';
  private active = false;
  private waiting: (() => void) | undefined;

  /** Takes what was printed. */
  add(chunk: string): void {
    this.text += chunk;
    if (this.text.includes(caseMark)) this.waiting?.();
  }

  /**
   * The messages up to the mark, which are taken out of the log; where the mark does not come in time, because the host
   * died or hangs, those that are there.
   * @param limitMs in milliseconds
   */
  async take(limitMs: number): Promise<readonly ValidationMessage[]> {
    if (!this.text.includes(caseMark)) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        this.waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.waiting = undefined;
    }
    const [before = '', ...behind] = this.text.split(caseMark);
    this.text = behind.join(caseMark);
    this.active ||= wantedChecks.every((check) => before.includes(check));
    return this.active ? messagesIn(before) : [notActive, ...messagesIn(before)];
  }
}

/** What the layer says of itself at each vkCreateInstance: silence is worth something only behind it. */
const wantedChecks = [
  '[ CURRENT-VALIDATION-ENABLED ]',
  '- Core Checks',
  '- Synchronization',
  '- Thread Safety',
];
const notActive: ValidationMessage = {
  rule: 'CURRENT-VALIDATION-ENABLED',
  text: 'the layer has not said that its core, synchronization and thread checks are on',
};

const information = /^Validation Information: /;
const head = /^Validation (?:Error|Warning|Performance Warning): \[ ([^\]]+) \]/;

/** The messages in what a process printed. */
export function messagesIn(printed: string): readonly ValidationMessage[] {
  const found: { rule: string; lines: string[] }[] = [];
  let open: { rule: string; lines: string[] } | undefined;
  for (const line of printed.split('\n')) {
    const rule = head.exec(line)?.[1];
    if (information.test(line)) open = undefined;
    else if (rule !== undefined) {
      open = { rule: rule.trim(), lines: [] };
      found.push(open);
    } else if (line.trim() === '' || /^\s*Objects: \d+/.test(line)) open = undefined;
    else open?.lines.push(line.trim());
  }
  return found.map(({ rule, lines }) => ({ rule, text: lines.join(' ') }));
}

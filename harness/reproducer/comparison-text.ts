import type { Traced } from '../hosts/call-trace';
import { cString } from './c-values';
import type { CallText } from './call-text';
import type { Comparison } from './observation';
import type { NamesByProcess } from './process-names';
import type { SystemStep } from './system-text';
import type { Step } from './trace-steps';
import { bytesOf, elementsOf, integerOf } from './traced-value';
import { Uncovered } from './uncovered';

/** A comparison as C. */
export interface ComparedText {
  /** True where the comparison holds. */
  readonly holds: string;
  /** What was seen, as text for people. */
  readonly seen: string;
}

/** What a check looks at, as C. */
interface ObservedText {
  readonly of: string;
  readonly seen: string;
  /** True where it is that. */
  is(operand: Traced): string;
}

/** Writes as C what checks look at, and how they compare it. */
export class ComparisonText {
  /** @param wantedSeed of the pattern that the contents which decide should have */
  constructor(
    private readonly calls: CallText,
    private readonly names: NamesByProcess,
    private readonly wantedSeed: number | undefined,
  ) {}

  /**
   * What holds where a comparison behind a step does, and what was seen; undefined for contents of which nobody knows
   * what they should be, and for a -1 of which nobody knows where it is from.
   * @throws Uncovered
   */
  comparison(step: Step, { observed, matcher, operands, what }: Comparison): ComparedText | undefined {
    const found = this.observed(step, observed, what);
    if (found === undefined) return undefined;
    const { of, seen } = found;
    switch (matcher) {
      case 'toBe':
      case 'toBeOneOf':
        return { holds: operands.map((one) => found.is(one)).join(' || ') || '0', seen };
      case 'toDifferFrom':
        return { holds: operands.map((one) => `!(${found.is(one)})`).join(' && '), seen };
      default: {
        const sign = matcher === 'toBeAtLeast' ? '>=' : '<=';
        return { holds: `(int64_t)(${of}) ${sign} INT64_C(${integerOf(operands[0]) ?? 0n})`, seen };
      }
    }
  }

  private observed(step: Step, observed: Comparison['observed'], what: string): ObservedText | undefined {
    if (observed.kind === 'result' && 'call' in step) {
      const of = this.calls.resultOf(step.call);
      return { of, seen: `result_name(${of})`, is: (operand) => `${of} == ${String(operand)}` };
    }
    if (observed.kind === 'output' && 'call' in step)
      return number(this.calls.outputOf(step.call, observed.path));
    if (observed.kind === 'system' && 'call' in step) {
      const of = this.calls.resultOf(step.call);
      return { of, seen: of, is: (operand) => `strcmp(${of}, ${cString(String(operand))}) == 0` };
    }
    if (observed.kind === 'system' && step.kind === 'os') return this.observedSystem(step);
    if (observed.kind === 'content' && step.kind === 'os') return this.observedContent(step, what);
    throw new Uncovered(`what "${what}" looks at`);
  }

  private observedSystem({ by, action, details }: SystemStep): ObservedText | undefined {
    const names = this.names[by];
    const value = Number(integerOf(details.descriptor) ?? -1n);
    const exported = this.calls.exportOf(by, details.handle);
    const descriptor = exported ?? names.descriptor(value);
    if (action === 'changes') {
      const gone = (elementsOf(details.vanished) ?? []).map(
        (value) => `!is_open(${names.descriptor(Number(integerOf(value) ?? -1n))})`,
      );
      return number(gone.length === 0 ? '0' : `(${gone.join(' + ')})`);
    }
    // A -1 of another process comes without any descriptor.
    if (action === 'is-minus-one' && exported === undefined && value === -1) return undefined;
    const of =
      action === 'is-open'
        ? `is_open(${descriptor})`
        : action === 'close-on-exec'
          ? `((fcntl(${descriptor}, F_GETFD) & FD_CLOEXEC) != 0)`
          : `(${descriptor} == -1)`;
    return {
      of,
      seen: `(${of} ? "true" : "false")`,
      is: (operand) => (operand === true ? of : `!${of}`),
    };
  }

  private observedContent({ by, details }: SystemStep, what: string): ObservedText | undefined {
    const bytes = bytesOf(details.given) ?? new Uint8Array();
    if (this.wantedSeed === undefined) return undefined;
    if (bytes.length === 0) throw new Uncovered(`contents in "${what}"`);
    const map = this.names[by].map(details.memory);
    const range = `${map}, ${integerOf(details.offset)}, ${bytes.length}, ${this.wantedSeed}u`;
    const of = `pattern_differs(${range})`;
    return { of, seen: `pattern_text(${range})`, is: () => `${of} == 0` };
  }
}

function number(of: string): ObservedText {
  return {
    of,
    seen: `number_text((int64_t)(${of}))`,
    is: (operand) => `(uint64_t)(${of}) == UINT64_C(${BigInt.asUintN(64, integerOf(operand) ?? 0n)})`,
  };
}

import { createHash } from 'node:crypto';
import { type Alias, type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import { ReportError } from '../results/report-error';
import { firstIssue, readText } from '../results/results-file';

/** What can be expected of a case: everything but that it never runs. */
const expectable = outcomeStatuses.filter((status) => status !== 'missing') as [
  OutcomeStatus,
  ...OutcomeStatus[],
];

const text = z.string().trim().min(1);
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(item).min(1));

const entrySchema = z
  .strictObject({
    cases: oneOrMore(text),
    status: oneOrMore(z.enum(expectable)),
    reason: text.exactOptional(),
    because: text.exactOptional(),
    link: text.exactOptional(),
    until: z.iso.date().exactOptional(),
    devices: oneOrMore(text).exactOptional(),
  })
  .refine(({ status, because }) => status.includes('skip') === (because !== undefined), {
    path: ['because'],
    error: 'the reason that a skip must have, as a glob, stands here, and for a skip alone',
  })
  .refine(({ status, reason }) => reason !== undefined || status.every((one) => needsNoReason.has(one)), {
    path: ['reason'],
    error: 'why this is expected must be said here',
  });

/** What explains itself: a skip by its `because`, a warning by what it says. */
const needsNoReason: ReadonlySet<OutcomeStatus> = new Set(['pass', 'warn', 'skip']);

const baselineSchema = z.strictObject({
  driver: text,
  expected: z.preprocess((given) => given ?? [], z.array(entrySchema)),
});

/** What is expected of some cases that is not a pass. */
export interface BaselineEntry {
  /** Globs over the ids of cases and their instances. */
  readonly cases: readonly string[];
  /** Any of these is expected. */
  readonly statuses: readonly OutcomeStatus[];
  /** Why it is expected. */
  readonly reason: string | undefined;
  /** What the reason of a skip must be, as a glob. */
  readonly because: string | undefined;
  readonly link: string | undefined;
  /** The last day that it counts, as `2027-01-31`. */
  readonly until: string | undefined;
  /** Globs over the devices that it is about; all of the driver where absent. */
  readonly devices: readonly string[] | undefined;
  /** Where it stands in the file. */
  readonly line: number;
}

/** The expected outcomes of one driver that are not a pass. */
export interface Baseline {
  readonly file: string;
  /** Of the content, in hexadecimal digits. */
  readonly sha256: string;
  /** The name of the driver, or a glob over names. */
  readonly driver: string;
  readonly entries: readonly BaselineEntry[];
  /** The file as it stands, comments included. */
  readonly document: Document;
}

/**
 * Reads a baseline.
 *
 * @throws ReportError in one line: not found, no YAML, or which line breaks which rule.
 */
export function readBaseline(file: string): Baseline {
  return parseBaseline(file, readText(file));
}

/** Reads a baseline from its content. @throws ReportError as `readBaseline` does. */
export function parseBaseline(file: string, content: string): Baseline {
  const lineCounter = new LineCounter();
  const document = parseDocument(content, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  const [error] = document.errors;
  if (error !== undefined)
    throw new ReportError(`${file}:${lineAt(error.pos[0])}: this is no YAML: ${error.message}`);
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const alias = danglingAlias(document);
  if (alias !== undefined)
    throw new ReportError(
      `${file}:${lineAt(alias.range?.[0] ?? 0)}: *${alias.source} is an alias in YAML, of nothing: a glob that begins with * needs quotes`,
    );
  const values: unknown = document.toJS();
  if (typeof values !== 'object' || values === null || !('driver' in values))
    throw new ReportError(`${file} is not a baseline: it names no driver`);
  const checked = baselineSchema.safeParse(values);
  if (!checked.success) {
    const path = checked.error.issues[0]?.path ?? [];
    throw new ReportError(`${file}:${lineOf(path)}: ${firstIssue(checked.error)}`);
  }
  const { driver, expected } = checked.data;
  return {
    file,
    sha256: createHash('sha256').update(content).digest('hex'),
    driver,
    document,
    entries: expected.map(({ cases, status, reason, because, link, until, devices }, index) => ({
      ...{ cases, statuses: status, reason, because, link, until, devices },
      line: lineOf(['expected', index]),
    })),
  };
}

/** An alias of YAML whose anchor is nowhere before it, which is how a glob without quotes reads. */
function danglingAlias(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/**
 * What a results page carries: the outcomes of any number of runs, side by side. It is written into the page as JSON and
 * read by its script, so it is made small: what repeats stands once, in a table, and is named by its place there.
 */
export interface PageData {
  /** What wrote the page: suite and version. */
  readonly writtenBy: string;
  /** When, as ISO 8601. */
  readonly writtenAt: string;
  /** Texts that others name by their place; the first is empty. */
  readonly strings: readonly string[];
  readonly classes: readonly string[];
  /** Handle types that instances are about; an instance has a bit for each of its own, the first the lowest. */
  readonly handleTypes: readonly string[];
  readonly findings: readonly PageFinding[];
  readonly requirements: readonly PageRequirement[];
  readonly cases: readonly PageCase[];
  /** Every case instance of any run, once. */
  readonly instances: {
    /** Places in `cases`. */
    readonly cases: readonly number[];
    /** Places in `strings`: what the id has behind the case and a colon; empty for a case without axes. */
    readonly parameters: readonly number[];
    /** Bits of `handleTypes`. */
    readonly handleTypes: readonly number[];
  };
  readonly columns: readonly PageColumn[];
}

/** A requirement, with where it is written. */
export interface PageRequirement {
  readonly id: string;
  readonly anchor: string;
  /** Address in the published specification; `null` where none is known. */
  readonly link: string | null;
  readonly obligation: string;
}

/** A case; `class` and `requirements` are places. */
export interface PageCase {
  readonly id: string;
  readonly description: string;
  readonly class: number;
  readonly requirements: readonly number[];
}

/** A finding that accounts for outcomes. */
export interface PageFinding {
  readonly id: string;
  readonly heading: string;
  readonly place: string;
}

/** One run on one device. What is given an instance stands at the place of the instance in `instances`. */
export interface PageColumn {
  /** Short, and unlike that of any other column. */
  readonly label: string;
  readonly verdict: string;
  /** What is told beside the verdict and is no part of it. */
  readonly aside: string;
  readonly verdictKind: 'good' | 'bad' | 'open';
  /** What a reader must know first. */
  readonly remarks: readonly string[];
  /** What was tested with what, name and value. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** A letter of `statusLetters` an instance; `absent` where this run did not plan it. */
  readonly statuses: string;
  /** What a baseline makes of each: a letter of `judgementLetters` an instance; empty where there was none. */
  readonly judgements: string;
  /** Places in `strings`. */
  readonly messages: readonly number[];
  /** Wall time of the case, in whole milliseconds. */
  readonly milliseconds: readonly number[];
  /** Places in `strings`: the command that runs it again, with `{id}` for the id. */
  readonly reruns: readonly number[];
  /** Places in `findings`, by instance. */
  readonly findings: Readonly<Record<string, number>>;
}

/** What is looked at one outcome at a time, and read when the first one is. */
export interface PageDetails {
  readonly strings: readonly string[];
  /** In the order of the columns: the details of outcomes that have some, by instance. */
  readonly columns: readonly Readonly<Record<string, OutcomeDetails>>[];
}

/** Lists instead of objects, to keep the page small; texts are places in the `strings` of the details. */
export type OutcomeDetails = readonly [
  deviations: readonly (readonly [what: number, expected: number, seen: number, control: 0 | 1])[],
  calls: readonly PageCall[],
  notes: readonly number[],
  /** What a baseline makes of it; empty where there was none, or for a pass that it expects. */
  judgement: readonly [] | readonly [verdict: number, why: number, link: number],
  /** Empty where there was one. */
  attempts: readonly (readonly [status: number, message: number])[],
  kernelLog: readonly number[],
  /** The address of the log, where there is one. */
  log: readonly number[],
];

/** A call into the driver; `result` is -1 while it has not returned, `microseconds` where the time is not known. */
export type PageCall = readonly [
  command: number,
  args: number,
  result: number,
  gave: number,
  microseconds: number,
  peer: 0 | 1,
];

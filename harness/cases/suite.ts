import {
  isRequirementId,
  type RequirementClass,
  type RequirementId,
  requirement,
} from '../../fixtures/requirements';
import type { CaseContext } from './context';
import type { DeviceCapabilities } from './device-capabilities';

export type AxisValue = string | number | boolean;
/** The axes of a case: for each name the values it takes, in the order in which instances are made. */
export type Axes = Readonly<Record<string, readonly AxisValue[]>>;
/** One value for every axis. */
export type Parameters<A extends Axes> = { readonly [Name in keyof A]: A[Name][number] };
export type AnyParameters = Readonly<Record<string, AxisValue>>;

/** Says why a device cannot run a case instance, or nothing if it can. Decided before the run. */
export type Need<P> = (device: DeviceCapabilities, parameters: P) => string | undefined;

/** What a case does; it throws through `expect` when the driver deviates. */
export type CaseBody<A extends Axes> = (context: CaseContext & Parameters<A>) => Promise<void>;

/** A behaviour, proving one or more requirements, over its axes. */
export interface Case {
  /** `suite.name`, unique among all cases. */
  readonly id: string;
  readonly suite: Suite;
  readonly description: string;
  readonly proves: readonly RequirementId[];
  readonly class: RequirementClass;
  /** Where its requirements apply. */
  readonly platform: 'any' | 'posix' | 'win32';
  readonly axes: Axes;
  readonly where: (parameters: AnyParameters) => boolean;
  readonly needs: readonly Need<AnyParameters>[];
  /** Why the case has no control of its own, where it has none. */
  readonly withoutControl: string | null;
  /** Whether its body reaches into another process where no axis `reach` says so. */
  readonly withPeer: boolean;
  /** Whether the specification permits that a device is lost by what the case does. */
  readonly mayLoseDevice: boolean;
  /** Seconds until the host is killed, where the default limit of a run would be too short or too long. */
  readonly deadlineSeconds: number | null;
  readonly body: CaseBody<Axes>;
}

/** A case whose requirements are known but not yet its axes and body. */
class CaseDraft<A extends Axes> {
  private requirements: readonly RequirementId[] = [];
  private axes: Axes = {};
  private predicates: ((parameters: AnyParameters) => boolean)[] = [];
  private neededs: Need<AnyParameters>[] = [];
  private noControl: string | null = null;
  private peer = false;
  private losesDevice = false;
  private deadlineSeconds: number | null = null;

  constructor(
    private readonly suite: Suite,
    private readonly name: string,
    private readonly description: string,
  ) {}

  /** The requirements that a failure of this case shows to be broken: all of one class. */
  proves(...ids: readonly [RequirementId, ...RequirementId[]]): this {
    this.requirements = ids;
    return this;
  }

  /** What the case varies: one instance for every combination of values. */
  over<const B extends Axes>(axes: B): CaseDraft<B> {
    this.axes = axes;
    return this as unknown as CaseDraft<B>;
  }

  /** Combinations that the specification allows; the others are never made. */
  where(predicate: (parameters: Parameters<A>) => boolean): this {
    this.predicates.push(predicate as (parameters: AnyParameters) => boolean);
    return this;
  }

  /** What the device must offer; where it does not, the instance is a skip with that reason. */
  needs(...needs: readonly Need<Parameters<A>>[]): this {
    this.neededs.push(...(needs as readonly Need<AnyParameters>[]));
    return this;
  }

  /** Declares that nothing in this case could look the same on a driver that does nothing, and why. */
  withoutControl(why: string): this {
    this.noControl = why;
    return this;
  }

  /**
   * Declares that the body asks for `endpoint('process')`: the peer is then there before any case begins, since one
   * that started meanwhile would take descriptor numbers that the driver has freed. The value `process` of an axis
   * `reach` declares it by itself.
   */
  withPeer(): this {
    this.peer = true;
    return this;
  }

  /** Declares that what the case does may cost a device: a device that is lost then is a warning and no failure. */
  mayLoseDevice(): this {
    this.losesDevice = true;
    return this;
  }

  /** Gives the case another time than the default limit of a run, in seconds; a run with another limit scales it. */
  deadline(seconds: number): this {
    this.deadlineSeconds = seconds;
    return this;
  }

  /** The behaviour itself; ends the chain. */
  run(body: CaseBody<A>): void {
    const id = `${this.suite.id}.${this.name}`;
    const classes = new Set(this.requirements.map((proved) => requirement(proved).class));
    const [caseClass] = classes;
    if (caseClass === undefined) throw new Error(`case ${id} proves no requirement`);
    if (classes.size > 1)
      throw new Error(`case ${id} proves requirements of several classes: ${[...classes].join(', ')}`);
    const platforms = new Set(this.requirements.map((proved) => requirement(proved).platform));
    platforms.delete('any');
    if (platforms.size > 1) throw new Error(`case ${id} proves requirements of both platforms`);
    const [platform = 'any'] = platforms;
    this.suite.add({
      id,
      suite: this.suite,
      description: this.description,
      proves: this.requirements,
      class: caseClass,
      platform,
      axes: this.axes,
      where: (parameters) => this.predicates.every((holds) => holds(parameters)),
      needs: this.neededs,
      withoutControl: this.noControl,
      withPeer: this.peer,
      mayLoseDevice: this.losesDevice,
      deadlineSeconds: this.deadlineSeconds,
      body: body as unknown as CaseBody<Axes>,
    });
  }
}

/** A group of cases on one topic; a file has one. */
export class Suite {
  private readonly found: Case[] = [];

  constructor(
    /** `area.topic`, such as `fence.import`. */
    readonly id: string,
    readonly description: string,
  ) {}

  get cases(): readonly Case[] {
    return this.found;
  }

  /** Begins a case; the chain ends with `run`. */
  case(name: string, description: string): CaseDraft<Record<never, never>> {
    return new CaseDraft(this, name, description);
  }

  /** Takes a finished case in, refusing what would make results ambiguous or worthless. */
  add(added: Case): void {
    const problem = problemOf(added);
    if (problem !== undefined) throw new Error(`case ${added.id} ${problem}`);
    if (this.found.some((other) => other.id === added.id))
      throw new Error(`case ${added.id} is declared twice`);
    this.found.push(added);
  }
}

const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const axisPattern = /^[a-z][A-Za-z0-9]*$/;
const valuePattern = /^[A-Za-z0-9_+.-]+$/;

function problemOf(added: Case): string | undefined {
  const name = added.id.slice(added.suite.id.length + 1);
  if (!namePattern.test(name)) return `has a name that is not lower-case words joined by hyphens`;
  if (added.description.trim() === '') return 'has no description';
  for (const id of added.proves) {
    if (!isRequirementId(id)) return `proves ${id}, which the catalogue does not have`;
    if (!requirement(id).testable) return `proves ${id}, which no test can show`;
  }
  for (const [axis, values] of Object.entries(added.axes)) {
    if (!axisPattern.test(axis)) return `has an axis called ${axis}`;
    if (values.length === 0) return `has no value for axis ${axis}`;
    if (new Set(values).size !== values.length) return `has a value twice for axis ${axis}`;
    for (const value of values) {
      if (!valuePattern.test(String(value)))
        return `has the value "${value}" for axis ${axis}, which cannot stand in an id`;
    }
  }
  return undefined;
}

/** Suites that were declared since the process started, in order of declaration. */
export const declaredSuites: Suite[] = [];

/** Declares the suite of a file: `area.topic` and what it is about. */
export function suite(id: string, description: string): Suite {
  if (declaredSuites.some((other) => other.id === id)) throw new Error(`suite ${id} is declared twice`);
  const declared = new Suite(id, description);
  declaredSuites.push(declared);
  return declared;
}

import type { Fault } from '../../fixtures/faults';
import type { RequirementId } from '../../fixtures/requirements';
import type { CaseOutcome } from '../cases/outcome';
import type { Case } from '../cases/suite';
import { loadSuite, suiteFiles } from '../cases/suite-files';
import type { Device, Driver } from '../drivers/driver';
import type { InstanceChoice } from '../results/run';
import { defaultTimeoutSeconds } from '../results/time-limits';
import { CaseRunner } from './case-runner';
import { type CaseTrial, FaultTrial } from './fault-trial';
import { coverOf } from './instance-cover';
import { eachValueOnce, planFor, selectedInstances } from './plan';
import type { ScheduledCase } from './schedule';

/** What became of a fault under one of the requirements that it breaks. */
export interface FaultVerdict {
  readonly requirement: string;
  /** Cases that prove the requirement and caught the fault, with the outcome that shows it. */
  readonly caughtBy: readonly { readonly caseId: string; readonly outcome: CaseOutcome }[];
  /** Cases that prove it and let the fault pass. */
  readonly survived: readonly string[];
  /** Of those, the cases in which the fault came up at all, as far as its driver tells. */
  readonly cameUpIn: readonly string[];
}

/** What became of a fault. */
export interface FaultResult {
  readonly fault: Fault;
  /** Of the device that it was put around: `driver/device-name`. */
  readonly device: string;
  /** For each requirement that it breaks. */
  readonly verdicts: readonly FaultVerdict[];
  /** Cases that prove none of those requirements and caught it all the same; asked for with `allCases`. */
  readonly others: readonly string[];
  readonly troubles: readonly string[];
  /** Instances of the cases that should catch it, left out because they do not pass on the driver as it is. */
  readonly leftOut: readonly string[];
  readonly wallMs: number;
}

/** An outcome of the driver as it is, without a fault, that is not pass. */
export interface FalseAlarm {
  readonly device: string;
  readonly outcome: CaseOutcome;
}

/** What a matrix is made of. */
export interface MatrixOptions {
  /** The faults, each with the device that it is put around. */
  readonly trials: readonly { readonly fault: Fault; readonly device: Device }[];
  readonly jobs: number;
  readonly timeoutSeconds: number;
  /** By what the limits are multiplied that hosts have beside that of a case. */
  readonly limitFactor: number;
  /** Whether every case runs under each fault, and not only those that prove what it breaks. */
  readonly allCases: boolean;
  /** Which instances of a case may run. */
  readonly instances: InstanceChoice;
  /** Whether cases can show on that device that a requirement is broken; verdicts on others are left out. */
  readonly judges: (requirement: RequirementId, device: Device) => boolean;
  /** Whether it is no defect of a case that it catches none of these faults. */
  readonly mayCatchNothing: (one: Case) => boolean;
  /** The device that every case runs on without a fault; on others only those that a fault needs. */
  readonly everyCaseOn: Device | undefined;
  /** Asks a driver for its devices under a fault; undefined where it no longer has that one. */
  readonly askAgain: (device: Device) => Promise<Device | undefined>;
  /** The driver, to be opened under a fault. */
  readonly underFault: (driver: Driver, fault: string) => Driver;
}

/** What is told while a matrix runs. */
export interface MatrixListener {
  /** So many instances begin to run on a device as it is. */
  begun(device: Device, instances: number): void;
  faultless(device: Device, outcomes: number): void;
  finished(result: FaultResult): void;
}

/** Runs cases on drivers without a fault and under each of them. */
export class FaultMatrix {
  /** What fails without a fault; on a driver that must be right, false alarms. */
  readonly falseAlarms: FalseAlarm[] = [];
  readonly results: FaultResult[] = [];
  /** Cases that could run on one of the devices, by id. */
  private readonly planned = new Map<string, Case>();
  private readonly files = suiteFiles();
  private readonly running = new Set<{ end(): Promise<void> }>();
  /** Ids of the instances that pass on each device as it is: the only ones that can show a fault. */
  private readonly passing = new Map<Device, Set<string>>();
  private stopped = false;

  constructor(
    private readonly options: MatrixOptions,
    private readonly listener: MatrixListener,
  ) {}

  async run(): Promise<void> {
    for (const device of new Set(this.options.trials.map((trial) => trial.device)))
      if (!this.stopped) await this.faultless(device);
    const left = [...this.options.trials];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined && !this.stopped; next = left.shift()) {
        const result = await this.tryFault(next.fault, next.device);
        if (this.stopped) return;
        this.results.push(result);
        this.listener.finished(result);
      }
    };
    await Promise.all(Array.from({ length: this.options.jobs }, work));
    const order = this.options.trials.map(({ fault, device }) => `${fault.name} ${device.key}`);
    const place = ({ fault, device }: FaultResult): number => order.indexOf(`${fault.name} ${device}`);
    this.results.sort((one, other) => place(one) - place(other));
    if (!this.stopped) await this.tryIdleCases();
  }

  /** Conformance and legal-negative cases that could run and caught nothing. */
  get idleCases(): readonly string[] {
    const busy = new Set(
      this.results.flatMap(({ verdicts }) =>
        verdicts.flatMap(({ caughtBy }) => caughtBy.map(({ caseId }) => caseId)),
      ),
    );
    return [...this.planned.values()]
      .filter((one) => one.class !== 'quality' && !busy.has(one.id) && !this.options.mayCatchNothing(one))
      .map(({ id }) => id);
  }

  /** A case that caught nothing by its few instances runs all of them under the faults of what it proves. */
  private async tryIdleCases(): Promise<void> {
    for (const id of this.idleCases) {
      for (const [index, result] of this.results.entries()) {
        if (this.stopped || !result.verdicts.some(({ survived }) => survived.includes(id))) continue;
        const again = await this.tryFault(result.fault, this.deviceOf(result), id);
        const verdicts = result.verdicts.map((verdict, at) => joined(verdict, again.verdicts[at]));
        this.results[index] = { ...result, verdicts };
        if (!this.idleCases.includes(id)) break;
      }
    }
  }

  private deviceOf(result: FaultResult): Device {
    const found = this.options.trials.find(({ device }) => device.key === result.device);
    if (found === undefined) throw new Error(`no trial ran on ${result.device}`);
    return found.device;
  }

  /** Ends it at once. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.running].map((one) => one.end()));
  }

  /** Runs the cases on a device without a fault. */
  private async faultless(device: Device): Promise<void> {
    const needed = new Set(
      this.options.trials
        .filter((trial) => trial.device === device)
        .flatMap(({ fault }) => fault.breaks as readonly string[]),
    );
    const all = this.plan(
      device,
      (one) => device === this.options.everyCaseOn || one.proves.some((id) => needed.has(id)),
    );
    this.listener.begun(device, all.length);
    for (const { planned } of all) this.planned.set(planned.instance.case.id, planned.instance.case);
    const passing = new Set<string>();
    this.passing.set(device, passing);
    let outcomes = 0;
    const runner = new CaseRunner(
      {
        jobs: this.options.jobs,
        // A limit for drivers that hang must not make a false alarm of a machine that is busy.
        timeoutSeconds: Math.max(
          this.options.timeoutSeconds,
          defaultTimeoutSeconds * this.options.limitFactor,
        ),
        limitFactor: this.options.limitFactor,
        isolate: false,
      },
      {
        started: () => {},
        finished: (_scheduled, outcome) => {
          outcomes += 1;
          if (outcome.status === 'pass') passing.add(outcome.caseId);
          else this.falseAlarms.push({ device: device.key, outcome });
        },
      },
    );
    const running = { end: () => runner.stop() };
    this.running.add(running);
    await runner.run(all);
    this.running.delete(running);
    if (!this.stopped) this.listener.faultless(device, outcomes);
  }

  /** @param only the one case to try, with all of its instances; otherwise all that prove what the fault breaks */
  private async tryFault(fault: Fault, device: Device, only?: string): Promise<FaultResult> {
    const begun = performance.now();
    const there = { ...device, driver: this.options.underFault(device.driver, fault.name) };
    const asked = fault.changesCapabilities === true ? await this.options.askAgain(there) : there;
    const faulty = asked ?? there;
    const claims = (one: Case): boolean =>
      one.proves.some((id) => (fault.breaks as readonly string[]).includes(id));
    const claiming = this.byCase(faulty, fault, device, (one) => claims(one) && (only ?? one.id) === one.id);
    const trial = new FaultTrial(faulty, this.options.timeoutSeconds, this.options.limitFactor);
    this.running.add(trial);
    const trials = await this.tryCases(trial, claiming, this.judged(fault, device));
    const others =
      this.options.allCases && only === undefined
        ? await trial.run(this.byCase(faulty, fault, device, (one) => !claims(one)).map(fewOf))
        : [];
    await trial.end();
    this.running.delete(trial);
    return {
      fault,
      device: device.key,
      verdicts: this.judged(fault, device).map((id) => verdictOn(id, claiming, [...trials.values()])),
      others: others.filter(({ caught }) => caught !== null).map(({ caseId }) => caseId),
      leftOut: this.meeting(faulty, fault, claims)
        .map(({ planned }) => planned.instance.id)
        .filter((id) => this.passing.get(device)?.has(id) !== true),
      troubles: [
        ...(asked === undefined ? ['under the fault the driver no longer has the device'] : []),
        ...[...trials.values(), ...others].flatMap(({ troubles }) => troubles),
      ],
      wallMs: performance.now() - begun,
    };
  }

  /** First the few instances of each case that have every value; the rest of them for a case that they say nothing to. */
  private async tryCases(
    trial: FaultTrial,
    claiming: readonly (readonly ScheduledCase[])[],
    judged: readonly RequirementId[],
  ): Promise<ReadonlyMap<string, CaseTrial>> {
    const first = await trial.run(claiming.map(fewOf));
    const trials = new Map(first.map((one) => [one.caseId, one]));
    const open = judged.some(
      (id) =>
        verdictOn(
          id,
          claiming,
          first.filter(({ caught }) => caught !== null),
        ).caughtBy.length === 0,
    );
    if (!open) return trials;
    const rest = claiming
      .filter((instances) => trials.get(caseOf(instances).id)?.caught === null)
      .map((instances) => {
        const ran = new Set(trials.get(caseOf(instances).id)?.ran);
        return instances.filter(({ planned }) => !ran.has(planned.instance.id));
      })
      .filter((instances) => instances.length > 0);
    for (const more of await trial.run(rest)) {
      const before = trials.get(more.caseId);
      trials.set(more.caseId, {
        ...more,
        cameUp: more.cameUp || before?.cameUp === true,
        troubles: [...(before?.troubles ?? []), ...more.troubles],
      });
    }
    return trials;
  }

  private judged({ breaks }: Fault, device: Device): readonly RequirementId[] {
    return breaks.filter((id) => this.options.judges(id, device));
  }

  /** The instances of each case that can meet the fault, and that pass without it. */
  private byCase(
    faulty: Device,
    fault: Fault,
    device: Device,
    wanted: (one: Case) => boolean,
  ): readonly (readonly ScheduledCase[])[] {
    const cases = new Map<Case, ScheduledCase[]>();
    for (const scheduled of this.meeting(faulty, fault, wanted)) {
      const { instance } = scheduled.planned;
      if (this.passing.get(device)?.has(instance.id) !== true) continue;
      const of = cases.get(instance.case) ?? [];
      of.push(scheduled);
      cases.set(instance.case, of);
    }
    return [...cases.values()];
  }

  /** The instances that can meet the fault by their axes. */
  private meeting(
    faulty: Device,
    { where }: Fault,
    wanted: (one: Case) => boolean,
  ): readonly ScheduledCase[] {
    const values = Object.entries(where ?? {});
    return this.plan(faulty, wanted).filter(({ planned: { instance } }) =>
      values.every(([axis, value]) => !(axis in instance.parameters) || instance.parameters[axis] === value),
    );
  }

  /** Whether a fault is tried that breaks what the case proves: nothing else makes a robustness case run here. */
  private isBroken(one: Case): boolean {
    return this.options.trials.some(({ fault }) =>
      one.proves.some((id) => (fault.breaks as readonly string[]).includes(id)),
    );
  }

  private plan(device: Device, wanted: (one: Case) => boolean): readonly ScheduledCase[] {
    return this.files.flatMap((file) => {
      const instances = selectedInstances(loadSuite(file), everything, undefined).filter(
        ({ case: one }) => (one.class !== 'robustness' || this.isBroken(one)) && wanted(one),
      );
      const whole = planFor(device, instances);
      const chosen = this.options.instances === 'each-value' ? eachValueOnce(whole) : whole;
      return chosen.flatMap((planned) => (planned.skip === null ? [{ planned, file }] : []));
    });
  }
}

const everything = { globs: [], classes: [], requirements: [] };

function caseOf(instances: readonly ScheduledCase[]): Case {
  const [first] = instances;
  if (first === undefined) throw new Error('a case without instances was tried');
  return first.planned.instance.case;
}

/** A verdict with what was found out later about one of its cases. */
function joined(before: FaultVerdict, later: FaultVerdict | undefined): FaultVerdict {
  const caughtBy = [...before.caughtBy, ...(later?.caughtBy ?? [])];
  const caught = new Set(caughtBy.map(({ caseId }) => caseId));
  return { ...before, caughtBy, survived: before.survived.filter((id) => !caught.has(id)) };
}

function verdictOn(
  requirement: string,
  claiming: readonly (readonly ScheduledCase[])[],
  trials: readonly CaseTrial[],
): FaultVerdict {
  const proving = claiming
    .map(caseOf)
    .filter(({ proves }) => (proves as readonly string[]).includes(requirement));
  const byCase = new Map(trials.map((trial) => [trial.caseId, trial]));
  const survived = proving.filter(({ id }) => (byCase.get(id)?.caught ?? null) === null).map(({ id }) => id);
  return {
    requirement,
    caughtBy: proving.flatMap(({ id }) => {
      const outcome = byCase.get(id)?.caught ?? null;
      return outcome === null ? [] : [{ caseId: id, outcome }];
    }),
    survived,
    cameUpIn: survived.filter((id) => byCase.get(id)?.cameUp === true),
  };
}

function fewOf(all: readonly ScheduledCase[]): readonly ScheduledCase[] {
  return coverOf(all, ({ planned }) => planned);
}

import { reachesPeer } from '../cases/case-instance';
import type { CaseContext, DescriptorSnapshot } from '../cases/context';
import {
  type Comparison,
  DeviationError,
  describe,
  type Expectation,
  expectation,
} from '../cases/expectation';
import { LoadTooShort } from '../cases/held-load';
import type { Endpoint, Reach } from '../cases/objects';
import { type CaseOutcome, type Deviation, misbehavedNote } from '../cases/outcome';
import type { AnyParameters, Axes, Case, Parameters } from '../cases/suite';
import type { LedgerChange, LedgerSnapshot } from '../handles';
import { MemoryReport } from '../vulkan';
import { callsBegun, lastCalls, readCallRecord } from './call-record';
import { asTraced, isTracing, traced } from './call-trace';
import { type Failure, failureOf } from './failure';
import type { HostSession } from './host-session';
import { handleOf } from './owned-handle';

const ownFileBytes = 4096;

/** What a case came to, and whether its host may run another. */
export interface Execution {
  readonly outcome: CaseOutcome;
  /** Why this host can't be distrust with another case, or null. */
  readonly retire: string | null;
}

/** The verdict on the body of a case, before it is cleaned up. */
export type Verdict = Pick<CaseOutcome, 'status' | 'message' | 'deviations'>;

/** What the host tells of a case that is running. */
export interface ExecutionEvents {
  /** The verdict, between the body and the clean-up. */
  judged(verdict: Verdict): void;
  /** The case is made again, because a load was too short. */
  again(): void;
}

/** By what the loads of a case are multiplied, from attempt to attempt. */
const loadFactors = [1, 5, 25] as const;

/**
 * Runs one case instance in this process and cleans up behind it: again and from the start, behind more load, where
 * what a load held was done before it could be looked at.
 */
export async function executeCase(
  session: HostSession,
  one: Case,
  instanceId: string,
  parameters: AnyParameters,
  events: ExecutionEvents,
): Promise<Execution> {
  for (const [index, loadFactor] of loadFactors.entries()) {
    const last = index === loadFactors.length - 1;
    const execution = await attempt(session, one, instanceId, parameters, { loadFactor, last }, events);
    if (execution !== null) return execution;
    events.again();
  }
  throw new Error('unreachable: the last attempt comes to a verdict');
}

interface Attempt {
  readonly loadFactor: number;
  readonly last: boolean;
}

/** @returns null where a load was too short, and more load may help */
async function attempt(
  session: HostSession,
  one: Case,
  instanceId: string,
  parameters: AnyParameters,
  { loadFactor, last }: Attempt,
  { judged }: ExecutionEvents,
): Promise<Execution | null> {
  const begun = performance.now();
  const driverBefore = session.driverMs;
  let mark = callsBegun(session.recordBytes);
  const judge = new Judge(one);
  session.begin(loadFactor);
  let distrust: string | null = null;
  let before: LedgerSnapshot | undefined;
  let opened = session.opened;
  try {
    if (reachesPeer(one, parameters)) await session.readyPeer();
    const exporter = await session.endpoint('device');
    const importer = await session.endpoint((parameters.reach ?? 'device') as Reach);
    mark = callsBegun(session.recordBytes);
    before = session.system.snapshot();
    opened = session.opened;
    traced({ kind: 'case' });
    await one.body(contextFor(session, judge, one, exporter, importer, parameters, last));
    judge.ended();
  } catch (error) {
    const failure = failureOf(error);
    judge.failed(withPeerCalls(failure, session));
    if (failure.kind === 'damage') distrust = 'the driver wrote where it may not';
  }
  traced({ kind: 'ended' });
  judge.unlisted(session.results.takeUnlisted());
  if (session.lostDevice) judge.lostDevice();
  const judgement = judge.verdict();
  const inconclusive = judge.loadTooShort && !last;
  if (!inconclusive) judged(judgement);
  const record = () =>
    lastCalls([readCallRecord(session.recordBytes, 'host', mark), ...session.peerReading()]);
  // What clean-up calls afterwards is no part of a failure that was there before it.
  const calls = judgement.status === 'pass' ? undefined : record();
  try {
    await session.end();
  } catch (error) {
    judge.failed(withPeerCalls(failureOf(error), session));
    distrust ??= 'cleaning up failed';
  }
  judge.unlisted(session.results.takeUnlisted());
  if (before !== undefined) judgeDescriptors(session, judge, before, opened);
  if (session.lostPeer) distrust ??= 'the peer is gone';
  if (session.lostDevice) {
    judge.lostDevice();
    distrust ??= 'the device was lost';
  }
  if (distrust !== null) judge.notes.push(`the host is not used again: ${distrust}`);
  judge.notes.push(...session.takeLeftOver());
  if (session.misbehaved()) judge.notes.push(misbehavedNote);
  const verdict = judge.verdict();
  if (inconclusive && distrust === null && verdict.status === 'warn') return null;
  return {
    outcome: {
      caseId: instanceId,
      ...verdict,
      durationMs: performance.now() - begun,
      driverMs: session.driverMs - driverBefore,
      calls: verdict.status === 'pass' ? [] : (calls ?? record()),
      notes: judge.notes,
    },
    retire: distrust,
  };
}

function contextFor(
  session: HostSession,
  judge: Judge,
  one: Case,
  exporter: Endpoint,
  importer: Endpoint,
  parameters: AnyParameters,
  lastAttempt: boolean,
): CaseContext & Parameters<Axes> {
  const context: CaseContext = {
    exporter,
    importer,
    device: session.setup.capabilities,
    endpoint: async (reach) => {
      if (reach === 'process' && !reachesPeer(one, parameters))
        throw new TypeError(`${one.id} reaches into another process: declare it with withPeer()`);
      return session.endpoint(reach);
    },
    endPeer: (how) => session.endPeer(how),
    fresh: async ({ memoryReport = false } = {}) =>
      session.fresh(undefined, memoryReport ? new MemoryReport() : undefined),
    otherDevice: async (device) => session.fresh(device),
    devicesSeenBy: (observer) => session.devicesSeenBy(observer),
    expect: (what, seen) => judge.expect(what, seen),
    control: (what, seen) => judge.control(what, seen),
    should: (what, seen) => judge.should(what, seen),
    behindMoreLoad: (what, reason) => {
      if (reason === 'driver' && session.knownOfDriver.has(what)) return;
      if (!lastAttempt) throw new LoadTooShort(what);
      if (reason === 'driver') session.knownOfDriver.add(what);
    },
    note: (note) => {
      judge.notes.push(note);
    },
    descriptors: () => snapshotOf(session),
    foreign: (kind) => session.foreign(kind),
    minusOne: () => session.own(session.system.adopt(-1)),
    ownHandles: (count) =>
      Array.from({ length: count }, () => {
        const own = session.own(session.system.createSharedMemory(ownFileBytes));
        traced({ kind: 'os', action: 'own', descriptor: own.value, bytes: ownFileBytes });
        return own;
      }),
    handleCount: () => session.system.handleCount(),
    // Whether a prefix of a namespace is one to a driver, the specification leaves open: names have none.
    uniqueName: (purpose) => session.system.uniqueName('unsaid', purpose),
    namedObject: (kind, name) =>
      session.own(
        kind === 'event'
          ? session.system.createEvent(name)
          : session.system.createSharedMemory(ownFileBytes, name),
      ),
    isNameTaken: (name) => session.system.isNameTaken(name),
    withoutDescriptors: (action) => withoutDescriptors(session, action),
    foreignDmaBuf: (producer, size) => {
      traced({ kind: 'os', action: 'uncovered', what: 'a dma-buf that no driver made' });
      return session.own(session.system.createDmaBuf(producer, size));
    },
    syncFile: (source) => session.syncFile(source),
    mergedSyncFile: (a, b) => session.own(session.system.mergeSyncFiles(handleOf(a).os, handleOf(b).os)),
    foreignTexture: (request) => session.foreignTexture(request),
    foreignFence: (request) => session.foreignFence(request),
    displayAdapters: () => session.system.displayAdapters(),
    displayAdapterOf: (luid) => session.system.displayAdapterOf(luid),
    throughSocket: (handle) => session.throughSocket(handleOf(handle)),
  };
  return { ...context, ...parameters } as CaseContext & Parameters<Axes>;
}

function withoutDescriptors<T>(session: HostSession, action: () => T): T {
  const { limit } = session.system;
  const given = limit.during(limit.leaving(0), () => {
    traced({ kind: 'os', action: 'exhausted' });
    return action();
  });
  const over = (): void => traced({ kind: 'os', action: 'not-exhausted' });
  if (given instanceof Promise) return given.finally(over) as T;
  over();
  return given;
}

function snapshotOf(session: HostSession): DescriptorSnapshot {
  const { system } = session;
  const taken = system.snapshot();
  // On Windows the snapshot has what the application believes to have: the kernel knows what is open.
  const open = system.platform === 'win32' ? new Set(system.openHandles().map(({ value }) => value)) : taken;
  return {
    count: taken.size,
    hasNumberOf: (handle) => open.has(handleOf(handle).value),
    changes: () => {
      const { appeared, vanished, replaced } = session.system.difference(taken, session.system.snapshot());
      traced({
        kind: 'os',
        action: 'changes',
        vanished: vanished.map(({ value }) => value),
        given: { appeared: appeared.length, vanished: vanished.length, replaced: replaced.length },
      });
      return { appeared: appeared.map(text), vanished: vanished.map(text), replaced: replaced.map(text) };
    },
  };
}

/** What the descriptors of the process say behind a case: nothing of the application's may be gone. */
function judgeDescriptors(session: HostSession, judge: Judge, before: LedgerSnapshot, opened: number): void {
  for (const deviation of session.lostSince(before)) judge.deviated(deviation);
  const { appeared } = session.system.difference(before, session.system.snapshot());
  if (appeared.length > 0 && session.opened === opened) {
    judge.notes.push(`left open behind the case: ${appeared.map(text).join('; ')}`);
  }
}

/** What the peer was doing when it died or stopped answering. */
function withPeerCalls(failure: Failure, session: HostSession): Failure {
  if (failure.kind !== 'peer') return failure;
  const where = session
    .peerReading()
    .flatMap(({ inFlight }) => inFlight)
    .map(({ call }) => `inside ${call.command}(${call.args})`);
  return {
    ...failure,
    message: `${failure.message} ${where.join(', ') || 'outside any call into the driver'}`,
  };
}

function text(change: LedgerChange): string {
  return change.description;
}

function tellCheck({ operands, seen, ...comparison }: Comparison): void {
  if (!isTracing()) return;
  traced({ kind: 'check', ...comparison, operands: operands.map(asTraced), seen: asTraced(seen) });
}

/** Collects the checks of a case and makes its verdict of them. */
class Judge {
  readonly notes: string[] = [];
  /** Whether the body ended because a load was too short for it. */
  loadTooShort = false;
  private readonly failures: Deviation[] = [];
  private readonly warnings: Deviation[] = [];
  private knowsOfLoss = false;
  private expectations = 0;
  private controls = 0;
  private suiteError: string | null = null;
  private peerEnd: string | null = null;

  constructor(private readonly one: Case) {}

  expect<T>(what: string, seen: T): Expectation<T> {
    return expectation(what, seen, false, {
      checked: (comparison) => {
        this.expectations += 1;
        tellCheck(comparison);
      },
      deviated: (deviation) => {
        throw new DeviationError(deviation);
      },
    });
  }

  control<T>(what: string, seen: T): Expectation<T> {
    return expectation(what, seen, true, {
      checked: (comparison) => {
        this.controls += 1;
        tellCheck(comparison);
      },
      deviated: (deviation) => {
        throw new DeviationError(deviation);
      },
    });
  }

  should<T>(what: string, seen: T): Expectation<T> {
    return expectation(what, seen, false, {
      checked: (comparison) => {
        this.expectations += 1;
        tellCheck(comparison);
      },
      deviated: (deviation) => this.warnings.push(deviation),
    });
  }

  deviated(deviation: Deviation): void {
    this.failures.push(deviation);
  }

  /** A device was lost; where that is permitted, so is every result that says so. */
  lostDevice(): void {
    const seen = 'VK_ERROR_DEVICE_LOST';
    const lost = { what: 'the device', expected: 'not lost', seen, control: false };
    if (!this.knowsOfLoss) (this.one.mayLoseDevice ? this.warnings : this.failures).push(lost);
    this.knowsOfLoss = true;
    if (!this.one.mayLoseDevice) return;
    const others = this.failures.filter((failure) => failure.seen !== seen);
    this.failures.splice(0, this.failures.length, ...others);
  }

  unlisted(results: readonly Deviation[]): void {
    this.failures.push(...results);
  }

  /** The body came to its end: a case that looked at nothing, or could not have failed, is itself wrong. */
  ended(): void {
    if (this.expectations === 0) this.suiteError = 'it ended without an expectation';
    else if (this.controls === 0 && this.one.withoutControl === null)
      this.suiteError = 'it ended without a control';
  }

  /** The body or the clean-up ended early. */
  failed(failure: Failure): void {
    if (failure.kind === 'peer') this.peerEnd ??= failure.message;
    else if (failure.kind === 'load') this.couldNotShow(failure);
    else if (failure.kind === 'suite') this.suiteError ??= failure.message;
    else this.deviated(failure.deviation);
  }

  /** What was pending was over too soon, however often it was tried: that is no failure of the driver's. */
  private couldNotShow({ what, held }: Extract<Failure, { kind: 'load' }>): void {
    this.loadTooShort = true;
    const seen = 'done before';
    this.warnings.push({
      what: `${held}, until ${what} could be looked at`,
      expected: 'pending',
      seen,
      control: true,
    });
  }

  verdict(): Verdict {
    const [first] = this.failures;
    if (first !== undefined) {
      const status = this.one.class === 'quality' ? 'warn' : 'fail';
      return { status, message: describe(first), deviations: [...this.failures, ...this.warnings] };
    }
    if (this.peerEnd !== null) return { status: 'crash', message: this.peerEnd, deviations: [] };
    if (this.suiteError !== null) {
      return {
        status: 'fail',
        message: `the suite itself failed, not the driver: ${this.suiteError}`,
        deviations: [],
      };
    }
    const [warning] = this.warnings;
    if (warning !== undefined)
      return { status: 'warn', message: describe(warning), deviations: this.warnings };
    return { status: 'pass', message: '', deviations: [] };
  }
}

import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome, Deviation, RecordedCall } from '../cases/outcome';
import { startScript } from '../drivers/driver-process';
import { describeProcessEnd } from '../handles';
import { cutBetweenWords } from '../vulkan';
import { type CallRecordReading, callsBegun, lastCalls, readCallRecord } from './call-record';
import { printedMore, printedText } from './printed-text';
import type { FromHost, HostSetup, ToHost } from './protocol';
import { RecordMemory } from './record-memory';
import { ValidationLog } from './validation-log';
import { withValidation } from './validation-verdict';

/** The device of a host could not be opened. */
export class HostUnusable extends Error {
  override readonly name = 'HostUnusable';
}

/** Limits in milliseconds, on a machine of hardware. */
const startLimitMs = 60_000;
const endLimitMs = 2000;
/** How long what the validation layer prints may take to get here. */
const validationLimitMs = 2000;
/** How long a case that has failed may take to clean up: it may have left the device waiting for ever. */
const cleanUpLimitMs = 2000;

/** By what the deadline is multiplied for a case that is made again, behind loads that take their time on a busy machine. */
const againShare = 3;

type Judged = Extract<FromHost, { kind: 'judged' }>;

/**
 * What a host made of a case: an outcome, its own answer or what its death or hang comes to; or it had ended before it
 * took the case up.
 */
export type Ran =
  | { readonly kind: 'outcome'; readonly outcome: CaseOutcome; readonly answered: boolean }
  | { readonly kind: 'ended before'; readonly end: BadEnd };

/** What became of a host behind its last case. */
export interface BadEnd extends Pick<CaseOutcome, 'message' | 'calls' | 'notes'> {
  readonly status: 'crash' | 'timeout';
}

/** A child process in which cases run on one device, one at a time. */
export class Host {
  private readonly child: ChildProcess;
  private readonly record = new RecordMemory();
  private readonly peerRecord = new RecordMemory();
  private readonly exited: Promise<void>;
  private gone = false;
  private killed = false;
  /** Calls begun before the last case. */
  private mark = 0;
  private peerMark = 0;
  private printed = '';
  private listener: (message: FromHost) => void = () => {};
  /** Has the exchange that is going on end so many milliseconds from now. */
  private limitFromNow: (ms: number) => void = () => {};
  private retireReason: string | null = null;

  private readonly validation: ValidationLog | undefined;

  private constructor(
    driver: HostSetup['driver'],
    private readonly limitFactor: number,
  ) {
    this.validation = driver.validationLayer === undefined ? undefined : new ValidationLog();
    this.child = startScript(join(__dirname, 'host-main.js'), driver, [
      this.record.descriptor,
      this.peerRecord.descriptor,
    ]);
    this.child.on('message', (message) => this.listener(message as FromHost));
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        const text = chunk.toString('utf8');
        if (stream === this.child.stdout) this.validation?.add(text);
        this.printed = printedMore(this.printed, text);
      });
    }
    this.exited = new Promise((resolve) => {
      const leave = (): void => {
        if (this.gone) return;
        this.gone = true;
        resolve();
      };
      this.child.on('exit', leave);
      this.child.on('error', (error) => {
        this.printed += error.message;
        leave();
      });
    });
  }

  /**
   * Starts a host and opens its device.
   * @param limitFactor by what its limits are multiplied, beside that of a case
   * @throws HostUnusable when the host dies, hangs, or can't open the device
   */
  static async start(setup: HostSetup, limitFactor = 1): Promise<Host> {
    const host = new Host(setup.driver, limitFactor);
    const answer = await host.exchange({ kind: 'set-up', setup }, startLimitMs * limitFactor, (message) =>
      message.kind === 'ready' || message.kind === 'unusable' ? message : undefined,
    );
    if (answer.kind === 'answer' && answer.message.kind === 'ready') return host;
    const reason =
      answer.kind === 'answer' && answer.message.kind === 'unusable'
        ? answer.message.reason
        : `${host.describeEnd(answer.kind)} while it opened the device`;
    await host.kill();
    host.dispose();
    throw new HostUnusable(reason);
  }

  private get cleanUpMs(): number {
    return cleanUpLimitMs * this.limitFactor;
  }

  /** Why this host must not run another case, or null. */
  get retired(): string | null {
    return this.retireReason;
  }

  /**
   * Runs one case instance; never throws.
   * @param file the compiled suite file that declares it
   * @param deadlineMs how long it may take before the host is killed
   * @param begun told when the host has taken the case up: it was well behind the one before
   */
  async run(instance: CaseInstance, file: string, deadlineMs: number, begun: () => void): Promise<Ran> {
    this.mark = callsBegun(this.record.read());
    this.peerMark = callsBegun(this.peerRecord.read());
    const driverBefore = driverTime(this.readings());
    const startedAt = performance.now();
    this.printed = '';
    let taken = false;
    let judged: Judged | undefined;
    let limitMs = deadlineMs;
    const answer = await this.exchange(
      {
        kind: 'run',
        file,
        caseId: instance.case.id,
        instanceId: instance.id,
        parameters: instance.parameters,
      },
      deadlineMs,
      (message) => {
        if (message.kind === 'begun') {
          taken = true;
          begun();
        }
        if (message.kind === 'again') {
          limitMs = deadlineMs * againShare;
          this.limitFromNow(limitMs);
        }
        if (message.kind === 'judged') {
          judged = message;
          if (message.status === 'fail') this.limitFromNow(Math.min(this.cleanUpMs, deadlineMs));
        }
        return message.kind === 'ended' ? message : undefined;
      },
    );
    if (answer.kind === 'answer') {
      this.retireReason = answer.message.retire;
      const { outcome } = answer.message;
      const messages = (await this.validation?.take(validationLimitMs * this.limitFactor)) ?? [];
      return { kind: 'outcome', outcome: withValidation(outcome, instance, messages), answered: true };
    }
    const readings = this.readings();
    if (answer.kind === 'exit' && !taken) {
      return { kind: 'ended before', end: this.badEnd('crash', this.describeEnd('exit')) };
    }
    const end = this.describeEnd(answer.kind);
    await this.kill();
    this.retireReason = end;
    const inFlight = readings.flatMap((reading) => reading.inFlight);
    const outcome = {
      ...verdictOf(answer.kind, end, inFlight, judged, judged?.status === 'fail' ? this.cleanUpMs : limitMs),
      caseId: instance.id,
      durationMs: performance.now() - startedAt,
      driverMs: Math.max(0, driverTime(readings) - driverBefore),
      calls: lastCalls(readings),
      notes: this.whatItPrinted(),
    };
    return { kind: 'outcome', outcome, answered: false };
  }

  /**
   * Ends the host in good order: its devices are destroyed. Kills it where it does not end by itself.
   * @returns what went wrong with that, or null
   */
  async end(): Promise<BadEnd | null> {
    let bad: BadEnd | null = null;
    if (!this.gone) {
      this.printed = '';
      this.send({ kind: 'end' });
      const limitMs = endLimitMs * this.limitFactor;
      const killing = setTimeout(() => {
        bad = this.badEnd('timeout', `the host did not end within ${limitMs / 1000} s`);
        this.child.kill('SIGKILL');
      }, limitMs);
      await this.exited;
      clearTimeout(killing);
    }
    if (bad === null && !this.killed && this.child.exitCode !== 0) {
      bad = this.badEnd('crash', this.describeEnd('exit'));
    }
    this.dispose();
    return bad;
  }

  /** Kills the host and lets go of it: what it would do at its end is of no interest any more. */
  async discard(): Promise<null> {
    await this.kill();
    this.dispose();
    return null;
  }

  /** Kills the host; its peer dies with it. */
  async kill(): Promise<void> {
    if (!this.gone) {
      this.killed = true;
      this.child.kill('SIGKILL');
    }
    await this.exited;
  }

  /** What is known of a host that came to a bad end behind its last case. */
  private badEnd(status: BadEnd['status'], how: string): BadEnd {
    const readings = this.readings();
    const inFlight = readings.flatMap((reading) => reading.inFlight);
    return {
      status,
      message: `behind the case, ${how}${whereabouts(inFlight, ' ')}`,
      calls: lastCalls(readings),
      notes: this.whatItPrinted(),
    };
  }

  private whatItPrinted(): readonly string[] {
    const text = printedText(this.printed);
    return text === '' ? [] : [`the host printed: ${text}`];
  }

  private dispose(): void {
    this.record.close();
    this.peerRecord.close();
  }

  private send(message: ToHost): void {
    if (this.child.connected) this.child.send(message, () => {}); // a host that just died is seen by its exit
  }

  private async exchange<M extends FromHost>(
    message: ToHost,
    limitMs: number,
    pick: (message: FromHost) => M | undefined,
  ): Promise<{ kind: 'answer'; message: M } | { kind: 'exit' } | { kind: 'deadline' }> {
    const answer = new Promise<{ kind: 'answer'; message: M }>((resolve) => {
      this.listener = (received) => {
        const picked = pick(received);
        if (picked !== undefined) resolve({ kind: 'answer', message: picked });
      };
    });
    this.send(message);
    const deadline = new Promise<{ kind: 'deadline' }>((resolve) => {
      const pass = (): void => resolve({ kind: 'deadline' });
      let timer = setTimeout(pass, limitMs);
      this.limitFromNow = (ms) => {
        clearTimeout(timer);
        timer = setTimeout(pass, ms);
      };
      void this.exited.then(() => clearTimeout(timer));
      void answer.then(() => clearTimeout(timer));
    });
    const exit = this.exited.then(() => ({ kind: 'exit' as const }));
    return Promise.race([answer, exit, deadline]);
  }

  /** What host and peer have called since the last case began. */
  private readings(): readonly CallRecordReading[] {
    return [
      readCallRecord(this.record.read(), 'host', this.mark),
      readCallRecord(this.peerRecord.read(), 'peer', this.peerMark),
    ];
  }

  private describeEnd(kind: 'answer' | 'exit' | 'deadline'): string {
    if (kind === 'deadline') return 'the host hung and was killed';
    return `the host ${describeProcessEnd(this.child.exitCode, this.child.signalCode)}`;
  }
}

/** Milliseconds inside the driver, those of calls that have not returned included. */
function driverTime(readings: readonly CallRecordReading[]): number {
  const inside = ({ driverMs, inFlight }: CallRecordReading): number =>
    driverMs + Math.max(0, ...inFlight.map(({ forMs }) => forMs));
  return readings.reduce((sum, reading) => sum + inside(reading), 0);
}

function verdictOf(
  kind: 'exit' | 'deadline',
  end: string,
  inFlight: CallRecordReading['inFlight'],
  judged: Judged | undefined,
  limitMs: number,
): { status: CaseOutcome['status']; message: string; deviations: readonly Deviation[] } {
  const what =
    kind === 'deadline'
      ? `no end within ${limitMs / 1000} s${whereabouts(inFlight, ': ')}`
      : `${end}${whereabouts(inFlight, ' ')}`;
  if (judged !== undefined && judged.status === 'fail') {
    return {
      status: 'fail',
      message: `${judged.message}; then, cleaning up, ${what}`,
      deviations: judged.deviations,
    };
  }
  const behind = judged === undefined ? '' : 'after the case itself, cleaning up: ';
  return { status: kind === 'deadline' ? 'timeout' : 'crash', message: behind + what, deviations: [] };
}

function whereabouts(inFlight: CallRecordReading['inFlight'], joint: string): string {
  if (inFlight.length === 0) return ', outside any call into the driver';
  const calls = inFlight.map(
    ({ call, forMs }) => `inside ${call.command}(${shorten(call)}) for ${Math.round(forMs)} ms`,
  );
  return joint + calls.join(', ');
}

function shorten(call: RecordedCall): string {
  return call.args.length > 120 ? cutBetweenWords(call.args, 120) : call.args;
}

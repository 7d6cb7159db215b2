import { DeviationError } from '../cases/expectation';
import type { Result } from '../cases/objects';
import type { Deviation } from '../cases/outcome';

/** What one case, or one request to a peer, made and must not leave behind. */
export class CaseScope {
  private readonly held: (() => void | Promise<void>)[] = [];
  private readonly calls = new Set<Promise<unknown>>();
  private readonly idlers = new Set<() => Promise<void>>();
  private readonly disposals: (() => void)[] = [];
  private readonly lastDisposals: (() => void)[] = [];

  /** Runs behind the case, the latest first, once nothing of the case is pending any more. */
  defer(dispose: () => void): void {
    this.disposals.push(dispose);
  }

  /** Runs behind all that, in the same order: for what objects of the case rest on, whenever they were made. */
  deferLast(dispose: () => void): void {
    this.lastDisposals.push(dispose);
  }

  /** Lets held work go on, before anything is waited for. */
  deferRelease(release: () => void | Promise<void>): void {
    this.held.push(release);
  }

  /**
   * A call into the driver that may be under way still when the case ends, such as a submission that blocks until what
   * it waits for is released: nothing is idle, and nothing may be destroyed, before it has come back.
   */
  deferReturn(call: Promise<unknown>): void {
    this.calls.add(call);
    call.catch(() => {}).finally(() => this.calls.delete(call));
  }

  /** Waits until a device has nothing pending; a device that was submitted to names itself once. */
  deferIdle(wait: () => Promise<void>): void {
    this.idlers.add(wait);
  }

  /** Cleans up; every step is made, the first failure is thrown behind them. */
  async dispose(): Promise<void> {
    const failures: unknown[] = [];
    const attempt = async (step: () => void | Promise<void>): Promise<void> => {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    };
    for (const release of this.held.splice(0)) await attempt(release);
    await Promise.allSettled(this.calls); // who made them sees what they came to
    for (const wait of this.idlers) await attempt(wait);
    this.idlers.clear();
    for (const dispose of this.disposals.splice(0).reverse()) await attempt(dispose);
    for (const dispose of this.lastDisposals.splice(0).reverse()) await attempt(dispose);
    if (failures.length > 0) throw failures[0];
  }
}

/** Takes VK_SUCCESS for granted: anything else is a deviation, since the call was valid. */
export function demandSuccess(command: string, result: Result): void {
  demandResult(command, result, ['VK_SUCCESS']);
}

/** As `demandSuccess`, with more results that are fine. */
export function demandResult(command: string, result: Result, allowed: readonly Result[]): void {
  if (!allowed.includes(result)) throw new DeviationError(resultDeviation(command, result, allowed));
}

function resultDeviation(command: string, seen: Result, allowed: readonly Result[]): Deviation {
  return { what: `result of ${command}`, expected: allowed.join(' or '), seen, control: false };
}

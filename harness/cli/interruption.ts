import { interruptingSignals } from '../handles';
import { exitCodes } from './command-error';

/** Signals within so many milliseconds are one: terminals, timeout(1) and job runners tell a group and its leader. */
const sameSignalMs = 300;

/**
 * What a signal does to a run: the first ends it in order, so that what is known is written; the second ends the
 * process at once. Before there is a run to end, the first ends the process.
 */
export class Interruption {
  /** Whether a signal came. */
  happened = false;
  private firstMs = 0;
  private stop: (() => Promise<void>) | undefined;

  /** @param consequence what becomes of the rest, as the end of a sentence */
  constructor(private readonly consequence: string) {}

  private readonly onSignal = () => {
    const nowMs = performance.now();
    if (this.happened && nowMs - this.firstMs < sameSignalMs) return;
    if (this.happened || this.stop === undefined) process.exit(exitCodes.interrupted);
    this.happened = true;
    this.firstMs = nowMs;
    console.error(`\nInterrupted: ${this.consequence}. Once more ends at once.`);
    this.stop().catch((error: unknown) => console.error(`vkextern: ${String(error)}`));
  };

  /** Begins to listen. */
  listen(): void {
    for (const signal of interruptingSignals) process.on(signal, this.onSignal);
  }

  /** From here on a signal ends a run in this way. */
  whileRunning(stop: () => Promise<void>): void {
    this.stop = stop;
  }

  /** Leaves signals to whoever else handles them. */
  forget(): void {
    for (const signal of interruptingSignals) process.off(signal, this.onSignal);
  }
}

import { type KernelLog, KernelLogWatch } from '../results/kernel-log-watch';
import type { RunEnd, RunListener, RunOptions } from '../results/run';
import { type DriverReport, type RecorderSettings, RunRecorder } from '../results/run-recorder';
import { progressOn } from '../runner/progress';
import type { Interruption } from './interruption';

/**
 * Runs cases, shows progress on stderr, and writes the reports, whatever ends the run.
 *
 * @param kernelLog whose lines are kept with the cases that ran meanwhile; not watched without it
 * @throws ReportError before any case runs, where the reports cannot be written; what the harness failed with,
 * behind reports that say so.
 */
export async function runAndRecord(
  options: RunOptions,
  settings: RecorderSettings,
  interruption: Interruption,
  kernelLog?: KernelLog,
): Promise<{ readonly reports: readonly DriverReport[]; readonly end: RunEnd | undefined }> {
  // Jest comes with it, which takes a while to load: only a run needs to wait for that.
  const { interruptRun, runConformance } = await import('../runner/run.js');
  const recorder = new RunRecorder(options, settings);
  const progress = progressOn(process.stderr, process.env, options.judge);
  const watch =
    kernelLog === undefined
      ? undefined
      : new KernelLogWatch(kernelLog, [recorder, progress], recorder.kernelOutside);
  const listener = new StoppingListener(watch === undefined ? [recorder, progress] : [watch], interruptRun);
  interruption.whileRunning(interruptRun);
  let end: RunEnd | undefined;
  let failure: unknown;
  try {
    const ended = await runConformance(options, listener);
    end = watch === undefined ? ended : { ...ended, kernelLogOutside: watch.end() };
  } catch (error) {
    failure = error;
  } finally {
    progress.stop();
  }
  failure = listener.failure ?? failure;
  const reports = await recorder.complete(failure === undefined ? end : undefined, watch?.linesOutside);
  if (failure !== undefined) throw failure;
  return { reports, end };
}

/** Passes events on; where one of those told fails, the run is ended and the failure kept. */
class StoppingListener implements RunListener {
  failure: unknown;

  constructor(
    private readonly told: readonly RunListener[],
    private readonly stop: () => Promise<void>,
  ) {}

  planned: RunListener['planned'] = (cases) => this.tell((listener) => listener.planned(cases));
  known: NonNullable<RunListener['known']> = (planned, outcome) =>
    this.tell((listener) => listener.known?.(planned, outcome));
  started: RunListener['started'] = (planned) => this.tell((listener) => listener.started(planned));
  attempted: NonNullable<RunListener['attempted']> = (planned, soFar) =>
    this.tell((listener) => listener.attempted?.(planned, soFar));
  finished: RunListener['finished'] = (planned, outcome) =>
    this.tell((listener) => listener.finished(planned, outcome));

  private tell(event: (listener: RunListener) => void): void {
    if (this.failure !== undefined) return;
    try {
      for (const listener of this.told) event(listener);
    } catch (error) {
      this.failure = error;
      this.stop().catch(() => {});
    }
  }
}

import type { LiveJudge, RunListener } from '../results/run';
import { ProgressBar } from './progress-bar';
import { ProgressLines } from './progress-lines';

/** Tells people how a run goes on. */
export interface Progress extends RunListener {
  /** Ends the display, whatever the state of the run. */
  stop(): void;
}

/** A bar where the stream is a terminal that can redraw a line, plain lines elsewhere. */
export function progressOn(
  stream: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv = process.env,
  judge?: LiveJudge,
): Progress {
  const redraws = stream.isTTY === true && environment.TERM !== 'dumb' && environment.CI === undefined;
  return redraws ? new ProgressBar(stream, judge) : new ProgressLines(stream, judge);
}

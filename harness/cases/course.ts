import { setTimeout as after } from 'node:timers/promises';

/** What a case does on purpose beside calls and checks, so that a trace of it can tell. */
export type CourseEvent =
  /** It did nothing for so many milliseconds. */
  | { readonly action: 'paused'; readonly ms: number; readonly why: string }
  /** It tries something that `tried-in-vain` says to be without effect on what follows. */
  | { readonly action: 'tries' | 'tried-in-vain' };

let listener: (event: CourseEvent) => void = () => {};

/** Has what cases of this process do told to one listener. */
export function onCourse(listens: (event: CourseEvent) => void): void {
  listener = listens;
}

/** Tells of something that a case did. */
export function tellCourse(event: CourseEvent): void {
  listener(event);
}

/**
 * Pauses.
 * @param why what the time is for, as in `threads of the driver may close late`
 */
export async function pauseFor(ms: number, why: string): Promise<void> {
  await after(ms);
  tellCourse({ action: 'paused', ms, why });
}

/**
 * Gives something so many milliseconds. A pause is told of only where it has not come by then.
 * @param why what the time is for
 * @returns what came; undefined where nothing did
 */
export async function within<T>(coming: Promise<T>, ms: number, why: string): Promise<T | undefined> {
  const timer = new AbortController();
  const late = after(ms, undefined, { signal: timer.signal }).then(
    () => tellCourse({ action: 'paused', ms, why }),
    () => {}, // it came
  );
  try {
    return (await Promise.race([coming, late])) as T | undefined;
  } finally {
    timer.abort();
  }
}

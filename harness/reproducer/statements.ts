/** A statement, or several that belong together. */
export interface Statement {
  readonly text: string;
  /** The same for statements that a loop may make one behind the other. */
  readonly loop?: { readonly pattern: string; readonly value: bigint | null };
}

const leastTimes = 4;
/** Of fills, each with the next value and behind a barrier of its own: nothing but work that holds a queue is like that. */
const leastFills = 2;

/** Text one level further in. */
export function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** Statements in order, those that are made over and over in loops. */
export function looped(statements: readonly Statement[]): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < statements.length; ) {
    const run = runAt(statements, at);
    if (run === undefined) {
      texts.push(statements[at]?.text ?? '');
      at += 1;
      continue;
    }
    const { period, times, first, holds } = run;
    const body = statements
      .slice(at, at + period)
      .map(({ loop }) => indented((loop?.pattern ?? '').replace('@', 'at')))
      .join('\n');
    texts.push(
      `${holds ? '/* Work that keeps the queue busy. */\n' : ''}for (uint32_t at = ${first}; at < ${holds ? `${first === 0n ? '' : `${first} + `}${times} * load_times` : first + BigInt(times)}; at += 1) {\n${body}\n}`,
    );
    at += period * times;
  }
  return texts;
}

function runAt(
  statements: readonly Statement[],
  at: number,
):
  | { readonly period: number; readonly times: number; readonly first: bigint; readonly holds: boolean }
  | undefined {
  for (const period of [1, 2]) {
    const head = statements.slice(at, at + period).map(({ loop }) => loop);
    if (head.some((loop) => loop === undefined)) continue;
    const first = head.find((loop) => loop?.value !== null)?.value ?? 0n;
    let times = 1;
    while (
      head.every((loop, offset) => {
        const next = statements[at + period * times + offset]?.loop;
        if (next === undefined || next.pattern !== loop?.pattern) return false;
        return next.value === null || next.value === (loop.value ?? 0n) + BigInt(times);
      })
    )
      times += 1;
    const holds = head.some((loop) => loop?.value !== null);
    const least = holds && period === 2 && first === 0n ? leastFills : leastTimes;
    if (times >= least) return { period, times, first, holds };
  }
  return undefined;
}

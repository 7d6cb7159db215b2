/** A results file that cannot be read, or a place that cannot be written to; the message is one line for people. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/** The reason in an error of the file system, such as `EACCES: permission denied`. */
export function reasonOf(error: unknown): string {
  const text = (error as Partial<Error> | null)?.message ?? String(error);
  return text.split(/,| '|\n/)[0] ?? text;
}

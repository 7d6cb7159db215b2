/**
 * The Common Test Report Format, as far as it is written here: a reader of the whole form takes it.
 * Source: schema and specification of CTRF, https://ctrf.io.
 */
import { z } from 'zod';

/** The version of the form; CTRF is read by it. */
export const ctrfVersion = '0.0.0';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const whole = z.number().int().nonnegative();

export const ctrfStatuses = ['passed', 'failed', 'skipped', 'pending', 'other'] as const;
const status = z.enum(ctrfStatuses);

/** What has no place of its own. */
const extra = z.record(z.string(), z.unknown());

const attempt = z.strictObject({
  attempt: z.number().int().min(1),
  status,
  duration: whole,
  message: z.string().exactOptional(),
});

const test = z.strictObject({
  name: z.string().min(1),
  status,
  /** Milliseconds, here and below. */
  duration: whole,
  /** From the outermost to the one that it is in. */
  suite: list(z.string()).exactOptional(),
  message: z.string().exactOptional(),
  trace: z.string().exactOptional(),
  /** What the suite itself calls the status. */
  rawStatus: z.string().exactOptional(),
  tags: list(z.string()).exactOptional(),
  type: z.string().exactOptional(),
  retries: whole.exactOptional(),
  retryAttempts: list(attempt).exactOptional(),
  flaky: z.boolean().exactOptional(),
  device: z.string().exactOptional(),
  attachments: list(
    z.strictObject({ name: z.string(), contentType: z.string(), path: z.string() }),
  ).exactOptional(),
  parameters: z.record(z.string(), z.unknown()).exactOptional(),
  extra: extra.exactOptional(),
});

export const ctrfSchema = z.strictObject({
  reportFormat: z.literal('CTRF'),
  specVersion: z.literal(ctrfVersion),
  timestamp: z.iso.datetime(),
  generatedBy: z.string(),
  results: z.strictObject({
    tool: z.strictObject({ name: z.string().min(1), version: z.string() }),
    summary: z.strictObject({
      tests: whole,
      passed: whole,
      failed: whole,
      skipped: whole,
      pending: whole,
      other: whole,
      flaky: whole,
      suites: whole,
      /** Milliseconds since 1970. */
      start: whole,
      stop: whole,
      duration: whole,
    }),
    tests: list(test),
    environment: z.strictObject({ osPlatform: z.string(), osRelease: z.string(), extra }),
  }),
});

export type Ctrf = z.infer<typeof ctrfSchema>;
export type CtrfTest = z.infer<typeof test>;
export type CtrfStatus = z.infer<typeof status>;

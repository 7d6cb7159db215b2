import { asWritten, type Content, differenceFrom, freshPattern } from './content';
import type { CaseContext } from './context';
import { within } from './course';
import { milliseconds, type Nanoseconds, patience } from './durations';
import { hostVisibleBuffer } from './memory-allocation';
import { type NativeSyncFile, whilePending } from './native-sync-file';
import type { Endpoint, Fence, Memory, Queue, Resource, Result } from './objects';

import type { SemaphoreOperation, SubmitCommand } from './work';

/**
 * Milliseconds that a batch which must not end is watched on a machine of usual speed, and on the slowest. It is looked
 * at twice as long where its submission takes that time too: a few such looks stay below the ten seconds of vgem.
 */
const watchedMs = { least: 20, most: 1000 } as const;
/** How often the time is watched that the same batch took where nothing held it. */
const watchedTimes = 3;
const nanosecondsPerMillisecond = 1e6;

/** What was seen of a batch. */
interface Sight {
  /** Of its submission where that failed, else of a wait for its fence. */
  readonly result: Result;
  /** `as written`, or how what its work was to copy differs. */
  readonly contents: string;
}

/** A batch that stands behind waits: it copies contents that nobody wrote before, and signals a fence. */
export class WorkBehindWait {
  private submission: Promise<Result> = Promise.resolve('VK_NOT_READY');

  private constructor(
    private readonly queue: Queue,
    private readonly command: SubmitCommand,
    private readonly from: Resource,
    private readonly to: { readonly buffer: Resource; readonly memory: Memory },
    private readonly fence: Fence,
    private readonly content: Content,
    /** How long it takes where nothing holds it, in milliseconds. */
    readonly usualMs: number,
  ) {}

  /**
   * Makes all that the batch needs, and sees with other contents that it ends where it waits for nothing: a sync file
   * is to be made behind this, since some do not stay unsignaled for long.
   */
  static async prepare(
    { device, control }: Pick<CaseContext, 'device' | 'control'>,
    endpoint: Endpoint,
    command: SubmitCommand = 'vkQueueSubmit',
  ): Promise<WorkBehindWait> {
    const queue = await endpoint.queue();
    const source = await hostVisibleBuffer(endpoint, device);
    const to = await hostVisibleBuffer(endpoint, device);
    const make = async (usualMs: number): Promise<WorkBehindWait> => {
      const content = freshPattern();
      await source.memory.write(0, content.bytes);
      await to.memory.write(0, new Uint8Array(content.bytes.length));
      const fence = await endpoint.fence();
      return new WorkBehindWait(queue, command, source.buffer, to, fence, content, usualMs);
    };
    const free = await make(0);
    const begun = performance.now();
    free.submit([]);
    const { result, contents } = await free.end();
    control('the same batch without a wait', result).toBe('VK_SUCCESS');
    control('what it copied', contents).toBe(asWritten);
    return make(performance.now() - begun);
  }

  /** Submits it behind the waits. A driver may block in that until they are satisfied. */
  submit(wait: readonly SemaphoreOperation[]): void {
    const { queue, command, fence, from, to, content } = this;
    this.submission = queue.trySubmit({
      wait,
      work: [{ do: 'copy', from, to: to.buffer, size: content.bytes.length }],
      fence,
      command,
    });
    this.submission.catch(() => {}); // its error is seen by `look` and `end`
  }

  /** Whether the submission has come back, or does so in a time that shows that it does not wait. */
  async returned(): Promise<boolean> {
    const { submission } = this;
    const returned = submission.then(() => true);
    return (await within(returned, this.watched, 'a submission that waits does not come back')) ?? false;
  }

  /** What is seen of it in a time that shows that it is held back: VK_TIMEOUT where it has not ended. */
  async look(): Promise<Sight> {
    if (!(await this.returned())) return { result: 'VK_TIMEOUT', contents: await this.difference() };
    return this.end(milliseconds(this.watched));
  }

  /** What is seen of it behind all that it waits for. */
  async end(limit: Nanoseconds = patience): Promise<Sight> {
    const { submission, fence } = this;
    const limitMs = Number(limit) / nanosecondsPerMillisecond;
    const submitted = await within(submission, limitMs, 'the submission has so long to come back');
    const result = submitted === 'VK_SUCCESS' ? await fence.wait(limit) : (submitted ?? 'VK_TIMEOUT');
    return { result, contents: await this.difference() };
  }

  private get watched(): number {
    return Math.min(watchedMs.most, Math.max(watchedMs.least, watchedTimes * this.usualMs));
  }

  private async difference(): Promise<string> {
    const { to, content } = this;
    return differenceFrom(content, await to.memory.read(0, content.bytes.length));
  }
}

/** The control that sync files are unsignaled at this moment. */
export async function controlUnsignaled(
  { control }: Pick<CaseContext, 'control'>,
  ...files: readonly NativeSyncFile[]
): Promise<void> {
  const seen = await whilePending(files, 'the wait', () =>
    Promise.all(files.map(({ handle }) => handle.poll(0))),
  );
  control('what poll says of the sync files', [...new Set(seen)].join(' and ')).toBe('not-ready');
}

/**
 * Expects that a batch is held back while sync files are pending. Warns where the batch is so slow that it might not have
 * ended in that time anyway.
 * @param when as in `before the signal`
 */
export async function expectHeldBack(
  { expect, should }: Pick<CaseContext, 'expect' | 'should'>,
  batch: WorkBehindWait,
  files: NativeSyncFile | readonly NativeSyncFile[],
  when: string,
): Promise<void> {
  const { result, contents } = await whilePending(files, `the batch ${when}`, () => batch.look());
  expect(`wait for the batch ${when}`, result).toBe('VK_TIMEOUT');
  expect(`what its work copies, ${when}`, contents).toDifferFrom(asWritten);
  should(
    `milliseconds that the same batch took without a wait: the look ${when} is to be ${watchedTimes} times as long`,
    Math.round(batch.usualMs),
  ).toBeAtMost(Math.round(watchedMs.most / watchedTimes));
}

/** Expects that a batch has ended, or does so soon, with what its work copied. */
export async function expectDone(
  { expect }: Pick<CaseContext, 'expect'>,
  batch: WorkBehindWait,
  when: string,
): Promise<void> {
  const { result, contents } = await batch.end();
  expect(`wait for the batch ${when}`, result).toBe('VK_SUCCESS');
  expect(`what its work copied, ${when}`, contents).toBe(asWritten);
}

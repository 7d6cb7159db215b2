import type { Deviation } from '../cases/outcome';
import type { CallRecorder } from '../vulkan';
import type { CallRecordWriter } from './call-record';
import { asTraced, isTracing, traced } from './call-trace';

/** Results that a command may give although vk.xml does not list them for it. */
const everywhere = ['VK_ERROR_UNKNOWN', 'VK_ERROR_VALIDATION_FAILED', 'VK_ERROR_VALIDATION_FAILED_EXT'];
/**
 * The chapters on fence and semaphore payloads permit VK_ERROR_INITIALIZATION_FAILED where sharers of a payload
 * use it against each other, although vk.xml does not list it.
 */
const sharedPayloadCommands = /^vk(QueueSubmit2?|QueueSubmit2KHR|QueueBindSparse|ResetFences)$/;
/** VkImageDrmFormatModifierExplicitCreateInfoEXT asks it of vkCreateImage, for which vk.xml does not list it. */
const planeLayoutError = 'VK_ERROR_INVALID_DRM_FORMAT_MODIFIER_PLANE_LAYOUT_EXT';

/** Sends calls to the call record, and watches their results for what the specification does not list. */
export class ResultWatch implements CallRecorder {
  private readonly found: Deviation[] = [];
  private deviceLost = false;
  /** Calls in the trace, and the number of each by its token: calls that the record folds share one. */
  private calls = 0;
  private readonly numbers = new Map<number, number>();

  constructor(private readonly record: CallRecordWriter) {}

  begin(command: string, args: string, passed: readonly unknown[]): number {
    if (!isTracing()) return this.record.begin(command, args);
    const call = this.record.begin(command, args);
    const number = ++this.calls;
    this.numbers.set(call, number);
    traced({ kind: 'begin', call: number, command, args: passed.map(asTraced) });
    return call;
  }

  returned(token: number): void {
    this.record.returned(token);
  }

  end(token: number, result: string, outputs: string, given: unknown): void {
    this.record.end(token, result, outputs);
    if (isTracing())
      traced({ kind: 'end', call: this.numbers.get(token) ?? 0, result, given: asTraced(given) });
    if (result === 'VK_ERROR_DEVICE_LOST') this.deviceLost = true;
  }

  unlisted(command: string, result: string): void {
    if (everywhere.includes(result)) return;
    if (result === 'VK_ERROR_INITIALIZATION_FAILED' && sharedPayloadCommands.test(command)) return;
    if (result === planeLayoutError && command === 'vkCreateImage') return;
    this.found.push({
      what: `result of ${command}`,
      expected: 'a result that the specification lists for it',
      seen: result,
      control: false,
    });
  }

  /** The unlisted results since the last time this was asked. */
  takeUnlisted(): readonly Deviation[] {
    return this.found.splice(0);
  }

  /** Whether a device was lost in this process: it can't be trusted with another case. */
  get lostDevice(): boolean {
    return this.deviceLost;
  }
}

/** Handles on their way to another process: DuplicateHandle puts a copy there, and the message tells its value. */
import type { ChildProcess } from 'node:child_process';
import type { HandlePassage, OsHandle, PassageToChild } from '../face';
import { adoptGlobal } from './global-handle';
import { adoptNew, duplicateInto } from './handle';
import { check, kernel } from './kernel';

const processDuplicateHandle = 0x40;
const globalMark = 'global ';

class ProcessPassage implements HandlePassage {
  private process: number | undefined;

  constructor(private readonly processId: number) {}

  send(handle: OsHandle): string {
    // Every process knows it by the same number.
    if (handle.remembered.kind === 'global') return `${globalMark}${handle.value}`;
    this.process ??= check(
      'OpenProcess',
      kernel().OpenProcess(processDuplicateHandle, 0, this.processId),
      `process ${this.processId}`,
    );
    return String(duplicateInto(this.process, handle.value));
  }

  async receive(tag: string) {
    return tag.startsWith(globalMark)
      ? adoptGlobal(Number(tag.slice(globalMark.length)))
      : adoptNew(Number(tag));
  }

  close(): void {
    if (this.process !== undefined) kernel().CloseHandle(this.process);
    this.process = undefined;
  }
}

/** To a child that is started without anything further. */
export function passageToChild(): PassageToChild {
  return {
    descriptors: [],
    begun: ({ pid }: ChildProcess) => new ProcessPassage(pid ?? 0),
  };
}

/** To the process that started this one. */
export function passageToParent(parent: number): HandlePassage {
  return new ProcessPassage(parent);
}

/**
 * A global handle of the kernel's graphics memory manager (KMT): a number that every process may use, that owns nothing,
 * and that no call of the object manager takes.
 */
import { type HandleIdentity, HandleUseError, type OsHandle, type PollOutcome, type Sameness } from '../face';

class GlobalHandle implements OsHandle {
  readonly remembered: HandleIdentity;
  #state: 'open' | 'closed' = 'open';

  constructor(readonly value: number) {
    const number = `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`;
    this.remembered = { kind: 'global', object: number, unique: true, link: number };
  }

  get state(): OsHandle['state'] {
    return this.#state;
  }

  isOpen(): never {
    return this.#lacks('isOpen', 'whether anything is behind it, only an import can tell');
  }

  identity(): HandleIdentity {
    return this.remembered;
  }

  kind(): 'global' {
    return 'global';
  }

  closeOnExec(): boolean {
    return false;
  }

  setCloseOnExec(): never {
    return this.#lacks('setCloseOnExec', 'every process may use it');
  }

  inheritable(): boolean {
    return true;
  }

  setInheritable(): never {
    return this.#lacks('setInheritable', 'every process may use it');
  }

  access(): never {
    return this.#lacks('access', 'it has no rights of its own');
  }

  refersToSameAs(other: OsHandle): Sameness {
    if (other.remembered.kind !== 'global') return 'unknown';
    return other.value === this.value ? 'same' : 'different';
  }

  duplicate(): never {
    return this.#lacks('duplicate', 'its number is all there is of it');
  }

  async poll(): Promise<PollOutcome> {
    return this.pollNow();
  }

  pollNow(): PollOutcome {
    return this.#lacks('poll', 'it is no object that the system waits for');
  }

  size(): null {
    return null;
  }

  syncFileInfo(): null {
    return null;
  }

  /** Makes no system call: there is nothing to close. */
  close(): void {
    if (this.#state === 'closed') throw new HandleUseError(`close on ${this}: it was closed before.`);
    this.#state = 'closed';
  }

  release(): never {
    return this.#lacks('release', 'an import leaves it with the application');
  }

  toString(): string {
    return `global handle ${this.remembered.link}${this.#state === 'closed' ? ', closed' : ''}`;
  }

  #lacks(use: string, why: string): never {
    throw new HandleUseError(`${use} on ${this}: ${why}.`);
  }
}

/**
 * Takes note of a global handle that a driver or another process gave.
 * @param value its 64 bits, signed: a driver may have extended a number of 32 bits by its sign
 * @throws HandleUseError where it can be none
 */
export function adoptGlobal(value: number): OsHandle {
  // NULL and INVALID_HANDLE_VALUE name nothing; of other numbers Vulkan says nothing, and more than 53 bits would be lost here.
  if (!Number.isSafeInteger(value) || value === 0 || value === -1)
    throw new HandleUseError(
      `${value} is no global handle: neither 0 nor -1 is one, nor has one so many bits.`,
    );
  return new GlobalHandle(value);
}

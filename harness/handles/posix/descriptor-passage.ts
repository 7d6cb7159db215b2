/** Descriptors travelling between two processes, over a socket beside the messages that speak of them. */
import type { HandleChannel, HandlePassage, OsHandle, PassageToChild } from '../face';
import { createChannelPair, openChannel } from './descriptor-channel';

const patienceMs = 5000;

/** Matches descriptors with the messages that speak of them by tags. */
class DescriptorPassage implements HandlePassage {
  private sent = 0;
  private readonly arrived = new Map<string, OsHandle>();
  private receiving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly channel: HandleChannel,
    /** Keeps the tags of the two directions apart. */
    private readonly side: 'parent' | 'child' | 'self',
  ) {}

  /** Sends a copy of a handle; the tag goes into the message that speaks of it. */
  send(handle: OsHandle): string {
    const tag = `${this.side}-${++this.sent}`;
    this.channel.send([handle], tag);
    return tag;
  }

  /**
   * The handle that was sent under a tag.
   * @throws Error when it does not come
   */
  async receive(tag: string): Promise<OsHandle> {
    const mine = this.receiving.then(() => this.receiveUntil(tag));
    this.receiving = mine.catch(() => {});
    return mine;
  }

  close(): void {
    this.channel.close();
  }

  private async receiveUntil(tag: string): Promise<OsHandle> {
    for (;;) {
      const handle = this.arrived.get(tag);
      if (handle !== undefined) {
        this.arrived.delete(tag);
        return handle;
      }
      const message = await this.channel.receive(patienceMs);
      if (message === null) throw new Error('the other process closed its end before a handle arrived');
      const [arrived] = message.handles;
      if (arrived !== undefined) this.arrived.set(message.tag, arrived);
    }
  }
}

/** To a child that is started with the other end as a descriptor. */
export function passageToChild(): PassageToChild {
  const { local, remote } = createChannelPair();
  return {
    descriptors: [remote.value],
    begun: () => {
      remote.close();
      return new DescriptorPassage(local, 'parent');
    },
  };
}

/** To the process that started this one and gave it the other end at that number. */
export function passageToParent(slot: number): HandlePassage {
  return new DescriptorPassage(openChannel(slot), 'child');
}

/** Two ends in this process: what one sends, the other receives. */
export function passageToItself(): { readonly sender: HandlePassage; readonly receiver: HandlePassage } {
  const { local, remote } = createChannelPair();
  return {
    sender: new DescriptorPassage(local, 'self'),
    receiver: new DescriptorPassage(openChannel(remote), 'self'),
  };
}

import type { HandleChannel, OsHandle } from '../handles';

const patienceMs = 5000;

/** Handles travelling between a host and its peer, matched with the messages that speak of them by tags. */
export class HandlePassage {
  private sent = 0;
  private readonly arrived = new Map<string, OsHandle>();
  private receiving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly channel: HandleChannel,
    /** Keeps the tags of the two directions apart. */
    private readonly side: 'host' | 'peer',
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

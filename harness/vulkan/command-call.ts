import { type CommandPlan, type OutputPlan, sharedCount, spreadArguments } from './command-plan';
import { enumerationName } from './enumerations';
import { CorruptedOutput, EncodingError } from './errors';
import { STRUCTURES } from './generated/structures';
import { structureLayout } from './layout';
import type { NativeNumber } from './native-driver';
import { scalarCodec } from './scalar-codec';
import type { ScratchMemory } from './scratch-memory';
import { type Decoding, decodeElement, decodeElements, decodeStructureAt } from './structure-decoder';
import { chainableTo, elementExtent } from './structure-encoder';

const CANARY = 0xc7;
const CANARY_SIZE = 16;
/** How often an array is asked for again when the driver keeps answering VK_INCOMPLETE. */
const MOST_ROUNDS = 8;
const VK_INCOMPLETE = 5;

/** Memory that the driver may write, with canaries around it. */
interface OutputBlock {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly size: number;
  readonly address: bigint;
}

/** An extensible structure in an output, with the head that the driver must leave alone. */
interface OutputHead {
  readonly name: string;
  readonly view: DataView;
  readonly at: number;
  readonly sType: number;
  readonly next: bigint;
}

interface Output {
  readonly plan: OutputPlan;
  readonly index: number;
  /** Elements there is room for; undefined for a single value. */
  room: number | undefined;
  block: OutputBlock | undefined;
  /** The chain of each element. */
  chains: OutputHead[][];
}

interface Request {
  readonly chain: readonly string[];
  readonly sentinel?: number;
  readonly capacity?: number;
  readonly limit?: number;
}

/** One call of a command: its native arguments now, its result once the driver has returned. */
export class CommandCall {
  /** The arguments of the native call, in C order. */
  readonly native: NativeNumber[];
  readonly #outputs: Output[] = [];
  readonly #blocks: OutputBlock[] = [];
  readonly #heads: OutputHead[] = [];
  readonly #request: Request;
  #count: OutputBlock | undefined;
  #rounds = 0;

  /**
   * @throws EncodingError when an argument cannot be passed
   */
  constructor(
    readonly plan: CommandPlan,
    readonly scratch: ScratchMemory,
    passed: readonly unknown[],
  ) {
    const { values, request } = spreadArguments(plan, passed);
    this.#request = request === undefined ? NO_REQUEST : checkedRequest(plan, request);
    const native: NativeNumber[] = new Array(plan.parameters.length);
    this.native = native;
    for (let index = 0; index < plan.parameters.length; index++) {
      const parameter = plan.parameters[index] as CommandPlan['parameters'][number];
      if (parameter.kind === 'input') native[index] = parameter.encode(scratch, values[index]);
      else if (parameter.kind === 'count') native[index] = sharedCount(plan, parameter, values);
      else if (parameter.kind === 'outputCount') {
        this.#count = this.#reserve(4, 4);
        native[index] = this.#count.address;
      } else this.#prepare(parameter, index, values);
    }
  }

  /**
   * Whether the call is to be made again, now with room for the elements that the driver counted.
   * @param returned what the native call returned
   */
  again(returned: NativeNumber | null | undefined): boolean {
    const count = this.#count;
    if (count === undefined || this.#request.limit !== undefined) return false;
    const incomplete = this.plan.row.returns === 'VkResult' && returned === VK_INCOMPLETE;
    const failed = this.plan.row.returns === 'VkResult' && Number(returned) < 0;
    if (failed || (this.#rounds > 0 && !incomplete) || this.#rounds >= MOST_ROUNDS) return false;
    this.#checkMemory();
    const counted = count.view.getUint32(count.at, true);
    if (this.#rounds === 0 && counted === 0) {
      for (const output of this.#outputs) output.room = 0;
      return false;
    }
    this.#rounds++;
    for (const output of this.#outputs) {
      // A driver that grows its list between the calls says VK_INCOMPLETE; ask for some more than last time then.
      const room = incomplete ? Math.max(counted, (output.room ?? 0) * 2) : counted;
      this.#makeRoom(output, room);
    }
    return true;
  }

  /**
   * The result as callers get it.
   * @throws CorruptedOutput when the driver wrote outside its outputs, changed the head of an output
   *   structure, or left a value that its type does not allow
   */
  finish(returned: NativeNumber | null | undefined): unknown {
    this.#checkMemory();
    const { returns } = this.plan.row;
    const result: Record<string, unknown> = {};
    if (returns === 'VkResult') {
      result.result = enumerationName('VkResult', Number(returned));
      if (Number(returned) < 0) return result;
    } else if (returns !== 'void') return returnedScalar(returns, returned, this.plan.name);
    for (const output of this.#outputs) this.#decode(output, result);
    return returns === 'void' && this.#outputs.length === 0 ? undefined : result;
  }

  #prepare(plan: OutputPlan, index: number, values: readonly unknown[]): void {
    const output: Output = { plan, index, room: undefined, block: undefined, chains: [] };
    this.#outputs.push(output);
    if (plan.countedBy !== undefined) {
      const counting = values[plan.countedBy.index] as Record<string, unknown>;
      this.#makeRoom(output, Number(counting[plan.countedBy.member]));
    } else if (plan.countIndex === undefined) this.#makeRoom(output, undefined);
    else if (this.#request.limit !== undefined) this.#makeRoom(output, this.#request.limit);
    else this.native[index] = 0n;
  }

  /** Reserves an output, one value or `room` elements, and prepares the structures in it. */
  #makeRoom(output: Output, room: number | undefined): void {
    const { plan } = output;
    const { size, align } = elementExtent(plan.type);
    const elements = room ?? 1;
    const block = this.#reserve(size * elements, align);
    output.room = room;
    output.block = block;
    output.chains = [];
    this.native[output.index] = block.address;
    if (plan.countIndex !== undefined && this.#count !== undefined) {
      this.#count.view.setUint32(this.#count.at, elements, true);
    }
    const { sentinel } = this.#request;
    if (sentinel !== undefined && plan.isStructure)
      block.bytes.fill(sentinel, block.at, block.at + block.size);
    if (!plan.extensible) return;
    for (let element = 0; element < elements; element++) {
      output.chains.push(this.#prepareChain(plan.type, block, block.at + element * size));
    }
  }

  /** Writes the head of an output structure and of every structure that the request chains to it. */
  #prepareChain(root: string, block: OutputBlock, at: number): OutputHead[] {
    const { chain, sentinel } = this.#request;
    const links = chain.map((name) => {
      const { size, align } = structureLayout(name);
      const link = this.#reserve(size, align);
      if (sentinel !== undefined) link.bytes.fill(sentinel, link.at, link.at + link.size);
      return { name, link };
    });
    const heads = [
      { name: root, view: block.view, at },
      ...links.map(({ name, link }) => ({ name, view: link.view, at: link.at })),
    ];
    return heads.map(({ name, view, at: start }, index) => {
      const next = links[index]?.link.address ?? 0n;
      const sType = scalarCodec('VkStructureType', false).convert(
        structureLayout(name).sType,
        name,
        -1,
      ) as number;
      view.setInt32(start, sType, true);
      view.setBigUint64(start + 8, next, true);
      this.#prepareArrays(name, view, start);
      const head = { name, view, at: start, sType, next };
      this.#heads.push(head);
      return head;
    });
  }

  /** Gives the arrays that an output structure points to as much room as the request says, or none. */
  #prepareArrays(name: string, view: DataView, at: number): void {
    const { members } = structureLayout(name);
    const capacity = this.#request.capacity ?? 0;
    for (const [, offset, form, type, extra] of members) {
      if (form === 'address' || form === 'pointer') view.setBigUint64(at + offset, 0n, true);
      if (form !== 'array' || extra?.out !== true) continue;
      const counter = members.find(([key]) => key === extra.len);
      if (counter !== undefined) view.setUint32(at + counter[1], capacity, true);
      let address = 0n;
      if (capacity > 0) {
        const { size, align } = elementExtent(type);
        const block = this.#reserve(size * capacity, align);
        address = block.address;
        if (STRUCTURES[type]?.sType !== undefined) {
          for (let index = 0; index < capacity; index++)
            this.#prepareNested(type, block, block.at + index * size);
        }
      }
      view.setBigUint64(at + offset, address, true);
    }
  }

  #prepareNested(type: string, block: OutputBlock, at: number): void {
    const sType = scalarCodec('VkStructureType', false).convert(
      structureLayout(type).sType,
      type,
      -1,
    ) as number;
    block.view.setInt32(at, sType, true);
    this.#heads.push({ name: type, view: block.view, at, sType, next: 0n });
  }

  #reserve(size: number, align: number): OutputBlock {
    const { scratch } = this;
    const start = scratch.reserve(size + 2 * CANARY_SIZE, Math.max(align, CANARY_SIZE));
    const at = start + CANARY_SIZE;
    const { view, bytes } = scratch;
    bytes.fill(CANARY, start, at);
    bytes.fill(CANARY, at + size, at + size + CANARY_SIZE);
    const block = { view, bytes, at, size, address: scratch.addressOf(at) };
    this.#blocks.push(block);
    return block;
  }

  #checkMemory(): void {
    for (const { bytes, at, size } of this.#blocks) {
      for (let index = 1; index <= CANARY_SIZE; index++) {
        if (bytes[at - index] !== CANARY) this.#corrupted(`${index} bytes before an output were overwritten`);
        if (bytes[at + size + index - 1] !== CANARY) {
          this.#corrupted(`the byte ${index - 1} past the end of an output of ${size} bytes was overwritten`);
        }
      }
    }
    for (const { name, view, at, sType, next } of this.#heads) {
      const foundType = view.getInt32(at, true);
      if (foundType !== sType) {
        this.#corrupted(`${name}.sType was changed to ${enumerationName('VkStructureType', foundType)}`);
      }
      const foundNext = view.getBigUint64(at + 8, true);
      if (foundNext !== next) this.#corrupted(`${name}.pNext was changed to 0x${foundNext.toString(16)}`);
    }
  }

  #corrupted(reason: string): never {
    throw new CorruptedOutput(this.plan.name, reason);
  }

  #decode(output: Output, result: Record<string, unknown>): void {
    const { plan, block, room } = output;
    const { sentinel, capacity, chain } = this.#request;
    const place = `${this.plan.name}(${plan.key})`;
    const unwritten: string[] = [];
    const decoding: Decoding = {
      memory: this.scratch.memory,
      unwritten,
      ...(sentinel === undefined ? {} : { sentinel }),
      ...(capacity === undefined ? {} : { capacity }),
    };
    const chainOf = (heads: readonly OutputHead[] | undefined): Record<string, unknown> =>
      Object.fromEntries(
        chain.map((name, index) => {
          const head = heads?.[index + 1];
          return [name, head && decodeStructureAt(decoding, head.view, head.at, name)];
        }),
      );
    if (plan.countIndex === undefined && plan.countedBy === undefined) {
      if (block === undefined) return;
      const value = decodeElement(decoding, block.view, block.at, plan.type, place);
      if (value === null) this.#checkHandle(plan);
      result[plan.key] = value;
      if (!plan.extensible) return;
      result.chain = chainOf(output.chains[0]);
      result.unwritten = unwritten;
      return;
    }
    const count = plan.countIndex === undefined ? (room ?? 0) : this.#countWritten(room ?? 0);
    const values =
      block === undefined ? [] : decodeElements(decoding, block.view, block.at, plan.type, count, place);
    if (values.includes(null)) this.#checkHandle(plan);
    result[plan.key] = values;
    if (!plan.extensible) return;
    result.chains = values.map((_, index) => chainOf(output.chains[index]));
    result.unwritten = unwritten;
  }

  #countWritten(room: number): number {
    const count = this.#count;
    if (count === undefined) return room;
    const written = count.view.getUint32(count.at, true);
    if (written > room) this.#corrupted(`${written} elements were counted in an array with room for ${room}`);
    return written;
  }

  /** What creates or lists objects may not return VK_NULL_HANDLE along with success. */
  #checkHandle(plan: OutputPlan): void {
    if (/^vk(Create|Allocate|Enumerate)/.test(this.plan.name)) {
      this.#corrupted(`succeeded, and ${plan.key} is VK_NULL_HANDLE`);
    }
  }
}

const NO_REQUEST: Request = { chain: [] };

function returnedScalar(type: string, returned: NativeNumber | null | undefined, place: string): unknown {
  const codec = scalarCodec(type, true);
  const view = new DataView(new ArrayBuffer(8));
  if (codec.size === 8) view.setBigUint64(0, BigInt.asUintN(64, BigInt(returned ?? 0)), true);
  else view.setInt32(0, Number(returned), true);
  return codec.read(view, 0, place);
}

function checkedRequest(plan: CommandPlan, given: unknown): Request {
  const place = `${plan.name}(request)`;
  if (typeof given !== 'object' || given === null) throw new EncodingError(place, 'is not an object');
  const request = given as Record<string, unknown>;
  for (const key of Object.keys(request)) {
    if (!['chain', 'sentinel', 'capacity', 'limit'].includes(key))
      throw new EncodingError(`${place}.${key}`, 'no such request');
  }
  const whole = (key: string, most: number): number | undefined => {
    const value = request[key];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) {
      throw new EncodingError(`${place}.${key}`, `${String(value)} is not an integer from 0 to ${most}`);
    }
    return value;
  };
  const output = plan.parameters.find((parameter) => parameter.kind === 'output');
  const chain = (request.chain ?? []) as readonly string[];
  const allowed = chainableTo(output?.type ?? '');
  for (const name of chain) {
    if (!allowed.has(name))
      throw new EncodingError(`${place}.chain`, `${name} may not be chained to ${output?.type}`);
  }
  const sentinel = whole('sentinel', 255);
  const capacity = whole('capacity', 2 ** 20);
  const limit = whole('limit', 2 ** 20);
  return {
    chain,
    ...(sentinel === undefined ? {} : { sentinel }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(limit === undefined ? {} : { limit }),
  };
}

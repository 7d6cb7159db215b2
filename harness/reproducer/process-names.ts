import type { Traced } from '../hosts/call-trace';
import type { Names } from './c-values';
import type { Process } from './trace-steps';
import { handleKeyOf } from './traced-value';
import { Uncovered } from './uncovered';

/** The C variables that stand for what one process has: objects, descriptors, mapped memory. */
export class ProcessNames implements Names {
  private readonly handles = new Map<string, string>();
  private readonly descriptors = new Map<number, string>();
  private readonly open = new Set<string>();
  private readonly maps = new Map<string, string>();

  handle(key: string): string {
    const found = this.handles.get(key);
    if (found !== undefined) return found;
    if (key.startsWith('VkPhysicalDevice:'))
      throw new Uncovered('a physical device other than the one under test');
    throw new Uncovered(`an object that no recorded call made (${key.split(':')[0]})`);
  }

  descriptor(value: number): string {
    return this.descriptors.get(value) ?? String(value);
  }

  /** Where memory is mapped. @throws Uncovered where nothing mapped it */
  map(memory: Traced | undefined): string {
    const found = this.maps.get(handleKeyOf(memory) ?? '');
    if (found === undefined) throw new Uncovered('memory that no recorded call mapped');
    return found;
  }

  /** Variables of descriptors that the application owns and that are open. */
  get owned(): readonly string[] {
    return [...this.open];
  }

  /** A variable holds a Vulkan handle. */
  holdsHandle(key: string, variable: string): void {
    this.handles.set(key, variable);
  }

  /** A variable holds a descriptor, be anything open behind it or not. */
  holdsDescriptor(value: number, variable: string): void {
    this.descriptors.set(value, variable);
  }

  /** A variable holds an open descriptor of the application. */
  owns(value: number, variable: string): void {
    this.holdsDescriptor(value, variable);
    this.open.add(variable);
  }

  /** A descriptor is closed, or another's. */
  disowns(value: number): void {
    this.open.delete(this.descriptor(value));
  }

  /** A variable holds the address that memory is mapped at. */
  holdsMap(memory: Traced | undefined, variable: string): void {
    this.maps.set(handleKeyOf(memory) ?? '', variable);
  }
}

/** The variables of all processes. */
export type NamesByProcess = Readonly<Record<Process, ProcessNames>>;

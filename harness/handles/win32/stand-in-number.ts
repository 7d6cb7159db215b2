/**
 * Global handles (KMT) where no graphics memory manager gives any: a number is the name of a page, which holds the name of
 * the section that is meant. A driver that is a model does so with its payloads, and finds what stands in for a texture.
 */
import { randomInt } from 'node:crypto';

export const numberPageBytes = 4096;
/** The numbers that the system's graphics memory manager gives begin so. */
const first = 0x4000_0000;

/** A number that may be taken. */
export function drawNumber(): number {
  return first + randomInt(0x1000_0000) * 4 + 2;
}

/** The name of the page of a number. */
export function nameOfNumber(number: number): string {
  return `Local\\vkextern-global-${number.toString(16)}`;
}

/** A name that no section has. */
export function freshSectionName(): string {
  return `Local\\vkextern-payload-${process.pid}-${randomInt(2 ** 47).toString(36)}`;
}

/** Has a page mean a section. */
export function writeSectionName(page: ArrayBuffer, name: string): void {
  Buffer.from(page).write(`${name}\0`, 'utf16le');
}

/** The name of the section that a page means. */
export function readSectionName(page: ArrayBuffer): string {
  const text = Buffer.from(page).toString('utf16le');
  return text.slice(0, text.indexOf('\0'));
}

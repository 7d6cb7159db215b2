/** Rights on an object of any kind, and those that stand for others until an object's kind says which. */
const rights: readonly (readonly [mask: number, name: string])[] = [
  [0x8000_0001, 'DXGI_SHARED_RESOURCE_READ|WRITE'],
  [0x8000_0000, 'GENERIC_READ'],
  [0x4000_0000, 'GENERIC_WRITE'],
  [0x2000_0000, 'GENERIC_EXECUTE'],
  [0x1000_0000, 'GENERIC_ALL'],
  [0x0100_0000, 'ACCESS_SYSTEM_SECURITY'],
  [0x0010_0000, 'SYNCHRONIZE'],
  [0x0008_0000, 'WRITE_OWNER'],
  [0x0004_0000, 'WRITE_DAC'],
  [0x0002_0000, 'READ_CONTROL'],
  [0x0001_0000, 'DELETE'],
];

/**
 * An ACCESS_MASK as text: its number, and the names of the rights in it. What is of one kind of object, such as the
 * lowest bits, stays a number: `0x20007 (READ_CONTROL|0x7)`.
 */
export function accessRights(mask: number): string {
  const names: string[] = [];
  let rest = mask >>> 0;
  for (const [bits, name] of rights) {
    if ((rest & bits) >>> 0 !== bits) continue;
    names.push(name);
    rest = (rest & ~bits) >>> 0;
  }
  const number = `0x${(mask >>> 0).toString(16)}`;
  if (names.length === 0) return number;
  if (rest !== 0) names.push(`0x${rest.toString(16)}`);
  return `${number} (${names.join('|')})`;
}

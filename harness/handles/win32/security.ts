/** SECURITY_ATTRIBUTES, for creating objects and for the structures of Vulkan that point to them. */
import type { SecurityAttributes } from '../face';
import { callMemory } from './handle';
import { callError, check, kernel, stableMemory, viewMemory } from './kernel';

const revision = 1;
/** Owner, group and access list: OWNER | GROUP | DACL_SECURITY_INFORMATION. */
const readableParts = 7;
const errorInsufficientBuffer = 122;
const attributesSize = 24;

/**
 * Makes SECURITY_ATTRIBUTES in native memory.
 * @param sddl a security descriptor as text, such as `D:(A;;GA;;;WD)`; null for the default one of the process
 * Throws OsCallError where the text is no descriptor.
 */
export function securityAttributes(sddl: string | null, inheritable: boolean): SecurityAttributes {
  let descriptor = 0n;
  if (sddl !== null) {
    const { address, bytes } = callMemory();
    const made = kernel().ConvertStringSecurityDescriptorToSecurityDescriptorW(sddl, revision, address, null);
    check('ConvertStringSecurityDescriptorToSecurityDescriptorW', made, sddl);
    descriptor = bytes.readBigUInt64LE(0);
  }
  const { address, bytes } = stableMemory(attributesSize);
  bytes.writeUInt32LE(attributesSize, 0);
  bytes.writeBigUInt64LE(descriptor, 8);
  bytes.writeUInt32LE(inheritable ? 1 : 0, 16);
  return {
    address,
    free: () => {
      if (descriptor !== 0n) kernel().LocalFree(descriptor);
      descriptor = 0n;
    },
  };
}

/** The security descriptor of a handle's object as text (SDDL). Throws OsCallError where it may not be read. */
export function securityOf(handle: { readonly value: number }): string {
  const { address, bytes } = callMemory();
  const { GetKernelObjectSecurity } = kernel();
  if (GetKernelObjectSecurity(handle.value, readableParts, null, 0, address) === 0) {
    const error = kernel().GetLastError();
    if (error !== errorInsufficientBuffer) throw callError('GetKernelObjectSecurity', '', error);
  }
  const descriptor = stableMemory(bytes.readUInt32LE(0));
  const read = GetKernelObjectSecurity(
    handle.value,
    readableParts,
    descriptor.address,
    descriptor.bytes.length,
    address,
  );
  check('GetKernelObjectSecurity', read);
  const converted = kernel().ConvertSecurityDescriptorToStringSecurityDescriptorW(
    descriptor.address,
    revision,
    readableParts,
    address,
    null,
  );
  check('ConvertSecurityDescriptorToStringSecurityDescriptorW', converted);
  const text = bytes.readBigUInt64LE(0);
  const sddl = wideText(text);
  kernel().LocalFree(text);
  return sddl;
}

function wideText(address: bigint): string {
  let text = '';
  for (let at = address; ; at += 2n) {
    const unit = new Uint16Array(viewMemory(at, 2))[0] ?? 0;
    if (unit === 0) return text;
    text += String.fromCharCode(unit);
  }
}

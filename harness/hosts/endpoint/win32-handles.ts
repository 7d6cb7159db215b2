/** What the commands of the Win32 extensions are given, and what comes of their exports. */
import type { ExternalHandle } from '../../cases/external-handle';
import { type HandleType, platformOf } from '../../cases/handle-types';
import type { NamedPayload, Win32HandleOptions } from '../../cases/objects';
import { describeAttributes } from '../../vulkan';
import { handleOf, OwnedHandle } from '../owned-handle';
import type { Workbench } from './workbench';

/** Whether handles of that type are Windows handles, which the Win32 commands take and give. */
export function isWin32(handleType: HandleType): boolean {
  return platformOf(handleType) === 'win32';
}

/** Whether a handle of that type is global: a number without an owner. */
export function isGlobal(handleType: HandleType): boolean {
  return handleType.endsWith('_KMT');
}

/** A HANDLE as a structure holds it: the value -1 is one of 64 bits. */
function native(value: number): bigint {
  return BigInt.asUintN(64, BigInt(value));
}

/** The members `handle` and `name` of an import. */
export function importedFrom(from: ExternalHandle | NamedPayload): {
  readonly handle: bigint;
  readonly name: string | null;
} {
  if (from instanceof OwnedHandle) return { handle: native(from.value), name: null };
  if ('name' in from) return { handle: 0n, name: from.name };
  return { handle: native(handleOf(from).value), name: null };
}

/** The members of a VkExport*Win32HandleInfoKHR; the attributes stay valid until the end of the case. */
export function handleInfo(
  bench: Workbench,
  { attributes, access = 0, name }: Win32HandleOptions,
): { readonly pAttributes: bigint | null; readonly dwAccess: number; readonly name: string | null } {
  let pAttributes: bigint | null = null;
  if (attributes !== undefined) {
    const made = bench.system.securityAttributes(attributes.sddl ?? null, attributes.inheritable ?? false);
    const said = [
      `bInheritHandle ${attributes.inheritable === true}`,
      attributes.sddl === undefined ? 'default descriptor' : attributes.sddl,
    ];
    const forget = describeAttributes(made.address, said.join(', '));
    bench.scope().deferLast(() => {
      forget();
      made.free();
    });
    pAttributes = made.address;
  }
  return { pAttributes, dwAccess: access, name: name ?? null };
}

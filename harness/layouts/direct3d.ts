import { constants, functions, interfaces, structures } from '../handles/win32/direct3d/interfaces';
import { type Compilation, compile } from './compiled-values';

/** What a compilation against the headers of DXGI and Direct3D takes. */
export function direct3dCompilation(compiler: string): Compilation {
  return {
    compiler,
    prelude: [
      // Identifiers are to be constants of this unit.
      '#define INITGUID',
      '#define DECLSPEC_SELECTANY',
      '#define COBJMACROS',
      '#define CINTERFACE',
      ...['stddef.h', 'stdint.h', 'windows.h', 'dxgi1_4.h', 'd3d11_4.h', 'd3d12.h'].map(
        (header) => `#include <${header}>`,
      ),
    ],
    includeFolders: [],
  };
}

/** Each C expression with the value that the handles take it to have. */
export function direct3dValues(): Map<string, bigint> {
  const expected = new Map<string, bigint>();
  for (const [name, { size, members }] of Object.entries(structures)) {
    expected.set(`sizeof(${name})`, BigInt(size));
    for (const [member, [at, bytes]] of Object.entries<readonly [number, number]>(members)) {
      expected.set(`offsetof(${name}, ${member})`, BigInt(at));
      expected.set(`sizeof(((${name} *)0)->${member})`, BigInt(bytes));
    }
  }
  for (const [name, value] of Object.entries(constants)) expected.set(`(uint32_t)${name}`, BigInt(value));
  for (const { name, id, methods } of interfaces) {
    const [first = '', second = '', third = '', ...rest] = id.split('-');
    const words = { Data1: first, Data2: second, Data3: third };
    for (const [member, digits] of Object.entries(words))
      expected.set(`IID_${name}.${member}`, BigInt(`0x${digits}`));
    for (const [index, byte] of Buffer.from(rest.join(''), 'hex').entries())
      expected.set(`IID_${name}.Data4[${index}]`, BigInt(byte));
    for (const [method, { place }] of Object.entries(methods))
      expected.set(`offsetof(${name}Vtbl, ${method}) / sizeof(void *)`, BigInt(place));
  }
  return expected;
}

const resultTypes = { result: 'HRESULT', uint32: 'ULONG', uint64: 'UINT64', nothing: 'void' } as const;
/** An argument of another width than its parameter is an error, and so is an integer in the place of a pointer. */
const strict = ['conversion', 'traditional-conversion', 'int-conversion'].map((name) => `-Werror=${name}`);

/** The calls that the compiler finds to be of another signature than the handles take it to have, one to a line. */
export function refusedCalls(compiler: string): readonly string[] {
  const methods = interfaces.flatMap(({ name, methods: called }) =>
    Object.entries(called).map(([method, { takes, gives }]) => ({
      callee: `((${name} *)p)->lpVtbl->${method}`,
      takes: `p${takes}`,
      gives: resultTypes[gives],
    })),
  );
  const exported = Object.entries(functions).map(([callee, { takes }]) => ({
    callee,
    takes,
    gives: resultTypes.result,
  }));
  const calls = [...methods, ...exported].map(callText);
  try {
    compile(calls, direct3dCompilation(compiler), strict);
    return [];
  } catch (error) {
    const { stderr } = error as { readonly stderr?: Buffer };
    const said = String(stderr ?? error).split('\n');
    return said.filter((line) => line.includes('error:'));
  }
}

/** A function that makes one call; on a line of its own, which errors show. */
function callText(
  { callee, takes, gives }: { readonly callee: string; readonly takes: string; readonly gives: string },
  index: number,
): string {
  const call = `${callee}(${[...takes].join(', ')})`;
  const check = `_Static_assert(__builtin_types_compatible_p(__typeof__(${call}), ${gives}), "${callee} gives ${gives}");`;
  return `void call${index}(void *p, uint32_t u, uint64_t q, LUID l) { ${check} ${call}; }`;
}

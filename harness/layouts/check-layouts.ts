import { enumerationValues } from '../vulkan/enumerations';
import { ENUMERATIONS } from '../vulkan/generated/enumerations';
import * as registry from '../vulkan/generated/registry';
import { STRUCTURES } from '../vulkan/generated/structures';
import { type Compilation, compiledValues, windowsCompiler } from './compiled-values';
import { direct3dCompilation, direct3dValues, refusedCalls } from './direct3d';
import { ofWindows, windowsTypes } from './windows';

const USAGE = 'usage: npm run check:layouts -- INCLUDE_DIR [--cc COMPILER] [--win32]';

/** Each C expression with the value that the generated tables give it. */
function expectations(): Map<string, bigint> {
  const expected = new Map<string, bigint>();
  for (const [name, { size, align, members }] of Object.entries(STRUCTURES)) {
    expected.set(`sizeof(${name})`, BigInt(size));
    expected.set(`_Alignof(${name})`, BigInt(align));
    for (const [member, offset] of members) expected.set(`offsetof(${name}, ${member})`, BigInt(offset));
  }
  for (const enumeration of Object.keys(ENUMERATIONS)) {
    for (const [name, value] of enumerationValues(enumeration))
      expected.set(name, BigInt.asUintN(64, BigInt(value)));
  }
  for (const [name, value] of Object.entries(registry)) {
    if (typeof value === 'number' || typeof value === 'bigint') expected.set(name, BigInt(value));
  }
  return expected;
}

/** The expressions whose values are others than expected, each with what is wrong, one to a line. */
function differences(expected: ReadonlyMap<string, bigint>, compilation: Compilation): readonly string[] {
  const found = compiledValues([...expected.keys()], compilation);
  return [...expected]
    .filter(([expression, value]) => found.get(expression) !== value)
    .map(
      ([expression, value]) =>
        `${expression}: ${value} here, ${found.get(expression) ?? 'nothing'} of the compiler`,
    );
}

/** Prints what differs, and how much was compared; returns the exit code. */
function main(parameters: readonly string[]): number {
  const win32 = parameters.includes('--win32');
  const [includeFolder, option, named, ...rest] = parameters.filter((one) => one !== '--win32');
  if (includeFolder === undefined || (option !== undefined && option !== '--cc') || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const compiler = named ?? (win32 ? windowsCompiler : 'gcc');
  const ofVulkan = expectations();
  const vulkan = {
    compiler,
    prelude: [
      '#include <stddef.h>',
      '#define VK_ENABLE_BETA_EXTENSIONS',
      '#define VK_USE_PLATFORM_WIN32_KHR',
      '#include <vulkan/vulkan.h>',
    ],
    includeFolders: [includeFolder],
    headers: win32 ? {} : { 'windows.h': windowsTypes },
  };
  const differing = [
    ...differences(new Map([...ofVulkan, ...(win32 ? Object.entries(ofWindows) : [])]), vulkan),
    ...(win32 ? direct3dDifferences(compiler) : []),
  ];
  for (const line of differing) console.error(line);
  const members = Object.values(STRUCTURES).reduce((sum, layout) => sum + layout.members.length, 0);
  const structures = Object.keys(STRUCTURES).length;
  const constants = ofVulkan.size - 2 * structures - members;
  const further = win32 ? `, ${direct3dValues().size} facts of DXGI and Direct3D` : '';
  console.log(
    `${structures} structures, ${members} members, ${constants} constants${further} compared, ${differing.length} differ`,
  );
  return differing.length > 0 ? 1 : 0;
}

function direct3dDifferences(compiler: string): readonly string[] {
  return [...differences(direct3dValues(), direct3dCompilation(compiler)), ...refusedCalls(compiler)];
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`check:layouts: ${(error as Error).message}`);
  process.exitCode = 1;
}

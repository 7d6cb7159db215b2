import { commandPlan, parameterStorages } from './command-plan';
import { EncodingError } from './errors';
import { COMMANDS } from './generated/commands';
import { STRUCTURES } from './generated/structures';
import { InventedMemory } from './invented-memory';
import { ScratchMemory } from './scratch-memory';
import { decodeStructureAt } from './structure-decoder';
import { chainableTo, elementExtent, encodeStructure } from './structure-encoder';

const memory = new InventedMemory();

describe('every generated command', () => {
  it.each(Object.keys(COMMANDS))('%s can be planned', (name) => {
    expect(commandPlan(name).parameters).toHaveLength(COMMANDS[name]?.parameters.length ?? -1);
    expect(parameterStorages(name)).toHaveLength(COMMANDS[name]?.parameters.length ?? -1);
  });

  it('has the result codes and providers of its registry entry', () => {
    expect(COMMANDS.vkGetFenceFdKHR).toMatchObject({
      level: 'device',
      providers: ['VK_KHR_external_fence_fd'],
      success: ['VK_SUCCESS'],
      errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
      blocking: true,
    });
    expect(COMMANDS.vkWaitSemaphoresKHR).toMatchObject({
      alias: 'vkWaitSemaphores',
      providers: ['VK_KHR_timeline_semaphore'],
    });
  });
});

describe('every generated structure', () => {
  it.each(Object.keys(STRUCTURES))('%s decodes from zeroed memory', (name) => {
    const { size } = elementExtent(name);
    expect(decodeStructureAt({ memory }, memory.allocate(size).view, 0, name)).toBeDefined();
  });

  it.each(Object.keys(STRUCTURES))('%s refuses to be encoded without its members', (name) => {
    const scratch = new ScratchMemory(memory, 64 * 1024);
    const absentable = STRUCTURES[name]?.members.every(
      ([member, , form], _index, members) =>
        form === 'sType' || form === 'pNext' || members.some(([, , , , extra]) => extra?.len === member),
    );
    const encode = (): unknown => encodeStructure(scratch, name, {});
    if (absentable) expect(encode).not.toThrow();
    else expect(encode).toThrow(EncodingError);
  });

  it('may chain to what the registry says', () => {
    expect(chainableTo('VkFenceCreateInfo')).toEqual(
      new Set(['VkExportFenceCreateInfo', 'VkExportFenceWin32HandleInfoKHR']),
    );
  });
});

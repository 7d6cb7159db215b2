import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFaultyIcd, buildScriptedVulkan } from '../../fixtures/faulty-icd/build-faulty-icd';
import { compiled, headers, withCompiler } from './self-test/compiler';

/** Two instances of which the later is destroyed, and then a command that a fault is about. */
const twoInstances = `#define VK_NO_PROTOTYPES
#include <dlfcn.h>
#include <stdio.h>
#include <vulkan/vulkan.h>

int main(int count, char **words) {
    void *library = dlopen(words[count - 1], RTLD_NOW);
    PFN_vkGetInstanceProcAddr ask = (PFN_vkGetInstanceProcAddr)dlsym(library, "vk_icdGetInstanceProcAddr");
    VkInstance one, other;
    VkInstanceCreateInfo created = { .sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO };
    VkMemoryAllocateInfo allocated = { .sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO };
    VkDeviceMemory memory;
    PFN_vkCreateInstance create = (PFN_vkCreateInstance)ask(NULL, "vkCreateInstance");
    create(&created, NULL, &one);
    create(&created, NULL, &other);
    PFN_vkAllocateMemory allocate = (PFN_vkAllocateMemory)ask(one, "vkAllocateMemory");
    PFN_vkDestroyInstance destroy = (PFN_vkDestroyInstance)ask(other, "vkDestroyInstance");
    destroy(other, NULL);
    printf("%d\\n", allocate(VK_NULL_HANDLE, &allocated, NULL, &memory));
    return 0;
}
`;

withCompiler('the driver that misbehaves', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vkextern-faulty-icd-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('asks for commands with an instance that is still there', () => {
    const { library } = buildFaultyIcd(headers ?? '', folder);
    const driver = buildScriptedVulkan(headers ?? '', folder);
    const program = compiled(twoInstances, folder, 'instances');
    const env = { ...process.env, FAULTY_ICD_DRIVER: driver, FAULTY_ICD_FAULT: '' };
    const { signal, stdout } = spawnSync(program, [library], { encoding: 'utf8', env });
    expect({ signal, stdout }).toEqual({ signal: null, stdout: '0\n' });
  });
});

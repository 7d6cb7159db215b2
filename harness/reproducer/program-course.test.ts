import type { TraceLine } from '../hosts/call-trace';
import {
  call,
  caseBegins,
  check,
  createFence,
  failed,
  fdInfo,
  fence,
  line,
  made,
  programOf,
  setUp,
  statusProgram,
  vk,
  wrongStatus,
} from './self-test/made-up-trace';

describe('pauses', () => {
  /** The status of a fence, so many microseconds behind its making and with something between. */
  const pausesOf = (between: readonly TraceLine[], later: number): readonly string[] => {
    const rest = [
      ...call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
      check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
    ].map((one) => ({ ...one, at: one.at + later }));
    const text = programOf(failed(wrongStatus), setUp(), [caseBegins()], createFence(), between, rest);
    return [...text.matchAll(/^ +pause_for\(.*/gm)].map(([found]) => found.trim());
  };

  it('that the case made are made, with what they are for', () => {
    const paused = line({ kind: 'os', action: 'paused', ms: 15, why: 'a thread may be late' });
    expect(pausesOf([paused], 20_000)).toEqual(['pause_for(15); /* ms: a thread may be late */']);
  });

  it('are none where the machine was busy', () => {
    expect(pausesOf([], 200_000)).toEqual([]);
    expect(pausesOf([check(1, [1], 'behind it')], 200_000)).toEqual([]);
  });
});

describe('of tries behind loads that were too short', () => {
  const tries = () => line({ kind: 'os', action: 'tries' });
  const inVain = () => line({ kind: 'os', action: 'tried-in-vain' });
  const buffer = vk('VkBuffer', 70);
  const memory = vk('VkDeviceMemory', 71);
  const through = vk('VkFence', 72);
  const load = [
    ...call('vkCreateBuffer', [made, { flags: [], size: 64 }, null], { buffer }),
    ...call('vkAllocateMemory', [made, { allocationSize: 64, memoryTypeIndex: 0 }, null], { memory }),
    ...call('vkBindBufferMemory', [made, buffer, memory, 0]),
  ];
  const held = () => [
    ...createFence('host', through),
    ...call('vkGetFenceStatus', [made, through], {}, 'VK_NOT_READY'),
  ];
  const used = () => call('vkGetBufferMemoryRequirements', [made, buffer], { memoryRequirements: {} }, '');
  const program = (...tried: readonly TraceLine[]): string =>
    programOf(
      failed(wrongStatus),
      setUp(),
      [caseBegins(), tries(), ...tried, inVain(), tries()],
      held(),
      used(),
      call('vkDestroyFence', [made, through, null], {}, ''),
      createFence(),
      [check(1, [1], 'apart')],
      call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
      [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
    );

  it('the last is made, with the load that an earlier one prepared', () => {
    const text = program(...load, ...held());
    expect(text.match(/^ +still_pending\(/gm)).toHaveLength(1);
    expect(text.match(/= vkCreateFence\(/g)).toHaveLength(2);
    for (const command of ['vkCreateBuffer', 'vkAllocateMemory', 'vkBindBufferMemory'])
      expect(text.match(new RegExp(`= ${command}\\(`, 'g'))).toHaveLength(1);
  });

  it('earlier ones are made, unchecked, where they did something with handles', () => {
    const text = program(
      ...load,
      ...held(),
      line({ kind: 'os', action: 'foreign', foreign: 'event', descriptor: 40 }),
      check('VK_NOT_READY', ['VK_NOT_READY'], 'of the earlier one'),
    );
    expect(text).toContain('foreign("event")');
    expect(text.match(/^ +still_pending\(/gm)).toHaveLength(1);
    expect(text).not.toContain('of the earlier one');
  });

  it('a check that held because of a load makes it larger too', () => {
    const wait = [
      ...call('vkWaitForFences', [made, [through], true, 20], {}, 'VK_TIMEOUT'),
      check('VK_TIMEOUT', ['VK_TIMEOUT'], 'wait while held'),
    ];
    const fill = call('vkCmdFillBuffer', [vk('VkCommandBuffer', 73), buffer, 0, 64, 0], {}, '');
    const commandBuffers = { commandBuffers: [vk('VkCommandBuffer', 73)] };
    const text = (load: readonly TraceLine[]): string =>
      programOf(
        failed(wrongStatus),
        setUp(),
        [caseBegins()],
        createFence('host', through),
        load,
        wait,
        createFence(),
        call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
        [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
      );
    const allocated = call('vkAllocateCommandBuffers', [made, { commandBufferCount: 1 }], commandBuffers);
    expect(text([...load, ...allocated, ...fill])).toMatch(/ kept_meanwhile\(result_\d+ == VK_TIMEOUT,/);
    expect(text([])).toMatch(/ kept\(result_\d+ == VK_TIMEOUT,/);
  });

  it('a program whose load was too short makes it larger by itself', () => {
    expect(program(...load, ...held())).toMatch(/== too_short && load_times < most_load_times\)/);
    expect(statusProgram()).not.toContain('too_short');
  });
});

describe('of several attempts at a case the last is made', () => {
  const loadBuffer = vk('VkBuffer', 60);
  const loadMemory = vk('VkDeviceMemory', 61);
  const submitted = vk('VkFence', 62);
  const buffer = call('vkCreateBuffer', [made, { flags: [], size: 64 }, null], { buffer: loadBuffer });
  const memory = call('vkAllocateMemory', [made, { allocationSize: 64, memoryTypeIndex: 0 }, null], {
    memory: loadMemory,
  });
  const ofFirst = [
    caseBegins(),
    ...createFence('host', submitted),
    ...buffer,
    ...memory,
    ...call('vkBindBufferMemory', [made, loadBuffer, loadMemory, 0]),
    ...call('vkResetFences', [made, [submitted]]),
    line({ kind: 'os', action: 'foreign', foreign: 'event', descriptor: 40 }),
    check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
    line({ kind: 'ended' }),
    ...call('vkDestroyFence', [made, submitted, null], {}, ''),
  ];
  const text = programOf(
    failed(wrongStatus),
    setUp(),
    ofFirst,
    [caseBegins()],
    createFence(),
    call('vkGetBufferMemoryRequirements', [made, loadBuffer], { memoryRequirements: { size: 64 } }, ''),
    call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    [check('VK_NOT_READY', ['VK_SUCCESS'], 'status'), line({ kind: 'ended' })],
  );

  it('without the calls of those before it', () => {
    expect(text.match(/ = vkCreateFence\(/g)).toHaveLength(1);
    expect(text).not.toContain('vkResetFences');
    expect(text).not.toContain('foreign(');
    expect(text).not.toContain('vkDestroyFence');
  });

  it('but with the objects that they left to it', () => {
    const begins = text.indexOf('The case begins');
    for (const command of ['vkCreateBuffer', 'vkAllocateMemory', 'vkBindBufferMemory']) {
      const at = text.indexOf(` = ${command}(`);
      expect(at).toBeGreaterThan(0);
      expect(at).toBeLessThan(begins);
    }
    expect(text).toMatch(/vkGetBufferMemoryRequirements\(device_1, buffer_1, /);
  });

  it('to its own end, where a descriptor is gone behind it', () => {
    const taken = programOf(
      failed({ what: 'descriptors of the application behind the case', expected: 'open', seen: 'closed' }),
      setUp(),
      ofFirst,
      [caseBegins()],
      createFence(),
      call('vkGetFenceFdKHR', [made, fdInfo], { fd: 23 }),
      [line({ kind: 'ended' })],
      call('vkDestroyFence', [made, fence, null], {}, ''),
    );
    expect(taken).toMatch(/vkGetFenceFdKHR\([\s\S]*verdict\(!\(!is_open\(fd_1\)\)/);
    expect(taken).not.toContain('vkDestroyFence');
  });
});

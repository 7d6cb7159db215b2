import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCacheFolder } from '../../fixtures/real-drivers/archive-cache';
import { instancesOf } from '../cases/case-instance';
import type { CaseOutcome, Deviation } from '../cases/outcome';
import { loadSuite, suitesFolder } from '../cases/suite-files';
import type { Device } from '../drivers/driver';
import type { Traced, TraceEvent, TraceLine } from '../hosts/call-trace';
import { reproducer } from './reproducer';
import { Uncovered } from './uncovered';

const suite = loadSuite(join(suitesFolder, 'fence', 'import.suite.js'));
const [instance] = suite.cases.flatMap((one) => instancesOf(one));
if (instance === undefined) throw new Error('no case');

const device = {
  driver: {
    name: 'some-driver',
    manifest: '/drivers/some.json',
    library: '/drivers/libsome.so',
    loader: '/loaders/libvulkan.so.1',
    dynamicLinker: null,
    builtIn: false,
    origin: 'this machine',
  },
  key: 'some-driver/some-device',
  identity: {
    deviceName: 'Some "device" */',
    driverVersion: 7,
    driverName: 'Some driver',
    driverInfo: '1.2',
    apiVersion: '1.3.0',
  },
  capabilities: {},
} as unknown as Device;

const vk = (type: string, value: number): Traced => ({ $vulkan: type, value: String(value) });
const instanceHandle = vk('VkInstance', 1);
const gpu = vk('VkPhysicalDevice', 2);
const made = vk('VkDevice', 3);
const fence = vk('VkFence', 4);

let calls = 0;
let at = 0;
type By = TraceLine['by'];
const line = (event: TraceEvent, by: By = 'host'): TraceLine => {
  at += 10;
  return { ...event, by, at };
};
const begin = (command: string, args: readonly Traced[], by: By = 'host'): TraceLine & { call: number } => {
  calls += 1;
  return line({ kind: 'begin', call: calls, command, args }, by) as TraceLine & { call: number };
};
const end = (begun: TraceLine & { call: number }, given: Traced = {}, result = 'VK_SUCCESS'): TraceLine =>
  line({ kind: 'end', call: begun.call, result, given }, begun.by);
const call = (
  command: string,
  args: readonly Traced[],
  given: Traced = {},
  result = 'VK_SUCCESS',
  by: By = 'host',
): readonly TraceLine[] => {
  const begun = begin(command, args, by);
  return [begun, end(begun, given, result)];
};
const setUp = (by: By = 'host'): readonly TraceLine[] => [
  ...call('vkEnumerateInstanceVersion', [], { apiVersion: 4206592 }, 'VK_SUCCESS', by),
  ...call(
    'vkCreateInstance',
    [
      {
        flags: [],
        pApplicationInfo: {
          pApplicationName: 'a "name"',
          applicationVersion: 1,
          pEngineName: null,
          engineVersion: 0,
          apiVersion: 4206592,
        },
        ppEnabledLayerNames: [],
        ppEnabledExtensionNames: ['VK_KHR_surface'],
      },
      null,
    ],
    { instance: instanceHandle },
    'VK_SUCCESS',
    by,
  ),
  ...call('vkEnumeratePhysicalDevices', [instanceHandle], { physicalDevices: [gpu] }, 'VK_SUCCESS', by),
  ...call(
    'vkCreateDevice',
    [
      gpu,
      {
        pNext: [{ struct: 'VkPhysicalDeviceTimelineSemaphoreFeatures', timelineSemaphore: true }],
        flags: [],
        pQueueCreateInfos: [{ flags: [], queueFamilyIndex: 0, pQueuePriorities: [1] }],
        ppEnabledLayerNames: [],
        ppEnabledExtensionNames: ['VK_KHR_external_fence_fd'],
        pEnabledFeatures: null,
      },
      null,
    ],
    { device: made },
    'VK_SUCCESS',
    by,
  ),
];
const createFence = (by: By = 'host', handle = fence): readonly TraceLine[] =>
  call(
    'vkCreateFence',
    [
      made,
      {
        pNext: [
          {
            struct: 'VkExportFenceCreateInfo',
            handleTypes: ['VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT'],
          },
        ],
        flags: ['VK_FENCE_CREATE_SIGNALED_BIT'],
      },
      null,
    ],
    { fence: handle },
    'VK_SUCCESS',
    by,
  );
const fdInfo = { fence, handleType: 'VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT' };
const caseBegins = () => line({ kind: 'case' });
const check = (seen: Traced, operands: readonly Traced[], what: string, control = false): TraceLine =>
  line({ kind: 'check', what, matcher: 'toBe', operands, seen, holds: seen === operands[0], control });
const failed = (deviation: Partial<Deviation>, status: CaseOutcome['status'] = 'fail'): CaseOutcome => ({
  caseId: instance.id,
  status,
  message: 'it was wrong',
  durationMs: 1,
  driverMs: 1,
  deviations: status === 'fail' ? [{ what: '', expected: '', seen: '', control: false, ...deviation }] : [],
  calls: [],
  notes: [],
});
const programOf = (outcome: CaseOutcome, ...lines: readonly (readonly TraceLine[])[]): string =>
  reproducer(instance, device, outcome, lines.flat());

const wrongStatus = { what: 'status', expected: 'VK_SUCCESS', seen: 'VK_NOT_READY' };
const statusProgram = (): string =>
  programOf(
    failed(wrongStatus),
    setUp(),
    [caseBegins()],
    createFence(),
    call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
    call('vkDestroyFence', [made, fence, null], {}, ''),
  );

test('a result that decides: the calls before it, and it alone gives 1 or 0', () => {
  const text = statusProgram();
  expect(text).toContain('.handleTypes = VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT,');
  expect(text).toContain('.flags = VK_FENCE_CREATE_SIGNALED_BIT');
  expect(text).toMatch(
    /if \(result_(\d+) == VK_SUCCESS\)\s+complies\("status", "VK_SUCCESS", result_name\(result_\1\)\);/,
  );
  expect(text).toMatch(/deviates\("status", "VK_SUCCESS", result_name\(result_\d+\)\);/);
  expect(text).not.toContain('vkDestroyFence');
  expect(text).not.toContain('vkEnumerateInstanceVersion');
  expect(text).toMatch(/must\("vkCreateFence", result_\d+, VK_SUCCESS\);/);
});

test('the head names case, requirement, obligation, place, driver and how to compile', () => {
  const text = statusProgram();
  const head = text.slice(0, text.indexOf('*/'));
  expect(head).toContain(instance.id);
  for (const id of instance.case.proves) expect(head).toContain(`requirement ${id}`);
  expect(head).toMatch(/Vulkan 1\.4\.\d+, \w/);
  expect(head).toContain('driver: some-driver (this machine), Some driver 1.2');
  expect(head).toContain('Some "device" * /');
  expect(head).toContain('cc -Wall -Werror repro.c -o repro');
  expect(head).toContain('VK_DRIVER_FILES=/drivers/some.json');
});

test('a check that held and what decides are told apart', () => {
  const text = programOf(
    failed(wrongStatus),
    setUp(),
    [caseBegins()],
    createFence(),
    call('vkGetFenceStatus', [made, fence]),
    [check('VK_SUCCESS', ['VK_SUCCESS'], 'status before', true)],
    call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
  );
  expect(text).toMatch(/kept\(result_\d+ == VK_SUCCESS, "status before", "VK_SUCCESS"\);/);
  expect(text.match(/deviates\("/g)).toHaveLength(1);
});

test('a call during which others are made has a thread', () => {
  const waits = begin('vkWaitForFences', [made, [fence], true, { $integer: '3000000000' }]);
  const text = programOf(
    failed({ what: 'wait', expected: 'VK_SUCCESS', seen: 'VK_TIMEOUT' }),
    setUp(),
    [caseBegins()],
    createFence(),
    [waits],
    call('vkResetFences', [made, [fence]]),
    [end(waits, {}, 'VK_TIMEOUT'), check('VK_TIMEOUT', ['VK_SUCCESS'], 'wait')],
  );
  expect(text).toMatch(
    /static void \*call_(\d+)\(void \*unused\) \{[^}]*result_\1 = vkWaitForFences\(device_\d+, 1, \(const VkFence\[\]\)\{ fence_\d+ \}, VK_TRUE, UINT64_C\(0xb2d05e00\)\);/,
  );
  const [start, reset, join] = ['= in_thread(call_', '= vkResetFences(', 'pthread_join('].map((part) =>
    text.lastIndexOf(part),
  ) as [number, number, number];
  expect(start).toBeGreaterThan(0);
  expect(reset).toBeGreaterThan(start);
  expect(join).toBeGreaterThan(reset);
});

test('a second process takes turns with the first, and a descriptor is passed on', () => {
  const theirs = vk('VkFence', 9);
  const text = programOf(
    failed(wrongStatus),
    setUp(),
    setUp('peer'),
    [caseBegins()],
    createFence(),
    createFence('peer', theirs),
    call('vkGetFenceFdKHR', [made, fdInfo], { fd: 23 }),
    [
      line({ kind: 'os', action: 'send', tag: 'host-1', descriptor: 23 }),
      line({ kind: 'os', action: 'receive', tag: 'host-1', descriptor: 31 }, 'peer'),
    ],
    call(
      'vkImportFenceFdKHR',
      [made, { fence: theirs, flags: [], handleType: 'VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT', fd: 31 }],
      {},
      'VK_SUCCESS',
      'peer',
    ),
    call('vkGetFenceStatus', [made, theirs], {}, 'VK_NOT_READY', 'peer'),
    [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
  );
  const peer = text.slice(text.indexOf('static void peer(void)'), text.indexOf('static void run(void)'));
  expect(text).toMatch(/send_descriptor\(fd_\d+\);\s+pass_turn\(\);/);
  expect(peer).toMatch(/(descriptor_\d+) = receive_descriptor\(\);[\s\S]*\.fd = \1,/);
  expect(peer).toMatch(/deviates\("status"/);
});

test('a crash is shown by what the process dies of inside the same call', () => {
  const text = programOf(failed({}, 'crash'), setUp(), [caseBegins()], createFence(), [
    begin('vkResetFences', [made, [fence]]),
  ]);
  expect(text).toMatch(/inside = "vkResetFences";\s+result_\d+ = vkResetFences\(/);
  expect(text).toContain('watch_ends(');
});

test('descriptors that no driver made, and one that is gone', () => {
  const text = programOf(
    failed({ what: 'open', expected: 'true', seen: 'false' }),
    setUp(),
    [caseBegins(), line({ kind: 'os', action: 'foreign', foreign: 'event', descriptor: 40 })],
    createFence(),
    call(
      'vkImportFenceFdKHR',
      [made, { fence, flags: [], handleType: 'VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT', fd: 40 }],
      {},
      'VK_ERROR_INVALID_EXTERNAL_HANDLE',
    ),
    [line({ kind: 'os', action: 'is-open', descriptor: 40, given: false }), check(false, [true], 'open')],
  );
  expect(text).toMatch(/(descriptor_\d+) = foreign\("event"\);[\s\S]*if \(is_open\(\1\)\)/);
});

describe('what no program can be made of is refused in one line', () => {
  const refused = (outcome: CaseOutcome, ...lines: readonly (readonly TraceLine[])[]): string => {
    try {
      programOf(outcome, setUp(), [caseBegins()], ...lines);
    } catch (error) {
      if (error instanceof Uncovered) return error.message;
      throw error;
    }
    throw new Error('it was not refused');
  };

  it('memory of the process', () => {
    const allocate = call('vkCreateFence', [made, { flags: [] }, { $integer: '4096' }], { fence });
    expect(
      refused(failed(wrongStatus), allocate, call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'), [
        check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
      ]),
    ).toBe('allocation callbacks');
  });

  it('an action on handles that programs do not make', () => {
    const lines = [line({ kind: 'os', action: 'uncovered', what: 'a sync file that no driver made' })];
    expect(
      refused(failed(wrongStatus), lines, call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'), [
        check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
      ]),
    ).toBe('a sync file that no driver made');
  });

  it('a verdict made of several observations', () => {
    const lines = [
      ...call('vkGetFenceStatus', [made, fence]),
      ...call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
      check('2 of 7', ['none'], 'fences'),
    ];
    expect(refused(failed({ what: 'fences' }), createFence(), lines)).toMatch(
      /^the case makes "fences" of several/,
    );
  });
});

describe('what a check looked at', () => {
  const wait = (result: string, timeout: string): readonly TraceLine[] =>
    call('vkWaitForFences', [made, [fence], true, { $integer: timeout }], {}, result);
  const [short, long] = ['20000000', '3000000000'];
  const deciding = (text: string): string | undefined =>
    /if \((result_\d+) == VK_\w+\)\s+complies/.exec(text)?.[1];

  it('is the short wait of two, where no end is asked for', () => {
    const text = programOf(
      failed({ what: 'wait while held', expected: 'VK_TIMEOUT', seen: 'VK_SUCCESS' }),
      setUp(),
      [caseBegins()],
      createFence(),
      wait('VK_SUCCESS', short),
      wait('VK_SUCCESS', long),
      [check('VK_SUCCESS', ['VK_TIMEOUT'], 'wait while held')],
    );
    const result = deciding(text);
    expect(text).toMatch(new RegExp(`${result} = vkWaitForFences\\([^;]*VK_TRUE, 0x1312d00\\);`));
  });

  it('is not guessed where two statuses give the same', () => {
    const both = [
      ...call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
      ...call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    ];
    expect(() =>
      programOf(failed(wrongStatus), setUp(), [caseBegins()], createFence(), both, [
        check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
      ]),
    ).toThrow(Uncovered);
  });

  it('stays pending: work that is over too soon makes 77, and only what comes to an end may take longer', () => {
    const text = programOf(
      failed({ what: 'wait while held', expected: 'VK_TIMEOUT', seen: 'VK_SUCCESS' }),
      setUp(),
      [caseBegins()],
      createFence(),
      wait('VK_SUCCESS', long),
      [check('VK_SUCCESS', ['VK_SUCCESS'], 'wait before', true)],
      wait('VK_SUCCESS', short),
      call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
      [check('VK_SUCCESS', ['VK_TIMEOUT'], 'wait while held')],
    );
    expect(text).toMatch(/VK_TRUE, UINT64_C\(0x6fc23ac00\)\);[\s\S]*VK_TRUE, 0x1312d00\);/);
    expect(text).toMatch(/kept\(result_\d+ == VK_NOT_READY, [^)]*\);\s+if \(/);
  });
});

/** Where the Vulkan headers may be: those fetched before, or the machine's own. */
const headers = [
  join(defaultCacheFolder(), 'real-drivers/vulkan-registry/root/usr/include'),
  '/usr/include',
].find((folder) => existsSync(join(folder, 'vulkan/vulkan_core.h')));
const compiler = spawnSync('cc', ['--version']).status === 0;
const withCompiler = compiler && headers !== undefined ? test : test.skip;

withCompiler('a program compiles without a warning, and says 77 where there is no Vulkan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vkextern-reproducer-'));
  try {
    const [source, program] = [join(folder, 'repro.c'), join(folder, 'repro')];
    writeFileSync(source, statusProgram());
    const flags = ['-Wall', '-Wextra', '-Werror', '-I', headers ?? ''];
    const { stderr, status } = spawnSync('cc', [...flags, source, '-o', program], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const env = { ...process.env, REPRO_VULKAN: join(folder, 'none.so') };
    const ran = spawnSync(program, { encoding: 'utf8', env });
    expect(ran.stdout).toMatch(/^cannot show it: .*none\.so/);
    expect(ran.status).toBe(77);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

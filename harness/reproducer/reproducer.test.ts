import type { CaseOutcome } from '../cases/outcome';
import type { TraceLine } from '../hosts/call-trace';
import { reproducer } from './reproducer';
import {
  begin,
  call,
  caseBegins,
  check,
  createFence,
  device,
  end,
  failed,
  fdInfo,
  fence,
  gpu,
  instance,
  line,
  made,
  programOf,
  setUp,
  statusProgram,
  vk,
  wrongStatus,
} from './self-test/made-up-trace';
import { Uncovered } from './uncovered';

test('a result that decides: the calls before it, and it alone gives 1 or 0', () => {
  const text = statusProgram();
  expect(text).toContain('.handleTypes = VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT,');
  expect(text).toContain('.flags = VK_FENCE_CREATE_SIGNALED_BIT');
  expect(text).toMatch(
    /verdict\(result_(\d+) == VK_SUCCESS, "status", "VK_SUCCESS", result_name\(result_\1\)\);/,
  );
  expect(text).not.toContain('vkDestroyFence');
  expect(text).not.toContain('vkEnumerateInstanceVersion');
  expect(text).toMatch(/must\("vkCreateFence", result_\d+\);/);
});

test('the head names case, requirement, obligation, place, driver and how to compile', () => {
  const text = statusProgram();
  const head = text.slice(0, text.indexOf('*/'));
  expect(head).toContain(instance.id);
  for (const id of instance.case.proves) expect(head).toContain(`requirement ${id}`);
  expect(head).toMatch(/Vulkan 1\.4\.\d+, \w/);
  expect(head).toContain('driver: some-driver (this machine), Some driver 1.2');
  expect(head).toContain('Some "device" * /');
  expect(head).toContain('Compile: cc -Wall -Werror -I INCLUDE_FOLDER repro.c -o repro\n');
  expect(head).toContain('vkextern fetch vulkan-registry');
  expect(head).toMatch(/ \.\/repro\n/);
  expect(head).toContain('VK_DRIVER_FILES=/drivers/some.json');
});

test('the head names the file that is written, and the headers that are known', () => {
  const head = (source: string, headers: string | null): string =>
    reproducer(
      instance,
      device,
      failed({}, 'crash', 'the host died of SIGSEGV inside vkResetFences()'),
      [setUp(), [caseBegins()], createFence(), [begin('vkResetFences', [made, [fence]])]].flat(),
      { source, headers },
    );
  expect(head('some/lost.c', '/headers')).toMatch(
    /cc -Wall -Werror -I \/headers some\/lost\.c -o some\/lost\n[\s\S]* some\/lost\n/,
  );
  expect(head('lost one', null)).toContain("cc -Wall -Werror -x c 'lost one' -o 'lost one.program'\n");
});

describe('the head says of the class', () => {
  const head = (of: 'robustness' | 'legal-negative' | 'quality', outcome: CaseOutcome): string =>
    reproducer(
      { ...instance, case: { ...instance.case, class: of } },
      device,
      outcome,
      [
        setUp(),
        [caseBegins()],
        createFence(),
        call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
        [check('VK_NOT_READY', ['VK_SUCCESS'], 'status')],
        [begin('vkResetFences', [made, [fence]])],
      ].flat(),
    ).replace(/\s+\*\s+/g, ' ');

  it('robustness that the input is invalid, and what was seen', () => {
    const crash = failed({}, 'crash', 'the host died of SIGSEGV inside vkResetFences(VkDevice 1) for 2 ms');
    expect(head('robustness', crash)).toMatch(
      /class robustness the input is invalid by the specification[\s\S]* The driver may do anything but what was seen: the process died of SIGSEGV\./,
    );
    expect(head('robustness', failed(wrongStatus))).toContain('but what was seen: status: VK_NOT_READY.');
  });

  it('others what their deviations mean', () => {
    expect(head('legal-negative', failed(wrongStatus))).toContain(
      'class legal-negative legal usage that must give one of the listed results.',
    );
    expect(head('quality', failed(wrongStatus))).toContain('class quality a "should", an inference');
  });
});

test('instance and device have what the calls need, and nothing else', () => {
  const text = statusProgram();
  expect(text).toContain('"VK_KHR_external_fence_fd"');
  expect(text).not.toContain('VK_KHR_surface');
  expect(text).not.toContain('TimelineSemaphoreFeatures');
  expect(text).toContain('.apiVersion = VK_MAKE_API_VERSION(0, 1, 3, 0),');
  expect(text).not.toMatch(/#include <(sys\/epoll|sys\/mman|pthread)\.h>/);
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
  expect(text.match(/verdict\(result_/g)).toHaveLength(1);
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
    /static void \*call_(\d+)\(void \*unused\) \{[^}]*result_\1 = vkWaitForFences\(device_\d+, 1, \(const VkFence\[\]\)\{ fence_\d+ \}, VK_TRUE, 3000 \* 1000000ull\);/,
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
  expect(peer).toMatch(/verdict\(result_\d+ == VK_SUCCESS, "status"/);
});

test('a crash is shown by what the process dies of inside the same call', () => {
  const text = programOf(
    failed({}, 'crash', 'the host died of SIGSEGV inside vkResetFences()'),
    setUp(),
    [caseBegins()],
    createFence(),
    [begin('vkResetFences', [made, [fence]])],
  );
  expect(text).toMatch(/decides\("vkResetFences", "SIGSEGV", 10\);\s+result_\d+ = vkResetFences\(/);
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
  expect(text).toMatch(/(descriptor_\d+) = foreign\("event"\);[\s\S]*verdict\(is_open\(\1\), /);
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
  const deciding = (text: string): string | undefined => /verdict\((result_\d+) == VK_\w+, /.exec(text)?.[1];

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
    expect(text).toMatch(new RegExp(`${result} = vkWaitForFences\\([^;]*VK_TRUE, 20 \\* 1000000ull\\);`));
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
    expect(text).toMatch(/VK_TRUE, 30000 \* 1000000ull\);[\s\S]*VK_TRUE, 20 \* 1000000ull\);/);
    expect(text).toMatch(/still_pending\(result_\d+\);\s+verdict\(/);
  });
});

describe('of several descriptors the one that is meant is looked at', () => {
  const exports = (handle: number, fd: number): readonly TraceLine[] => [
    ...call('vkGetFenceFdKHR', [made, fdInfo], { fd }),
    line({ kind: 'os', action: 'exported', handle, descriptor: fd, command: 'vkGetFenceFdKHR' }),
  ];

  it('where it is -1 like the others', () => {
    const text = programOf(
      failed({ what: 'whether the first is -1', expected: 'false', seen: 'true' }),
      setUp(),
      [caseBegins()],
      createFence(),
      exports(1, -1),
      exports(2, -1),
      [
        line({ kind: 'os', action: 'is-minus-one', handle: 1, descriptor: -1, given: true }),
        check(true, [false], 'whether the first is -1'),
      ],
    );
    expect(text).toMatch(/verdict\(!\(fd_1 == -1\), /);
  });

  it('where nothing is open behind it', () => {
    const gave = { what: 'what vkGetFenceFdKHR gave', expected: 'an open descriptor', seen: '23: not open' };
    const text = programOf(
      failed(gave),
      setUp(),
      [caseBegins()],
      createFence(),
      call('vkGetFenceFdKHR', [made, fdInfo], { fd: 23 }),
      [line({ kind: 'ended' })],
      call('vkGetFenceFdKHR', [made, fdInfo], { fd: 24 }),
    );
    expect(text).toMatch(/verdict\(is_open\(fd_1\), /);
  });

  it('but none, where it is a -1 of another process', () => {
    const lines = [
      line({ kind: 'os', action: 'is-minus-one', handle: 1, descriptor: -1, given: true }),
      check(true, [false], 'whether it is -1'),
    ];
    expect(() =>
      programOf(
        failed({ what: 'whether it is -1' }),
        setUp(),
        [caseBegins()],
        createFence(),
        exports(2, -1),
        lines,
      ),
    ).toThrow('what "whether it is -1" looks at');
  });
});

describe('of several findings', () => {
  const lines = [
    ...setUp(),
    caseBegins(),
    ...createFence(),
    ...call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
  ];
  const control = { what: 'held', expected: 'pending', seen: 'done', control: true };
  const several = failed({ what: 'fences', expected: 'none', seen: '2 of 7' });

  it('the first that can be shown is, and the head says which', () => {
    const outcome = {
      ...several,
      deviations: [control, ...several.deviations, { ...wrongStatus, control: false }],
    };
    const text = programOf(outcome, lines);
    expect(text).toMatch(/verdict\(result_\d+ == VK_SUCCESS, "status"/);
    expect(text).toMatch(/what: {5}status\n \* {3}expected: VK_SUCCESS\n \* {3}seen: {5}VK_NOT_READY\n/);
    expect(text).toContain('beside 2 more of the case');
  });

  it('each is named where none can', () => {
    const outcome = { ...several, deviations: [control, ...several.deviations] };
    expect(() => programOf(outcome, lines)).toThrow(
      /^the control "held" failed: .*; a deviation in "fences"$/,
    );
  });
});

test('a call that never comes back has a thread where others go on', () => {
  const waits = begin('vkWaitForFences', [made, [fence], true, { $integer: '3000000000' }]);
  const text = programOf(
    failed({}, 'timeout', 'no end within 20 s: inside vkWaitForFences() for 19990 ms'),
    setUp(),
    [caseBegins()],
    createFence(),
    [waits],
    call('vkResetFences', [made, [fence]]),
  );
  expect(text).toMatch(
    /decides\("vkWaitForFences", "no return", 20\);[\s\S]*in_thread\([\s\S]*vkResetFences\([\s\S]*pthread_join/,
  );
});

test('where a process died in a wait, the work that it waited for may end it as well', () => {
  const submit = call('vkQueueSubmit', [vk('VkQueue', 8), [], null]);
  const text = programOf(
    failed({}, 'crash', 'the host died of SIGSEGV inside vkQueueWaitIdle()'),
    setUp(),
    [caseBegins()],
    call('vkGetDeviceQueue', [made, 0, 0], { queue: vk('VkQueue', 8) }, ''),
    submit,
    [begin('vkQueueWaitIdle', [vk('VkQueue', 8)])],
  );
  expect(text).toMatch(
    /begins_work\("vkQueueWaitIdle", "SIGSEGV"\);\s+result_\d+ = vkQueueSubmit\([\s\S]*decides\("vkQueueWaitIdle", /,
  );
});

test('an end that no process sees is no program', () => {
  const ends = [begin('vkResetFences', [made, [fence]])];
  const killed = failed({}, 'crash', 'the host died of SIGKILL inside vkResetFences()');
  expect(() => programOf(killed, setUp(), [caseBegins()], createFence(), ends)).toThrow(/SIGKILL/);
});

test('the head says how to run it without a loader', () => {
  const { driver } = device;
  const direct = { ...device, driver: { ...driver, loader: null, library: '/drivers/lib some.so' } };
  const lines = [
    ...setUp(),
    caseBegins(),
    ...createFence(),
    ...call('vkGetFenceStatus', [made, fence], {}, 'VK_NOT_READY'),
    check('VK_NOT_READY', ['VK_SUCCESS'], 'status'),
  ];
  const text = reproducer(instance, direct, failed(wrongStatus), lines);
  expect(text).toContain("Run:     REPRO_VULKAN='/drivers/lib some.so' ./repro\n");
  expect(programOf(failed(wrongStatus), lines)).toContain(
    'Run:     REPRO_VULKAN=/loaders/libvulkan.so.1 VK_DRIVER_FILES=/drivers/some.json ./repro\n',
  );
});

test('answers are judged one by one, by the names of what they hold', () => {
  const asks = (handleType: number, features: number): readonly TraceLine[] =>
    call(
      'vkGetPhysicalDeviceExternalFenceProperties',
      [gpu, { handleType }, { chain: [] }],
      { externalFenceProperties: { externalFenceFeatures: features, compatibleHandleTypes: 1 } },
      '',
    );
  const text = programOf(
    failed({ what: 'fences that lack it', expected: 'none', seen: '1 of 2' }),
    setUp(),
    [caseBegins()],
    asks(1, 3),
    asks(2, 0),
    [check('1 of 2', ['none'], 'fences that lack it')],
  );
  expect(text).toContain('Answer 2 of 2');
  expect(text).toMatch(/answer\(1, [^;]*Features == \(VK_EXTERNAL_FENCE_FEATURE_EXPORTABLE_BIT \| /);
  expect(text).toContain('.handleType = VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_WIN32_BIT,');
  expect(text.match(/^static VkExternalFenceProperties /gm)).toHaveLength(1);
  expect(text).toContain('judges the answers to 2 queries together');
});

import { type Part, systemParts } from './c-system';

/** What a program needs of each header; null where every program needs it. */
const headers: readonly (readonly [name: string, uses: RegExp | null])[] = [
  ['dlfcn.h', null],
  ['errno.h', /\berrno\b/],
  ['fcntl.h', /\b(fcntl|open|F_\w+|O_\w+)\b/],
  ['poll.h', /\bpoll\(/],
  ['pthread.h', /\bpthread_/],
  ['signal.h', null],
  ['stdarg.h', /\bva_list\b/],
  ['stdint.h', null],
  ['stdio.h', null],
  ['stdlib.h', null],
  ['string.h', /\b(str(cmp|ncmp|error)|mem(cpy|set|cmp))\(/],
  ['sys/epoll.h', /\bepoll_/],
  ['sys/eventfd.h', /\beventfd\(/],
  ['sys/mman.h', /\bmemfd_create\(/],
  ['sys/resource.h', /\brlimit\b/],
  ['sys/socket.h', /\b(socketpair|recv|send|recvmsg|sendmsg)\(/],
  ['sys/timerfd.h', /\btimerfd_create\(/],
  ['sys/wait.h', /\bwaitpid\(/],
  ['time.h', /\bnanosleep\(/],
  ['unistd.h', null],
  ['vulkan/vulkan.h', null],
];

/** The headers that a program needs. */
export function includesFor(text: string): string {
  const needed = headers.filter(([, uses]) => uses === null || uses.test(text));
  const lines = needed.map(([name]) => `#include <${name}>`);
  return `#define _GNU_SOURCE\n#define VK_NO_PROTOTYPES\n${lines.join('\n')}`;
}

const parts: readonly Part[] = [
  {
    name: 'finish',
    text: `static pid_t other_process;
static int is_peer;
static __attribute__((unused)) __thread int is_own_thread;

/* Ends the program at once: what a driver does at its own end is not looked at. */
static __attribute__((noreturn)) void finish(int status) {
    fflush(NULL);
    if (other_process != 0 && !is_peer) {
        kill(other_process, SIGKILL);
        waitpid(other_process, NULL, 0);
    }
    _exit(status);
}`,
  },
  {
    name: 'deviates',
    needs: ['finish'],
    text: `/* What was looked at and what it ought to be; the caller says what it is. */
static void tell(const char *what, const char *expected, const char *seen) {
    printf("requirement %s\\n%s: expected %s, seen %s\\n", REQUIREMENT, what, expected, seen);
}

static __attribute__((unused, noreturn)) void deviates(const char *what, const char *expected, const char *seen) {
    tell(what, expected, seen);
    printf("the deviation shows\\n");
    finish(1);
}

static __attribute__((unused)) int is_last_attempt = 1;

static __attribute__((unused, noreturn)) void complies(const char *what, const char *expected, const char *seen) {
    if (is_last_attempt) {
        tell(what, expected, seen);
        printf("the deviation does not show\\n");
    }
    finish(0);
}

static __attribute__((unused, noreturn)) void verdict(int holds, const char *what, const char *expected, const char *seen) {
    if (holds)
        complies(what, expected, seen);
    deviates(what, expected, seen);
}`,
  },
  {
    name: 'cannot_run',
    needs: ['finish'],
    text: `__attribute__((format(printf, 1, 2), noreturn)) static void cannot_run(const char *format, ...) {
    va_list values;
    va_start(values, format);
    printf("cannot show it: ");
    vprintf(format, values);
    printf("\\n");
    va_end(values);
    finish(77);
}`,
  },
  {
    name: 'result_name',
    text: `static const char *result_name(VkResult result) {
    static char number[32];
    switch ((int)result) {
    case VK_SUCCESS: return "VK_SUCCESS";
    case VK_NOT_READY: return "VK_NOT_READY";
    case VK_TIMEOUT: return "VK_TIMEOUT";
    case VK_INCOMPLETE: return "VK_INCOMPLETE";
    case VK_ERROR_OUT_OF_HOST_MEMORY: return "VK_ERROR_OUT_OF_HOST_MEMORY";
    case VK_ERROR_OUT_OF_DEVICE_MEMORY: return "VK_ERROR_OUT_OF_DEVICE_MEMORY";
    case VK_ERROR_INITIALIZATION_FAILED: return "VK_ERROR_INITIALIZATION_FAILED";
    case VK_ERROR_DEVICE_LOST: return "VK_ERROR_DEVICE_LOST";
    case VK_ERROR_MEMORY_MAP_FAILED: return "VK_ERROR_MEMORY_MAP_FAILED";
    case VK_ERROR_EXTENSION_NOT_PRESENT: return "VK_ERROR_EXTENSION_NOT_PRESENT";
    case VK_ERROR_FEATURE_NOT_PRESENT: return "VK_ERROR_FEATURE_NOT_PRESENT";
    case VK_ERROR_INCOMPATIBLE_DRIVER: return "VK_ERROR_INCOMPATIBLE_DRIVER";
    case VK_ERROR_TOO_MANY_OBJECTS: return "VK_ERROR_TOO_MANY_OBJECTS";
    case VK_ERROR_FORMAT_NOT_SUPPORTED: return "VK_ERROR_FORMAT_NOT_SUPPORTED";
    case VK_ERROR_UNKNOWN: return "VK_ERROR_UNKNOWN";
    case VK_ERROR_INVALID_EXTERNAL_HANDLE: return "VK_ERROR_INVALID_EXTERNAL_HANDLE";
    default:
        snprintf(number, sizeof number, "VkResult(%d)", (int)result);
        return number;
    }
}`,
  },
  {
    name: 'must',
    needs: ['cannot_run', 'result_name'],
    text: `/* A call that succeeded when the case was recorded. */
static void must(const char *command, VkResult result) {
    if (result != VK_SUCCESS)
        cannot_run("%s gave %s, and VK_SUCCESS when it was recorded", command, result_name(result));
}`,
  },
  {
    name: 'kept',
    needs: ['cannot_run'],
    text: `/* A check that held when the case was recorded, and that what follows rests on. */
static void kept(int holds, const char *what, const char *expected) {
    if (!holds)
        cannot_run("%s is not %s", what, expected);
}`,
  },
  {
    name: 'load_times',
    text: `/* How much more work keeps the queue busy than when the case was recorded: how fast a device is at it depends on the moment. */
enum { first_load_times = 4, most_load_times = 64 };
static uint32_t load_times = first_load_times;`,
  },
  {
    name: 'over_too_soon',
    needs: ['cannot_run', 'load_times'],
    text: `/* Between this program and its child: the work is to be made again, more of it. */
enum { too_short = 76 };

static void over_too_soon(const char *what, const char *expected) {
    if (load_times >= most_load_times)
        cannot_run("%s is not %s, be there %u times as much work", what, expected, (unsigned)load_times);
    finish(too_short);
}`,
  },
  {
    name: 'still_pending',
    needs: ['over_too_soon'],
    text: `/* What follows was seen while work kept the queue busy. */
static void still_pending(VkResult status) {
    if (status != VK_NOT_READY)
        over_too_soon("the work that keeps the queue busy", "pending");
}`,
  },
  {
    name: 'kept_meanwhile',
    needs: ['over_too_soon'],
    text: `/* A check that held when the case was recorded, and does so only while work keeps the queue busy. */
static void kept_meanwhile(int holds, const char *what, const char *expected) {
    if (!holds)
        over_too_soon(what, expected);
}`,
  },
  {
    name: 'answer',
    text: `static int other_answers;

/* The case judged all answers together: any other than that recorded may make another verdict. */
static void answer(int number, int as_recorded) {
    if (as_recorded)
        return;
    printf("answer %d is another than that recorded\\n", number);
    other_answers += 1;
}`,
  },
  {
    name: 'number_text',
    text: `static const char *number_text(int64_t number) {
    static char text[32];
    snprintf(text, sizeof text, "%lld", (long long)number);
    return text;
}`,
  },
  {
    name: 'pause_for',
    text: `static void pause_for(long milliseconds) {
    nanosleep(&(struct timespec){ .tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000 }, NULL);
}`,
  },
  {
    name: 'in_thread',
    needs: ['cannot_run'],
    text: `static pthread_t in_thread(void *(*call)(void *)) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, call, NULL) != 0)
        cannot_run("no thread can be made");
    return thread;
}`,
  },
  ...systemParts,
];

/** The functions that a program needs, in an order in which each stands behind those that it calls. */
export function runtimeFor(body: string): string {
  const used = new Set<string>();
  const use = (name: string): void => {
    const part = parts.find((one) => one.name === name);
    if (part === undefined || used.has(name)) return;
    used.add(name);
    for (const needed of part.needs ?? []) use(needed);
  };
  const marks: Readonly<Record<string, RegExp>> = {
    deviates: /\b(deviates|complies|verdict)\(/,
    pattern: /\b(write_pattern|pattern_differs)\(/,
    turns: /\b(pass_turn|await_turn)\(/,
    load_times: /\bload_times\b/,
    ends: /\b(watch_ends|decides)\(/,
  };
  for (const { name } of parts) if ((marks[name] ?? new RegExp(`\\b${name}\\(`)).test(body)) use(name);
  return parts
    .filter(({ name }) => used.has(name))
    .map(({ text }) => text)
    .join('\n\n');
}

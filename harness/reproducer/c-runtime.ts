/** A function or group of functions of a program, and by what it is known that the program needs it. */
interface Part {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly text: string;
}

/** What stands in every program. */
export const cIncludes = `#define _GNU_SOURCE
#define VK_NO_PROTOTYPES
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vulkan/vulkan.h>`;

const parts: readonly Part[] = [
  {
    name: 'finish',
    text: `static pid_t other_process;
static int is_peer;

/* Ends the program at once: what a driver does at its own end is not looked at. */
static void finish(int status) {
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

static __attribute__((unused)) void deviates(const char *what, const char *expected, const char *seen) {
    tell(what, expected, seen);
    printf("the deviation shows\\n");
    finish(1);
}

static __attribute__((unused)) int is_last_attempt = 1;

static __attribute__((unused)) void complies(const char *what, const char *expected, const char *seen) {
    if (is_last_attempt) {
        tell(what, expected, seen);
        printf("the deviation does not show\\n");
    }
    finish(0);
}`,
  },
  {
    name: 'cannot_run',
    needs: ['finish'],
    text: `__attribute__((format(printf, 1, 2))) static void cannot_run(const char *format, ...) {
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
    text: `/* A call that had this result when the case was recorded. */
static void must(const char *command, VkResult result, VkResult recorded) {
    if (result != recorded)
        cannot_run("%s gave %s, and %s when it was recorded", command, result_name(result),
                   recorded == VK_SUCCESS ? "VK_SUCCESS" : "another success");
}`,
  },
  {
    name: 'is_open',
    text: `static int is_open(int descriptor) {
    return fcntl(descriptor, F_GETFD) != -1;
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
  {
    name: 'state_of',
    text: `static const char *state_of(int descriptor, int milliseconds) {
    struct pollfd polled = { .fd = descriptor, .events = POLLIN };
    if (descriptor == -1)
        return "ready";
    if (poll(&polled, 1, milliseconds) == 0)
        return "not-ready";
    if (polled.revents & POLLNVAL)
        return "invalid";
    return polled.revents & POLLIN ? "ready" : "error";
}`,
  },
  {
    name: 'foreign',
    needs: ['cannot_run'],
    text: `/* A descriptor that no driver made. */
static int foreign(const char *kind) {
    int pair[2] = { -1, -1 };
    int made = -1;
    if (strcmp(kind, "minus-one") == 0)
        return -1;
    if (strcmp(kind, "huge-number") == 0)
        return 0x7fffffff;
    if (strcmp(kind, "closed") == 0) {
        made = fcntl(2, F_DUPFD_CLOEXEC, 1000);
        close(made);
        return made;
    }
    if (strncmp(kind, "pipe", 4) == 0) {
        if (pipe2(pair, O_CLOEXEC) == 0)
            made = strcmp(kind, "pipe-read-end") == 0 ? pair[0] : pair[1];
    } else if (strcmp(kind, "null-device") == 0)
        made = open("/dev/null", O_RDWR | O_CLOEXEC);
    else if (strcmp(kind, "zero-device") == 0)
        made = open("/dev/zero", O_RDWR | O_CLOEXEC);
    else if (strcmp(kind, "regular-file") == 0) {
        FILE *file = tmpfile();
        made = file == NULL || ftruncate(fileno(file), 65536) != 0 ? -1 : fileno(file);
    } else if (strcmp(kind, "memory-file") == 0) {
        made = memfd_create("foreign", MFD_CLOEXEC);
        if (made != -1 && ftruncate(made, 65536) != 0)
            made = -1;
    } else if (strcmp(kind, "event") == 0)
        made = eventfd(0, EFD_CLOEXEC);
    else if (strcmp(kind, "unix-socket") == 0) {
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0)
            made = pair[0];
    } else if (strcmp(kind, "epoll") == 0)
        made = epoll_create1(EPOLL_CLOEXEC);
    else if (strcmp(kind, "timer") == 0)
        made = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    else if (strcmp(kind, "directory") == 0)
        made = open("/tmp", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (made == -1)
        cannot_run("no %s can be made: %s", kind, strerror(errno));
    return made;
}`,
  },
  {
    name: 'own_memory_file',
    needs: ['cannot_run'],
    text: `static int own_memory_file(off_t bytes) {
    int made = memfd_create("own", MFD_CLOEXEC);
    if (made == -1 || ftruncate(made, bytes) != 0)
        cannot_run("no memory file can be made: %s", strerror(errno));
    return made;
}`,
  },
  {
    name: 'exhaust_descriptors',
    needs: ['cannot_run'],
    text: `static struct rlimit descriptor_limit;

/* No new descriptor can be had: the kernel gives out the lowest free number. */
static void exhaust_descriptors(int exhausted) {
    struct rlimit limit;
    if (!exhausted) {
        setrlimit(RLIMIT_NOFILE, &descriptor_limit);
        return;
    }
    int lowest = dup(2);
    close(lowest);
    getrlimit(RLIMIT_NOFILE, &descriptor_limit);
    limit = descriptor_limit;
    limit.rlim_cur = (rlim_t)lowest;
    if (lowest == -1 || setrlimit(RLIMIT_NOFILE, &limit) != 0)
        cannot_run("the number of descriptors can't be limited: %s", strerror(errno));
}`,
  },
  {
    name: 'pattern',
    text: `/* The bytes of a seed, which differ from those of every other seed nearly everywhere. */
static uint32_t pattern_start(uint32_t seed) {
    return seed * 0x9e3779b9u + 0x7f4a7c15u;
}

static __attribute__((unused)) void write_pattern(void *mapped, size_t offset, size_t length, uint32_t seed) {
    uint32_t state = pattern_start(seed);
    for (size_t at = 0; at < length; at += 1) {
        state = state * 1664525u + 1013904223u;
        ((volatile unsigned char *)mapped)[offset + at] = (unsigned char)(state >> 24);
    }
}

/* How many bytes are not those of the seed. */
static __attribute__((unused)) size_t pattern_differs(const void *mapped, size_t offset, size_t length, uint32_t seed) {
    uint32_t state = pattern_start(seed);
    size_t differing = 0;
    for (size_t at = 0; at < length; at += 1) {
        state = state * 1664525u + 1013904223u;
        differing += ((const volatile unsigned char *)mapped)[offset + at] != (unsigned char)(state >> 24);
    }
    return differing;
}`,
  },
  {
    name: 'touch',
    text: `/* Reads memory and makes nothing of it. */
static void touch(const void *mapped, size_t offset, size_t length) {
    for (size_t at = 0; at < length; at += 1)
        (void)((const volatile unsigned char *)mapped)[offset + at];
}`,
  },
  {
    name: 'turns',
    needs: ['cannot_run'],
    text: `static int turn_end, passage_end;

/* The processes take turns, in the order in which the case was recorded. */
static void pass_turn(void) {
    if (send(turn_end, "", 1, MSG_NOSIGNAL) != 1)
        finish(77);
}

static void await_turn(void) {
    char turn;
    int status;
    if (recv(turn_end, &turn, 1, 0) == 1)
        return;
    if (is_peer)
        _exit(0);
    if (waitpid(other_process, &status, 0) != other_process || !WIFEXITED(status)) {
        other_process = 0;
        cannot_run("the other process died");
    }
    other_process = 0;
    finish(WEXITSTATUS(status));
}

static __attribute__((unused)) void send_descriptor(int descriptor) {
    char control[CMSG_SPACE(sizeof(int))] = { 0 };
    char byte = 0;
    struct iovec data = { .iov_base = &byte, .iov_len = 1 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    if (sendmsg(passage_end, &message, MSG_NOSIGNAL) != 1)
        cannot_run("descriptor %d can't be sent: %s", descriptor, strerror(errno));
}

static __attribute__((unused)) int receive_descriptor(void) {
    char control[CMSG_SPACE(sizeof(int))] = { 0 };
    char byte;
    int descriptor = -1;
    struct iovec data = { .iov_base = &byte, .iov_len = 1 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
    if (recvmsg(passage_end, &message, MSG_CMSG_CLOEXEC) == 1 && CMSG_FIRSTHDR(&message) != NULL)
        memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof(int));
    if (descriptor == -1)
        cannot_run("no descriptor came: %s", strerror(errno));
    return descriptor;
}`,
  },
  {
    name: 'ends',
    needs: ['deviates'],
    text: `static const char *inside = "";

static void has_ended(int number) {
    char seen[160];
    snprintf(seen, sizeof seen, "%s inside %s", number == SIGALRM ? "no return" : strsignal(number), inside);
    deviates("the end of the call", "that it comes back", seen);
}

static void watch_ends(unsigned seconds) {
    const int numbers[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM };
    for (size_t at = 0; at < sizeof numbers / sizeof numbers[0]; at += 1)
        signal(numbers[at], has_ended);
    alarm(seconds);
}`,
  },
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
    deviates: /\b(deviates|complies)\(/,
    pattern: /\b(write_pattern|pattern_differs)\(/,
    turns: /\b(pass_turn|await_turn)\(/,
    ends: /\bwatch_ends\(/,
  };
  for (const { name } of parts) if ((marks[name] ?? new RegExp(`\\b${name}\\(`)).test(body)) use(name);
  return parts
    .filter(({ name }) => used.has(name))
    .map(({ text }) => text)
    .join('\n\n');
}

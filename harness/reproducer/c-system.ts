/** A function in C, or several that belong together, by the name by which a program calls it. */
export interface Part {
  readonly name: string;
  /** The names of those that it calls. */
  readonly needs?: readonly string[];
  readonly text: string;
}

/** What programs ask of the operating system: descriptors, memory, other processes, and how a process ends. */
export const systemParts: readonly Part[] = [
  {
    name: 'is_open',
    text: `static int is_open(int descriptor) {
    return fcntl(descriptor, F_GETFD) != -1;
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
}

static __attribute__((unused)) const char *pattern_text(const void *mapped, size_t offset, size_t length, uint32_t seed) {
    static char text[64];
    size_t differing = pattern_differs(mapped, offset, length, seed);
    if (differing == 0)
        return "as written";
    snprintf(text, sizeof text, "%zu of %zu bytes differ", differing, length);
    return text;
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
    needs: ['finish'],
    text: `/* What decides, from when it is under way, and how the process ended in it when the case was recorded. */
static const char *volatile inside;
static const char *volatile recorded_end;
/* The same from the last submission on, where it is a wait: the driver is at work on threads of its own. */
static const char *volatile awaited;

static const char *end_name(int number) {
    switch (number) {
    case 0: return "exit";
    case SIGALRM: return "no return";
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGABRT: return "SIGABRT";
    case SIGFPE: return "SIGFPE";
    case SIGILL: return "SIGILL";
    case SIGTRAP: return "SIGTRAP";
    case SIGSYS: return "SIGSYS";
    default: return "another signal";
    }
}

/* Only the end that was recorded, in the same place, shows the deviation. Nothing here needs memory or a lock. */
static void has_ended(int number) {
    static char text[4096];
    const char *seen = end_name(number);
    const char *call = inside;
    const char *place = call != NULL || is_own_thread ? call : awaited;
    const char *thread = is_own_thread ? "" : ", on a thread of the driver";
    const char *where = place == NULL ? "before what decides" : place;
    int shows = place != NULL && strcmp(seen, recorded_end) == 0;
    int length = shows ? snprintf(text, sizeof text, "requirement %s\\nthe end of %s: expected that it comes back, seen %s%s\\nthe deviation shows\\n",
                                  REQUIREMENT, where, seen, thread)
                       : snprintf(text, sizeof text, "cannot show it: %s (%s%s), which is not the end that was recorded\\n", seen, where, thread);
    length = length < (int)sizeof text ? length : (int)sizeof text - 1;
    if (write(STDOUT_FILENO, text, (size_t)length) != length)
        shows = 0;
    if (other_process != 0 && !is_peer)
        kill(other_process, SIGKILL);
    _exit(shows ? 1 : 77);
}

static void has_exited(void) {
    has_ended(0);
}

static void watch_ends(unsigned seconds) {
    static char stack[1 << 16];
    static int taken;
    const int numbers[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGALRM };
    struct sigaction action = { .sa_handler = has_ended, .sa_flags = SA_ONSTACK };
    sigaltstack(&(stack_t){ .ss_sp = stack, .ss_size = sizeof stack }, NULL);
    for (size_t at = 0; at < sizeof numbers / sizeof numbers[0]; at += 1)
        sigaction(numbers[at], &action, NULL);
    is_own_thread = 1;
    if (!taken)
        taken = atexit(has_exited) == 0;
    alarm(seconds);
}

static __attribute__((unused)) void begins_work(const char *where, const char *end) {
    recorded_end = end;
    awaited = where;
}

/* From here on the recorded end is the deviation. A driver may have taken the signals for itself: they are taken anew. */
static void decides(const char *where, const char *end, unsigned seconds) {
    recorded_end = end;
    inside = where;
    watch_ends(seconds);
}`,
  },
];

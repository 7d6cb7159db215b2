import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import type { Device } from '../drivers/driver';
import type { TraceLine } from '../hosts/call-trace';
import { COMMANDS } from '../vulkan/generated/commands';
import { includesFor, runtimeFor } from './c-runtime';
import { cString } from './c-values';
import { deviceChoice } from './device-choice';
import { type Deciding, evidenceOf, type Finding, findingsOf, lastStepOf } from './evidence';
import { withNeededExtensions } from './needed-extensions';
import type { ProgramFiles } from './program-files';
import type { ProgramText } from './program-frame';
import { programHead } from './program-head';
import { programText } from './program-text';
import { indented } from './statements';
import { type Step, stepsOf } from './trace-steps';
import { Uncovered } from './uncovered';

/**
 * A C program that makes the calls of a recorded case and looks at what its verdict rests on: at the first of the
 * findings of the outcome that a program can show. It exits with 1 where the deviation shows, with 0 where it does not,
 * with 77 where it can't be shown.
 * @param lines what the processes of the case did, in order
 * @param files where it is written
 * @throws Uncovered where a program can't do what the case did, with what that is of each finding
 */
export function reproducer(
  instance: CaseInstance,
  device: Device,
  outcome: CaseOutcome,
  lines: readonly TraceLine[],
  files: ProgramFiles = { source: 'repro.c', headers: undefined },
): string {
  const refused: string[] = [];
  for (const vain of ['left out', 'unchecked'] as const) {
    const steps = stepsOf(lines, vain);
    for (const finding of findingsOf(outcome)) {
      try {
        return programFor(instance, device, outcome, finding, steps, files);
      } catch (error) {
        if (!(error instanceof Uncovered)) throw error;
        refused.push(error.message);
      }
    }
  }
  throw new Uncovered([...new Set(refused)].join('; '));
}

function programFor(
  instance: CaseInstance,
  device: Device,
  outcome: CaseOutcome,
  finding: Finding,
  steps: readonly Step[],
  files: ProgramFiles,
): string {
  const evidence = evidenceOf(steps, finding);
  const opened = withNeededExtensions(steps, lastStepOf(evidence.deciding), device.identity.apiVersion);
  const program = programText(opened, evidence);
  const commands = new Set([
    ...program.commands,
    'vkEnumeratePhysicalDevices',
    'vkGetPhysicalDeviceProperties',
  ]);
  const { deciding } = evidence;
  const races = deciding.kind === 'comparison' && deciding.anyOf !== undefined;
  const main = mainOf(program, races);
  const shared = `${loading([...commands])}\n\n${deviceChoice(device)}`;
  const rest = [shared, program.declarations.join('\n'), ...program.functions, main].join('\n\n');
  const functions = runtimeFor(rest);
  const place = program.usesPeer ? 'host() and peer(), which take turns' : 'run()';
  return [
    programHead(instance, device, outcome, finding, place, files, noteOn(deciding)),
    includesFor(`${functions}\n${rest}`),
    `#define REQUIREMENT ${cString(instance.case.proves.join(', '))}`,
    functions,
    rest,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** How a program decides, where it does so otherwise than in one place. */
function noteOn(deciding: Deciding): string | undefined {
  if (deciding.kind !== 'answers') return undefined;
  return `The case judges the answers to ${deciding.steps.length} queries together; the program asks whether each is the one that was recorded.`;
}

function loading(commands: readonly string[]): string {
  const global = commands.filter((name) => COMMANDS[name]?.level === 'global');
  const rest = commands.filter((name) => COMMANDS[name]?.level !== 'global');
  const list = (name: string, values: readonly string[]): string =>
    `#define ${name}(X) \\\n${values.map((one) => `    X(${one})`).join(' \\\n')}`;
  return `${list('GLOBAL_COMMANDS', global)}
${list('COMMANDS', rest)}
#define DECLARE(name) static PFN_##name name;
GLOBAL_COMMANDS(DECLARE)
COMMANDS(DECLARE)
static PFN_vkGetInstanceProcAddr vkGetInstanceProcAddr;

/* The loader, or a driver without one. */
static void open_vulkan(void) {
    const char *path = getenv("REPRO_VULKAN");
    void *library = dlopen(path == NULL ? "libvulkan.so.1" : path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL)
        cannot_run("%s", dlerror());
    vkGetInstanceProcAddr = (PFN_vkGetInstanceProcAddr)dlsym(library, "vkGetInstanceProcAddr");
    if (vkGetInstanceProcAddr == NULL) {
        VkResult (*negotiate)(uint32_t *) = (VkResult(*)(uint32_t *))dlsym(library, "vk_icdNegotiateLoaderICDInterfaceVersion");
        uint32_t version = 5;
        if (negotiate != NULL)
            negotiate(&version);
        vkGetInstanceProcAddr = (PFN_vkGetInstanceProcAddr)dlsym(library, "vk_icdGetInstanceProcAddr");
    }
    if (vkGetInstanceProcAddr == NULL)
        cannot_run("no vkGetInstanceProcAddr");
#define LOAD(name)                                                     \\
    name = (PFN_##name)vkGetInstanceProcAddr(NULL, #name);             \\
    if (name == NULL)                                                  \\
        cannot_run("no command %s", #name);
    GLOBAL_COMMANDS(LOAD)
}

static void load(VkInstance instance) {
#define LOAD_FOR(name)                                                 \\
    name = (PFN_##name)vkGetInstanceProcAddr(instance, #name);         \\
    if (name == NULL)                                                  \\
        cannot_run("no command %s", #name);
    COMMANDS(LOAD_FOR)
}`;
}

/** What was printed is seen however a process ends; and the processes of the suite do not die of a closed pipe. */
const likeTheSuite =
  'setvbuf(stdout, NULL, _IOLBF, 0);\n    signal(SIGPIPE, SIG_IGN); /* as in the process that ran the case */';

/** How often a program tries what threads leave to chance. */
const attempts = 30;

function mainOf({ bodies, functions, usesPeer }: ProgramText, races: boolean): string {
  const body = (lines: readonly string[]): string => lines.map(indented).join('\n');
  const run = usesPeer
    ? `static void host(void) {
${body(bodies.host)}
    await_turn();
}

static void peer(void) {
${body(bodies.peer)}
}

static void run(void) {
    int turns[2], passages[2];
    ${likeTheSuite}
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, turns) != 0 ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, passages) != 0)
        cannot_run("no sockets can be made: %s", strerror(errno));
    other_process = fork();
    if (other_process == -1)
        cannot_run("no process can be made: %s", strerror(errno));
    is_peer = other_process == 0;
    turn_end = turns[is_peer];
    passage_end = passages[is_peer];
    close(turns[!is_peer]);
    close(passages[!is_peer]);
    open_vulkan();
    if (is_peer)
        peer();
    else
        host();
    finish(77);
}`
    : `static void run(void) {\n    ${likeTheSuite}\n    open_vulkan();\n${body(bodies.host)}\n}`;
  const loaded = [...bodies.host, ...bodies.peer, ...functions].some((text) =>
    /\b(still_pending|kept_meanwhile)\(/.test(text),
  );
  if (!races && !loaded) return `${run}\n\nint main(void) {\n    run();\n    return 77;\n}`;
  const times = races ? attempts : 1;
  const why = [
    ...(races ? ['Threads race: what shows once in a while shows in one of several attempts.'] : []),
    ...(loaded ? ['Work that was over too soon is made again, more of it.'] : []),
  ].join(' ');
  return `${run}

/* ${why} */
int main(void) {
    int result = 0;
    for (int attempt = 1;;) {
        int status;
        pid_t child = fork();
        if (child == 0) {
            ${races ? `is_last_attempt = attempt == ${times};\n            ` : ''}run();
        }
        if (child == -1 || waitpid(child, &status, 0) != child)
            return 77;
        if (!WIFEXITED(status)) {
            fprintf(stderr, "cannot show it: an attempt ended by signal %d\\n", WTERMSIG(status));
            return 77;
        }
${
  loaded
    ? `        if (WEXITSTATUS(status) == too_short && load_times < most_load_times) {
            load_times *= 4;
            continue;
        }
        if (WEXITSTATUS(status) == too_short)
            return 77;
`
    : ''
}        if (WEXITSTATUS(status) != 0)
            result = WEXITSTATUS(status);
        if (result == 1 || attempt == ${times})
            return result;
        attempt += 1;
    }
}`;
}

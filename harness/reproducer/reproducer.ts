import { requirement } from '../../fixtures/requirements';
import { specificationVersion } from '../../fixtures/requirements/requirement';
import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import type { Device } from '../drivers/driver';
import type { TraceLine } from '../hosts/call-trace';
import { apiVersionText } from '../vulkan/api-version';
import { COMMANDS } from '../vulkan/generated/commands';
import { cIncludes, runtimeFor } from './c-runtime';
import { cComment, cString } from './c-values';
import { evidenceOf } from './evidence';
import { programText } from './program-text';
import { indented } from './statements';
import { stepsOf } from './trace-steps';

/**
 * A C program that makes the calls of a recorded case and looks at what its verdict rests on. It exits with 1 where the
 * deviation shows, with 0 where it does not, with 77 where it can't be shown.
 * @param lines what the processes of the case did, in order
 * @throws Uncovered where a program can't do what the case did
 */
export function reproducer(
  instance: CaseInstance,
  device: Device,
  outcome: CaseOutcome,
  lines: readonly TraceLine[],
): string {
  const steps = stepsOf(lines);
  const evidence = evidenceOf(steps, outcome);
  const seeds = [...JSON.stringify([outcome.message, outcome.deviations]).matchAll(/pattern of seed (\d+)/g)];
  const program = programText(
    steps,
    evidence,
    seeds.map(([, seed]) => Number(seed)),
  );
  const commands = new Set([
    ...program.commands,
    'vkEnumeratePhysicalDevices',
    'vkGetPhysicalDeviceProperties',
  ]);
  const { deciding } = evidence;
  const races = deciding.kind === 'comparison' && deciding.anyOf !== undefined;
  const main = mainOf(program.bodies, program.usesPeer, races);
  const shared = `${loading([...commands])}\n\n${deviceChoice(device)}`;
  const rest = [shared, program.declarations.join('\n'), ...program.threads, main].join('\n\n');
  const { proves } = instance.case;
  return [
    head(instance, device, outcome),
    cIncludes,
    `#define REQUIREMENT ${cString(proves.join(', '))}`,
    runtimeFor(rest),
    rest,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function head(instance: CaseInstance, { driver, identity }: Device, outcome: CaseOutcome): string {
  const { id, case: owner } = instance;
  const loader = driver.manifest === null ? '' : `VK_DRIVER_FILES=${driver.manifest} `;
  const linker = driver.dynamicLinker;
  const start = linker === null ? './repro' : `${linker.path} --library-path ${linker.libraryPath} ./repro`;
  const library = driver.loader === null ? driver.library : driver.loader;
  const lines = [
    id,
    owner.description,
    '',
    ...owner.proves.flatMap((name) => {
      const { anchor, obligation } = requirement(name);
      return [`requirement ${name}`, `  ${obligation}`, `  Vulkan ${specificationVersion}, ${anchor}`];
    }),
    '',
    `driver: ${driver.name} (${driver.origin}), ${identity.driverName} ${identity.driverInfo}`,
    `device: ${identity.deviceName}, driverVersion ${identity.driverVersion} (${apiVersionText(identity.driverVersion)}), Vulkan ${identity.apiVersion}`,
    `outcome: ${outcome.status}: ${outcome.message}`,
    '',
    'Compile: cc -Wall -Werror repro.c -o repro',
    `Run:     ${loader}${start}`,
    `         REPRO_VULKAN names another library than libvulkan.so.1: a loader, or a driver itself;`,
    `         here it was ${library}`,
    'Exit:    1 the deviation shows, 0 it does not, 77 it could not be shown',
  ];
  return `/*\n${lines.map((line) => ` * ${cComment(line).trimEnd()}`.trimEnd()).join('\n')}\n */`;
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

function deviceChoice({ identity }: Device): string {
  return `/* The device by its name, whatever its place among others. */
static VkPhysicalDevice device_under_test(VkInstance instance) {
    VkPhysicalDevice devices[16];
    uint32_t count = 16;
    VkResult result = vkEnumeratePhysicalDevices(instance, &count, devices);
    for (uint32_t at = 0; (result == VK_SUCCESS || result == VK_INCOMPLETE) && at < count; at += 1) {
        VkPhysicalDeviceProperties properties;
        vkGetPhysicalDeviceProperties(devices[at], &properties);
        if (count == 1 || strcmp(properties.deviceName, ${cString(identity.deviceName)}) == 0)
            return devices[at];
    }
    cannot_run("no device is called %s", ${cString(identity.deviceName)});
    return VK_NULL_HANDLE;
}`;
}

/** How often a program tries what threads leave to chance. */
const attempts = 30;

function mainOf(
  bodies: { readonly host: readonly string[]; readonly peer: readonly string[] },
  usesPeer: boolean,
  races: boolean,
): string {
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
    finish(is_peer ? 0 : 77);
}`
    : `static void run(void) {\n    open_vulkan();\n${body(bodies.host)}\n    finish(77);\n}`;
  if (!races) return `${run}\n\nint main(void) {\n    run();\n    return 77;\n}`;
  return `${run}

/* Threads race: what shows once in a while shows in one of several attempts. */
int main(void) {
    for (int attempt = 1; attempt <= ${attempts}; attempt += 1) {
        int status;
        pid_t child = fork();
        if (child == 0) {
            is_last_attempt = attempt == ${attempts};
            run();
        }
        if (child == -1 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
            return 77;
        if (WEXITSTATUS(status) != 0)
            return WEXITSTATUS(status);
    }
    return 0;
}`;
}

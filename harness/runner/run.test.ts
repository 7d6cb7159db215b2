import { execFile } from 'node:child_process';
import { join, sep } from 'node:path';
import type { CaseOutcome } from '../cases/outcome';
import type { RunEnd } from '../results/run';

interface Ran {
  readonly planned: readonly string[];
  readonly takenOver: readonly string[];
  readonly outcomes: readonly CaseOutcome[];
  readonly end: RunEnd;
}

/** Runs the self-test suites on the misbehaving double in a process of their own. */
function run(options: object = {}, environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const program = join(__dirname, 'self-test/run-program.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, JSON.stringify(options)],
      { env: { ...process.env, ...environment } },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as Ran);
        else reject(new Error(`${error.message}\n${stderr}`));
      },
    );
  });
}

function outcomeOf({ outcomes }: Ran, name: string): CaseOutcome {
  const found = outcomes.find(({ caseId }) => caseId === `self-test.misbehaving.${name}`);
  if (found === undefined) throw new Error(`${name} has no outcome`);
  return found;
}

/** How the death of a host reads on this platform: on Windows, exit codes say it. */
const death =
  sep === '\\'
    ? {
        segfault: 'died of an access violation (0xC0000005)',
        abort: 'was aborted (exit code 134)',
        kill: 'exited with code 1',
      }
    : { segfault: 'died of SIGSEGV', abort: 'died of SIGABRT', kill: 'died of SIGKILL' };

/** Case instances of the self-test suites. */
const all = 25;
const asked = 'vkGetPhysicalDeviceExternalFenceProperties';

describe('a run over a driver that misbehaves', () => {
  let ran: Ran;

  beforeAll(async () => {
    ran = await run();
  });

  it('gives every planned case exactly one outcome', () => {
    expect(ran.outcomes.map(({ caseId }) => caseId).sort()).toEqual([...ran.planned].sort());
    expect(ran.end.stopped).toBe('no');
  });

  it('loses nothing done before, and goes on behind each misbehaviour', () => {
    const others = ran.outcomes.filter(({ caseId }) => /\.(before|after)(:|$)/.test(caseId));
    expect(others.map(({ status }) => status)).toEqual(Array(6).fill('pass'));
  });

  it('names the call that a segfault happened in', () => {
    const outcome = outcomeOf(ran, 'misbehaves:how=segfault');
    expect(outcome.status).toBe('crash');
    expect(outcome.message).toContain(`the host ${death.segfault} inside ${asked}(`);
    expect(outcome.calls.at(-1)).toMatchObject({ command: asked, result: null, microseconds: null });
    expect(outcome.calls.at(-2)).toMatchObject({ command: 'vkCreateFence', result: 'VK_SUCCESS' });
  });

  it('names the call that never returned', () => {
    const outcome = outcomeOf(ran, 'misbehaves:how=hang');
    expect(outcome.status).toBe('timeout');
    expect(outcome.message).toMatch(
      /^no end within 2 s: inside vkGetPhysicalDeviceExternalFenceProperties\(/,
    );
    expect(outcome.calls.at(-1)).toMatchObject({ command: asked, result: null });
  });

  it('sees what a driver writes over the chain of its output structure, or beyond it', () => {
    for (const how of ['scribble-on-chain', 'scribble-beyond']) {
      const outcome = outcomeOf(ran, `misbehaves:how=${how}`);
      expect(outcome.status).toBe('fail');
      expect(outcome.message).toContain(asked);
    }
  });

  it('tells an exit from a death by signal, and keeps what an abort printed', () => {
    expect(outcomeOf(ran, 'misbehaves:how=exit').message).toMatch(/^the host exited with code 3 inside/);
    const aborted = outcomeOf(ran, 'misbehaves:how=abort');
    expect(aborted.message).toContain(`the host ${death.abort} inside`);
    expect(aborted.notes.join()).toContain('the host printed');
  });

  it('fails a case that loses a device, and warns of one that may', () => {
    const lost = { what: 'the device', expected: 'not lost', seen: 'VK_ERROR_DEVICE_LOST', control: false };
    const [fails, warns] = [outcomeOf(ran, 'loses-device'), outcomeOf(ran, 'may-lose-device')];
    expect(fails).toMatchObject({ status: 'fail', deviations: [{ what: 'result of a submission' }, lost] });
    expect(warns).toMatchObject({ status: 'warn', deviations: [lost] });
    for (const { notes } of [fails, warns])
      expect(notes).toContain('the host is not used again: the device was lost');
  });

  it('lets no case pass that looked at nothing or had no control', () => {
    expect(outcomeOf(ran, 'is-empty').message).toContain('without an expectation');
    expect(outcomeOf(ran, 'has-no-control').message).toContain('without a control');
  });

  it('skips with its reason what the device does not offer', () => {
    const skipped = ran.outcomes.find(({ caseId }) => caseId === 'self-test.behaving.needs-much');
    expect(skipped).toMatchObject({ status: 'skip', message: 'the double does not offer it' });
  });

  it('gives each robustness case a host that no other has been through', () => {
    const suffered = ran.outcomes.find(({ caseId }) => caseId === 'self-test.behaving.suffers');
    expect(suffered?.status).toBe('pass');
  });

  it('makes a case again behind more load, and warns where no load is enough', () => {
    const of = (how: string) =>
      ran.outcomes.find(({ caseId }) => caseId === `self-test.behaving.load-too-short:how=${how}`);
    expect(of('enough')).toMatchObject({ status: 'pass', deviations: [] });
    expect(of('never')).toMatchObject({
      status: 'warn',
      message:
        'control: work that a load held, until it could be looked at: expected pending, seen done before',
    });
  });

  it('says of a deviation what was expected and what was seen', () => {
    expect(outcomeOf(ran, 'deviates').deviations).toEqual([
      { what: 'status of a signaled fence', expected: 'VK_NOT_READY', seen: 'VK_SUCCESS', control: false },
    ]);
  });
});

// Runs beside each other on a machine that may be busy: the limit only ends what hangs.
jest.setTimeout(240_000);

describe('the options of a run', () => {
  const statuses = ({ outcomes }: Ran): string =>
    [...outcomes]
      .sort((a, b) => a.caseId.localeCompare(b.caseId))
      .map(({ status }) => status)
      .join();

  it('come to the same outcomes with a process for each case, and with several jobs', async () => {
    const [usual, isolated, parallel] = await Promise.all([run(), run({ isolate: true }), run({ jobs: 3 })]);
    expect(statuses(isolated)).toBe(statuses(usual));
    expect(statuses(parallel)).toBe(statuses(usual));
  });

  it('keep the meaning of -t and --bail', async () => {
    const [named, bailed] = await Promise.all([run({ testNamePattern: 'AFTER' }), run({ bail: 2 })]);
    expect(named.planned).toHaveLength(4);
    expect(statuses(named)).toBe('pass,pass,pass,pass');
    expect(bailed.end.stopped).toBe('bail');
    expect(bailed.outcomes.filter(({ status }) => status === 'crash' || status === 'timeout')).toHaveLength(
      2,
    );
    expect(bailed.planned).toHaveLength(all);
  });

  it('leave the cases of other shards out of the plan', async () => {
    const [first, second, third] = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => run({ shard })));
    const parts = [first, second, third].map((shard) => shard?.planned ?? []);
    expect(parts.map(({ length }) => length)).toEqual([8, 10, 7]);
    expect(new Set(parts.flat()).size).toBe(all);
  });

  it('let an interrupted run end at once, its remaining cases without an outcome', async () => {
    const interrupted = await run({
      interruptAt: 'self-test.misbehaving.misbehaves:how=hang',
      timeoutSeconds: 300,
    });
    expect(interrupted.end.stopped).toBe('interrupted');
    expect(interrupted.outcomes.some(({ caseId }) => caseId.includes('how=hang'))).toBe(false);
    expect(interrupted.planned).toHaveLength(all);
  });

  it('keep what was known before an interruption, a failure too', async () => {
    const interrupted = await run({ interruptAt: 'self-test.misbehaving.is-empty' });
    expect(outcomeOf(interrupted, 'deviates').status).toBe('fail');
    expect(interrupted.outcomes.some(({ caseId }) => caseId.includes('is-empty'))).toBe(false);
  });

  it('take over what an earlier part of the run knew, and make the attempts that it lacks', async () => {
    const attempt = (status: CaseOutcome['status'], message: string) => {
      return { status, message, durationMs: 1, driverMs: 1 };
    };
    const knownAs = (name: string, ...attempts: ReturnType<typeof attempt>[]) => ({
      ...{ caseId: `self-test.misbehaving.${name}`, deviations: [], calls: [], notes: [] },
      ...(attempts[0] ?? attempt('pass', '')),
      ...(attempts.length > 1 ? { attempts } : {}),
    });
    const failed = attempt('fail', 'known');
    const knownOutcomes = [
      knownAs('deviates', failed, failed, failed), // all that it may have
      knownAs('is-empty', failed, failed), // one retry is to come
      knownAs('after:turn=1', attempt('pass', 'first')), // a round is to come
      knownAs('after:turn=2', attempt('pass', ''), attempt('pass', '')),
    ];
    const ran = await run({
      testNamePattern: 'deviates|is-empty|after',
      repeat: 2,
      retries: 1,
      knownOutcomes,
    });
    const prefix = 'self-test.misbehaving.';
    expect([...ran.takenOver].sort()).toEqual([`${prefix}after:turn=2`, `${prefix}deviates`]);
    expect(ran.planned).toHaveLength(6);
    expect(ran.outcomes).toHaveLength(4);
    expect(outcomeOf(ran, 'is-empty').attempts?.map(({ message }) => message)).toEqual([
      'known',
      'known',
      expect.stringContaining('without an expectation'),
    ]);
    expect(outcomeOf(ran, 'after:turn=1').attempts?.map(({ message }) => message)).toEqual(['first', '']);
    expect(outcomeOf(ran, 'after:turn=3').attempts).toHaveLength(2);
  });

  it('let a host that is killed from outside cost one case', async () => {
    const killed = await run({
      killHostAt: 'self-test.misbehaving.misbehaves:how=hang',
      timeoutSeconds: 300,
    });
    const outcome = outcomeOf(killed, 'misbehaves:how=hang');
    expect(outcome.status).toBe('crash');
    expect(outcome.message).toContain(`the host ${death.kill} inside`);
    expect(killed.outcomes).toHaveLength(all);
    expect(outcomeOf(killed, 'after:turn=4').status).toBe('pass');
  });

  it('blames a crash in vkDestroyDevice on the last case of the host', async () => {
    const ran = await run({ testNamePattern: 'after' }, { VKEXTERN_DOUBLE_DIES: 'vkDestroyDevice' });
    expect(statuses(ran)).toBe('pass,pass,pass,crash');
    expect(outcomeOf(ran, 'after:turn=4').message).toContain(
      `behind the case, the host ${death.segfault} inside vkDestroyDevice(`,
    );
  });
});

describe('a peer that a case ends', () => {
  it('is gone for that case, and another is there for the next, in the same host', async () => {
    const { outcomes } = await run({ suitesFolder: join(__dirname, 'self-test-peer'), timeoutSeconds: 20 });
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('pass'));
    expect(outcomes.flatMap(({ notes }) => notes)).toEqual([]);
  });
});

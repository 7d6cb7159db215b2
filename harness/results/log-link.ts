import type { DeviceResults, OutcomeEntry, Results } from './results-schema';
import { isBroken } from './totals';

/** What a template may name, and what that is. */
export const logPlaceholders = {
  job: 'the number that the CI system gives the job: CI_JOB_ID, GITHUB_RUN_ID or BUILD_NUMBER',
  driver: 'the name of the driver',
  device: 'the key of the device behind the name of its driver',
  id: 'the id of the case instance',
  case: 'the id of the case',
  suite: 'the area and topic',
  status: 'what became of it',
} as const;

type Placeholder = keyof typeof logPlaceholders;

/** Where CI systems say the number of a job: GitLab, GitHub, Jenkins. */
const jobVariables = ['CI_JOB_ID', 'GITHUB_RUN_ID', 'BUILD_NUMBER'] as const;

/** Addresses of logs, made by a template such as `https://ci.example/{job}/{driver}/{id}`. */
export class LogLink {
  private constructor(
    private readonly template: string,
    private readonly job: string,
  ) {}

  /**
   * Checks a template.
   *
   * @param environment where the number of the job is looked up
   * @throws Error in one line: a placeholder that there is not, no number of a job, no http or https address
   */
  static of(template: string, environment: Readonly<Record<string, string | undefined>>): LogLink {
    const known = Object.keys(logPlaceholders);
    for (const [whole, name = ''] of template.matchAll(/\{([^{}]*)\}/g)) {
      if (!known.includes(name))
        throw new Error(`${whole} is no placeholder; there are {${known.join('}, {')}}`);
    }
    if (/[{}]/.test(template.replace(/\{[^{}]*\}/g, '')))
      throw new Error('a brace has no counterpart; write %7B or %7D for one that is meant');
    const job = jobVariables.map((name) => environment[name]).find(Boolean);
    if (job === undefined && template.includes('{job}'))
      throw new Error(`{job} is known where one of ${jobVariables.join(', ')} is set, and none is`);
    const example = filled(template, () => 'x');
    if (!URL.canParse(example) || !/^https?:$/.test(new URL(example).protocol))
      throw new Error(`${template} makes no http or https address`);
    return new LogLink(template, job ?? '');
  }

  /** The results, with an address for each outcome that is not as required or that a baseline does not expect. */
  addedTo(results: Results): Results {
    return {
      ...results,
      devices: results.devices.map((device) => ({
        ...device,
        outcomes: device.outcomes.map((outcome) =>
          isBroken(outcome.status) || outcome.judgement?.verdict === 'unexpected'
            ? { ...outcome, log: this.addressOf(results.driver.name, device, outcome) }
            : outcome,
        ),
      })),
    };
  }

  private addressOf(driver: string, device: DeviceResults, outcome: OutcomeEntry): string {
    const values: Readonly<Record<Placeholder, string>> = {
      job: this.job,
      driver,
      device: device.key.startsWith(`${driver}/`) ? device.key.slice(driver.length + 1) : device.key,
      id: outcome.id,
      case: outcome.case,
      suite: outcome.suite,
      status: outcome.status,
    };
    return filled(this.template, (name) => values[name]);
  }
}

function filled(template: string, value: (name: Placeholder) => string): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: Placeholder) => percentEncoded(value(name)));
}

/** Everything but letters, digits and `-._~` (RFC 3986, section 2.3), so that a value ends no part of an address. */
function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

import pc from 'picocolors';
import picomatch from 'picomatch';
import type { CommandModule } from 'yargs';
import type { Fault } from '../../fixtures/faults';
import { type Requirement, requirements, specificationVersion } from '../../fixtures/requirements';
import { requirementClasses } from '../results/results-schema';
import { CasePlatforms, type HandlePlatform, platformNames } from '../runner/case-platforms';
import { exitCodes, wrongUsage } from './command-error';
import { KeptPage, type PageArguments, withPage } from './kept-page';
import { counted } from './list';
import { requirementsPage } from './requirements-page';
import { allCases, hint } from './selection-options';

const areas = [...new Set(requirements.map(({ area }) => area))];

interface RequirementsArguments extends PageArguments {
  readonly requirements?: readonly string[] | undefined;
  readonly missing?: boolean | undefined;
  readonly area?: readonly string[] | undefined;
  readonly class?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

/** `vkextern requirements`: the catalogue and which cases prove what of it; needs no driver. */
export const requirementsCommand: CommandModule<object, RequirementsArguments> = {
  command: 'requirements [requirements..]',
  describe: 'what the specification requires of a driver, and which cases prove it',
  builder: (parser) =>
    withPage(parser)
      .positional('requirements', { describe: 'globs over requirement ids', type: 'string', array: true })
      .option('missing', {
        describe: 'only those that a test could show and no case proves, on one platform or both',
        type: 'boolean',
      })
      .option('area', { describe: 'only this area', choices: areas, array: true, type: 'string' })
      .option('class', {
        describe: 'only this class',
        choices: requirementClasses,
        array: true,
        type: 'string',
      })
      .option('json', { describe: 'for a machine to read', type: 'boolean' }),
  handler: async (given) => {
    const page = new KeptPage(given);
    const { faults } = await import('../../fixtures/faults/index.js');
    const coverage = coverageOf(selectRequirements(given), faults);
    const shown = given.missing === true ? coverage.filter(isMissing) : coverage;
    if (given.page === undefined && given.checkPage === undefined)
      console.log(given.json === true ? JSON.stringify(shown, null, 2) : asText(shown, coverage));
    process.exitCode = page.keep(requirementsPage(coverage))
      ? exitCodes.asExpected
      : exitCodes.unexpectedOutcomes;
  },
};

/** A requirement with what stands for it. */
export interface Coverage extends Requirement {
  /** Ids of the cases that prove it. */
  readonly provedBy: readonly string[];
  /** The platforms that it applies to where none of those cases can run. */
  readonly missingOn: readonly HandlePlatform[];
  /** Names of the faults that break it, which those cases must catch. */
  readonly brokenBy: readonly string[];
}

function coverageOf(selected: readonly Requirement[], faults: readonly Fault[]): readonly Coverage[] {
  const cases = allCases();
  const platforms = new CasePlatforms();
  return selected.map((requirement) => ({
    ...requirement,
    provedBy: cases
      .filter(({ proves }) => (proves as readonly string[]).includes(requirement.id))
      .map(({ id }) => id),
    missingOn: platformsOf(requirement).filter((platform) => !platforms.proves(requirement.id, platform)),
    brokenBy: faults
      .filter(({ breaks }) => (breaks as readonly string[]).includes(requirement.id))
      .map(({ name }) => name),
  }));
}

function selectRequirements(given: RequirementsArguments): readonly Requirement[] {
  const globs = (given.requirements ?? []).map((glob) => ({ glob, matches: picomatch(glob) }));
  for (const { glob, matches } of globs) {
    if (requirements.some(({ id }) => matches(id))) continue;
    const known = requirements.map(({ id }) => id);
    throw wrongUsage(`no requirement matches ${glob}; ${hint(glob, known)}`);
  }
  const selected = requirements.filter(
    (requirement) =>
      (globs.length === 0 || globs.some(({ matches }) => matches(requirement.id))) &&
      (given.area === undefined || given.area.includes(requirement.area)) &&
      (given.class === undefined || given.class.includes(requirement.class)),
  );
  if (selected.length === 0) throw wrongUsage('no requirement matches all of the selection together');
  return selected;
}

function platformsOf({ platform, testable }: Requirement): readonly HandlePlatform[] {
  if (!testable) return [];
  return platform === 'any' ? ['posix', 'win32'] : [platform];
}

function isMissing({ missingOn }: Coverage): boolean {
  return missingOn.length > 0;
}

function asText(shown: readonly Coverage[], all: readonly Coverage[]): string {
  const lines = shown.flatMap((one) => {
    const platform = one.platform === 'any' ? 'any platform' : one.platform;
    return [
      `${pc.bold(one.id)} (${one.class}, ${platform}, tier ${one.tier}, ${one.anchor})`,
      `  ${one.obligation}`,
      `  ${proof(one)}`,
      '',
    ];
  });
  for (const area of [...new Set(all.map((one) => one.area))]) {
    lines.push(`${area}: ${sumUp(all.filter((one) => one.area === area))}`);
  }
  lines.push(`Vulkan ${specificationVersion}, in all: ${sumUp(all)}`);
  return lines.join('\n');
}

function proof(one: Coverage): string {
  if (!one.testable) return pc.dim(`no test can show it: ${one.why ?? 'not observable'}`);
  if (one.provedBy.length === 0) return pc.yellow('no case proves it');
  const faults = one.brokenBy.length === 0 ? '' : `; shown by ${counted(one.brokenBy.length, 'fault')}`;
  const missing = one.missingOn.map((platform) =>
    pc.yellow(`; none of them can run on ${platformNames[platform]}`),
  );
  return `proved by ${one.provedBy.join(', ')}${faults}${missing.join('')}`;
}

function sumUp(all: readonly Coverage[]): string {
  const proved = all.filter(({ provedBy }) => provedBy.length > 0).length;
  const missing = all.filter(({ testable, provedBy }) => testable && provedBy.length === 0).length;
  const inPart = all.filter(({ provedBy, missingOn }) => provedBy.length > 0 && missingOn.length > 0).length;
  const untestable = all.filter(({ testable }) => !testable).length;
  const total = counted(all.length, 'requirement');
  const partly = inPart === 0 ? '' : ` (${inPart} on one platform of two)`;
  return `${total}: ${proved} proved by a case${partly}, ${missing} by none, ${untestable} that no test can show`;
}

import pc from 'picocolors';
import type { CommandModule } from 'yargs';
import type { CaseInstance } from '../cases/case-instance';
import type { Case } from '../cases/suite';
import { exitCodes } from './command-error';
import { type SelectionArguments, selectInstances, selectionOf, withSelection } from './selection-options';

interface ListArguments extends SelectionArguments {
  readonly instances?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** `vkextern list`: every case, of every platform; needs no driver. */
export const listCommand: CommandModule<object, ListArguments> = {
  command: 'list [cases..]',
  describe: 'the cases: what each shows, which requirements it proves, what it varies',
  builder: (parser) =>
    withSelection(parser)
      .option('instances', { describe: 'the ids of the case instances alone', type: 'boolean' })
      .option('json', { describe: 'for a machine to read', type: 'boolean' }),
  handler: (given) => {
    const selected = selectInstances(selectionOf(given));
    const cases = byCase(selected);
    if (given.json === true) console.log(JSON.stringify(asJson(cases, given.instances === true), null, 2));
    else if (given.instances === true) console.log(selected.map(({ id }) => id).join('\n'));
    else console.log(asText(cases));
    process.exitCode = exitCodes.asExpected;
  },
};

type ByCase = ReadonlyMap<Case, readonly CaseInstance[]>;

function byCase(instances: readonly CaseInstance[]): ByCase {
  const cases = new Map<Case, CaseInstance[]>();
  for (const instance of instances) {
    const own = cases.get(instance.case);
    if (own === undefined) cases.set(instance.case, [instance]);
    else own.push(instance);
  }
  return cases;
}

function asJson(cases: ByCase, withInstances: boolean): unknown {
  return [...cases].map(([owner, instances]) => ({
    id: owner.id,
    suite: owner.suite.id,
    description: owner.description,
    class: owner.class,
    platforms: platformsOf(instances),
    requirements: owner.proves,
    axes: owner.axes,
    instanceCount: instances.length,
    ...(withInstances ? { instances: instances.map(({ id }) => id) } : {}),
  }));
}

function asText(cases: ByCase): string {
  const lines: string[] = [];
  const suites = new Set([...cases.keys()].map(({ suite }) => suite));
  for (const suite of suites) {
    lines.push(`${pc.bold(suite.id)}: ${suite.description}`, '');
    for (const [owner, instances] of cases) {
      if (owner.suite !== suite) continue;
      const facts = [
        owner.class,
        platformsOf(instances).join(' and '),
        counted(instances.length, 'instance'),
      ];
      lines.push(`  ${pc.bold(owner.id)} (${facts.join(', ')})`, `    ${owner.description}`);
      lines.push(`    proves ${owner.proves.join(', ')}`);
      const axes = Object.entries(owner.axes).map(([axis, values]) => `${axis}=${values.join('|')}`);
      if (axes.length > 0) lines.push(`    over ${axes.join(' ')}`);
      lines.push('');
    }
  }
  const instances = [...cases.values()].reduce((sum, own) => sum + own.length, 0);
  const sizes = [counted(cases.size, 'case'), counted(instances, 'instance'), counted(suites.size, 'suite')];
  lines.push(`${sizes[0]} with ${sizes[1]} in ${sizes[2]}: ${byPlatform([...cases.values()].flat())}`);
  return lines.join('\n');
}

function platformsOf(instances: readonly CaseInstance[]): readonly string[] {
  return [...new Set(instances.map(({ platform }) => (platform === 'any' ? 'any platform' : platform)))];
}

/** How many instances are of each platform: `3 any platform, 2 posix`. */
function byPlatform(instances: readonly CaseInstance[]): string {
  const counts = new Map<string, number>();
  for (const instance of instances)
    for (const platform of platformsOf([instance])) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  return [...counts].map(([platform, count]) => `${count} ${platform}`).join(', ');
}

/** `1 case`, `2 cases`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

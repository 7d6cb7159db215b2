import { distance } from 'fastest-levenshtein';
import picomatch from 'picomatch';
import type { Argv } from 'yargs';
import { type RequirementClass, requirements } from '../../fixtures/requirements';
import { type CaseInstance, instancesOf } from '../cases/case-instance';
import { type Selection, selector } from '../cases/selection';
import type { Case } from '../cases/suite';
import { loadSuite, suiteFiles } from '../cases/suite-files';
import { quoteWord } from '../results/rerun-command';
import { requirementClasses } from '../results/results-schema';
import { wrongUsage } from './command-error';

/** What the options below give. */
export interface SelectionArguments {
  readonly cases?: readonly string[] | undefined;
  readonly class?: readonly string[] | undefined;
  readonly requirement?: readonly string[] | undefined;
}

/** Adds the positional case globs and the options that select cases. */
export function withSelection<T>(parser: Argv<T>) {
  return parser
    .positional('cases', {
      describe: 'globs over case ids, such as fence.import.* or *:handleType=SYNC_FD*',
      type: 'string',
      array: true,
    })
    .option('class', {
      describe: 'only cases of this class; may be given again',
      choices: requirementClasses,
      array: true,
      type: 'string',
    })
    .option('requirement', {
      describe: 'only cases that prove a requirement with an id like this glob; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    });
}

/** Every case there is, of every platform, in the order of the suites. */
export function allCases(): readonly Case[] {
  return suiteFiles().flatMap((file) => loadSuite(file).cases);
}

/** The selection that the arguments ask for. */
export function selectionOf(given: SelectionArguments): Selection {
  return {
    globs: given.cases ?? [],
    classes: (given.class ?? []) as readonly RequirementClass[],
    requirements: given.requirement ?? [],
  };
}

/**
 * The case instances that are selected.
 *
 * @throws CommandError where a glob matches nothing, naming what comes close, or where nothing is left in all.
 */
export function selectInstances(selection: Selection, testNamePattern?: string): readonly CaseInstance[] {
  const instances = allCases().flatMap((owner) => instancesOf(owner));
  for (const glob of selection.globs) {
    const matches = selector({ globs: [glob], classes: [], requirements: [] });
    if (instances.some(matches)) continue;
    throw noMatch(/^[a-z]+$/.test(glob) ? 'case or command' : 'case', glob, idsLike(glob, instances));
  }
  for (const glob of selection.requirements) {
    const matches = selector({ globs: [], classes: [], requirements: [glob] });
    if (instances.some(matches)) continue;
    const known = requirements.map(({ id }) => id);
    if (known.includes(glob)) throw wrongUsage(`no case proves the requirement ${glob} yet`);
    throw noMatch('requirement', glob, known);
  }
  const pattern = testNamePattern === undefined ? undefined : patternOf(testNamePattern);
  const selected = instances
    .filter(selector(selection))
    .filter(({ id }) => pattern === undefined || pattern.test(id));
  if (selected.length === 0) {
    throw wrongUsage(
      'no case matches all of the selection together: leave a part of it out, or see vkextern list',
    );
  }
  return selected;
}

function patternOf(source: string): RegExp {
  try {
    return new RegExp(source, 'i');
  } catch (error) {
    throw wrongUsage(`--test-name-pattern: ${(error as Error).message}`);
  }
}

function idsLike(glob: string, instances: readonly CaseInstance[]): readonly string[] {
  if (glob.includes(':')) return instances.map(({ id }) => id);
  return [...new Set(instances.map((instance) => instance.case.id))];
}

function noMatch(what: string, glob: string, known: readonly string[]): Error {
  if (what === 'case' && requirements.some(({ id }) => picomatch(glob)(id)))
    return wrongUsage(
      `no case matches ${glob}, but requirements do: --requirement ${quoteWord(glob)} takes what proves them`,
    );
  return wrongUsage(`no ${what} matches ${glob}; ${hint(glob, known)}`);
}

/**
 * What a user may have meant: the ids nearest to what was typed, which are those with most of its words, of these the ones
 * that begin most like it, and then the ones spelt most like it. Where single quotes are around it, which the prompt of
 * Windows hands over as part of a word, that.
 */
export function hint(typed: string, known: readonly string[]): string {
  const quoted = /^'(.*)'$/.exec(typed)?.[1];
  if (quoted !== undefined)
    return `the single quotes arrived as part of it: the prompt of Windows takes double ones, "${quoted}"`;
  const words = typed.split(/[^\w-]+/).filter((word) => word !== '');
  const begun = words.join('.');
  const near = known
    .map((id) => ({
      id,
      words: words.filter((word) => id.includes(word)).length,
      begins: distance(begun, id.split('.').slice(0, words.length).join('.')),
      edits: distance(typed, id),
    }))
    .sort((one, other) => other.words - one.words || one.begins - other.begins || one.edits - other.edits)
    .slice(0, 3)
    .map(({ id }) => id);
  return near.length === 0 ? 'there are none' : `close to it: ${near.join(', ')}`;
}

import picomatch from 'picomatch';
import type { RequirementClass } from '../../fixtures/requirements';

/** Which case instances a user asked for; an empty list asks for all. */
export interface Selection {
  /** Globs over ids; one without a colon also takes every instance of the cases that it matches. */
  readonly globs: readonly string[];
  readonly classes: readonly RequirementClass[];
  /** Globs over the ids of the requirements proved. */
  readonly requirements: readonly string[];
}

/** What a selection looks at: a case instance, planned or in a report. */
export interface Selectable {
  readonly id: string;
  readonly case: {
    readonly id: string;
    readonly class: RequirementClass;
    /** Ids of requirements. */
    readonly proves: readonly string[];
  };
}

/** Tells for each case instance whether the selection takes it. */
export function selector(selection: Selection): (instance: Selectable) => boolean {
  const byId = selection.globs.map(idMatcher);
  const byRequirement = selection.requirements.map((glob) => picomatch(glob));
  return (instance) =>
    (byId.length === 0 || byId.some((matches) => matches(instance.id, instance.case.id))) &&
    (selection.classes.length === 0 || selection.classes.includes(instance.case.class)) &&
    (byRequirement.length === 0 ||
      instance.case.proves.some((id) => byRequirement.some((matches) => matches(id))));
}

/** Tells for the id of a case instance and that of its case whether a glob takes it, as in `Selection.globs`. */
export function idMatcher(glob: string): (id: string, caseId: string) => boolean {
  const matches = picomatch(glob);
  return (id, caseId) => matches(id) || matches(caseId);
}

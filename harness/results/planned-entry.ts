import { type RequirementId, requirement } from '../../fixtures/requirements';
import type { PlannedEntry, Results } from './results-schema';
import type { PlannedCase } from './run';

/** What reports say of a case instance before it runs. */
export function plannedEntry({ instance, skip }: Omit<PlannedCase, 'device'>, rerun: string): PlannedEntry {
  return {
    id: instance.id,
    case: instance.case.id,
    suite: instance.case.suite.id,
    description: instance.case.description,
    class: instance.case.class,
    requirements: instance.case.proves,
    parameters: instance.parameters,
    skip,
    rerun,
  };
}

/** What reports say of these requirements. */
export function requirementTexts(ids: readonly RequirementId[]): Results['requirements'] {
  return Object.fromEntries(
    [...new Set(ids)].map((id) => {
      const { anchor, obligation } = requirement(id);
      return [id, { anchor, obligation }];
    }),
  );
}

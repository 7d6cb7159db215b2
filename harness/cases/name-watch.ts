import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';

/**
 * For cases where a name must stay free that an object which exports nothing was created with. Where the names lie that
 * exports take, the specification leaves open: only where one of them is seen does a name that is not tell anything.
 * @param exportUnder has the driver export something under a name
 * @returns expects a name to be free, if that can be seen
 */
export async function nameWatch(
  {
    uniqueName,
    namedObject,
    isNameTaken,
    expect,
    control,
    note,
  }: Pick<CaseContext, 'uniqueName' | 'namedObject' | 'isNameTaken' | 'expect' | 'control' | 'note'>,
  exportUnder: (name: string) => Promise<ExternalHandle>,
): Promise<(name: string, when: string) => void> {
  const [own, theirs] = [uniqueName('own'), uniqueName('exported')];
  namedObject('event', own);
  control('whether a name that an object of the application has is seen to be taken', isNameTaken(own)).toBe(
    true,
  );
  await exportUnder(theirs);
  const seen = isNameTaken(theirs);
  if (!seen) note('the name of what was exported is not seen: no name is looked at');
  return (name, when) => {
    if (seen) expect(`whether anything has the name ${when}`, isNameTaken(name)).toBe(false);
  };
}

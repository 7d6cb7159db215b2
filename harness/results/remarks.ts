import type { Driver } from '../drivers/driver';
import type { RunningSystem } from '../drivers/running-system';
import { operatingSystem } from '../handles';

/**
 * What every report on a built-in driver says, so that nobody takes it for one on hardware, and where another driver comes
 * from on an operating system, which goes by its name in Node.js.
 */
export function builtInRemark(system: string = operatingSystem): string {
  const another =
    system === 'win32'
      ? '--icd takes the manifest of a driver'
      : 'on Linux `npx vkextern fetch lavapipe` gets a real driver that needs no GPU, and --driver lavapipe names it';
  return `No hardware and no vendor\u2019s driver is tested here, only the model of the specification that is built into this suite; ${another}.`;
}

/** What every report of a guest says: its kernel and its pace are not those of the machine. */
export const guestRemark =
  'It ran in a guest under software emulation, whose kernel is not that of this machine, and whose times say nothing.';

/** What every report made under Wine says: it tells nothing of how the driver, or the suite, does on Windows. */
export function wineRemark(os: string): string {
  return `It ran under ${os}, which is no Windows: its kernel's handles are Wine's.`;
}

/**
 * What a reader of a driver's results must know first, a sentence each.
 * @param run `system`: what it runs on; `unasked`: why the driver runs though nobody named it; empty where it was chosen or is this machine's
 */
export function remarksOn(
  { builtIn, fault, validationLayer }: Pick<Driver, 'builtIn' | 'fault' | 'validationLayer'>,
  {
    unasked,
    inGuest,
    system,
  }: {
    readonly unasked: readonly string[];
    readonly inGuest: boolean;
    readonly system: Pick<RunningSystem, 'os' | 'isWine'>;
  },
): readonly string[] {
  return [
    ...unasked,
    ...(fault === undefined ? [] : [`The driver was made to misbehave: it ran under the fault ${fault}.`]),
    ...(validationLayer === undefined
      ? []
      : [
          'The Khronos validation layer watched the usage: a case that it has a message about ends as an error of the suite, unless the message is a known mistake of the layer.',
        ]),
    ...(inGuest ? [guestRemark] : []),
    ...(system.isWine ? [wineRemark(system.os)] : []),
    ...(builtIn ? [builtInRemark()] : []),
  ];
}

/** Remarks as lines, each behind the names of the drivers that it is about. */
export function remarkLines(
  reports: readonly { readonly driver: Pick<Driver, 'name'>; readonly remarks: readonly string[] }[],
): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { driver, remarks } of reports)
    for (const remark of remarks) names.set(remark, [...(names.get(remark) ?? []), driver.name]);
  return [...names].map(([remark, drivers]) => `${drivers.join(', ')}: ${remark}`);
}

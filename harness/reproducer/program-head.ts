import { classMeanings, type RequirementClass, requirement } from '../../fixtures/requirements';
import { specificationVersion } from '../../fixtures/requirements/requirement';
import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import type { Device, Driver } from '../drivers/driver';
import { apiVersionText } from '../vulkan/api-version';
import { cComment } from './c-values';
import type { Finding } from './evidence';
import { compileLines, type ProgramFiles, shellWord, startOf } from './program-files';

/** Columns that the text of a comment takes. */
const columns = 112;

/**
 * The comment that a program begins with: what was found, where, and how to see it again.
 * @param shown the one of the findings of the outcome that the program shows
 * @param place where in the program the calls of the case are
 * @param files where it is written
 * @param note what is to be known of how it decides, where that is no single place
 */
export function programHead(
  instance: CaseInstance,
  { driver, identity }: Device,
  outcome: CaseOutcome,
  shown: Finding,
  place: string,
  files: ProgramFiles,
  note?: string,
): string {
  const { id, case: owner } = instance;
  const others = outcome.deviations.filter((one) => one !== shown).length;
  const lines = [
    id,
    ...wrapped(owner.description, ''),
    '',
    ...classLines(owner.class, shown),
    '',
    ...owner.proves.flatMap((name) => {
      const { anchor, obligation } = requirement(name);
      return [
        `requirement ${name}`,
        ...wrapped(obligation, '  '),
        `  Vulkan ${specificationVersion}, ${anchor}`,
      ];
    }),
    '',
    ...foundLines(outcome, shown),
    ...(others === 0 ? [] : [`  beside ${others} more of the case, not looked at here`]),
    '',
    `driver: ${driver.name} (${driver.origin}), ${identity.driverName} ${identity.driverInfo}`,
    `device: ${identity.deviceName}, driverVersion ${identity.driverVersion} (${apiVersionText(identity.driverVersion)}), Vulkan ${identity.apiVersion}`,
    '',
    ...wrapped(
      `The calls are in ${place}, at the end of this file. ${note ?? '"What decides" stands before what decides.'}`,
      '',
    ),
    '',
    ...compileLines(files),
    `Run:     ${runLine(driver, startOf(files))}`,
    '         REPRO_VULKAN is a loader, or a driver itself; libvulkan.so.1 where it is not set.',
    'Exit:    1 the deviation shows, 0 it does not, 77 it could not be shown: a call before it went otherwise,',
    '         or the process ended otherwise than when the case was recorded',
  ];
  return `/*\n${lines.map((line) => ` * ${cComment(line).trimEnd()}`.trimEnd()).join('\n')}\n */`;
}

/** What the class of the case says of its input, and of what the driver may do with it. */
function classLines(of: RequirementClass, shown: Finding): readonly string[] {
  const seen = 'status' in shown ? endIn(shown.message) : `${shown.what}: ${shown.seen}`;
  return [
    `class ${of}`,
    ...wrapped(classMeanings[of], '  '),
    ...(of === 'robustness' ? wrapped(`The driver may do anything but what was seen: ${seen}.`, '  ') : []),
  ];
}

/** How the process ended, without where it did. */
function endIn(message: string): string {
  const told = message
    .replace(/^after the case itself, cleaning up: /, '')
    .replace(/\bthe (host|peer)\b/g, 'the process');
  return told.replace(/[,:]? (inside|outside any call) [\s\S]*$/, '');
}

function foundLines({ status, message }: CaseOutcome, shown: Finding): readonly string[] {
  if ('status' in shown) return [`outcome: ${status}`, ...wrapped(message, '  ')];
  return [
    `outcome: ${status}`,
    ...wrapped(`what:     ${shown.what}`, '  '),
    ...wrapped(`expected: ${shown.expected}`, '  '),
    ...wrapped(`seen:     ${shown.seen}`, '  '),
  ];
}

/** How the program is started so that it finds the driver as the suite did. */
function runLine({ manifest, library, loader, dynamicLinker }: Driver, program: string): string {
  const words = [
    ...(loader === null
      ? [`REPRO_VULKAN=${shellWord(library)}`]
      : [
          `REPRO_VULKAN=${shellWord(loader)}`,
          ...(manifest === null ? [] : [`VK_DRIVER_FILES=${shellWord(manifest)}`]),
        ]),
    ...(dynamicLinker === null
      ? []
      : [shellWord(dynamicLinker.path), '--library-path', shellWord(dynamicLinker.libraryPath)]),
    program,
  ];
  return words.join(' ');
}

/** Text in lines of a comment, all behind the same margin. */
function wrapped(text: string, margin: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(/\s*\n\s*/g, ' ').split(/ (?! )/)) {
    if (line !== '' && margin.length + line.length + 1 + word.length > columns) {
      lines.push(margin + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, margin + line];
}

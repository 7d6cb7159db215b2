import type { Deviation, Family, Statement, SuiteCount } from './statement';

/** A paragraph, table or list of a statement, as both the Markdown and the HTML form have it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'verdict'; readonly text: string; readonly strong: string }
  | { readonly kind: 'text'; readonly text: string; readonly strong?: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** A text; `code` is an id or a value as it stands, `link` an address. */
export interface Cell {
  readonly text: string;
  readonly code?: boolean;
  readonly link?: string;
  /** A second line. */
  readonly under?: string;
}

/** How many reasons for skips are told: the page is one page. */
const mostReasons = 8;

const plain = (text: string | number): Cell => ({ text: String(text) });
const code = (text: string): Cell => ({ text, code: true });

/** What a statement says, in the order in which it is read. */
export function statementBlocks(statement: Statement): readonly Block[] {
  const { deviations, families } = statement;
  const text = (content: string): Block => ({ kind: 'text', text: content });
  const heading = (content: string): Block => ({ kind: 'heading', text: content, level: 2 });
  return [
    {
      kind: 'heading',
      level: 1,
      text: `Qualification statement: ${statement.device} on ${statement.driver}`,
    },
    ...statement.remarks.map((remark): Block => ({ kind: 'note', text: remark })),
    {
      kind: 'verdict',
      strong: `${verdictWords[statement.verdict]}.`,
      text: `${capital(statement.sentence)}.`,
    },
    heading('What was tested'),
    { kind: 'facts', facts: statement.identity },
    heading('Handle types offered'),
    {
      kind: 'table',
      head: ['object', 'handle types'],
      rows: statement.offers.map(({ object, types }) => [
        plain(object),
        plain(types.map(({ type, what }) => `${type}: ${what}`).join('; ') || 'none'),
      ]),
    },
    heading('Requirements'),
    {
      kind: 'table',
      head: ['area', 'met', 'not met', 'unsettled', 'not tested'],
      rows: areaRows(families),
    },
    ...familyLines(families),
    ...(deviations.length === 0
      ? []
      : [
          heading('Requirements not met'),
          {
            kind: 'table' as const,
            head: ['requirement', 'instances', 'finding'],
            rows: deviations.map((one): readonly Cell[] => [
              {
                text: one.requirement,
                code: true,
                under: one.obligation,
                ...(one.link === null ? {} : { link: one.link }),
              },
              plain(instancesText(one)),
              findingCell(one),
            ]),
          },
        ]),
    heading('Apart from the verdict'),
    text(robustnessLine(statement)),
    text(
      statement.warnings.length === 0
        ? 'Warnings: none.'
        : `Warnings, where a recommendation is not met or the driver gave nothing to judge: ${suiteList(statement.warnings)}.`,
    ),
    heading('Not tested'),
    ...skipBlocks(statement),
  ];
}

/** How many instances broke a requirement, of those how many disagreed with themselves, and what was expected. */
function instancesText({ broken, ran, flakes, expected }: Deviation): string {
  const told = [
    ...(flakes > 0 ? [`${flakes} with attempts that disagreed`] : []),
    ...(expected > 0 ? [`${expected} as the baseline expects`] : []),
  ];
  return `${broken} of ${ran}${told.length === 0 ? '' : ` (${told.join('; ')})`}`;
}

/** The findings that account for a deviation; what none does is told with an instance that shows it. */
function findingCell({ findings, unexplained, example, seen }: Deviation): Cell {
  const under = `${findings.length === 0 ? 'not written up' : `${unexplained} not written up`}: ${example}: ${seen}`;
  if (unexplained === 0) return code(findings.join('; '));
  return findings.length === 0 ? plain(under) : { ...code(findings.join('; ')), under };
}

const verdictWords: Readonly<Record<Statement['verdict'], string>> = {
  'no deviation': 'No deviation found',
  deviates: 'Deviates from the specification',
  incomplete: 'Incomplete',
  'nothing ran': 'Nothing was shown',
};

function areaRows(families: readonly Family[]): readonly (readonly Cell[])[] {
  const areas = [...new Set(families.map(({ id }) => areaOf(id)))];
  const sum = (of: (family: Family) => number, area: string) =>
    families.filter(({ id }) => areaOf(id) === area).reduce((total, family) => total + of(family), 0);
  return areas.map((area) => [
    plain(area),
    plain(sum(({ met }) => met, area)),
    plain(sum(({ notMet }) => notMet, area)),
    plain(sum(({ unsettled }) => unsettled, area)),
    plain(sum(({ notTested }) => notTested, area)),
  ]);
}

function areaOf(id: string): string {
  return id.split('.')[0] ?? '';
}

/** Families by what stands worst of them. */
function familyLines(families: readonly Family[]): readonly Block[] {
  const size = ({ met, notMet, unsettled, notTested }: Family) => met + notMet + unsettled + notTested;
  const notMet = families.filter((one) => one.notMet > 0);
  const unsettled = families.filter((one) => one.notMet === 0 && one.unsettled > 0);
  const met = families.filter((one) => one.notMet + one.unsettled === 0 && one.met > 0);
  const notTested = families.filter((one) => one.notTested === size(one));
  const line = (
    strong: string,
    own: readonly Family[],
    counted: (family: Family) => string,
  ): readonly Block[] =>
    own.length === 0
      ? []
      : [{ kind: 'text', strong, text: `${own.map((one) => `${one.id} (${counted(one)})`).join(', ')}.` }];
  return [
    ...line('Families with requirements not met:', notMet, (one) => `${one.notMet} of ${size(one)}`),
    ...line('Unsettled, only warnings or never run:', unsettled, (one) => `${one.unsettled} of ${size(one)}`),
    ...line('Met wherever tested:', met, (one) =>
      one.notTested === 0 ? String(one.met) : `${one.met} of ${size(one)}`,
    ),
    ...line('Not tested, since the device does not offer what they need:', notTested, (one) =>
      String(size(one)),
    ),
  ];
}

function robustnessLine({ robustness, robustnessRan }: Statement): string {
  if (robustnessRan === 0) return 'Robustness against invalid input: nothing ran.';
  const broken = robustness.reduce((sum, { instances }) => sum + instances, 0);
  const opening = `Robustness against invalid input: ${broken} of ${robustnessRan} that ran not as they should`;
  return broken === 0 ? `${opening}.` : `${opening}: ${suiteList(robustness)}.`;
}

function suiteList(suites: readonly SuiteCount[]): string {
  return suites.map(({ suite, instances }) => `${suite} (${instances})`).join(', ');
}

function skipBlocks({ skips }: Statement): readonly Block[] {
  if (skips.length === 0) return [{ kind: 'text', text: 'Nothing of what was asked for was skipped.' }];
  const told = skips.slice(0, mostReasons);
  const left = skips.slice(mostReasons);
  const instances = left.reduce((sum, one) => sum + one.instances, 0);
  return [
    {
      kind: 'table',
      head: ['instances', 'reason'],
      rows: [
        ...told.map((one) => [plain(one.instances), plain(one.reason)]),
        ...(left.length > 0
          ? [[plain(instances), plain(`${left.length} more reasons: see results.json or the results page`)]]
          : []),
      ],
    },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

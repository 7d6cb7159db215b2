import type { PageCase, PageColumn, PageData, PageRequirement } from '../page-data';

/** Classes whose deviations break conformance. */
const verdictClasses: ReadonlySet<string> = new Set(['conformance', 'legal-negative']);

/** A topic of the catalogue, such as `fence.import`, with the requirements of the page that are in it. */
export interface Topic {
  readonly id: string;
  readonly requirements: readonly number[];
}

/** An area of the catalogue, such as `fence`. */
export interface Area {
  readonly id: string;
  readonly topics: readonly Topic[];
}

/** What a page carries, made ready to look things up. Instances, cases and requirements are named by their places. */
export class PageModel {
  readonly areas: readonly Area[];
  readonly count: number;
  /** The cases that prove a requirement, by the place of the requirement. */
  readonly casesOf: readonly (readonly number[])[];
  /** The instances of a case, by the place of the case. */
  readonly instancesOf: readonly (readonly number[])[];
  private readonly deciding: Uint8Array;
  private byId: Map<string, number> | undefined;
  private readonly constantOf = new Map<number, ReadonlySet<string>>();

  constructor(readonly data: PageData) {
    const { requirements, cases, instances } = data;
    this.count = instances.cases.length;
    this.areas = areasOf(requirements);
    this.deciding = Uint8Array.from(cases, (one) =>
      verdictClasses.has(data.classes[one.class] ?? '') ? 1 : 0,
    );
    const casesOf = requirements.map((): number[] => []);
    for (const [place, { requirements: proved }] of cases.entries())
      for (const requirement of proved) casesOf[requirement]?.push(place);
    this.casesOf = casesOf;
    const instancesOf = cases.map((): number[] => []);
    for (const [place, owner] of instances.cases.entries()) instancesOf[owner]?.push(place);
    this.instancesOf = instancesOf;
  }

  requirement(place: number): PageRequirement {
    return at(this.data.requirements, place);
  }

  case(place: number): PageCase {
    return at(this.data.cases, place);
  }

  column(place: number): PageColumn {
    return at(this.data.columns, place);
  }

  caseOf(instance: number): number {
    return at(this.data.instances.cases, instance);
  }

  className(owner: number): string {
    return this.data.classes[this.case(owner).class] ?? '';
  }

  /** Whether the outcomes of a case are part of the conformance verdict. */
  decides(owner: number): boolean {
    return this.deciding[owner] === 1;
  }

  /** The values of an instance: `handleType=OPAQUE_FD,reach=process`; empty for a case without axes. */
  parameters(instance: number): string {
    return this.text(this.data.instances.parameters[instance]);
  }

  /**
   * The values by which an instance differs from the others of its case on the page: those of axes that have several
   * there. All of an instance that is alone.
   */
  ownParameters(instance: number): readonly string[] {
    const parameters = parts(this.parameters(instance));
    const constant = this.constantParameters(this.caseOf(instance));
    const own = parameters.filter((one) => !constant.has(one));
    return own.length === 0 ? parameters : own;
  }

  /** The values that all instances of a case on the page have. */
  private constantParameters(owner: number): ReadonlySet<string> {
    let constant = this.constantOf.get(owner);
    if (constant === undefined) {
      const [first, ...others] = this.instancesOf[owner] ?? [];
      const left = new Set(first === undefined ? [] : parts(this.parameters(first)));
      for (const other of others) {
        if (left.size === 0) break;
        const its = new Set(parts(this.parameters(other)));
        for (const one of left) if (!its.has(one)) left.delete(one);
      }
      constant = left;
      this.constantOf.set(owner, constant);
    }
    return constant;
  }

  /** The id of a case instance. */
  instanceId(instance: number): string {
    const owner = this.case(this.caseOf(instance)).id;
    const parameters = this.parameters(instance);
    return parameters === '' ? owner : `${owner}:${parameters}`;
  }

  /** The place of a case instance; `undefined` where the page has none of that id. */
  findInstance(id: string): number | undefined {
    this.byId ??= new Map(Array.from({ length: this.count }, (_, place) => [this.instanceId(place), place]));
    return this.byId.get(id);
  }

  message(column: number, instance: number): string {
    return this.text(this.column(column).messages[instance]);
  }

  /** The command that runs the instance again as in that run. */
  rerun(column: number, instance: number): string {
    const template = this.text(this.column(column).reruns[instance]);
    const id = this.instanceId(instance);
    const quoted = template.includes('"{id}"') || /^[\w./@%+-]+$/.test(id);
    return template.replace('{id}', () => (quoted ? id : `'${id}'`));
  }

  /** What a search looks into of a case: ids, what it shows, requirements with their texts. */
  textOfCase(owner: number): string {
    const { id, description, requirements } = this.case(owner);
    const proved = requirements.map((place) => this.requirement(place));
    const texts = proved.map((one) => `${one.id} ${one.anchor} ${one.obligation}`);
    return [id, description, ...texts].join('\n');
  }

  private text(place: number | undefined): string {
    return this.data.strings[place ?? 0] ?? '';
  }
}

function areasOf(requirements: readonly PageRequirement[]): readonly Area[] {
  const areas = new Map<string, Map<string, number[]>>();
  for (const [place, { id }] of requirements.entries()) {
    const [area = '', topic = ''] = id.split('.');
    const topics = areas.get(area) ?? new Map<string, number[]>();
    areas.set(area, topics);
    const name = `${area}.${topic}`;
    topics.set(name, [...(topics.get(name) ?? []), place]);
  }
  return [...areas].map(([id, topics]) => ({
    id,
    topics: [...topics].map(([name, own]) => ({ id: name, requirements: own })),
  }));
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`the page has no place ${place}`);
  return found;
}

function parts(parameters: string): readonly string[] {
  return parameters === '' ? [] : parameters.split(',');
}

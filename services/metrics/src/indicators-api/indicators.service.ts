import { type BusinessDay, dayOf, formatInstant } from '@minhai/domain';
import type { Database } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import { inSnapshot } from '../cells/snapshot.js';
import {
  type Organisation,
  memberIn,
  organisationWindows,
  organised,
  readOrganisation,
  withheldMembers,
} from '../divisions/organisation.js';
import { type RegionFigures, figuresAt } from '../disclosure/region-figures.js';
import {
  type Rights,
  type ShownFigures,
  peopleHiddenFrom,
  shownFigures,
} from '../disclosure/shown-figures.js';
import { type ShownIndicator, shownIndicator } from '../disclosure/shown-indicator.js';
import { windowsFor } from '../evaluate/evaluate.js';
import { type Lookup, factsWith, termsOf } from '../evaluate/window.js';
import { FACTS } from '../facts/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Clock } from '../tokens.js';
import { type FindingCount, countFindings } from './finding.reader.js';
import { getIndicator } from './get-indicator.js';
import type { ListQuery, OneQuery } from './query.js';

export interface IndicatorAnswer extends ShownIndicator {
  /** RFC 3339, or null: everything known. */
  readonly knownAt: string | null;
  readonly findings: readonly Omit<FindingCount, 'fact'>[];
}

export interface StreetFigures extends ShownFigures {
  readonly street: string;
}

export interface IndicatorWithBreakdown extends IndicatorAnswer {
  /** Null when the indicator is not kept by 街镇. */
  readonly breakdown: readonly StreetFigures[] | null;
  /** Only with `organised=now`. */
  readonly organisation?: BreakdownOrganisation;
}

/** The day whose 街镇 a breakdown shows, and which earlier ones were given to which. */
export interface BreakdownOrganisation {
  readonly at: BusinessDay;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

interface Question {
  readonly asOf: BusinessDay;
  readonly knownAt: number | null;
  readonly reader: Rights;
}

interface DistrictReading {
  readonly lookup: Lookup;
  readonly findings: readonly FindingCount[];
}

/** Answers for any day and any state of knowledge, straight from cells and rows; never from stored values. */
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    private readonly indicators: readonly IndicatorDefinition[],
    private readonly clock: Clock,
  ) {}

  async list({ district, ...query }: ListQuery, reader: Rights): Promise<IndicatorAnswer[]> {
    const asked = this.indicators.filter(
      (indicator) => district === undefined || indicator.district === district,
    );
    const answers = await this.answers(asked, query, reader);
    const orders = new Map(asked.map(({ id, order }) => [id, order]));
    return answers.toSorted((a, b) =>
      a.district < b.district ? -1 : a.district > b.district ? 1 : orders.get(a.id)! - orders.get(b.id)!,
    );
  }

  /** Those asked for, all from one snapshot. */
  async answers(
    asked: readonly IndicatorDefinition[],
    query: Pick<ListQuery, 'asOf' | 'knownAt'>,
    reader: Rights,
  ): Promise<IndicatorAnswer[]> {
    const question = this.questionOf(query, reader);
    const districts = [...new Set(asked.map((indicator) => indicator.district))].sort();
    const readings = await this.read(districts, asked, question);
    return asked.map((indicator) => answerOf(indicator, question, readings.get(indicator.district)!));
  }

  async get(
    id: string,
    { street, organised: how, organisedAt, ...query }: OneQuery,
    reader: Rights,
  ): Promise<IndicatorWithBreakdown> {
    const indicator = getIndicator(this.indicators, id);
    const question = this.questionOf(query, reader);
    const day = how === 'now' ? (organisedAt ?? question.asOf) : null;
    const readings = await this.read([indicator.district], [indicator], question, day);
    const reading = readings.get(indicator.district)!;
    const answer = answerOf(indicator, question, reading);
    if (indicator.breakdown === null) return { ...answer, breakdown: null };
    const people = peopleHiddenFrom(reader, indicator);
    const { streets, withheld } = figuresAt(indicator, question.asOf, reading.lookup, people);
    if (day === null) return { ...answer, breakdown: breakdownOf(streets, withheld, street) };
    const organisation = readOrganisation(reading.lookup, day);
    const lookup = organised(reading.lookup, organisation);
    const now = figuresAt(indicator, question.asOf, lookup, undefined);
    return {
      ...answer,
      breakdown: breakdownOf(now.streets, withheldMembers(organisation, withheld), street),
      organisation: {
        at: day,
        moved: movedIn(
          organisation,
          streets.map(({ region }) => region),
        ),
      },
    };
  }

  private questionOf({ asOf, knownAt }: Pick<ListQuery, 'asOf' | 'knownAt'>, reader: Rights): Question {
    return { asOf: asOf ?? dayOf(this.clock()), knownAt: knownAt ?? null, reader };
  }

  /** One snapshot for all districts, so that the figures of an answer belong together. */
  private read(
    districts: readonly string[],
    indicators: readonly IndicatorDefinition[],
    { asOf, knownAt }: Question,
    organisedAt: BusinessDay | null = null,
  ): Promise<Map<string, DistrictReading>> {
    return inSnapshot(this.database, async (tx) => {
      const readings = new Map<string, DistrictReading>();
      for (const district of districts) {
        const windows = indicators
          .filter((indicator) => indicator.district === district)
          .flatMap((indicator) => windowsFor(indicator, asOf));
        if (organisedAt !== null) windows.push(...organisationWindows(organisedAt));
        const lookup = await readWindows(tx, district, windows, knownAt);
        readings.set(district, { lookup, findings: await countFindings(tx, district, { asOf, knownAt }) });
      }
      return readings;
    });
  }
}

function answerOf(
  indicator: IndicatorDefinition,
  { asOf, knownAt, reader }: Question,
  reading: DistrictReading,
): IndicatorAnswer {
  const measures = termsOf(indicator).map(({ measure }) => measure);
  const facts = new Set(factsWith(measures, FACTS).map(({ name }) => name));
  const people = peopleHiddenFrom(reader, indicator);
  const { source, ...shown } = shownIndicator(indicator, asOf, reading.lookup, people);
  return {
    ...shown,
    knownAt: knownAt === null ? null : formatInstant(knownAt),
    findings: reading.findings
      .filter(({ fact }) => facts.has(fact))
      .map(({ rule, severity, count }) => ({ rule, severity, count })),
    source,
  };
}

const movedIn = (organisation: Organisation, streets: readonly string[]): BreakdownOrganisation['moved'] =>
  streets
    .map((street) => ({ from: street, to: memberIn(organisation, street) }))
    .filter(({ from, to }) => from !== to);

const breakdownOf = (
  streets: readonly RegionFigures[],
  withheld: ReadonlySet<string>,
  only: string | undefined,
): StreetFigures[] =>
  streets
    .filter(({ region }) => only === undefined || region === only)
    .map(({ region, ...figures }) => ({ street: region, ...shownFigures(figures, withheld.has(region)) }));

import { type BusinessDay, dayOf, formatInstant } from '@minhai/domain';
import { RefusedError } from '@minhai/errors';
import type { Database } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import {
  type Organisation,
  memberIn,
  organisationWindows,
  organised,
  readOrganisation,
} from '../divisions/organisation.js';
import {
  type EvaluatedIndicator,
  type Figures,
  evaluate,
  figuresOf,
  quotientOf,
  windowsFor,
} from '../evaluate/evaluate.js';
import { type Lookup, isCounted, ownPeriod, termsOf, windowOf } from '../evaluate/window.js';
import { FACTS } from '../facts/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Clock } from '../tokens.js';
import { type FindingCount, countFindings } from './finding.reader.js';
import type { ListQuery, OneQuery } from './query.js';

export interface IndicatorAnswer extends EvaluatedIndicator {
  /** RFC 3339, or null: everything known. */
  readonly knownAt: string | null;
  readonly findings: readonly Omit<FindingCount, 'fact'>[];
}

export interface StreetFigures extends Figures {
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

  async list({ district, ...query }: ListQuery): Promise<IndicatorAnswer[]> {
    const asked = this.indicators.filter(
      (indicator) => district === undefined || indicator.district === district,
    );
    const answers = await this.answers(asked, query);
    const orders = new Map(asked.map(({ id, order }) => [id, order]));
    return answers.toSorted((a, b) =>
      a.district < b.district ? -1 : a.district > b.district ? 1 : orders.get(a.id)! - orders.get(b.id)!,
    );
  }

  /** Those asked for, all from one snapshot. */
  async answers(
    asked: readonly IndicatorDefinition[],
    query: Pick<ListQuery, 'asOf' | 'knownAt'>,
  ): Promise<IndicatorAnswer[]> {
    const question = this.questionOf(query);
    const districts = [...new Set(asked.map((indicator) => indicator.district))].sort();
    const readings = await this.read(districts, asked, question);
    return asked.map((indicator) => answerOf(indicator, question, readings.get(indicator.district)!));
  }

  async get(
    id: string,
    { street, organised: how, organisedAt, ...query }: OneQuery,
  ): Promise<IndicatorWithBreakdown> {
    const indicator = this.indicators.find((candidate) => candidate.id === id);
    if (!indicator) throw new RefusedError(404, 'NOT_FOUND', 'no such indicator');
    const question = this.questionOf(query);
    const day = how === 'now' ? (organisedAt ?? question.asOf) : null;
    const readings = await this.read([indicator.district], [indicator], question, day);
    const reading = readings.get(indicator.district)!;
    const answer = answerOf(indicator, question, reading);
    if (indicator.breakdown === null) return { ...answer, breakdown: null };
    if (day === null)
      return { ...answer, breakdown: breakdownOf(indicator, question.asOf, reading.lookup, street) };
    const organisation = readOrganisation(reading.lookup, day);
    const lookup = organised(reading.lookup, organisation);
    const members = breakdownOf(indicator, question.asOf, reading.lookup, undefined).map((row) => row.street);
    return {
      ...answer,
      breakdown: breakdownOf(indicator, question.asOf, lookup, street),
      organisation: { at: day, moved: movedIn(organisation, members) },
    };
  }

  private questionOf({ asOf, knownAt }: Pick<ListQuery, 'asOf' | 'knownAt'>): Question {
    return { asOf: asOf ?? dayOf(this.clock()), knownAt: knownAt ?? null };
  }

  /** One snapshot for all districts, so that the figures of an answer belong together. */
  private read(
    districts: readonly string[],
    indicators: readonly IndicatorDefinition[],
    { asOf, knownAt }: Question,
    organisedAt: BusinessDay | null = null,
  ): Promise<Map<string, DistrictReading>> {
    return this.database.transaction(
      async (tx) => {
        const readings = new Map<string, DistrictReading>();
        for (const district of districts) {
          const windows = indicators
            .filter((indicator) => indicator.district === district)
            .flatMap((indicator) => windowsFor(indicator, asOf));
          if (organisedAt !== null) windows.push(...organisationWindows(organisedAt));
          const lookup = await readWindows(tx, district, windows, knownAt);
          readings.set(district, { lookup, findings: await countFindings(tx, district, knownAt) });
        }
        return readings;
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }
}

function answerOf(
  indicator: IndicatorDefinition,
  { asOf, knownAt }: Question,
  reading: DistrictReading,
): IndicatorAnswer {
  const facts = factsBehind(indicator);
  const { source, ...evaluated } = evaluate(indicator, asOf, reading.lookup);
  return {
    ...evaluated,
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

function factsBehind(indicator: IndicatorDefinition): Set<string> {
  const measures = termsOf(indicator).map(({ measure }) => measure);
  const facts = FACTS.filter((fact) => fact.measures.some(({ name }) => measures.includes(name)));
  return new Set(facts.map(({ name }) => name));
}

function breakdownOf(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
  only: string | undefined,
): StreetFigures[] {
  const amounts = termsOf(indicator).flatMap((term) =>
    lookup(windowOf(term, asOf, ownPeriod(indicator, asOf))).filter(({ dims }) => isCounted(term, dims)),
  );
  const streets = [...new Set(amounts.map(({ street }) => street))].filter(
    (street) => only === undefined || street === only,
  );
  return streets.sort().map((street) => ({
    street,
    ...figuresOf(quotientOf(indicator, asOf, lookup, { street }), indicator.decimals),
  }));
}

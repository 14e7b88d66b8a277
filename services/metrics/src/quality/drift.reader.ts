import type { BusinessDay } from '@minhai/domain';
import { type Parameter, type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import { momentOf } from '../cells/known-at.js';
import type { StoredFigure } from '../flush/withheld.store.js';
import {
  type Comparison,
  DECLARED_VALUES,
  type DriftColumns,
  type Moment,
  REGISTERED,
  driftsSql,
} from './drift-sql.js';

/** What a source declares to have, beside what its events come to; `drift` is declared − derived, exact decimals as text. */
export interface Drift {
  readonly fact: string;
  /** `***`: a person or household. */
  readonly entity: string;
  readonly district: string;
  readonly street: string;
  /** Which stock of the entity: codes by dimension. */
  readonly of: Readonly<Record<string, string>>;
  readonly day: BusinessDay;
  readonly declared: string;
  readonly derived: string;
  readonly drift: string;
  readonly since: BusinessDay;
  readonly causes: readonly string[];
  /** Whether the derived figure is one that would tell of few people. */
  readonly withheld: boolean;
}

const WHOLE: DriftColumns = {
  entity: 't.entity',
  amount: (value) => value,
  withheld: 't.withheld',
};

const DAY = `coalesce($5::date, 'infinity')`;
const ALL_DECLARED = `($1::text IS NULL OR r.district = $1) AND ($2::text[] IS NULL OR '${DECLARED_VALUES}' = ANY ($2)`;

/** What nobody asked for is not compared: that is most of it. */
const asked = (figures: string): Comparison => ({
  figures,
  values: `${ALL_DECLARED} OR j.dims->>'indicator' = $3)`,
  registers: `${ALL_DECLARED} OR '${REGISTERED}' = ANY ($4::text[]))`,
});

const drifts = (name: string, moment: Moment, figures: string): Statement => ({
  name,
  text: `SELECT s.* FROM (${driftsSql(moment, asked(figures), WHOLE)}) s
    WHERE ($1::text IS NULL OR s.district = $1) AND ($2::text[] IS NULL OR s.fact = ANY ($2)
      OR s.of->>'indicator' = $3 OR s.of->>'measure' = ANY ($4::text[]))
    ORDER BY abs(s.drift) DESC, s.fact, s.entity, s.day, s.of::text`,
});

const DRIFTS = drifts('metrics.drifts', { day: DAY, knownAt: null }, 'metrics.indicator_value');

const DRIFTS_THEN = drifts(
  'metrics.drifts_as_known',
  { day: DAY, knownAt: '$6::timestamptz' },
  `(SELECT f.indicator_id, f.region, f.period_end, f.value::numeric AS value, f.withheld
    FROM unnest($7::text[], $8::text[], $9::date[], $10::text[], $11::bool[]) AS f(indicator_id, region, period_end, value, withheld))`,
);

/** What drifts are asked for; all that stand now when it is left out. */
export interface DriftsBehind {
  readonly facts: readonly string[];
  readonly indicator: string;
  readonly measures: readonly string[];
  /** They stood on this day. */
  readonly asOf: BusinessDay;
}

/** Figures are kept as known now only. */
export interface KnownThen {
  /** Epoch milliseconds. */
  readonly knownAt: number;
  /** Of the declared indicators asked for, as they were known then. */
  readonly figures: readonly StoredFigure[];
}

/** The largest first; of all districts when none is named. */
export const readDrifts = (
  db: Queryable,
  district: string | null,
  behind: DriftsBehind | null = null,
): Promise<Drift[]> => db.prepared<Drift & object>(DRIFTS, parametersOf(district, behind));

/** The same as it was known at a moment. */
export const readDriftsAsKnown = (
  db: Queryable,
  district: string,
  behind: DriftsBehind,
  { knownAt, figures }: KnownThen,
): Promise<Drift[]> =>
  db.prepared<Drift & object>(DRIFTS_THEN, [
    ...parametersOf(district, behind),
    momentOf(knownAt),
    binaryArray(
      'text',
      figures.map(({ indicator }) => indicator),
    ),
    binaryArray(
      'text',
      figures.map(({ region }) => region),
    ),
    binaryArray(
      'date',
      figures.map(({ periodEnd }) => periodEnd),
    ),
    binaryArray(
      'text',
      figures.map(({ value }) => value),
    ),
    binaryArray(
      'bool',
      figures.map(({ withheld }) => withheld),
    ),
  ]);

const parametersOf = (district: string | null, behind: DriftsBehind | null): Parameter[] => [
  district,
  behind && binaryArray('text', behind.facts),
  behind && behind.indicator,
  behind && binaryArray('text', behind.measures),
  behind && behind.asOf,
];

import { addDays, startOfDay } from '@minhai/domain';
import { envelopeField } from '@minhai/facts/store';
import { type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import { isKnownNowOrAt } from '../cells/known-at.js';
import type { Periods } from './periods.js';
import type { Scope } from './quality.reader.js';

interface Reported {
  readonly within: boolean;
  readonly before: boolean;
  /** Whether it stands in the register on the last day. */
  readonly standing: boolean;
  /** Epoch milliseconds of the newest event until the last day. */
  readonly last: number | null;
}

export type StreetRow = Reported & { readonly street: string };
export type EntityRow = Reported & { readonly fact: string; readonly entity: string };

/** Who reported what until the last day, and how fresh it is. */
export interface Reports {
  /** 街镇 in the register of divisions, and those that any event named. */
  readonly streets: readonly StreetRow[];
  /** Those that stand in the register, by a stock they count in, and those that reported. */
  readonly entities: readonly EntityRow[];
  /** Newest registration and newest event, epoch milliseconds; null when nothing is known. */
  readonly recorded: number | null;
  readonly happened: number | null;
}

const envelope = (name: 'regionId' | 'time' | 'recordedTime'): string => envelopeField('h.envelope', name);

/** The events of the facts in the district until the last day, read once. */
const EVENTS = `SELECT d.fact, h.entity, ${envelopeField('h.envelope', 'streetId')} AS street,
    ${envelope('time')}::int8 AS time, ${envelope('recordedTime')}::int8 AS recorded
  FROM metrics.history h JOIN metrics.fact_definition d ON d.fact = ANY (h.facts)
  WHERE d.name = ANY ($2::text[]) AND ${envelope('regionId')} = $1 AND ${envelope('time')}::int8 < $6
    AND ($3::int8 IS NULL OR ${envelope('recordedTime')}::int8 <= $3)`;

const REPORTED = `bool_or(e.time >= $5) AS within, bool_or(e.time >= $4 AND e.time < $5) AS before, max(e.time) AS last`;

const STANDING = `r.valid_from <= $7::date AND (r.valid_until IS NULL OR r.valid_until > $7::date)
    AND ${isKnownNowOrAt('r', 'to_timestamp($3::int8 / 1000.0)')}`;

const ANSWER = `coalesce(e.within, false) AS within, coalesce(e.before, false) AS before, e.last`;

const STREETS = `SELECT coalesce(e.street, s.street) AS street, ${ANSWER}, s.street IS NOT NULL AS standing
  FROM (SELECT e.street, ${REPORTED} FROM events e WHERE e.street IS NOT NULL GROUP BY e.street) e
  FULL JOIN (SELECT DISTINCT r.street FROM metrics.fact_row r
    WHERE r.measure = 'reference.divisions' AND r.district = $1 AND r.dims = '{"level":"STREET"}' AND ${STANDING}) s
  ON s.street = e.street`;

const ENTITIES = `SELECT d.name AS fact, coalesce(e.entity, s.entity) AS entity, ${ANSWER}, s.entity IS NOT NULL AS standing
  FROM (SELECT e.fact, e.entity, ${REPORTED} FROM events e
    WHERE e.fact IN (SELECT d.fact FROM metrics.fact_definition d WHERE d.name = ANY ($8::text[])) GROUP BY e.fact, e.entity) e
  FULL JOIN (SELECT DISTINCT r.fact, r.entity FROM metrics.fact_row r
    WHERE r.measure = ANY ($9::text[]) AND r.district = $1 AND ${STANDING}) s
  ON s.fact = e.fact AND s.entity = e.entity
  JOIN metrics.fact_definition d ON d.fact = coalesce(e.fact, s.fact)
  WHERE d.name = ANY ($8::text[])`;

const REPORTS: Statement = {
  name: 'metrics.quality_reports',
  text: `WITH events AS MATERIALIZED (${EVENTS})
    SELECT (SELECT coalesce(json_agg(x ORDER BY x.street), '[]') FROM (${STREETS}) x) AS streets,
      (SELECT coalesce(json_agg(x ORDER BY x.fact, x.entity), '[]') FROM (${ENTITIES}) x) AS entities,
      (SELECT max(e.recorded) FROM events e) AS recorded, (SELECT max(e.time) FROM events e) AS happened`,
};

/** Whose entities are told one by one. */
interface Register {
  /** Facts whose entities are no persons or households. */
  readonly facts: readonly string[];
  /** Stocks; who counts in one of them stands in the register. */
  readonly measures: readonly string[];
}

export async function readReports(
  db: Queryable,
  { district, facts, asOf, knownAt }: Scope,
  { period, before }: Periods,
  register: Register,
): Promise<Reports> {
  const [row] = await db.prepared<Reports & object>(REPORTS, [
    district,
    binaryArray('text', facts),
    knownAt,
    startOfDay(before.from),
    startOfDay(period.from),
    startOfDay(addDays(asOf, 1)),
    asOf,
    binaryArray('text', register.facts),
    binaryArray('text', register.measures),
  ]);
  return row!;
}

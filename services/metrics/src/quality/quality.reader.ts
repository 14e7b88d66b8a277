import { envelopeField } from '@minhai/facts/store';
import { type BusinessDay, addDays, dayOf, startOfDay } from '@minhai/domain';
import { type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import type { Periods } from './facts-behind.js';

/** What a reading of quality is about; `knownAt` in epoch milliseconds, null for everything known. */
export interface Scope {
  readonly district: string;
  readonly facts: readonly string[];
  readonly asOf: BusinessDay;
  readonly knownAt: number | null;
}

export interface FindingRow {
  readonly fact: string;
  readonly rule: string;
  readonly severity: string;
  /** How many of this rule and severity there are. */
  readonly total: number;
  readonly street: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly causes: readonly string[];
  /** Epoch milliseconds. */
  readonly knownFrom: number;
}

/** What is open at a moment, the newest of each rule and severity. */
const FINDINGS: Statement = {
  name: 'metrics.quality_findings',
  text: `SELECT ranked.fact, ranked.rule, ranked.severity, ranked.total, ranked.street, ranked.detail::jsonb AS detail,
      ranked.causes::text[] AS causes, ranked.known_from AS "knownFrom"
    FROM (SELECT d.name AS fact, f.rule, f.severity, f.street, f.detail, f.causes, f.known_from,
        count(*) OVER same AS total,
        row_number() OVER (PARTITION BY f.rule, f.severity ORDER BY f.known_from DESC, f.finding_id, f.entity) AS place
      FROM metrics.finding f JOIN metrics.fact_definition d ON d.fact = f.fact
      WHERE f.district = $1 AND d.name = ANY ($2::text[])
        AND CASE WHEN $3::timestamptz IS NULL THEN f.known_until IS NULL
          ELSE f.known_from <= $3 AND (f.known_until IS NULL OR f.known_until > $3) END
      WINDOW same AS (PARTITION BY f.rule, f.severity)) ranked
    WHERE ranked.place <= greatest($4::int, 1)
    ORDER BY ranked.severity, ranked.rule, ranked.place`,
};

export interface HeldRow {
  /** Null: it cannot be read. */
  readonly type: string | null;
  readonly code: string;
  /** Null: its source names no district. */
  readonly region: string | null;
  readonly count: number;
  /** Epoch milliseconds. */
  readonly newest: number;
}

const HELD: Statement = {
  name: 'metrics.quality_held',
  text: `SELECT h.type, h.code, h.region_id AS region, count(*) AS count, max(h.held_at) AS newest
    FROM lake.held_event h
    WHERE (h.region_id = $1 OR h.region_id IS NULL) AND (h.type = ANY ($2::text[])
      OR h.domain = ANY ($3::text[]) AND (h.type IS NULL OR h.type = 'cn.gov.mca.record.voided'))
    GROUP BY h.type, h.code, h.region_id ORDER BY count DESC, h.type, h.code, h.region_id`,
};

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

/** Events of the facts in the district until the last day, by when they happened. */
const HISTORY = `SELECT d.fact, h.entity, ${envelopeField('h.envelope', 'streetId')} AS street, ${envelopeField('h.envelope', 'time')}::int8 AS time
  FROM metrics.history h JOIN metrics.fact_definition d ON d.fact = ANY (h.facts)
  WHERE d.name = ANY ($2::text[]) AND ${envelopeField('h.envelope', 'regionId')} = $1 AND ${envelopeField('h.envelope', 'time')}::int8 < $6
    AND ($3::int8 IS NULL OR ${envelopeField('h.envelope', 'recordedTime')}::int8 <= $3)`;

const REPORTED = `bool_or(e.time >= $5) AS within, bool_or(e.time >= $4 AND e.time < $5) AS before, max(e.time) AS last`;

const STANDING = `r.valid_from <= $7::date AND (r.valid_until IS NULL OR r.valid_until > $7::date)
    AND CASE WHEN $3::int8 IS NULL THEN r.known_until IS NULL
      ELSE r.known_from <= to_timestamp($3 / 1000.0) AND (r.known_until IS NULL OR r.known_until > to_timestamp($3 / 1000.0)) END`;

const ANSWER = `coalesce(e.within, false) AS within, coalesce(e.before, false) AS before, e.last`;

const STREETS: Statement = {
  name: 'metrics.quality_streets',
  text: `SELECT coalesce(e.street, s.street) AS street, ${ANSWER}, s.street IS NOT NULL AS standing
    FROM (SELECT e.street, ${REPORTED} FROM (${HISTORY}) e WHERE e.street IS NOT NULL GROUP BY e.street) e
    FULL JOIN (SELECT DISTINCT r.street FROM metrics.fact_row r
      WHERE r.measure = 'reference.divisions' AND r.district = $1 AND r.dims = '{"level":"STREET"}' AND ${STANDING}) s
    ON s.street = e.street
    ORDER BY 1`,
};

/** Those that stand in the register, by a stock they count in, and those that reported. */
const ENTITIES: Statement = {
  name: 'metrics.quality_entities',
  text: `SELECT d.name AS fact, coalesce(e.entity, s.entity) AS entity, ${ANSWER}, s.entity IS NOT NULL AS standing
    FROM (SELECT e.fact, e.entity, ${REPORTED} FROM (${HISTORY}) e GROUP BY e.fact, e.entity) e
    FULL JOIN (SELECT DISTINCT r.fact, r.entity FROM metrics.fact_row r
      WHERE r.measure = ANY ($8::text[]) AND r.district = $1 AND ${STANDING}) s
    ON s.fact = e.fact AND s.entity = e.entity
    JOIN metrics.fact_definition d ON d.fact = coalesce(e.fact, s.fact)
    WHERE d.name = ANY ($2::text[])
    ORDER BY 1, 2`,
};

export interface Freshness {
  /** Epoch milliseconds; null when nothing is known. */
  readonly recorded: number | null;
  readonly happened: number | null;
}

const FRESHNESS: Statement = {
  name: 'metrics.quality_freshness',
  text: `SELECT max(${envelopeField('h.envelope', 'recordedTime')}::int8) AS recorded, max(${envelopeField('h.envelope', 'time')}::int8) AS happened
    FROM metrics.history h JOIN metrics.fact_definition d ON d.fact = ANY (h.facts)
    WHERE d.name = ANY ($2::text[]) AND ${envelopeField('h.envelope', 'regionId')} = $1 AND ${envelopeField('h.envelope', 'time')}::int8 < $4
      AND ($3::int8 IS NULL OR ${envelopeField('h.envelope', 'recordedTime')}::int8 <= $3)`,
};

const instant = (knownAt: number | null): string | null =>
  knownAt === null ? null : new Date(knownAt).toISOString();

const common = ({ district, facts }: Scope): [string, Buffer] => [district, binaryArray('text', facts)];

/** The first moment that no longer counts. */
const endOf = (day: BusinessDay): number => startOfDay(addDays(day, 1));

export const readFindings = (db: Queryable, scope: Scope, examples: number): Promise<FindingRow[]> =>
  db.prepared<FindingRow & object>(FINDINGS, [...common(scope), instant(scope.knownAt), examples]);

/** `cn.gov.mca.<domain>.…` */
const domainOf = (type: string): string => type.split('.')[3]!;

/**
 * Held now, and of these types, or a void or something unreadable of their domains. What is held has no place on the axis
 * of knowledge yet.
 */
export const readHeld = (db: Queryable, district: string, types: readonly string[]): Promise<HeldRow[]> =>
  db.prepared<HeldRow & object>(HELD, [
    district,
    binaryArray('text', types),
    binaryArray('text', [...new Set(types.map(domainOf))]),
  ]);

const bounds = (scope: Scope, { period, before }: Periods) => [
  ...common(scope),
  scope.knownAt,
  startOfDay(before.from),
  startOfDay(period.from),
  endOf(scope.asOf),
  scope.asOf,
];

/** 街镇 in the register of divisions, and those that any event named. */
export const readStreets = (db: Queryable, scope: Scope, periods: Periods): Promise<StreetRow[]> =>
  db.prepared<StreetRow & object>(STREETS, bounds(scope, periods));

/** `measures`: stocks; who counts in one of them stands in the register. */
export const readEntities = (
  db: Queryable,
  scope: Scope,
  periods: Periods,
  measures: readonly string[],
): Promise<EntityRow[]> =>
  db.prepared<EntityRow & object>(ENTITIES, [...bounds(scope, periods), binaryArray('text', measures)]);

export async function readFreshness(db: Queryable, scope: Scope): Promise<Freshness> {
  const [row] = await db.prepared<Freshness & object>(FRESHNESS, [
    ...common(scope),
    scope.knownAt,
    endOf(scope.asOf),
  ]);
  return row!;
}

export const dayOrNull = (epochMs: number | null): BusinessDay | null =>
  epochMs === null ? null : dayOf(epochMs);

import type { BusinessDay } from '@minhai/domain';
import { type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import { momentOf } from '../cells/known-at.js';
import { OPEN_FINDING } from '../indicators-api/finding.reader.js';

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

/** What is open at a moment about days until then, the newest of each rule and severity. */
const FINDINGS: Statement = {
  name: 'metrics.quality_findings',
  text: `SELECT ranked.fact, ranked.rule, ranked.severity, ranked.total, ranked.street, ranked.detail::jsonb AS detail,
      ranked.causes::text[] AS causes, ranked.known_from AS "knownFrom"
    FROM (SELECT d.name AS fact, f.rule, f.severity, f.street, f.detail, f.causes, f.known_from,
        count(*) OVER same AS total,
        row_number() OVER (PARTITION BY f.rule, f.severity ORDER BY f.known_from DESC, f.finding_id, f.entity) AS place
      FROM metrics.finding f JOIN metrics.fact_definition d ON d.fact = f.fact
      WHERE ${OPEN_FINDING} AND d.name = ANY ($4::text[])
      WINDOW same AS (PARTITION BY f.rule, f.severity)) ranked
    WHERE ranked.place <= greatest($5::int, 1)
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

export const readFindings = (db: Queryable, scope: Scope, examples: number): Promise<FindingRow[]> =>
  db.prepared<FindingRow & object>(FINDINGS, [
    scope.district,
    momentOf(scope.knownAt),
    scope.asOf,
    binaryArray('text', scope.facts),
    examples,
  ]);

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

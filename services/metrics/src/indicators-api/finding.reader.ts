import type { BusinessDay } from '@minhai/domain';
import { envelopeField } from '@minhai/facts/store';
import type { Queryable, Statement } from '@minhai/postgres';
import { isKnownNowOrAt, momentOf } from '../cells/known-at.js';

/** Open findings of one fact in a district, counted. */
export interface FindingCount {
  readonly fact: string;
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
}

/** A text of the detail, '' without one: the detail is flat canonical JSON, and parsing it costs several times as much. */
const detailText = (name: string): string => `split_part(split_part(f.detail, '"${name}":"', 2), '"', 1)`;

/** The day or month a finding names, or the day of the newest event it follows from. */
const FINDING_DAY = `coalesce(nullif(${detailText('day')}, ''), nullif(${detailText('month')}, ''),
  (SELECT to_char(to_timestamp(max(${envelopeField('h.envelope', 'time')}::int8) / 1000.0) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')
    FROM metrics.history h WHERE h.event_id = ANY (f.causes)))`;

/**
 * SQL condition on `f` (finding): open in district $1, as registered by $2 (null: everything known), about no day after $3.
 * What is about later days says nothing of a figure.
 */
export const OPEN_FINDING = `f.district = $1
  AND ${isKnownNowOrAt('f', '$2::timestamptz')}
  AND ${FINDING_DAY} COLLATE "C" <= $3::text`;

const FINDINGS: Statement = {
  name: 'metrics.finding_counts',
  text: `SELECT d.name AS fact, f.rule, f.severity, count(*) AS count
    FROM metrics.finding f JOIN metrics.fact_definition d ON d.fact = f.fact
    WHERE ${OPEN_FINDING}
    GROUP BY d.name, f.rule, f.severity ORDER BY d.name, f.severity, f.rule`,
};

/** A day and what was known of it; `knownAt` in epoch milliseconds, null for everything known. */
interface Moment {
  readonly asOf: BusinessDay;
  readonly knownAt: number | null;
}

/** Findings about days until `asOf`, open now or at `knownAt`. */
export const countFindings = (
  db: Queryable,
  district: string,
  { asOf, knownAt }: Moment,
): Promise<FindingCount[]> =>
  db.prepared<FindingCount & object>(FINDINGS, [district, momentOf(knownAt), asOf]);

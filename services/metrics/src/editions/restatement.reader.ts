import { formatInstant } from '@minhai/domain';
import type { ConsumedPosition } from '@minhai/facts/store';
import { type Queryable, binaryArray } from '@minhai/postgres';
import type { ShownFinding } from '../disclosure/shown-cases.js';
import type { EditionContents } from './contents.js';
import type { LaterCause } from './restatement.js';

interface CauseRow {
  measure: string;
  street: string;
  dims: string;
  id: string;
  type: string;
  domain: string;
  partition: number;
  position: number;
  recordedTime: number;
  kind: 'correction' | 'void' | 'late';
}

/**
 * Of the entities that these measures count at the end of the period or ever did: the events folded in since that the
 * edition does not contain and that are about its days, or amend what is.
 */
const LATER = `WITH pinned AS (
    SELECT * FROM unnest($1::text[], $2::int4[], $3::int8[]) AS p(domain, partition, position)
  ), behind AS (
    SELECT DISTINCT r.fact, r.entity, r.measure, r.street, r.dims FROM metrics.fact_row r
    WHERE r.measure = ANY ($4::text[]) AND r.district = $5 AND r.valid_from <= $6::date
  ), told AS (
    SELECT b.measure, b.street, b.dims, h.event_id FROM behind b
    JOIN metrics.history h ON h.entity = b.entity AND b.fact = ANY (h.facts)
  ), told_or_amended AS (
    SELECT * FROM told
    UNION SELECT t.measure, t.street, t.dims, a.event_id FROM told t JOIN metrics.amendment a ON a.target_id = t.event_id
  )
  SELECT t.measure, t.street, t.dims, e.id, e.type, e.domain, e.partition, e.position,
    e.recorded_time AS "recordedTime",
    CASE WHEN e.voids IS NOT NULL THEN 'void' WHEN e.correction_of IS NOT NULL THEN 'correction' ELSE 'late' END AS kind
  FROM told_or_amended t
  JOIN lake.accepted_event e ON e.id = t.event_id
  LEFT JOIN pinned p ON p.domain = e.domain AND p.partition = e.partition
  WHERE (e.position > coalesce(p.position, 0) OR e.recorded_time > $7::timestamptz)
    AND (e.voids IS NOT NULL OR e.correction_of IS NOT NULL OR (e.time AT TIME ZONE 'Asia/Shanghai')::date <= $6::date)`;

export async function readLaterCauses(
  db: Queryable,
  { positions, district, asOf, knownAt }: EditionContents,
  measures: readonly string[],
): Promise<LaterCause[]> {
  const rows = await db.query<CauseRow>(LATER, [...pinned(positions), measures, district, asOf, knownAt]);
  return rows.map(({ measure, street, dims, recordedTime, ...event }) => ({
    measure,
    street,
    dims: JSON.parse(dims) as Record<string, string>,
    event: { ...event, recordedAt: formatInstant(recordedTime) },
  }));
}

const pinned = (positions: readonly ConsumedPosition[]) => [
  binaryArray(
    'text',
    positions.map(({ domain }) => domain),
  ),
  binaryArray(
    'int4',
    positions.map(({ partition }) => partition),
  ),
  binaryArray(
    'int8',
    positions.map(({ position }) => position),
  ),
];

/** As found; `ShownRestatedPeriod` is what is answered. */
interface RestatedPeriod {
  readonly fact: string;
  readonly street: string;
  readonly detail: Readonly<Record<string, string | number>>;
  /** Ids of the events that restate the period. */
  readonly causes: readonly string[];
}

export type ShownRestatedPeriod = ShownFinding<RestatedPeriod>;

/** Monthly reports replaced since: findings PERIOD_RESTATED that are open now and were not known to the edition. */
export async function readRestatedPeriods(
  db: Queryable,
  { district, knownAt, facts }: EditionContents,
): Promise<RestatedPeriod[]> {
  const rows = await db.query<{ fact: string; street: string; detail: string; causes: string[] }>(
    `SELECT d.name AS fact, f.street, f.detail, f.causes::text[] AS causes
     FROM metrics.finding f JOIN metrics.fact_definition d ON d.fact = f.fact
     WHERE f.rule = 'PERIOD_RESTATED' AND f.district = $1 AND f.known_until IS NULL AND f.known_from > $2::timestamptz
       AND d.name = ANY ($3::text[])
     ORDER BY d.name, f.street, f.detail, f.finding_id LIMIT 200`,
    [
      district,
      knownAt,
      binaryArray(
        'text',
        facts.map(({ name }) => name),
      ),
    ],
  );
  return rows.map(({ detail, ...row }) => ({
    ...row,
    detail: JSON.parse(detail) as Record<string, string | number>,
  }));
}

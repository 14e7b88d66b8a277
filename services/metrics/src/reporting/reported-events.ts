import { envelopeField } from '@minhai/facts/store';

const field = (name: 'regionId' | 'streetId' | 'time' | 'recordedTime'): string =>
  envelopeField('h.envelope', name);

/** SQL: the business day of epoch milliseconds. */
export const businessDay = (epochMs: string): string =>
  `(to_timestamp((${epochMs})::int8 / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date`;

/** SQL: a row of `h` (history) as a report; without a street it is ''. */
export const REPORT_COLUMNS = `h.entity, h.facts, ${field('regionId')} COLLATE "C" AS district, coalesce(${field('streetId')}, '') COLLATE "C" AS street,
  ${businessDay(field('time'))} AS day, ${field('recordedTime')}::int8 AS recorded`;

/**
 * SQL: one look-up an event, whatever the planner thinks of their number: what the lake has of some partitions after one position and up to another, as it stands in history. `windows`: a
 * relation `w` of domain, partition, after and until.
 */
export const reportsWithin = (windows: string): string => `SELECT r.* FROM ${windows}
  CROSS JOIN LATERAL (SELECT e.id FROM lake.accepted_event e
    WHERE e.domain = w.domain AND e.partition = w.partition AND e.position > w.after AND e.position <= w.until OFFSET 0) e
  CROSS JOIN LATERAL (SELECT ${REPORT_COLUMNS} FROM metrics.history h WHERE h.event_id = e.id OFFSET 0) r
  WHERE r.facts <> '{}'`;

/** SQL: partitions of which more is folded than reports are kept of. */
export const BEHIND = `(SELECT c.domain, c.partition, coalesce(p.position, 0) AS after, c.position AS until
  FROM metrics.consumed c LEFT JOIN metrics.report_position p ON p.domain = c.domain AND p.partition = c.partition
  WHERE c.position > coalesce(p.position, 0))`;

/** SQL: names what reports are made with: the facts of the tables, those kept, and those of them told by entity (text[]). */
export const shapeOf = (kept: string, told: string): string => `(SELECT md5(concat_ws(chr(10),
    array_to_string(${kept}::text[], ','), array_to_string(${told}::text[], ','),
    string_agg(concat_ws(' ', d.fact, d.name, d.fingerprint), ',' ORDER BY d.fact))) FROM metrics.fact_definition d)`;

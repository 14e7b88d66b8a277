import { isKnownNowOrAt } from '../cells/known-at.js';
import { BEHIND, REPORT_COLUMNS, businessDay, reportsWithin, shapeOf } from '../reporting/reported-events.js';

/*
 * Parameters of both statements: $1 district, $2 names of the facts asked for, $3 knownAt in epoch milliseconds or null,
 * $4 and $5 first days of the period before and of the period, $6 the last day, $7 facts told by entity, $8 stocks that make a
 * register; of the second also $9 and $10, the facts that reports are kept of, and those of them by entity.
 */

/** Who counts in the register on the last day. */
const STANDING = `r.valid_from <= $6::date AND (r.valid_until IS NULL OR r.valid_until > $6::date)
    AND ${isKnownNowOrAt('r', 'to_timestamp($3::int8 / 1000.0)')}`;

const ANSWER = `coalesce(e.last >= $5::date, false) AS within, coalesce(e.before, false) AS before, e.last`;

/** Of by_street(street, last, before) and by_entity(fact, entity, last, before): the newest day, and whether any lies before. */
const STREETS = `SELECT coalesce(e.street, s.street) AS street, ${ANSWER}, s.street IS NOT NULL AS standing
  FROM (SELECT b.* FROM by_street b WHERE b.street <> '') e
  FULL JOIN (SELECT DISTINCT r.street FROM metrics.fact_row r
    WHERE r.measure = 'reference.divisions' AND r.district = $1 AND r.dims = '{"level":"STREET"}' AND ${STANDING}) s
  ON s.street = e.street`;

const ENTITIES = `SELECT d.name AS fact, coalesce(e.entity, s.entity) AS entity, ${ANSWER}, s.entity IS NOT NULL AS standing
  FROM by_entity e
  FULL JOIN (SELECT DISTINCT r.fact, r.entity FROM metrics.fact_row r
    WHERE r.measure = ANY ($8::text[]) AND r.district = $1 AND ${STANDING}) s
  ON s.fact = e.fact AND s.entity = e.entity
  JOIN metrics.fact_definition d ON d.fact = coalesce(e.fact, s.fact)
  WHERE d.name = ANY ($7::text[])`;

const answerOf = (recorded: string): string => `SELECT
    (SELECT coalesce(json_agg(x ORDER BY x.street), '[]') FROM (${STREETS}) x) AS streets,
    (SELECT coalesce(json_agg(x ORDER BY x.fact, x.entity), '[]') FROM (${ENTITIES}) x) AS entities,
    ${recorded} AS recorded, (SELECT max(b.last) FROM by_street b) AS happened`;

const ASKED = `asked AS MATERIALIZED (SELECT d.fact, d.name = ANY ($7::text[]) AS told FROM metrics.fact_definition d
    WHERE d.name = ANY ($2::text[]))`;

/** Events of `reports` with the columns of `REPORT_COLUMNS`, until the last day and as known. */
const eventsOf = (reports: string): string => `SELECT a.fact, a.told, x.entity, x.street, x.day, x.recorded
  FROM (${reports}) x JOIN asked a ON a.fact = ANY (x.facts)
  WHERE x.district = $1 AND x.day <= $6::date AND ($3::int8 IS NULL OR x.recorded <= $3)`;

const IS_BEFORE = `e.day >= $4::date AND e.day < $5::date`;

/** From every event of the facts there is. */
export const REPORTS_OF_HISTORY = `WITH ${ASKED}, events AS MATERIALIZED (${eventsOf(
  `SELECT ${REPORT_COLUMNS} FROM metrics.history h WHERE h.facts && (SELECT array_agg(a.fact) FROM asked a)::smallint[]`,
)}), by_street AS (
    SELECT e.street, max(e.day) AS last, bool_or(${IS_BEFORE}) AS before FROM events e GROUP BY e.street
  ), by_entity AS (
    SELECT e.fact, e.entity, max(e.day) AS last, bool_or(${IS_BEFORE}) AS before FROM events e WHERE e.told GROUP BY e.fact, e.entity
  ) ${answerOf('(SELECT max(e.recorded) FROM events e)')}`;

const KNOWN = `($3::int8 IS NULL OR r.first_recorded <= $3)`;

/** The names there are in a table of reports, one look-up each: the next after the one before. */
const namesIn = (table: string, column: string, facts: string): string => `
    SELECT a.fact, n.${column} FROM ${facts} a CROSS JOIN LATERAL (SELECT r.${column} FROM metrics.${table} r
      WHERE r.fact = a.fact AND r.district = $1 ORDER BY r.${column} LIMIT 1) n
    UNION ALL
    SELECT o.fact, n.${column} FROM ${column}_of o CROSS JOIN LATERAL (SELECT r.${column} FROM metrics.${table} r
      WHERE r.fact = o.fact AND r.district = $1 AND r.${column} > o.${column} ORDER BY r.${column} LIMIT 1) n`;

/** Of each name the newest day, and whether any lies in the period before: two look-ups. */
const daysIn = (table: string, column: string): string => `SELECT o.fact, o.${column}, newest.day AS last,
      EXISTS (SELECT FROM metrics.${table} r WHERE r.fact = o.fact AND r.district = $1 AND r.${column} = o.${column}
        AND r.day >= $4::date AND r.day < $5::date AND ${KNOWN}) AS before
    FROM ${column}_of o CROSS JOIN LATERAL (SELECT r.day FROM metrics.${table} r
      WHERE r.fact = o.fact AND r.district = $1 AND r.${column} = o.${column} AND r.day <= $6::date AND ${KNOWN}
      ORDER BY r.day DESC LIMIT 1) newest`;

const OF_FACT = `r.fact = a.fact AND r.district = $1 AND r.day <= $6::date`;
const KNOWN_DAY = `coalesce(${businessDay('$3')}, 'infinity')`;

/** The newest registration of each fact that is known in full: day by day backwards. */
const NEWEST_RECORDED = `SELECT n.recorded FROM asked a CROSS JOIN LATERAL (SELECT r.last_recorded AS recorded
    FROM metrics.recorded_report r WHERE ${OF_FACT} AND r.recorded_day <= ${KNOWN_DAY} AND ($3::int8 IS NULL OR r.last_recorded <= $3)
    ORDER BY r.recorded_day DESC, r.last_recorded DESC LIMIT 1) n`;

/** More was registered later on the very day of `knownAt`: what was registered last until then, only the events themselves say. */
const IS_CUT = `EXISTS (SELECT FROM asked a JOIN metrics.recorded_report r ON ${OF_FACT}
    WHERE r.recorded_day = ${KNOWN_DAY} AND r.first_recorded <= $3 AND r.last_recorded > $3)`;

/** More is kept than is folded: the facts begin anew. */
const IS_AHEAD = `EXISTS (SELECT FROM metrics.report_position p LEFT JOIN metrics.consumed c
    ON c.domain = p.domain AND c.partition = p.partition WHERE p.position > coalesce(c.position, 0))`;

/**
 * The same from the tables of reports, and from the events folded since: as many look-ups as there are streets and
 * institutions, however many events they sent. `exact`: whether the tables are of these facts, and say it all.
 */
export const REPORTS_KEPT = `WITH RECURSIVE ${ASKED}, events AS MATERIALIZED (${eventsOf(reportsWithin(`${BEHIND} w`))}),
  street_of AS (${namesIn('street_report', 'street', 'asked')}),
  entity_of AS (${namesIn('entity_report', 'entity', '(SELECT t.fact FROM asked t WHERE t.told)')}),
  by_street AS (
    SELECT e.street, max(e.last) AS last, bool_or(e.before) AS before FROM (${daysIn('street_report', 'street')}
      UNION ALL SELECT e.fact, e.street, e.day, ${IS_BEFORE} FROM events e) e
    GROUP BY e.street
  ), by_entity AS (
    SELECT e.fact, e.entity, max(e.last) AS last, bool_or(e.before) AS before FROM (${daysIn('entity_report', 'entity')}
      UNION ALL SELECT e.fact, e.entity, e.day, ${IS_BEFORE} FROM events e WHERE e.told) e
    GROUP BY e.fact, e.entity
  ) ${answerOf(`(SELECT max(x.recorded) FROM (${NEWEST_RECORDED} UNION ALL SELECT e.recorded FROM events e) x)`)},
    coalesce((SELECT s.shape = ${shapeOf('$9', '$10')} FROM metrics.report_shape s), false) AND NOT ${IS_AHEAD} AND NOT ${IS_CUT} AS exact`;

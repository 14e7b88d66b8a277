import { wasKnownAt } from '../cells/known-at.js';

/** SQL expressions. */
export interface Moment {
  /** The day on which a drift must stand; what was declared later is left out. */
  readonly day: string;
  /** The moment as of which it must be known; null: now. */
  readonly knownAt: string | null;
}

/** What declared values are compared with, and which; SQL. */
export interface Comparison {
  /** A relation of indicator_id, region, period_end, value and withheld: the figures of that moment. */
  readonly figures: string;
  /** Conditions on a declaration `r` (fact_row, `j.dims` its dimensions): of an indicator’s value, of a register’s stock. */
  readonly values: string;
  readonly registers: string;
}

/** SQL expressions over `t` (drift) and `d` (fact_definition). */
export interface DriftColumns {
  /** Shows or masks the key. */
  readonly entity: string;
  /** Shows or masks one of the three amounts, given its expression. */
  readonly amount: (value: string) => string;
  /** Whether the amounts would tell of few people. */
  readonly withheld: string;
}

const known = (row: string, knownAt: string | null): string =>
  knownAt === null ? `${row}.known_until IS NULL` : wasKnownAt(row, knownAt);

const KEYS = `'{day,declared,derived,drift,since,until}'::text[]`;

/** What a fold found: the newest declaration of each drift that stands on `day`, an SQL date, as known at a moment. */
const found = ({
  day,
  knownAt,
}: Moment): string => `SELECT DISTINCT ON (t.fact, t.entity, t.street, x.of, j.detail->>'since')
    t.fact, t.entity, (j.detail->>'day')::date AS day, (j.detail->>'declared')::numeric AS declared,
    (j.detail->>'derived')::numeric AS derived, (j.detail->>'drift')::numeric AS drift,
    (j.detail->>'since')::date AS since, t.district, t.street, x.of, t.causes::text[] AS causes,
    false AS withheld
  FROM metrics.finding t
  CROSS JOIN LATERAL (SELECT t.detail::jsonb AS detail) j
  CROSS JOIN LATERAL (SELECT j.detail - ${KEYS} AS of) x
  WHERE t.rule = 'AFTER_MISMATCH' AND ${known('t', knownAt)} AND j.detail ? 'drift'
    AND (j.detail->>'day')::date <= ${day} AND (NOT j.detail ? 'until' OR (j.detail->>'until')::date > ${day})
  ORDER BY t.fact, t.entity, t.street, x.of, j.detail->>'since', j.detail->>'day' DESC`;

export const DECLARED_ROWS = `metrics.fact_row r CROSS JOIN LATERAL (SELECT r.dims::jsonb AS dims) j`;
export const DECLARED_VALUES = 'reference.declared-values';
export const REGISTERED = 'socialorg.registered';

/** What the register of social organisations comes to on the day of a declaration `r`: by cells, or by the rows of a moment. */
const registered = (knownAt: string | null): string =>
  knownAt === null
    ? `SELECT coalesce(sum(c.amount), 0) AS derived FROM metrics.cell c
        WHERE c.measure = '${REGISTERED}' AND c.district = r.district AND c.day <= r.valid_from
          AND c.dims::jsonb->>'kind' = j.dims->>'kind' AND (j.dims->>'level' = 'DISTRICT' OR c.street = r.street)`
    : `SELECT coalesce(sum(c.amount), 0) AS derived FROM metrics.fact_row c
        WHERE c.measure = '${REGISTERED}' AND c.district = r.district AND c.valid_from <= r.valid_from
          AND (c.valid_until IS NULL OR c.valid_until > r.valid_from) AND ${wasKnownAt('c', knownAt)}
          AND c.dims::jsonb->>'kind' = j.dims->>'kind' AND (j.dims->>'level' = 'DISTRICT' OR c.street = r.street)`;

/**
 * Values of indicators and stocks of registers as declared, beside what all entities together come to. A value declared with
 * more decimals than the figure is kept with agrees when it does so rounded.
 */
const compared = (
  knownAt: string | null,
  { figures, values, registers }: Comparison,
): string => `SELECT r.fact, r.entity, r.valid_from AS day, 
      trim_scale(CASE WHEN round(r.amount / 10000.0, scale(v.value)) = v.value THEN v.value ELSE r.amount / 10000.0 END) AS declared, trim_scale(v.value) AS derived,
      r.district, r.street, jsonb_build_object('indicator', v.indicator_id) AS of, r.causes::text[] AS causes,
      v.withheld
    FROM ${DECLARED_ROWS}
    JOIN ${figures} v ON v.indicator_id = j.dims->>'indicator' AND v.period_end = r.valid_from
      AND v.region = CASE j.dims->>'level' WHEN 'DISTRICT' THEN r.district WHEN 'STREET' THEN r.street END
    WHERE r.measure = '${DECLARED_VALUES}' AND ${known('r', knownAt)} AND v.value IS NOT NULL AND ${values}
  UNION ALL
  SELECT r.fact, r.entity, r.valid_from, r.amount, s.derived, r.district, r.street,
      jsonb_build_object('measure', '${REGISTERED}', 'kind', j.dims->>'kind'), r.causes::text[],
      false
    FROM ${DECLARED_ROWS}
    CROSS JOIN LATERAL (${registered(knownAt)}) s
    WHERE r.measure = 'reference.declared-social-organisations' AND ${known('r', knownAt)} AND j.dims->>'level' <> 'VILLAGE' AND ${registers}`;

/** The newest declaration of each series until `day`, unless it agrees, with the first day of its drift. */
const standing = (
  { day, knownAt }: Moment,
  comparison: Comparison,
): string => `SELECT n.fact, n.entity, n.day, n.declared, n.derived, n.drift, n.since, n.district, n.street, n.of, n.causes, n.withheld
  FROM (SELECT u.*, min(u.day) OVER (PARTITION BY u.fact, u.entity, u.run) AS since,
      row_number() OVER (PARTITION BY u.fact, u.entity ORDER BY u.day DESC) AS age
    FROM (SELECT l.*, count(*) FILTER (WHERE l.drift IS DISTINCT FROM l.previous) OVER series AS run
      FROM (SELECT c.*, c.declared - c.derived AS drift, lag(c.declared - c.derived) OVER series AS previous
        FROM (${compared(knownAt, comparison)}) c WHERE c.day <= ${day} WINDOW series AS (PARTITION BY c.fact, c.entity ORDER BY c.day)) l
      WINDOW series AS (PARTITION BY l.fact, l.entity ORDER BY l.day)) u) n
  WHERE n.age = 1 AND n.drift <> 0`;

/** Drifts that stand on a day. Columns: entity, day, declared, derived, drift, since, then where and of what. */
export const driftsSql = (
  moment: Moment,
  comparison: Comparison,
  { entity, amount, withheld }: DriftColumns,
): string => `SELECT ${entity} AS entity, t.day,
    ${amount('t.declared')} AS declared, ${amount('t.derived')} AS derived, ${amount('t.drift')} AS drift, t.since,
    d.name AS fact, t.district, t.street, t.of, t.causes, ${withheld} AS withheld
  FROM ((${found(moment)}) UNION ALL (${standing(moment, comparison)})) t JOIN metrics.fact_definition d ON d.fact = t.fact`;

import type { BusinessDay } from '@minhai/domain';
import type { Queryable, Statement } from '@minhai/postgres';
import { isKnownNowOrAt, momentOf } from '../cells/known-at.js';

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

/** SQL expressions. */
interface Moment {
  /** The day on which a drift must stand; what was declared later is left out. */
  readonly day: string;
  /** The moment as of which it must be known; null: now. */
  readonly knownAt: string;
}

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
  WHERE t.rule = 'AFTER_MISMATCH' AND ${isKnownNowOrAt('t', knownAt)} AND j.detail ? 'drift'
    AND (j.detail->>'day')::date <= ${day} AND (NOT j.detail ? 'until' OR (j.detail->>'until')::date > ${day})
  ORDER BY t.fact, t.entity, t.street, x.of, j.detail->>'since', j.detail->>'day' DESC`;

const DECLARED_ROWS = `metrics.fact_row r CROSS JOIN LATERAL (SELECT r.dims::jsonb AS dims) j`;

/**
 * Values of indicators and stocks of registers as declared, beside what all entities together come to. A value declared with
 * more decimals than the figure is kept with agrees when it does so rounded.
 */
const COMPARED = `SELECT r.fact, r.entity, r.valid_from AS day, 
      trim_scale(CASE WHEN round(r.amount / 10000.0, scale(v.value)) = v.value THEN v.value ELSE r.amount / 10000.0 END) AS declared, trim_scale(v.value) AS derived,
      r.district, r.street, jsonb_build_object('indicator', v.indicator_id) AS of, r.causes::text[] AS causes,
      v.withheld
    FROM ${DECLARED_ROWS}
    JOIN metrics.indicator_value v ON v.indicator_id = j.dims->>'indicator' AND v.period_end = r.valid_from
      AND v.region = CASE j.dims->>'level' WHEN 'DISTRICT' THEN r.district WHEN 'STREET' THEN r.street END
    WHERE r.measure = 'reference.declared-values' AND r.known_until IS NULL AND v.value IS NOT NULL
  UNION ALL
  SELECT r.fact, r.entity, r.valid_from, r.amount, s.derived, r.district, r.street,
      jsonb_build_object('measure', 'socialorg.registered', 'kind', j.dims->>'kind'), r.causes::text[],
      false
    FROM ${DECLARED_ROWS}
    CROSS JOIN LATERAL (SELECT coalesce(sum(c.amount), 0) AS derived FROM metrics.cell c
      WHERE c.measure = 'socialorg.registered' AND c.district = r.district AND c.day <= r.valid_from
        AND c.dims::jsonb->>'kind' = j.dims->>'kind' AND (j.dims->>'level' = 'DISTRICT' OR c.street = r.street)) s
    WHERE r.measure = 'reference.declared-social-organisations' AND r.known_until IS NULL AND j.dims->>'level' <> 'VILLAGE'`;

/**
 * The newest declaration of each series until `day`, unless it agrees, with the first day of its drift. Figures are kept as
 * known now only: as known at another moment nothing is compared with them.
 */
const standing = ({
  day,
  knownAt,
}: Moment): string => `SELECT n.fact, n.entity, n.day, n.declared, n.derived, n.drift, n.since, n.district, n.street, n.of, n.causes, n.withheld
  FROM (SELECT u.*, min(u.day) OVER (PARTITION BY u.fact, u.entity, u.run) AS since,
      row_number() OVER (PARTITION BY u.fact, u.entity ORDER BY u.day DESC) AS age
    FROM (SELECT l.*, count(*) FILTER (WHERE l.drift IS DISTINCT FROM l.previous) OVER series AS run
      FROM (SELECT c.*, c.declared - c.derived AS drift, lag(c.declared - c.derived) OVER series AS previous
        FROM (${COMPARED}) c WHERE c.day <= ${day} WINDOW series AS (PARTITION BY c.fact, c.entity ORDER BY c.day)) l
      WINDOW series AS (PARTITION BY l.fact, l.entity ORDER BY l.day)) u) n
  WHERE n.age = 1 AND n.drift <> 0 AND ${knownAt} IS NULL`;

/** SQL expressions over `t` (drift) and `d` (fact_definition). */
export interface DriftColumns extends Moment {
  /** Shows or masks the key. */
  readonly entity: string;
  /** Shows or masks one of the three amounts, given its expression. */
  readonly amount: (value: string) => string;
  /** Whether the amounts would tell of few people. */
  readonly withheld: string;
}

/** Drifts that stand on a day. Columns: entity, day, declared, derived, drift, since, then where and of what. */
export const driftsSql = ({
  entity,
  amount,
  withheld,
  ...moment
}: DriftColumns): string => `SELECT ${entity} AS entity, t.day,
    ${amount('t.declared')} AS declared, ${amount('t.derived')} AS derived, ${amount('t.drift')} AS drift, t.since,
    d.name AS fact, t.district, t.street, t.of, t.causes, ${withheld} AS withheld
  FROM ((${found(moment)}) UNION ALL (${standing(moment)})) t JOIN metrics.fact_definition d ON d.fact = t.fact`;

const WHOLE: DriftColumns = {
  entity: 't.entity',
  amount: (value) => value,
  withheld: 't.withheld',
  day: `coalesce($5::date, 'infinity')`,
  knownAt: '$6::timestamptz',
};

const DRIFTS: Statement = {
  name: 'metrics.drifts',
  text: `SELECT s.* FROM (${driftsSql(WHOLE)}) s
    WHERE ($1::text IS NULL OR s.district = $1) AND ($2::text[] IS NULL OR s.fact = ANY ($2)
      OR s.of->>'indicator' = $3 OR s.of->>'measure' = ANY ($4::text[]))
    ORDER BY abs(s.drift) DESC, s.fact, s.entity, s.day, s.of::text`,
};

/** What drifts are asked for; all that stand now when it is left out. */
export interface DriftsBehind {
  readonly facts: readonly string[];
  readonly indicator: string;
  readonly measures: readonly string[];
  /** They stood on this day. */
  readonly asOf: BusinessDay;
  /** Epoch milliseconds; null: as known now. Then only are figures compared with declared values and registers. */
  readonly knownAt: number | null;
}

/** The largest first; of all districts when none is named. */
export const readDrifts = (
  db: Queryable,
  district: string | null,
  behind: DriftsBehind | null = null,
): Promise<Drift[]> =>
  db.prepared<Drift & object>(DRIFTS, [
    district,
    behind && behind.facts,
    behind && behind.indicator,
    behind && behind.measures,
    behind && behind.asOf,
    behind && momentOf(behind.knownAt),
  ]);

import type { BusinessDay } from '@minhai/domain';
import type { Queryable, Statement } from '@minhai/postgres';

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
}

const KEYS = `'{day,declared,derived,drift,since,until}'::text[]`;

/**
 * Drifts that stand, the newest declaration of each. `entity`: the expression that shows or masks it over `t` (finding) and
 * `d` (fact_definition). Columns: entity, day, declared, derived, drift, since, then where and of what.
 */
export const driftsSql = (
  entity: string,
): string => `SELECT DISTINCT ON (d.name, t.entity, t.street, x.of, j.detail->>'since')
    ${entity} AS entity, (j.detail->>'day')::date AS day, (j.detail->>'declared')::numeric AS declared,
    (j.detail->>'derived')::numeric AS derived, (j.detail->>'drift')::numeric AS drift,
    (j.detail->>'since')::date AS since, d.name AS fact, t.district, t.street, x.of, t.causes::text[] AS causes
  FROM metrics.finding t JOIN metrics.fact_definition d ON d.fact = t.fact
  CROSS JOIN LATERAL (SELECT t.detail::jsonb AS detail) j
  CROSS JOIN LATERAL (SELECT j.detail - ${KEYS} AS of) x
  WHERE t.rule = 'AFTER_MISMATCH' AND t.known_until IS NULL AND j.detail ? 'drift' AND NOT j.detail ? 'until'
  ORDER BY d.name, t.entity, t.street, x.of, j.detail->>'since', j.detail->>'day' DESC`;

const DRIFTS: Statement = {
  name: 'metrics.drifts',
  text: `SELECT s.* FROM (${driftsSql('t.entity')}) s
    WHERE ($1::text IS NULL OR s.district = $1) AND ($2::text[] IS NULL OR s.fact = ANY ($2))
    ORDER BY abs(s.drift) DESC, s.fact, s.entity, s.day, s.of::text`,
};

/** The largest first; of all districts and facts when none is named. */
export const readDrifts = (
  db: Queryable,
  district: string | null,
  facts: readonly string[] | null,
): Promise<Drift[]> => db.prepared<Drift & object>(DRIFTS, [district, facts]);

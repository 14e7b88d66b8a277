import type { Queryable, Statement } from '@minhai/postgres';

/** Open findings of one fact in a district, counted. */
export interface FindingCount {
  readonly fact: string;
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
}

const FINDINGS: Statement = {
  name: 'metrics.finding_counts',
  text: `SELECT d.name AS fact, f.rule, f.severity, count(*) AS count
    FROM metrics.finding f JOIN metrics.fact_definition d ON d.fact = f.fact
    WHERE f.district = $1
      AND CASE WHEN $2::timestamptz IS NULL THEN f.known_until IS NULL
        ELSE f.known_from <= $2 AND (f.known_until IS NULL OR f.known_until > $2) END
    GROUP BY d.name, f.rule, f.severity ORDER BY d.name, f.severity, f.rule`,
};

/** Findings open now, or open at `knownAt` (epoch milliseconds). */
export const countFindings = (
  db: Queryable,
  district: string,
  knownAt: number | null,
): Promise<FindingCount[]> =>
  db.prepared<FindingCount & object>(FINDINGS, [
    district,
    knownAt === null ? null : new Date(knownAt).toISOString(),
  ]);

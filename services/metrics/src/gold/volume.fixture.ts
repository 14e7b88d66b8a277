import type { Database } from '@minhai/postgres';
import { DOMAIN_VIEWS } from '../domain-views/catalogue.js';
import { FACTS } from '../facts/catalogue.generated.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { storeDefinitions } from './definition.store.js';

const PLACES = `(SELECT d AS district, d || lpad(s::text, 3, '0') AS street
  FROM unnest(ARRAY['310105', '310118']) d, generate_series(101, 112) s)`;
const MONTHS = `(SELECT (generate_series('2012-01-01'::date, '2025-12-01', '1 month') + interval '1 month')::date - 1 AS month_end)`;

/** Rows by measure, place and day, as many as years of both districts leave. */
const FACT_TABLES = [
  `INSERT INTO metrics.cell (measure, district, street, dims, day, amount)
   SELECT m.measure, p.district, p.street, m.dims, '2016-01-01'::date + n * 7, 1 + n % 5
   FROM measure_of_volume m, ${PLACES} p, generate_series(0, 80) n`,
  `INSERT INTO metrics.fact_row
     (fact, entity, row_id, measure, district, street, dims, amount, valid_from, valid_until, causes, known_from, known_until)
   SELECT m.fact, 'entity-' || n, gen_random_uuid(), m.measure, p.district, p.street, m.dims, 1 + n % 5, '2016-01-01'::date + n * 9,
     CASE WHEN n % 3 = 0 THEN '2016-01-01'::date + n * 9 + 400 END, '{}', '2016-01-01'::date + n * 9,
     CASE WHEN n % 7 = 0 THEN '2021-06-01'::timestamptz END
   FROM measure_of_volume m, ${PLACES} p, generate_series(0, 60) n`,
  `INSERT INTO metrics.finding (fact, entity, finding_id, rule, severity, district, street, detail, causes, known_from)
   SELECT d.fact, 'entity-' || n, gen_random_uuid(), r.rule, 'warning', p.district, p.street, '{}', '{}', '2020-01-01'
   FROM metrics.fact_definition d, ${PLACES} p, generate_series(0, 3) n,
     unnest(ARRAY['STATE', 'MISSING_PREDECESSOR', 'NEGATIVE_STOCK', 'AFTER_MISMATCH', 'SEQ_GAP', 'LIMIT', 'DUPLICATE_PERSON']) WITH ORDINALITY r (rule, o)
   WHERE (n + d.fact) % 3 = 0 OR r.o < 3`,
];

const FIGURES = [
  `INSERT INTO metrics.indicator_value (indicator_id, region, period_end, value, numerator, denominator)
   SELECT i.id, p.region, m.month_end, 1.5, 3, 2
   FROM gold.indicator i, (SELECT x.street AS region FROM ${PLACES} x UNION VALUES ('310105'), ('310118')) p, ${MONTHS} m
   WHERE p.region LIKE i.district || '%'`,
  `INSERT INTO metrics.indicator_progress (indicator_id, period_end, value, breach, never)
   SELECT i.id, m.month_end, 1.5, extract(year FROM m.month_end) = 2019, false FROM gold.indicator i, ${MONTHS} m`,
];

const KEYS: Readonly<Record<string, string>> = {
  mv_eldercare_capacity: `'INSTITUTION', 'CARE_HOME', 'NURSING_HOSPITAL', 'HOME'`,
  mv_eldercare_occupancy: `'GENERAL', 'NURSING', 'DEMENTIA'`,
  mv_need_grade_by_street: `'HIGH', 'MEDIUM', 'LOW', 'NONE'`,
  mv_assistance_circle: `'DIBAO', 'LOW_INCOME', 'EXPENDITURE', 'SPECIAL_HARDSHIP', 'NONE'`,
};

const valuesOf = (name: string): string =>
  DOMAIN_VIEWS.find((view) => view.name === name)!
    .values.map((column) => (column.name === 'withheld' ? `(n % 5 = 0)` : '10 + n % 90'))
    .join(', ');

const DOMAIN_TABLES = [
  ...Object.entries(KEYS).map(
    ([name, codes]) => `INSERT INTO metrics.${name}
     SELECT p.district, m.month_end, p.street, k, ${valuesOf(name)}
     FROM ${PLACES} p, ${MONTHS} m, unnest(ARRAY[${codes}]) WITH ORDINALITY AS k (k, n)`,
  ),
  `INSERT INTO metrics.mv_socialorg_register SELECT p.district, m.month_end, p.street, ${valuesOf('mv_socialorg_register')}
   FROM ${PLACES} p, ${MONTHS} m, (VALUES (7)) v (n)`,
  `INSERT INTO metrics.mv_marriages_by_month SELECT d, m.month_end, r, k, 10 + n % 90, n % 5 = 0
   FROM unnest(ARRAY['310105', '310118']) d, ${MONTHS} m, unnest(ARRAY['MARRIAGE', 'DIVORCE']) r,
     unnest(ARRAY['MARRIAGE', 'REMARRIAGE', 'SUPPLEMENT']) WITH ORDINALITY AS k (k, n)`,
  `INSERT INTO metrics.mv_mca_quarterly
   SELECT d, m.month_end, n, to_char(m.month_end, 'YYYY-"Q"Q'), NULL, '指标' || n, 'Item ' || n, '张', false, 100, 90, 11.1, false
   FROM unnest(ARRAY['310105', '310118']) d, ${MONTHS} m, generate_series(1, 17) n WHERE extract(month FROM m.month_end) % 3 = 0`,
];

/** Fills tables with invented rows, more than the ledger leaves. Answers how many rows each table has, as the planner thinks. */
export async function fillWithVolume(owner: Database): Promise<ReadonlyMap<string, number>> {
  await storeDefinitions(owner, INDICATORS);
  await owner.transaction(async (tx) => {
    await tx.query(
      'CREATE TEMP TABLE measure_of_volume (fact smallint, measure text, dims text) ON COMMIT DROP',
    );
    for (const [number, { name, measures }] of FACTS.entries()) {
      await tx.query(`INSERT INTO metrics.fact_definition (fact, name, fingerprint) VALUES ($1, $2, '')`, [
        number + 1,
        name,
      ]);
      for (const { name: measure } of measures)
        await tx.query('INSERT INTO measure_of_volume VALUES ($1, $2, $3)', [
          number + 1,
          measure,
          '{"scope":"INSTITUTION"}',
        ]);
    }
    for (const statement of [...FACT_TABLES, ...FIGURES, ...DOMAIN_TABLES]) await tx.query(statement);
    await tx.query('DELETE FROM metrics.moved');
  });
  await owner.query('ANALYZE');
  const rows = await owner.query<{ name: string; rows: number }>(
    `SELECT c.relname AS name, c.reltuples::int AS rows FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace IN ('gold'::regnamespace, 'metrics'::regnamespace)`,
  );
  return new Map(rows.map(({ name, rows }) => [name, rows]));
}

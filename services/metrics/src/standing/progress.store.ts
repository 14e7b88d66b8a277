import { type BusinessDay, firstDayOfMonth } from '@minhai/domain';
import { type Queryable, type Transaction, binaryArray, bulkStatement } from '@minhai/postgres';
import { type MonthCell, type SeriesRow, FIRST_MONTH } from '../evaluate/series.js';
import { targetTermsOf } from '../evaluate/window.js';
import { readMonthCells } from '../cells/month-cell.reader.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { ProgressRow } from './progress.js';

const KEY = { indicator_id: 'text', period_end: 'date' } as const;

/** Every other column; numbers travel as text. */
const VALUES = {
  value: 'numeric',
  base: 'numeric',
  target: 'numeric',
  target_day: 'date',
  completion: 'numeric',
  status: 'text',
  breach: 'boolean',
  breach_zh: 'text',
  breach_en: 'text',
  months_left: 'numeric',
  missing: 'numeric',
  required_per_month: 'numeric',
  required_per_year: 'numeric',
  actual_per_month: 'numeric',
  actual_per_year: 'numeric',
  projected: 'numeric',
  shortfall: 'numeric',
  never: 'boolean',
  counted_unit: 'text',
  counted_zh: 'text',
  counted_en: 'text',
  summary_zh: 'text',
  summary_en: 'text',
} as const;

type ValueColumn = keyof typeof VALUES;
type Values = Readonly<Record<ValueColumn, string | null>>;

const COLUMNS = Object.keys(VALUES) as readonly ValueColumn[];
const asText = Object.fromEntries(COLUMNS.map((column) => [column, 'text'])) as Record<ValueColumn, 'text'>;

const UPSERT = bulkStatement(
  'metrics.upsert_indicator_progress',
  { ...KEY, ...asText },
  (rows) => `INSERT INTO metrics.indicator_progress AS p (indicator_id, period_end, ${COLUMNS.join(', ')})
    SELECT indicator_id, period_end, ${COLUMNS.map((column) => `${column}::${VALUES[column]}`).join(', ')} FROM ${rows}
    ON CONFLICT (indicator_id, period_end) DO UPDATE
      SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${COLUMNS.map((column) => `p.${column}`).join(', ')})
        IS DISTINCT FROM (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`,
);

const DELETE = bulkStatement(
  'metrics.delete_indicator_progress',
  KEY,
  (rows) => `DELETE FROM metrics.indicator_progress p USING ${rows}
    WHERE p.indicator_id = rows.indicator_id AND p.period_end = rows.period_end`,
);

export type ProgressKey = Pick<ProgressRow, 'indicator' | 'periodEnd'>;

const flag = (value: boolean): string => (value ? 'true' : 'false');

/** A row of the table as it is stored, all as text. */
export const valuesOf = (row: ProgressRow): Values => {
  const counted = row.shortfall ?? row.missing;
  return {
    value: row.value,
    base: row.base,
    target: row.target,
    target_day: row.targetDay,
    completion: row.completion,
    status: row.status,
    breach: flag(row.breach),
    breach_zh: row.breachReason?.zh ?? null,
    breach_en: row.breachReason?.en ?? null,
    months_left: row.monthsLeft,
    missing: row.missing?.amount ?? null,
    required_per_month: row.required?.perMonth ?? null,
    required_per_year: row.required?.perYear ?? null,
    actual_per_month: row.actual?.perMonth ?? null,
    actual_per_year: row.actual?.perYear ?? null,
    projected: row.projected,
    shortfall: row.shortfall?.amount ?? null,
    never: flag(row.never),
    counted_unit: counted?.unit ?? null,
    counted_zh: counted?.zh ?? null,
    counted_en: counted?.en ?? null,
    summary_zh: row.summary?.zh ?? null,
    summary_en: row.summary?.en ?? null,
  };
};

export async function upsertProgress(tx: Transaction, rows: readonly ProgressRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(valuesOf);
  const columns = Object.fromEntries(
    COLUMNS.map((column) => [column, values.map((row) => row[column])]),
  ) as Record<ValueColumn, (string | null)[]>;
  await tx.prepared(UPSERT, UPSERT.bind({ ...keysOf(rows), ...columns }));
}

export async function deleteProgress(tx: Transaction, rows: readonly ProgressKey[]): Promise<void> {
  if (rows.length > 0) await tx.prepared(DELETE, DELETE.bind(keysOf(rows)));
}

const keysOf = (rows: readonly ProgressKey[]) => ({
  indicator_id: rows.map(({ indicator }) => indicator),
  period_end: rows.map(({ periodEnd }) => periodEnd),
});

/** What is stored: key and values of every row as text, in one string each. */
export interface StoredProgress {
  readonly indicator: string;
  readonly periodEnd: BusinessDay;
  readonly values: Values;
}

export const readWholeProgress = (db: Queryable): Promise<StoredProgress[]> =>
  db.query<StoredProgress & object>(
    `SELECT p.indicator_id AS indicator, p.period_end AS "periodEnd",
       json_build_object(${COLUMNS.map((column) => `'${column}', p.${column}::text`).join(', ')}) AS values
     FROM metrics.indicator_progress p`,
  );

const DISTRICT_SERIES = {
  name: 'metrics.district_series',
  text: `SELECT v.indicator_id AS indicator, v.region, v.period_end AS "periodEnd", v.value, v.numerator, v.denominator
    FROM metrics.indicator_value v JOIN gold.indicator i ON i.id = v.indicator_id AND i.district = v.region
    WHERE v.indicator_id = ANY ($1::text[]) ORDER BY v.indicator_id, v.period_end`,
};

/** The month-end series of the districts themselves, in order. */
export const readDistrictSeries = (db: Queryable, indicators: readonly string[]): Promise<SeriesRow[]> =>
  db.prepared<SeriesRow>(DISTRICT_SERIES, [binaryArray('text', indicators)]);

/** Cells of what the indicators' targets are a share of. Reads `<schema>.cell`. */
export async function readTargetCells(
  db: Queryable,
  schema: string,
  indicators: readonly IndicatorDefinition[],
): Promise<MonthCell[]> {
  const cells = indicators.flatMap((indicator) =>
    targetTermsOf(indicator).map(({ measure }) => ({ measure, district: indicator.district })),
  );
  const distinct = [...new Map(cells.map((cell) => [`${cell.measure} ${cell.district}`, cell])).values()];
  return distinct.length === 0 ? [] : readMonthCells(db, schema, distinct, firstDayOfMonth(FIRST_MONTH));
}

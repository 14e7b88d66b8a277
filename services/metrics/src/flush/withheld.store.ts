import { type Queryable, type Transaction, binaryArray, bulkStatement } from '@minhai/postgres';
import type { SeriesRow } from '../evaluate/series.js';
import type { SeriesKey } from './series-difference.js';

/** A figure as it is stored, and whether it is withheld from readers without the grant. */
export interface StoredFigure extends SeriesRow {
  readonly withheld: boolean;
}

const FIGURES = `SELECT v.indicator_id AS indicator, v.region, v.period_end AS "periodEnd",
    v.value, v.numerator, v.denominator, v.withheld
  FROM metrics.indicator_value v`;

const KEY = { indicator_id: 'text', region: 'text', period_end: 'date' } as const;

const MARK = bulkStatement(
  'metrics.mark_withheld',
  { ...KEY, withheld: 'bool' },
  (rows) => `UPDATE metrics.indicator_value v SET withheld = rows.withheld FROM ${rows}
    WHERE v.indicator_id = rows.indicator_id AND v.region = rows.region AND v.period_end = rows.period_end`,
);

export const readWholeFigures = (db: Queryable): Promise<StoredFigure[]> => db.query<StoredFigure>(FIGURES);

export const readFiguresOf = (db: Queryable, indicators: readonly string[]): Promise<StoredFigure[]> =>
  db.query<StoredFigure>(`${FIGURES} WHERE v.indicator_id = ANY ($1::text[])`, [
    binaryArray('text', indicators),
  ]);

const FIGURES_AT = {
  name: 'metrics.figures_at',
  text: `${FIGURES} JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::date[]) AS k (indicator_id, period_end)) k
    ON k.indicator_id = v.indicator_id AND k.period_end = v.period_end`,
};

/** All regions at these month ends. */
export const readFiguresAt = (
  db: Queryable,
  keys: readonly Pick<SeriesKey, 'indicator' | 'periodEnd'>[],
): Promise<StoredFigure[]> =>
  db.prepared<StoredFigure>(FIGURES_AT, [
    binaryArray(
      'text',
      keys.map(({ indicator }) => indicator),
    ),
    binaryArray(
      'date',
      keys.map(({ periodEnd }) => periodEnd),
    ),
  ]);

export async function markWithheld(tx: Transaction, rows: readonly StoredFigure[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.prepared(
    MARK,
    MARK.bind({
      indicator_id: rows.map(({ indicator }) => indicator),
      region: rows.map(({ region }) => region),
      period_end: rows.map(({ periodEnd }) => periodEnd),
      withheld: rows.map(({ withheld }) => withheld),
    }),
  );
}

/** Nothing of indicators behind which no people are counted is withheld. */
export const showOthers = (tx: Transaction, indicators: readonly string[]): Promise<unknown> =>
  tx.query(
    'UPDATE metrics.indicator_value v SET withheld = false WHERE v.withheld AND v.indicator_id <> ALL ($1::text[])',
    [binaryArray('text', indicators)],
  );

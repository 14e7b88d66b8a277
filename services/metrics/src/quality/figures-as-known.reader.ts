import { type BusinessDay, firstDayOfMonth } from '@minhai/domain';
import { type Queryable, type Statement } from '@minhai/postgres';
import { momentOf, wasKnownAt } from '../cells/known-at.js';
import { readMonthCellsAsKnown } from '../cells/month-cell.reader.js';
import { wholeFigures } from '../disclosure/whole-figures.js';
import { FIRST_MONTH } from '../evaluate/series.js';
import { distinctCells } from '../flush/flush.js';
import type { StoredFigure } from '../flush/withheld.store.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { DECLARED_ROWS, DECLARED_VALUES } from './drift-sql.js';

/** What was declared in a district until a day, as known at a moment. */
interface Declared {
  readonly district: string;
  readonly asOf: BusinessDay;
  /** Epoch milliseconds. */
  readonly knownAt: number;
}

const DECLARED: Statement = {
  name: 'metrics.declared_indicators',
  text: `SELECT DISTINCT j.dims->>'indicator' AS id FROM ${DECLARED_ROWS}
    WHERE r.measure = '${DECLARED_VALUES}' AND r.district = $1 AND r.valid_from <= $2::date AND ${wasKnownAt('r', '$3::timestamptz')}`,
};

/**
 * At every month end the figures of those indicators whose values were declared, as they were known at a moment: what
 * `metrics.indicator_value` would have held then, whether withheld included.
 */
export async function readFiguresOfDeclared(
  db: Queryable,
  indicators: readonly IndicatorDefinition[],
  { district, asOf, knownAt }: Declared,
): Promise<StoredFigure[]> {
  const rows = await db.prepared<{ id: string }>(DECLARED, [district, asOf, momentOf(knownAt)]);
  const ids = new Set(rows.map(({ id }) => id));
  const declared = indicators.filter((indicator) => indicator.district === district && ids.has(indicator.id));
  if (declared.length === 0) return [];
  const since = firstDayOfMonth(FIRST_MONTH);
  return wholeFigures(declared, await readMonthCellsAsKnown(db, distinctCells(declared), { since, knownAt }));
}

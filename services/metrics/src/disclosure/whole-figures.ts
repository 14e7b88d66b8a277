import { type MonthCell, seriesOf } from '../evaluate/series.js';
import type { StoredFigure } from '../flush/withheld.store.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { withheldRows } from './withheld-rows.js';

/** All figures that these cells come to, each with whether it is withheld; pure. */
export function wholeFigures(
  indicators: readonly IndicatorDefinition[],
  cells: readonly MonthCell[],
): StoredFigure[] {
  const series = indicators.flatMap((indicator) => seriesOf(indicator, cells));
  const withheld = withheldRows(indicators, series);
  return series.map((row) => ({ ...row, withheld: withheld.has(row) }));
}

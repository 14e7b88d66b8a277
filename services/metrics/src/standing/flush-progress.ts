import type { BusinessDay } from '@minhai/domain';
import type { Transaction } from '@minhai/postgres';
import type { SeriesDifference } from '../flush/series-difference.js';
import { targetTermsOf } from '../evaluate/window.js';
import { groupBy } from '../facts/group-by.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { schemaName } from '../migrations.js';
import { type ProgressRow, progressOf } from './progress.js';
import { deleteProgress, readDistrictSeries, readTargetCells, upsertProgress } from './progress.store.js';

/**
 * Brings metrics.indicator_progress up to the values just written, in their transaction. A standing depends on its own month
 * and earlier ones, so only months from the first that changed on are judged anew; all of them where the target is a
 * share of something counted, which may have moved alone.
 */
export async function flushProgress(
  tx: Transaction,
  touched: readonly IndicatorDefinition[],
  { changed, vanished }: SeriesDifference,
): Promise<void> {
  const ofDistrict = (rows: SeriesDifference['vanished']) =>
    touched.flatMap(({ id, district }) =>
      rows.filter((row) => row.indicator === id && row.region === district),
    );
  const since = new Map<string, BusinessDay>();
  for (const { indicator, periodEnd } of ofDistrict([...changed, ...vanished])) {
    const first = since.get(indicator);
    if (first === undefined || periodEnd < first) since.set(indicator, periodEnd);
  }
  for (const indicator of touched) if (targetTermsOf(indicator).length > 0) since.set(indicator.id, '');
  const judged = touched.filter(({ id }) => since.has(id));
  if (judged.length > 0) await upsertProgress(tx, await judge(tx, judged, since));
  await deleteProgress(tx, ofDistrict(vanished));
}

async function judge(
  tx: Transaction,
  indicators: readonly IndicatorDefinition[],
  since: ReadonlyMap<string, BusinessDay>,
): Promise<ProgressRow[]> {
  const ids = indicators.map(({ id }) => id);
  const [series, cells] = await Promise.all([
    readDistrictSeries(tx, ids),
    readTargetCells(tx, schemaName, indicators),
  ]);
  const byIndicator = groupBy(series, ({ indicator }) => indicator);
  return indicators.flatMap((indicator) =>
    progressOf(indicator, byIndicator.get(indicator.id) ?? [], cells, since.get(indicator.id)),
  );
}

/** All of it from the values as they are stored: the definitions, and with them targets, may be other ones. */
export async function rebuildProgress(
  tx: Transaction,
  indicators: readonly IndicatorDefinition[],
): Promise<void> {
  await tx.query('DELETE FROM metrics.indicator_progress');
  await upsertProgress(tx, await judge(tx, indicators, new Map()));
}

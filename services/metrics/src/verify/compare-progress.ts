import type { Transaction } from '@minhai/postgres';
import type { SeriesRow } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { progressOf } from '../standing/progress.js';
import {
  type StoredProgress,
  readTargetCells,
  readWholeProgress,
  valuesOf,
} from '../standing/progress.store.js';
import { type RowComparison, compareRows } from './compare-rows.js';
import { SCRATCH_SCHEMA } from './scratch.migration.js';

/** @param series the month ends of every indicator and region, from the recomputed cells */
export async function compareProgress(
  tx: Transaction,
  series: readonly SeriesRow[],
): Promise<RowComparison<'indicator_progress', StoredProgress>> {
  const cells = await readTargetCells(tx, SCRATCH_SCHEMA, INDICATORS);
  const byRegion = groupBy(series, ({ indicator, region }) => `${indicator} ${region}`);
  const recomputed = INDICATORS.flatMap((indicator) =>
    progressOf(indicator, byRegion.get(`${indicator.id} ${indicator.district}`) ?? [], cells).map(
      (row): StoredProgress => ({
        indicator: row.indicator,
        periodEnd: row.periodEnd,
        values: valuesOf(row),
      }),
    ),
  );
  return compareRows('indicator_progress', { live: await readWholeProgress(tx), recomputed }, contentOf);
}

const contentOf = ({ indicator, periodEnd, values }: StoredProgress): string =>
  JSON.stringify([indicator, periodEnd, Object.entries(values).sort()]);

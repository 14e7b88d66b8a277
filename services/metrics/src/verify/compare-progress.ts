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
import { SCRATCH_SCHEMA } from './scratch.migration.js';

export interface ProgressDifference {
  readonly table: 'indicator_progress';
  readonly only: 'live' | 'recomputed';
  readonly row: StoredProgress;
}

export interface ProgressComparison {
  readonly count: { readonly live: number; readonly recomputed: number; readonly different: number };
  readonly differences: readonly ProgressDifference[];
}

/** @param recomputed the month-end series of every indicator and region, from the recomputed cells */
export async function compareProgress(
  tx: Transaction,
  recomputed: readonly SeriesRow[],
): Promise<ProgressComparison> {
  const cells = await readTargetCells(tx, SCRATCH_SCHEMA, INDICATORS);
  const byRegion = groupBy(recomputed, ({ indicator, region }) => `${indicator} ${region}`);
  const expected = INDICATORS.flatMap((indicator) =>
    progressOf(indicator, byRegion.get(`${indicator.id} ${indicator.district}`) ?? [], cells).map(
      (row): StoredProgress => ({
        indicator: row.indicator,
        periodEnd: row.periodEnd,
        values: valuesOf(row),
      }),
    ),
  );
  const live = await readWholeProgress(tx);
  const differences = [
    ...missingIn(live, expected).map((row) => ({ table: 'indicator_progress', only: 'live', row }) as const),
    ...missingIn(expected, live).map(
      (row) => ({ table: 'indicator_progress', only: 'recomputed', row }) as const,
    ),
  ];
  return {
    count: { live: live.length, recomputed: expected.length, different: differences.length },
    differences,
  };
}

function missingIn(rows: readonly StoredProgress[], others: readonly StoredProgress[]): StoredProgress[] {
  const named = new Set(others.map(contentOf));
  return rows.filter((row) => !named.has(contentOf(row)));
}

const contentOf = ({ indicator, periodEnd, values }: StoredProgress): string =>
  JSON.stringify([indicator, periodEnd, Object.entries(values).sort()]);

import { firstDayOfMonth } from '@minhai/domain';
import { type Transaction, binaryArray } from '@minhai/postgres';
import { DOMAIN_VIEWS } from '../domain-views/catalogue.js';
import { readViewRows, storedDistricts } from '../domain-views/domain-view.store.js';
import type { DomainView, ViewRow } from '../domain-views/domain-view.js';
import { wholeView } from '../domain-views/flush-domain-views.js';
import { contentOf } from '../domain-views/view-difference.js';
import { FIRST_MONTH } from '../evaluate/series.js';
import { SCRATCH_SCHEMA } from './scratch.migration.js';

export interface DomainViewDifference {
  /** Name of the view. */
  readonly table: string;
  readonly only: 'live' | 'recomputed';
  readonly row: ViewRow;
}

export interface DomainViewComparison {
  readonly count: { readonly live: number; readonly recomputed: number; readonly different: number };
  readonly differences: readonly DomainViewDifference[];
}

/** Every domain view, summed anew from the recomputed cells. */
export async function compareDomainViews(tx: Transaction): Promise<DomainViewComparison> {
  const count = { live: 0, recomputed: 0, different: 0 };
  const differences: DomainViewDifference[] = [];
  for (const view of DOMAIN_VIEWS) {
    for (const district of await districtsOf(tx, view)) {
      const live = await readViewRows(tx, view, district, firstDayOfMonth(FIRST_MONTH));
      const recomputed = await wholeView(tx, SCRATCH_SCHEMA, view, district);
      const different = [
        ...missingIn(view, live, recomputed).map((row) => ({ table: view.name, only: 'live', row }) as const),
        ...missingIn(view, recomputed, live).map(
          (row) => ({ table: view.name, only: 'recomputed', row }) as const,
        ),
      ];
      count.live += live.length;
      count.recomputed += recomputed.length;
      count.different += different.length;
      differences.push(...different);
    }
  }
  return { count, differences };
}

async function districtsOf(tx: Transaction, view: DomainView): Promise<readonly string[]> {
  const moved = await tx.query<{ district: string }>(
    `SELECT DISTINCT c.district FROM ${SCRATCH_SCHEMA}.cell c WHERE c.measure = ANY ($1::text[])`,
    [binaryArray('text', view.measures)],
  );
  const stored = await storedDistricts(tx, view);
  return [...new Set([...moved, ...stored].map(({ district }) => district))].sort();
}

function missingIn(view: DomainView, rows: readonly ViewRow[], others: readonly ViewRow[]): ViewRow[] {
  const contents = new Set(others.map((row) => contentOf(view, row)));
  return rows.filter((row) => !contents.has(contentOf(view, row)));
}

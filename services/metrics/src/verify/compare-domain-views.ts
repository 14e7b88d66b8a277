import type { Transaction } from '@minhai/postgres';
import { DOMAIN_VIEWS } from '../domain-views/catalogue.js';
import { readViewRows } from '../domain-views/domain-view.store.js';
import type { ViewRow } from '../domain-views/domain-view.js';
import { wholeView } from '../domain-views/flush-domain-views.js';
import { VIEW_DISTRICTS } from '../domain-views/view-cells.js';
import { contentOf } from '../domain-views/view-difference.js';
import { type RowComparison, compareRows } from './compare-rows.js';
import { SCRATCH_SCHEMA } from './scratch.migration.js';

/** Every domain view, summed anew from the recomputed cells. */
export async function compareDomainViews(tx: Transaction): Promise<RowComparison<string, ViewRow>> {
  const comparisons: RowComparison<string, ViewRow>[] = [];
  for (const view of DOMAIN_VIEWS) {
    for (const district of VIEW_DISTRICTS) {
      const live = await readViewRows(tx, view, district);
      const recomputed = await wholeView(tx, SCRATCH_SCHEMA, view, district);
      comparisons.push(compareRows(view.name, { live, recomputed }, (row) => contentOf(view, row)));
    }
  }
  const sum = (side: keyof RowComparison<string, ViewRow>['count']): number =>
    comparisons.reduce((total, { count }) => total + count[side], 0);
  return {
    count: { live: sum('live'), recomputed: sum('recomputed'), different: sum('different') },
    differences: comparisons.flatMap(({ differences }) => differences),
  };
}

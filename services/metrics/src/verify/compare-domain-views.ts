import type { Transaction } from '@minhai/postgres';
import { DOMAIN_VIEWS } from '../domain-views/catalogue.js';
import { readViewRows } from '../domain-views/domain-view.store.js';
import type { DomainView, ViewRow } from '../domain-views/domain-view.js';
import { wholeView } from '../domain-views/flush-domain-views.js';
import { VIEW_DISTRICTS } from '../domain-views/view-cells.js';
import { contentOf } from '../domain-views/view-difference.js';
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
    for (const district of VIEW_DISTRICTS) {
      const live = await readViewRows(tx, view, district);
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

function missingIn(view: DomainView, rows: readonly ViewRow[], others: readonly ViewRow[]): ViewRow[] {
  const contents = new Set(others.map((row) => contentOf(view, row)));
  return rows.filter((row) => !contents.has(contentOf(view, row)));
}

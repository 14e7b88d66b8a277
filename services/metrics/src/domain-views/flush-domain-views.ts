import { type BusinessMonth, firstDayOfMonth, monthOf } from '@minhai/domain';
import type { Queryable, Transaction } from '@minhai/postgres';
import { readMonthCells } from '../cells/month-cell.reader.js';
import { FIRST_MONTH, type MonthCell } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import type { MonthSums } from '../flush/month-sums.js';
import type { MovedMonth } from '../flush/moved-cell.js';
import { DOMAIN_VIEWS } from './catalogue.js';
import { deleteViewRows, readViewRows, upsertViewRows } from './domain-view.store.js';
import type { DomainView, ViewRow } from './domain-view.js';
import { cellsOfView, VIEW_DISTRICTS } from './view-cells.js';
import { type ViewDifference, viewDifference } from './view-difference.js';

/** A view of a district that notes move, with its cells as they were. */
export interface TouchedView {
  readonly view: DomainView;
  readonly district: string;
  /** The first month that moved. */
  readonly since: BusinessMonth;
  readonly before: readonly MonthCell[];
}

/** What the notes will move; to be asked before they are applied to the sums. */
export const viewsTouchedBy = (notes: readonly MovedMonth[], sums: MonthSums): TouchedView[] =>
  pairs().flatMap(({ view, district }) => {
    const months = notes
      .filter((note) => note.district === district && view.measures.includes(note.measure))
      .map(({ month }) => month);
    if (months.length === 0) return [];
    const before = sums.of(cellsOfView(view, district)).map((cell) => ({ ...cell }));
    return { view, district, since: months.reduce(earlier), before };
  });

/**
 * Writes what the notes moved, in the transaction that took them. Rows of months before the first that moved stay, unless the
 * last month of the view moved: rows end with it.
 */
export async function flushDomainViews(
  tx: Transaction,
  touched: readonly TouchedView[],
  sums: MonthSums,
): Promise<void> {
  // Each answer waits for its turn beside the fold: all districts of a view together, and no view for another.
  const views = [...groupBy(touched, ({ view }) => view)];
  await Promise.all(
    views.map(([view, ofView]) => {
      const differences = ofView.map((one) => differenceOf(one, sums));
      return writeDifference(tx, view, {
        changed: differences.flatMap(({ changed }) => changed),
        vanished: differences.flatMap(({ vanished }) => vanished),
      });
    }),
  );
}

function differenceOf({ view, district, since, before }: TouchedView, sums: MonthSums): ViewDifference {
  const after = sums.of(cellsOfView(view, district));
  const from = [since, ...lastOf(before), ...lastOf(after)].reduce(earlier);
  const rows = (cells: readonly MonthCell[]): ViewRow[] =>
    view.rowsOf({ district, from: from < FIRST_MONTH ? FIRST_MONTH : from, cells });
  return viewDifference(view, rows(before), rows(after));
}

/** Computes all rows and writes what differs from those stored: after a start or a rebuild. */
export async function flushWholeDomainViews(tx: Transaction, sums: MonthSums): Promise<void> {
  for (const { view, district } of pairs()) {
    const stored = await readViewRows(tx, view, district);
    const computed = view.rowsOf({
      district,
      from: FIRST_MONTH,
      cells: sums.of(cellsOfView(view, district)),
    });
    await writeDifference(tx, view, viewDifference(view, stored, computed));
  }
}

/** All rows of a district as the cells of a schema have them. */
export async function wholeView(
  db: Queryable,
  schema: string,
  view: DomainView,
  district: string,
): Promise<ViewRow[]> {
  const cells = await readMonthCells(db, schema, cellsOfView(view, district), firstDayOfMonth(FIRST_MONTH));
  return view.rowsOf({ district, from: FIRST_MONTH, cells });
}

const pairs = (): { view: DomainView; district: string }[] =>
  DOMAIN_VIEWS.flatMap((view) => VIEW_DISTRICTS.map((district) => ({ view, district })));

const earlier = (a: BusinessMonth, b: BusinessMonth): BusinessMonth => (b < a ? b : a);

/** Empty without cells. */
const lastOf = (cells: readonly MonthCell[]): BusinessMonth[] =>
  cells.length === 0 ? [] : [monthOf(cells.map(({ last }) => last).reduce((a, b) => (b > a ? b : a)))];

async function writeDifference(
  tx: Transaction,
  view: DomainView,
  { changed, vanished }: ViewDifference,
): Promise<void> {
  await Promise.all([deleteViewRows(tx, view, vanished), upsertViewRows(tx, view, changed)]);
}

import { type BusinessDay, firstDayOfMonth, firstDayOfYear, monthOf, yearOf } from '@minhai/domain';
import type { Transaction } from '@minhai/postgres';
import { type Cell, readMonthCells } from '../cells/month-cell.reader.js';
import { FIRST_MONTH } from '../evaluate/series.js';
import { schemaName } from '../migrations.js';
import { DOMAIN_VIEWS } from './catalogue.js';
import { deleteViewRows, lastStored, readViewRows, upsertViewRows } from './domain-view.store.js';
import type { DistrictCells, DomainView, ViewRow } from './domain-view.js';
import { viewDifference } from './view-difference.js';

/** A measure of a district that moved, on this day and perhaps later ones. */
export interface MovedSince extends Cell {
  readonly since: BusinessDay;
}

/**
 * Brings the domain views up to the cells that moved, in the transaction that took the notes: of every view and district
 * the years from the first that moved on, read, computed and compared; only rows that differ are written.
 */
export async function flushDomainViews(tx: Transaction, moved: readonly MovedSince[]): Promise<void> {
  for (const view of DOMAIN_VIEWS)
    for (const [district, since] of movedOf(view, moved)) await refresh(tx, view, district, since);
}

function movedOf({ measures }: DomainView, moved: readonly MovedSince[]): Map<string, BusinessDay> {
  const days = new Map<string, BusinessDay>();
  for (const { measure, district, since } of moved) {
    const known = days.get(district);
    if (measures.includes(measure) && (known === undefined || since < known)) days.set(district, since);
  }
  return days;
}

/** What moves may add or take away periods at the end, for every row of the district. */
async function refresh(
  tx: Transaction,
  view: DomainView,
  district: string,
  since: BusinessDay,
): Promise<void> {
  const last = await lastStored(tx, view, district);
  // Without a row nothing tells what moved before the first month that rows are kept of.
  const first = last ?? firstDayOfMonth(FIRST_MONTH);
  const cells = await cellsFrom(tx, view, district, first < since ? first : since);
  const stored = await readViewRows(tx, view, district, firstDayOfMonth(cells.from));
  const { changed, vanished } = viewDifference(view, stored, view.rowsOf(cells));
  await deleteViewRows(tx, view, vanished);
  await upsertViewRows(tx, view, changed);
}

/** From the year of a day on; from an earlier year when nothing is left that moved since. */
async function cellsFrom(
  tx: Transaction,
  view: DomainView,
  district: string,
  day: BusinessDay,
): Promise<DistrictCells> {
  const from = firstOf(day);
  const cells = await cellsOf(tx, schemaName, view, { district, from });
  const last = cells.cells
    .map((cell) => cell.last)
    .reduce((a, b) => (b > a ? b : a), firstDayOfMonth(FIRST_MONTH));
  return last >= from ? cells : cellsOf(tx, schemaName, view, { district, from: firstOf(last) });
}

function firstOf(day: BusinessDay): BusinessDay {
  const year = firstDayOfYear(yearOf(day));
  const first = firstDayOfMonth(FIRST_MONTH);
  return year < first ? first : year;
}

async function cellsOf(
  tx: Transaction,
  schema: string,
  { measures }: DomainView,
  { district, from }: { readonly district: string; readonly from: BusinessDay },
): Promise<DistrictCells> {
  const asked = measures.map((measure): Cell => ({ measure, district }));
  return { district, from: monthOf(from), cells: await readMonthCells(tx, schema, asked, from) };
}

/** All rows of a district as the cells of a schema have them. */
export async function wholeView(
  tx: Transaction,
  schema: string,
  view: DomainView,
  district: string,
): Promise<ViewRow[]> {
  return view.rowsOf(await cellsOf(tx, schema, view, { district, from: firstDayOfMonth(FIRST_MONTH) }));
}

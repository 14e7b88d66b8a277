import { firstDayOfMonth, monthOf } from '@minhai/domain';
import type { Database, Transaction } from '@minhai/postgres';
import { type Cell, readMonthCells } from '../cells/month-cell.reader.js';
import { flushDomainViews } from '../domain-views/flush-domain-views.js';
import { FIRST_MONTH, seriesOf } from '../evaluate/series.js';
import { targetTermsOf, termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { flushProgress } from '../standing/flush-progress.js';
import { announcementsOf } from './announcement.js';
import {
  deleteSeries,
  insertAnnouncements,
  readSeries,
  takeMoved,
  tryFlushLock,
  upsertSeries,
} from './flush.store.js';
import { differenceOf } from './series-difference.js';

export interface Flushed {
  /** False when another process is flushing. */
  readonly held: boolean;
  readonly changed: number;
  readonly vanished: number;
}

/**
 * Recomputes the indicators whose measures moved and writes what differs; notes taken, values and announcements are one transaction. Doing it twice writes nothing.
 */
export const flush = (database: Database, indicators: readonly IndicatorDefinition[]): Promise<Flushed> =>
  database.transaction(
    async (tx) => {
      if (!(await tryFlushLock(tx))) return { held: false, changed: 0, vanished: 0 };
      return flushIn(tx, indicators);
    },
    { retries: 3 },
  );

async function flushIn(tx: Transaction, indicators: readonly IndicatorDefinition[]): Promise<Flushed> {
  const moved = await takeMoved(tx);
  await flushDomainViews(tx, moved);
  const touched = indicators.filter((indicator) =>
    cellsOf(indicator).some((cell) => moved.some((note) => isSameCell(note, cell))),
  );
  if (touched.length === 0) return { held: true, changed: 0, vanished: 0 };
  // The whole series: a cell far from the others moves its ends, and with them months that no note is about.
  const since = firstDayOfMonth(FIRST_MONTH);
  const cells = await readMonthCells(tx, 'metrics', distinctCells(touched), since);
  const computed = touched.flatMap((indicator) => seriesOf(indicator, cells, monthOf(since)));
  const stored = await readSeries(
    tx,
    touched.map(({ id }) => id),
    since,
  );
  const difference = differenceOf(stored, computed);
  await upsertSeries(tx, difference.changed);
  await deleteSeries(tx, difference.vanished);
  await flushProgress(tx, touched, difference);
  await insertAnnouncements(tx, announcementsOf(difference));
  return { held: true, changed: difference.changed.length, vanished: difference.vanished.length };
}

export const cellsOf = (indicator: IndicatorDefinition): Cell[] =>
  [...termsOf(indicator), ...targetTermsOf(indicator)].map(({ measure }) => ({
    measure,
    district: indicator.district,
  }));

const isSameCell = (a: Cell, b: Cell): boolean => a.measure === b.measure && a.district === b.district;

export function distinctCells(indicators: readonly IndicatorDefinition[]): Cell[] {
  const cells = indicators.flatMap(cellsOf);
  return [...new Map(cells.map((cell) => [`${cell.measure} ${cell.district}`, cell])).values()];
}

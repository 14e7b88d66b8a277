import { firstDayOfMonth } from '@minhai/domain';
import type { Database, Transaction } from '@minhai/postgres';
import { type Cell, readMonthCells } from '../cells/month-cell.reader.js';
import {
  flushDomainViews,
  flushWholeDomainViews,
  viewsTouchedBy,
} from '../domain-views/flush-domain-views.js';
import { domainCells } from '../domain-views/view-cells.js';
import { FIRST_MONTH, seriesOf } from '../evaluate/series.js';
import { targetTermsOf, termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { flushProgress } from '../standing/flush-progress.js';
import { flushWithheld } from './flush-withheld.js';
import { announcementsOf } from './announcement.js';
import {
  deleteSeries,
  holdFlushLock,
  insertAnnouncements,
  nextFlush,
  readWholeSeries,
  tryFlushLock,
  upsertSeries,
} from './flush.store.js';
import { MonthSums } from './month-sums.js';
import type { MovedMonth } from './moved-cell.js';
import { type Taken, lookForMoved, takeMoved } from './moved.store.js';
import { differenceOf, type SeriesDifference } from './series-difference.js';
import { updateSeries } from './series-update.js';

export interface Flushed {
  /** False when another process is flushing. */
  readonly held: boolean;
  readonly changed: number;
  readonly vanished: number;
}

const NOTHING: Flushed = { held: true, changed: 0, vanished: 0 };
const NOT_HELD: Flushed = { held: false, changed: 0, vanished: 0 };

/**
 * Recomputes what the notes of the fold can change and writes what differs; notes taken, values and announcements are
 * one transaction. Doing it twice writes nothing.
 *
 * Between flushes the cells stay in memory, summed by month. They are good for the next flush only if nobody flushed
 * in between and the last one committed; else everything is read, computed and compared anew.
 */
export class IndicatorFlush {
  private sums: MonthSums | undefined;
  /** The flush after which `sums` hold. */
  private version = -1;
  /** The newest flush of anybody when this process looked last. Who flushed last goes on: it has the sums. */
  private seen: number | undefined;

  constructor(
    private readonly database: Database,
    private readonly indicators: readonly IndicatorDefinition[],
  ) {}

  async flush(): Promise<Flushed> {
    const { moved, version } = await lookForMoved(this.database);
    if (!moved) return NOTHING;
    const isBehind = this.sums === undefined || version !== this.version;
    const isSomebodyFlushing = this.seen !== undefined && version !== this.seen;
    this.seen = version;
    return isBehind && isSomebodyFlushing ? NOT_HELD : this.flushNotes();
  }

  private async flushNotes(): Promise<Flushed> {
    const sums = { current: this.sums };
    this.sums = undefined;
    // One snapshot: the notes taken are exactly those whose effects the cells show.
    const flushed = await this.database.transaction(
      (tx) => {
        const known = sums.current;
        sums.current = undefined;
        return this.flushIn(tx, known);
      },
      { retries: 3, isolation: 'repeatable read' },
    );
    this.sums = flushed.sums;
    this.version = this.seen = flushed.version;
    return flushed;
  }

  private async flushIn(
    tx: Transaction,
    known: MonthSums | undefined,
  ): Promise<Flushed & { sums: MonthSums | undefined; version: number }> {
    if (!(await tryFlushLock(tx))) return { ...NOT_HELD, sums: undefined, version: -1 };
    const [notes, version] = await Promise.all([takeMoved(tx), nextFlush(tx)]);
    const canGoOn = known !== undefined && notes !== 'everything' && version === this.version + 1;
    const { sums, difference } = canGoOn
      ? await flushOn(tx, this.indicators, known, notes)
      : await wholeFlush(tx, this.indicators);
    await writeDifference(tx, difference, judgedAnew(this.indicators, notes, difference));
    const { changed, vanished } = difference;
    return { held: true, changed: changed.length, vanished: vanished.length, sums, version };
  }
}

interface Brought {
  readonly sums: MonthSums;
  readonly difference: SeriesDifference;
}

/** From the sums that are known, by the notes. */
async function flushOn(
  tx: Transaction,
  indicators: readonly IndicatorDefinition[],
  sums: MonthSums,
  notes: readonly MovedMonth[],
): Promise<Brought> {
  const views = viewsTouchedBy(notes, sums);
  const difference = updateSeries(indicators, sums, notes);
  await flushDomainViews(tx, views, sums);
  return { sums, difference };
}

/** Reads, computes and compares everything: after a start, after somebody else's flush, after a rebuild. */
async function wholeFlush(tx: Transaction, indicators: readonly IndicatorDefinition[]): Promise<Brought> {
  const cells = distinctOf([...cellsOfAll(indicators), ...domainCells()]);
  const sums = new MonthSums(cells, await readMonthCells(tx, 'metrics', cells, firstDayOfMonth(FIRST_MONTH)));
  const computed = indicators.flatMap((indicator) => seriesOf(indicator, sums.cellsOf(indicator)));
  await flushWholeDomainViews(tx, sums);
  return { sums, difference: differenceOf(await readWholeSeries(tx), computed) };
}

/** For a transaction that has put other cells in place: the figures that follow from them become visible with them. */
export async function flushAnew(tx: Transaction, indicators: readonly IndicatorDefinition[]): Promise<void> {
  await holdFlushLock(tx);
  await takeMoved(tx);
  await nextFlush(tx);
  await writeDifference(tx, (await wholeFlush(tx, indicators)).difference, indicators);
}

/** Whose standing may be another one: what the difference is about, and whose target is a share of what moved. */
function judgedAnew(
  indicators: readonly IndicatorDefinition[],
  notes: Taken,
  { changed, vanished }: SeriesDifference,
): readonly IndicatorDefinition[] {
  if (notes === 'everything') return indicators;
  const moved = new Set([...changed, ...vanished].map(({ indicator }) => indicator));
  const isNoted = ({ measure }: Term, district: string): boolean =>
    notes.some((note) => note.measure === measure && note.district === district);
  return indicators.filter(
    (indicator) =>
      moved.has(indicator.id) || targetTermsOf(indicator).some((term) => isNoted(term, indicator.district)),
  );
}

/**
 * Statements run in the order they are given, and each answer waits for its turn beside the fold: what is withheld and how
 * figures stand follow from the same values, so neither waits for the other.
 */
async function writeDifference(
  tx: Transaction,
  difference: SeriesDifference,
  judged: readonly IndicatorDefinition[],
): Promise<void> {
  const values = [upsertSeries(tx, difference.changed), deleteSeries(tx, difference.vanished)];
  const [withheld] = await Promise.all([
    flushWithheld(tx, judged, difference),
    flushProgress(tx, judged, difference),
    ...values,
  ]);
  await insertAnnouncements(tx, announcementsOf(difference, withheld));
}

const cellsOf = (indicator: IndicatorDefinition): Cell[] =>
  [...termsOf(indicator), ...targetTermsOf(indicator)].map(({ measure }) => ({
    measure,
    district: indicator.district,
  }));

const cellsOfAll = (indicators: readonly IndicatorDefinition[]): Cell[] => indicators.flatMap(cellsOf);

const distinctOf = (cells: readonly Cell[]): Cell[] => [
  ...new Map(cells.map((cell) => [`${cell.measure} ${cell.district}`, cell])).values(),
];

export const distinctCells = (indicators: readonly IndicatorDefinition[]): Cell[] =>
  distinctOf(cellsOfAll(indicators));

import { describe, expect, it } from '@jest/globals';
import { type BusinessDay, monthOf } from '@minhai/domain';
import fc from 'fast-check';
import type { CountedMonthCell } from '../cells/month-cell.reader.js';
import { FIRST_MONTH, type SeriesRow, seriesOf } from '../evaluate/series.js';
import { termsOf } from '../evaluate/window.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { distinctCells } from './flush.js';
import { MonthSums } from './month-sums.js';
import { type MovedMonth, packIds } from './moved-cell.js';
import { seriesName } from './series-difference.js';
import { updateSeries } from './series-update.js';

/** A daily cell by its name, and what is added to it. */
interface Change {
  readonly measure: string;
  readonly district: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly day: BusinessDay;
  readonly amount: number;
  readonly cause: string;
}

/** Of one district: one of each kind, and one with a denominator. */
const SOME = INDICATORS.filter(({ district }) => district === '310105').filter(
  ({ kind, denominator }, i, all) =>
    all.findIndex(
      (other) => other.kind === kind && (other.denominator === null) === (denominator === null),
    ) === i,
);
const TERMS = SOME.flatMap(termsOf);

const uuid = (n: number): string => `01725b0c-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const firstOf = (where: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(where).map(([name, members]) => [name, members[0]!]));

const changeOn = (...days: BusinessDay[]): fc.Arbitrary<Change> =>
  fc.record({
    measure: fc.constantFrom(...TERMS.map(({ measure }) => measure), 'never.counted'),
    district: fc.constantFrom('310105', '310105', '310105', '310118'),
    street: fc.constantFrom('310105001', '310105002', 'unknown'),
    dims: fc.constantFrom({}, ...TERMS.map(({ where }) => firstOf(where ?? {}))),
    day: fc.constantFrom(...days),
    amount: fc.integer({ min: -2, max: 2 }),
    cause: fc.nat(30).map(uuid),
  });

const USUAL_DAYS = ['2019-12-31', '2020-01-01', '2020-01-02', '2020-03-31', '2020-12-31', '2021-06-30'];
/** Before the first month kept, after the last, and in them. */
const EDGES = ['1939-01-02', '1949-01-01', '2049-12-31', '2055-01-01'];

/** The cells as the table has them: none is zero. */
class Cells {
  private readonly amounts = new Map<string, { cell: Change; amount: number }>();

  /** The notes the fold would leave. */
  fold(changes: readonly Change[]): MovedMonth[] {
    return changes.map((cell) => {
      const name = JSON.stringify([cell.measure, cell.district, cell.street, cell.dims, cell.day]);
      const before = this.amounts.get(name)?.amount ?? 0;
      const amount = before + cell.amount;
      if (amount === 0) this.amounts.delete(name);
      else this.amounts.set(name, { cell, amount });
      return {
        ...cell,
        dims: JSON.stringify(cell.dims),
        month: monthOf(cell.day),
        amount: BigInt(cell.amount),
        days: Number(amount !== 0) - Number(before !== 0),
        causes: packIds([cell.cause]),
      };
    });
  }

  byMonth(): CountedMonthCell[] {
    return [...this.amounts.values()].map(({ cell, amount }) => ({
      ...cell,
      month: monthOf(cell.day) < FIRST_MONTH ? null : monthOf(cell.day),
      first: cell.day,
      last: cell.day,
      amount: BigInt(amount),
      days: 1,
    }));
  }
}

/** As `readMonthCells` sums them. */
function summed(cells: readonly CountedMonthCell[]): CountedMonthCell[] {
  const sums = new Map<string, CountedMonthCell>();
  for (const cell of cells) {
    const name = JSON.stringify([cell.measure, cell.district, cell.street, cell.dims, cell.month]);
    const sum = sums.get(name);
    sums.set(name, sum ? { ...sum, amount: sum.amount + cell.amount, days: sum.days + cell.days } : cell);
  }
  return [...sums.values()];
}

const seriesFrom = (indicators: readonly IndicatorDefinition[], cells: Cells): Map<string, SeriesRow> =>
  new Map(
    indicators
      .flatMap((indicator) => seriesOf(indicator, cells.byMonth()))
      .map((row) => [seriesName(row), row]),
  );

const assertUpdates = (change: fc.Arbitrary<Change>, numRuns: number): void =>
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 8 }),
      fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 5 }),
      (first, further) => {
        const cells = new Cells();
        cells.fold(first);
        const sums = new MonthSums(distinctCells(SOME), summed(cells.byMonth()));
        let stored = seriesFrom(SOME, cells);
        for (const batch of further) {
          // Notes come back from the table in no order.
          const notes = cells.fold(batch).reverse();
          const { changed, vanished, previous } = updateSeries(SOME, sums, notes);
          const after = new Map(stored);
          for (const row of changed) after.set(seriesName(row), row);
          for (const key of vanished) after.delete(seriesName(key));
          const expected = seriesFrom(SOME, cells);
          expect(sorted(after)).toEqual(sorted(expected));
          for (const key of [...changed, ...vanished])
            expect(previous.get(seriesName(key))).toEqual(stored.get(seriesName(key)));
          stored = expected;
        }
      },
    ),
    { numRuns },
  );

describe('series brought up to date', () => {
  it('given any changes of cells in any batches, equals the whole computation, and tells what was before', () => {
    assertUpdates(changeOn(...USUAL_DAYS), 150);
  });

  it('given changes at the edges of the months kept, equals the whole computation', () => {
    assertUpdates(changeOn(...EDGES, '2020-01-01'), 8);
  });

  it('given changes, names exactly the events behind what moved, each once', () => {
    const [indicator] = SOME.filter(
      ({ breakdown, numerator }) => breakdown === 'street' && !numerator[0]!.where,
    );
    const { measure } = indicator!.numerator[0]!;
    const at = (street: string, cause: number): Change => ({
      measure,
      district: '310105',
      street,
      dims: {},
      day: '2020-01-01',
      amount: 1,
      cause: uuid(cause),
    });
    const sums = new MonthSums(distinctCells([indicator!]), []);
    const notes = new Cells().fold([at('310105001', 1), at('310105002', 2), at('310105002', 2)]);
    const { causes } = updateSeries([indicator!], sums, notes);
    expect(Object.fromEntries(causes)).toEqual({
      [`${indicator!.id} 310105`]: { count: 2, events: [uuid(1), uuid(2)] },
      [`${indicator!.id} 310105001`]: { count: 1, events: [uuid(1)] },
      [`${indicator!.id} 310105002`]: { count: 1, events: [uuid(2)] },
    });
  });

  it('given a note that cannot follow from the cells, refuses to go on', () => {
    const { measure } = TERMS[0]!;
    const sums = new MonthSums(distinctCells(SOME), []);
    const [note] = new Cells().fold([
      {
        measure,
        district: '310105',
        street: 'unknown',
        dims: {},
        day: '2020-01-01',
        amount: 1,
        cause: uuid(1),
      },
    ]);
    expect(() => updateSeries(SOME, sums, [{ ...note!, days: -1 }])).toThrow('do not follow');
  });
});

const sorted = (series: ReadonlyMap<string, SeriesRow>): SeriesRow[] =>
  [...series].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);

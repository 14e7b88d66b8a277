import { describe, expect, it } from '@jest/globals';
import { addDays } from '@minhai/domain';
import fc from 'fast-check';
import { figuresOf, quotientOf } from '../evaluate/evaluate.js';
import { seriesOf } from '../evaluate/series.js';
import { termsOf } from '../evaluate/window.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Movement, getIndicator, lookupOf, monthCellsOf, moved } from '../standing/movements.fixture.js';
import type { Change } from './change.reader.js';
import { periodsOf, usualStart } from './periods.js';
import { pointsOf } from './points.js';
import { prefixLookup } from './prefix-lookup.js';

const MOST = 400;
const changesOf = (movements: readonly Movement[], from: string): Change[] =>
  movements.map((it) => ({
    measure: it.measure,
    street: it.street ?? 'unknown',
    dims: it.dims,
    day: it.day >= from ? it.day : null,
    amount: BigInt(it.amount),
  }));

const movementsOf = (indicator: IndicatorDefinition): fc.Arbitrary<Movement[]> =>
  fc.array(
    fc.oneof(
      ...termsOf(indicator).map(({ measure, where = {} }) =>
        fc.record({
          measure: fc.constant(measure),
          dims: fc.constant(
            Object.fromEntries(Object.entries(where).map(([dim, members]) => [dim, members[0]!])),
          ),
          amount: fc.integer({ min: -3, max: 40 }),
          day: fc.nat(1200).map((days) => addDays('2018-11-20', days)),
          street: fc.constantFrom('310105001', 'unknown'),
        }),
      ),
    ),
    { maxLength: 12 },
  );

describe('a series', () => {
  const some = INDICATORS.filter(({ id }) =>
    [
      'chn-nursing-bed-share',
      'chn-new-institution-beds',
      'chn-assistance-person-times',
      'qpu-small-plot-burial-share',
      'qpu-public-good-bases',
    ].includes(id),
  );

  it.each(some.map((indicator) => [indicator.id, indicator] as const))(
    '%s: a point by day is what an answer for that day gives, for the district and a 街镇',
    (_, indicator) => {
      const periods = periodsOf('day', '2020-12-20', '2021-01-10', MOST);
      fc.assert(
        fc.property(movementsOf(indicator), fc.constantFrom(undefined, '310105001'), (movements, street) => {
          const lookup = prefixLookup(changesOf(movements, '2016-01-01'));
          for (const { to, complete, from, ...figures } of pointsOf(indicator, lookup, {
            periods,
            aggregate: 'last',
            street,
          })) {
            const whole = quotientOf(indicator, to, lookupOf(movements), street ? { street } : {});
            const figuresThen = { ...figuresOf(whole, indicator.decimals), withheld: false };
            expect([figures, complete, from]).toEqual([figuresThen, true, to]);
          }
        }),
        { numRuns: 20 },
      );
    },
  );

  it('at month ends is the month-end series, and quarter and year ends are among them', () => {
    const indicator = getIndicator('chn-nursing-bed-share');
    fc.assert(
      fc.property(movementsOf(indicator), (movements) => {
        const stored = seriesOf(indicator, monthCellsOf(movements, indicator.district));
        const lookup = prefixLookup(changesOf(movements, '2016-01-01'));
        for (const by of ['month', 'quarter', 'year'] as const)
          for (const point of pointsOf(indicator, lookup, {
            periods: periodsOf(by, '2018-11-20', '2022-03-31', MOST),
            aggregate: 'last',
          })) {
            const row = stored.find((it) => it.region === indicator.district && it.periodEnd === point.to);
            if (row) expect(point).toMatchObject({ value: row.value, numerator: row.numerator });
          }
      }),
      { numRuns: 30 },
    );
  });
});

describe('aggregates', () => {
  const points = (id: string, aggregate: 'last' | 'sum' | 'mean', ...movements: Movement[]) =>
    pointsOf(getIndicator(id), prefixLookup(changesOf(movements, '2020-01-01')), {
      periods: periodsOf('quarter', '2021-01-01', '2021-06-30', MOST),
      aggregate,
    }).map(({ value }) => value);
  const added = (amount: number, day: string) =>
    moved('eldercare.new-beds', amount, day, { scope: 'INSTITUTION' });
  const dementia = (amount: number, day: string) =>
    moved('eldercare.dementia-beds', amount, day, { scope: 'INSTITUTION' });

  it('given a flow, last is cumulative within the year and sum is what each period adds', () => {
    const flows = [added(7, '2020-12-31'), added(5, '2021-02-01'), added(3, '2021-04-01')];
    expect(points('chn-new-institution-beds', 'last', ...flows)).toEqual(['5', '8']);
    expect(points('chn-new-institution-beds', 'sum', ...flows)).toEqual(['5', '3']);
  });

  it('given a stock, mean weighs every day: 90 days of 100, then 45 of 91 with 191', () => {
    const stock = [dementia(100, '2020-06-01'), dementia(91, '2021-05-17')];
    expect(points('chn-dementia-beds', 'mean', ...stock)).toEqual(['100', '145']);
  });
});

describe('periods', () => {
  it('end with the last day asked for, and say whether they are over', () => {
    expect(periodsOf('quarter', '2020-11-15', '2021-02-10', MOST)).toEqual([
      { from: '2020-10-01', to: '2020-12-31', complete: true },
      { from: '2021-01-01', to: '2021-02-10', complete: false },
    ]);
    expect(periodsOf('month', '2020-02-01', '2020-02-29', MOST)).toEqual([
      { from: '2020-02-01', to: '2020-02-29', complete: true },
    ]);
    expect(periodsOf('year', '2019-05-05', '2020-12-31', MOST).map(({ to }) => to)).toEqual([
      '2019-12-31',
      '2020-12-31',
    ]);
  });

  it('begin about a year back when nobody says from when, and are never more than one too many', () => {
    expect(usualStart('day', '2021-01-31')).toBe('2021-01-01');
    expect(usualStart('month', '2021-01-31')).toBe('2020-01-01');
    expect(usualStart('quarter', '2021-01-31')).toBe('2019-01-01');
    expect(usualStart('year', '2021-01-31')).toBe('2016-01-01');
    expect(periodsOf('day', '1900-01-01', '2021-01-01', MOST)).toHaveLength(MOST + 1);
  });
});

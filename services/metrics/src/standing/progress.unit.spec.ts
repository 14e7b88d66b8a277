import { describe, expect, it } from '@jest/globals';
import { addDays } from '@minhai/domain';
import fc from 'fast-check';
import { evaluate } from '../evaluate/evaluate.js';
import { seriesOf } from '../evaluate/series.js';
import { targetTermsOf, termsOf } from '../evaluate/window.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { type Movement, getIndicator, lookupOf, monthCellsOf, moved } from './movements.fixture.js';
import { progressOf } from './progress.js';

const progress = (indicator: IndicatorDefinition, movements: readonly Movement[], since?: string) => {
  const cells = monthCellsOf(movements, indicator.district);
  const series = seriesOf(indicator, cells).filter(({ region }) => region === indicator.district);
  return progressOf(indicator, series, cells, since);
};

/** Movements of the terms of an indicator, so that they count. */
const movementsOf = (indicator: IndicatorDefinition): fc.Arbitrary<Movement[]> => {
  const ofTerm = ({ measure, where = {} }: Term): fc.Arbitrary<Movement> =>
    fc.record({
      measure: fc.constant(measure),
      dims: fc.constant(
        Object.fromEntries(Object.entries(where).map(([dim, members]) => [dim, members[0]!])),
      ),
      amount: fc.integer({ min: -3, max: 40 }),
      day: fc.nat(3000).map((days) => addDays('2018-11-20', days)),
    });
  const terms = [...termsOf(indicator), ...targetTermsOf(indicator)];
  return fc.array(fc.oneof(...terms.map(ofTerm)), { maxLength: 12 });
};

describe('standing at month ends', () => {
  it.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
    '%s: the month-end series gives what an answer for the day gives',
    (_, indicator) => {
      fc.assert(
        fc.property(movementsOf(indicator), (movements) => {
          // Every fifth month: a month costs a whole evaluation, and five is prime to twelve.
          for (const row of progress(indicator, movements).filter((_, i) => i % 5 === 0)) {
            const answer = evaluate(indicator, row.periodEnd, lookupOf(movements));
            const { status, completion, breach, breachReason, outlook, value } = answer;
            expect(row).toMatchObject({ status, completion, breach, breachReason, value, ...outlook });
            expect(row.target).toBe(answer.target?.value ?? null);
          }
        }),
        { numRuns: 2 },
      );
    },
  );

  it('given a first month, judges from there on as it would have judged all', () => {
    const bed = (amount: number, day: string) =>
      moved('eldercare.dementia-beds', amount, day, { scope: 'INSTITUTION' });
    const movements = [bed(120, '2020-03-01'), bed(40, '2021-07-01'), bed(10, '2022-02-01')];
    const all = progress(getIndicator('chn-dementia-beds'), movements);
    const later = progress(getIndicator('chn-dementia-beds'), movements, '2021-08-31');
    expect(later).toEqual(all.slice(-7));
    expect(progress(getIndicator('chn-dementia-beds'), movements, '2023-01-31')).toEqual([]);
  });
});

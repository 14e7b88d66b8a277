import { describe, expect, it } from '@jest/globals';
import type { PopulationMeasure } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './population.fact.js';

const published = (
  value: number,
  asOf: string,
  recorded: string,
  { region = '310105', measure = 'HUKOU_60P' }: { region?: string; measure?: PopulationMeasure } = {},
) =>
  factEvent(
    'cn.gov.mca.ref.population.published',
    { region, measure, value, asOf, source: '统计公报', synthetic: false },
    { time: asOf, recorded },
  );

describe('published populations', () => {
  it('given two dates, each holds until the next', () => {
    const { rows } = givenHistory(fact, [
      published(100, '2019-12-31', '2020-02-01'),
      published(110, '2020-12-31', '2021-02-01'),
    ]).folded('x');
    expect(rows.map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil])).toEqual([
      [100, '2019-12-31', '2020-12-31'],
      [110, '2020-12-31', null],
    ]);
  });

  it('given two figures for one date, the one recorded last supersedes', () => {
    const history = [published(110, '2020-12-31', '2021-03-01'), published(100, '2020-12-31', '2021-02-01')];
    expect(givenHistory(fact, history).folded('x').rows).toMatchObject([{ amount: 110 }]);
  });

  it('given a figure of one street, it is no part of the district’s', () => {
    const { rows } = givenHistory(fact, [
      published(9, '2020-12-31', '2021-02-01', { region: '310105001' }),
    ]).folded('x');
    expect(rows).toMatchObject([{ district: '310105', street: '310105001', dims: { level: 'STREET' } }]);
  });

  it('given a figure published again, notes the restatement', () => {
    const again = [published(100, '2020-12-31', '2021-02-01'), published(110, '2020-12-31', '2021-03-01')];
    expect(givenHistory(fact, again).folded('x').findings).toMatchObject([
      { rule: 'PERIOD_RESTATED', detail: { period: '2020-12-31' } },
    ]);
  });

  it('given more elderly than people at one date, reports the excess; corrected by a later figure, nothing', () => {
    const figures = [
      published(120, '2020-12-31', '2021-02-01'),
      published(100, '2020-12-31', '2021-02-01', { measure: 'HUKOU_POP' }),
    ];
    const ofDate = (events: typeof figures) => givenHistory(fact, events).folded('date:310105:2020-12-31');
    expect(ofDate(figures)).toMatchObject({
      rows: [],
      findings: [{ rule: 'LIMIT', detail: { case: 'more than the whole', excess: 20 } }],
    });
    expect(ofDate([...figures, published(90, '2020-12-31', '2021-03-01')]).findings).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './population.fact.js';

const published = (value: number, asOf: string, recorded: string, region = '310105') =>
  factEvent(
    'cn.gov.mca.ref.population.published',
    { region, measure: 'HUKOU_60P', value, asOf, source: '统计公报', synthetic: false },
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
    const { rows } = givenHistory(fact, [published(9, '2020-12-31', '2021-02-01', '310105001')]).folded('x');
    expect(rows).toMatchObject([{ district: '310105', street: '310105001', dims: { level: 'STREET' } }]);
  });
});

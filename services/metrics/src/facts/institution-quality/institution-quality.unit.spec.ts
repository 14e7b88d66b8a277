import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { INSTITUTION, closed, opened, told } from '../institution-events.fixture.spec.js';
import { fact } from './institution-quality.fact.js';

const { amounts, cases } = told(fact);

const scored = (time: string, score: string) =>
  factEvent(
    'cn.gov.mca.eldercare.quality.scored',
    { institutionId: INSTITUTION, month: time.slice(0, 7), score, items: [] },
    { time },
  );

describe('quality scores', () => {
  it('given scores of two months, sums points and counts scores', () => {
    const history = [opened('2018-01-01'), scored('2020-05-31', '87.50'), scored('2020-06-30', '90.00')];
    expect(amounts(...history)).toEqual([
      ['quality-scores', 1],
      ['quality-points', 8750],
      ['quality-scores', 1],
      ['quality-points', 9000],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given a second score of a month, the first counts and the second is reported', () => {
    const history = [opened('2018-01-01'), scored('2020-05-30', '87.50'), scored('2020-05-31', '90.00')];
    expect(amounts(...history)).toEqual([
      ['quality-scores', 1],
      ['quality-points', 8750],
    ]);
    expect(cases(...history)).toEqual(['LIMIT: scored twice for a month']);
  });

  it('given an institution not open, reports the score', () => {
    expect(cases(scored('2020-05-31', '87.50'))).toEqual(['MISSING_PREDECESSOR: scored before opened']);
    expect(cases(opened('2018-01-01'), closed('2019-01-01'), scored('2020-05-31', '87.50'))).toEqual([
      'STATE: scored while closed',
    ]);
  });
});

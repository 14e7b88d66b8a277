import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './homecare-reports.fact.js';

const { rows, amounts, cases } = told(fact, 'month:310105:2020-06');

const reported = (region: string, persons: number, recorded = '2020-07-03') =>
  factEvent(
    'cn.gov.mca.eldercare.homecare.reported',
    { region, period: '2020-06', persons, hours: persons * 30, subsidyFen: persons * 75_000 },
    { time: '2020-06-30', recorded, street: region.length > 6 ? region : undefined },
  );

describe('home care delivered', () => {
  it('given a report, counts persons, hours and subsidy of the month', () => {
    expect(amounts(reported('310105001', 4))).toEqual([
      ['homecare-person-months', 4],
      ['homecare-hours', 120],
      ['homecare-subsidy', 300_000],
    ]);
    expect(cases(reported('310105001', 4))).toEqual([]);
  });

  it('given the district beside its streets, counts the rest of the total in no known street', () => {
    const history = [reported('310105001', 4), reported('310105', 6)];
    expect(
      rows(...history)
        .filter(({ measure }) => measure.endsWith('person-months'))
        .map(({ street, amount }) => [street, amount]),
    ).toEqual([
      ['310105001', 4],
      ['unknown', 2],
    ]);
  });

  it('given a month reported again, what was recorded last holds', () => {
    const history = [reported('310105001', 4), reported('310105001', 5, '2020-07-08')];
    expect(amounts(...history)[0]).toEqual(['homecare-person-months', 5]);
    expect(cases(...history)).toEqual(['PERIOD_RESTATED: reported again']);
  });
});

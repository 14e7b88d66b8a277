import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './care-assessments.fact.js';

const { rows, cases } = told(fact, 'per_00000001');

const assessed = (time: string, level: string, validTo: string, assessmentId = `a-${time}`) =>
  factEvent(
    'cn.gov.mca.eldercare.assessment.completed',
    { assessmentId, personRef: 'per_00000001', scheme: 'SH_UNIFIED_2', level, validFrom: time, validTo },
    { time },
  );
const valid = (...events: Parameters<typeof rows>) =>
  rows(...events)
    .filter(({ measure }) => measure === 'eldercare.assessed-persons')
    .map(({ dims, validFrom, validUntil }) => [dims['level'], validFrom, validUntil]);

describe('assessments', () => {
  it('given a newer one, it replaces the older before that ends', () => {
    const history = [
      assessed('2018-03-01', 'CARE_2', '2020-02-28'),
      assessed('2019-03-01', 'CARE_5', '2021-02-28'),
    ];
    expect(valid(...history)).toEqual([
      ['CARE_2', '2018-03-01', '2019-03-01'],
      ['CARE_5', '2019-03-01', '2021-03-01'],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given it ends, nobody is assessed', () => {
    expect(valid(assessed('2018-03-01', 'CARE_2', '2020-02-29'))).toEqual([
      ['CARE_2', '2018-03-01', '2020-03-01'],
    ]);
  });

  it('given a number used twice, the first counts', () => {
    const history = [
      assessed('2018-03-01', 'CARE_2', '2020-02-28', 'a'),
      assessed('2019-03-01', 'CARE_5', '2021-02-28', 'a'),
    ];
    expect(valid(...history)).toEqual([['CARE_2', '2018-03-01', '2020-02-29']]);
    expect(cases(...history)).toEqual(['STATE: assessment number used twice']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { INSTITUTION, closed, opened, told } from '../institution-events.fixture.spec.js';
import { fact } from './institution-grades.fact.js';

const { spans, cases } = told(fact);

const rated = (time: string, grade: number, validTo: string) =>
  factEvent(
    'cn.gov.mca.eldercare.institution.rated',
    { institutionId: INSTITUTION, grade, standard: 'GBT37276', validFrom: time, validTo },
    { time },
  );

describe('grades of institutions', () => {
  it('given a newer grade, the newest valid one counts', () => {
    const history = [
      opened('2018-01-01'),
      rated('2019-01-01', 3, '2021-12-31'),
      rated('2020-01-01', 2, '2020-12-31'),
    ];
    expect(spans(...history)).toEqual([
      ['2019-01-01', '2020-01-01', '3'],
      ['2020-01-01', '2021-01-01', '2'],
      ['2021-01-01', '2022-01-01', '3'],
    ]);
    expect(cases(...history)).toEqual([]);
  });

  it('given the institution closes, its grade counts no more', () => {
    expect(spans(opened('2018-01-01'), rated('2019-01-01', 3, '2021-12-31'), closed('2020-01-01'))).toEqual([
      ['2019-01-01', '2020-01-01', '3'],
    ]);
  });

  it('given an institution not open, reports the grade', () => {
    expect(cases(rated('2019-01-01', 3, '2021-12-31'))).toEqual(['MISSING_PREDECESSOR: rated before opened']);
    expect(cases(opened('2018-01-01'), closed('2018-06-01'), rated('2019-01-01', 3, '2021-12-31'))).toEqual([
      'STATE: rated while closed',
    ]);
  });
});

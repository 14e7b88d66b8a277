import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { told } from '../institution-events.fixture.spec.js';
import { fact } from './elder-visits.fact.js';
import { VISITED } from './visits.js';

const visited = (visitedOn: string, personRef = 'per_00000001', category = 'LIVING_ALONE') =>
  factEvent(VISITED, { personRef, visitedOn, category, visitor: 'v-1' }, { time: visitedOn });
const reported = (visits: number, persons: number, listed: number | null) =>
  factEvent(
    'cn.gov.mca.eldercare.visit.reported',
    { region: '310105001', category: 'LIVING_ALONE', period: '2020-06', visits, persons, listed },
    { time: '2020-06-30' },
  );

const person = told(fact, 'person:per_00000001:2020-06');
const month = told(fact, 'month:310105:2020-06');

describe('visits', () => {
  it('given several visits in a month, counts each and the person once', () => {
    expect(person.amounts(visited('2020-06-01'), visited('2020-06-15'))).toEqual([
      ['visits', 'LIVING_ALONE', 'VISIT', 1],
      ['visited-persons', 'LIVING_ALONE', 'VISIT', 1],
      ['visits', 'LIVING_ALONE', 'VISIT', 1],
    ]);
  });

  it('given two visits on a day, counts one and reports the other', () => {
    expect(person.amounts(visited('2020-06-01'), visited('2020-06-01'))).toHaveLength(2);
    expect(person.cases(visited('2020-06-01'), visited('2020-06-01'))).toEqual([
      'STATE: visited twice on a day',
    ]);
  });

  it('given a report, counts who is listed and what it says beyond the visits recorded', () => {
    const visits = [visited('2020-06-01'), visited('2020-06-15'), visited('2020-06-02', 'per_00000002')];
    expect(month.amounts(...visits, reported(10, 8, 9))).toEqual([
      ['visits', 'LIVING_ALONE', 'REPORT', 7],
      ['visited-persons', 'LIVING_ALONE', 'REPORT', 6],
      ['visit-listed-persons', 'LIVING_ALONE', 'REPORT', 9],
    ]);
    expect(month.cases(...visits, reported(10, 8, 9))).toEqual([]);
  });

  it('given a report that misses the list, or more visited than listed, says so', () => {
    expect(month.cases(reported(10, 8, null))).toEqual(['MISSING_PREDECESSOR: listed persons not reported']);
    expect(month.cases(reported(10, 8, 7))).toEqual(['LIMIT: more visited than listed']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { CHECKED, fact } from './marriage-quality.fact.js';

const checked = (passed: boolean, time: string) =>
  factEvent(CHECKED, { fileNo: 'f-1', officeRegion: '310118', passed, defects: [] }, { time });
const until = (day: string, ...events: ReturnType<typeof checked>[]) => {
  const rows = givenHistory(fact, events)
    .folded('f-1')
    .rows.filter(({ validFrom }) => validFrom <= day && validFrom.slice(0, 4) === day.slice(0, 4));
  const sum = (result: string) =>
    rows.filter(({ dims }) => dims['result'] === result).reduce((total, { amount }) => total + amount, 0);
  return { passed: sum('PASSED'), failed: sum('FAILED') };
};

describe('checks of registration files', () => {
  it('given a file put in order, the last check of the year holds and the file counts once', () => {
    const history = [checked(false, '2020-03-01'), checked(true, '2020-10-01')];
    expect(until('2020-06-30', ...history)).toEqual({ passed: 0, failed: 1 });
    expect(until('2020-12-31', ...history)).toEqual({ passed: 1, failed: 0 });
  });

  it('given the same result again, changes nothing; given another year, counts anew', () => {
    const history = [checked(true, '2020-03-01'), checked(true, '2020-04-01'), checked(false, '2021-01-01')];
    expect(until('2020-12-31', ...history)).toEqual({ passed: 1, failed: 0 });
    expect(until('2021-12-31', ...history)).toEqual({ passed: 0, failed: 1 });
  });
});

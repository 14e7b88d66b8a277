import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import type { SocialorgAbnormalCause } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { DEREGISTERED, REGISTERED } from '../socialorg-registration/membership.js';
import { RATED } from '../socialorg-registration/rating.js';
import { FILED } from './annual-reports.js';
import { ABNORMAL_DELISTED, ABNORMAL_LISTED, DISHONEST_LISTED } from './listings.js';
import { fact } from './socialorg-credit.fact.js';

const usci = '51310105000000019A';
const basis = '示例文号';
const registered = (time: string) => factEvent(REGISTERED, { usci, kind: 'ASSOCIATION' }, { time });
const abnormal = (from: string, entered = from, cause: SocialorgAbnormalCause = 'UNREACHABLE') =>
  factEvent(ABNORMAL_LISTED, { usci, cause, basis, from }, { time: entered });
const delisted = (time: string, listedFrom: string) =>
  factEvent(ABNORMAL_DELISTED, { usci, reason: 'REMEDIED', basis, listedFrom }, { time });
const dishonest = (from: string, abnormalFrom: string) =>
  factEvent(
    DISHONEST_LISTED,
    { usci, cause: 'TWO_YEARS_ABNORMAL', basis, from, abnormalFrom },
    { time: from },
  );
const filed = (year: number, time = `${year + 1}-05-20`) =>
  factEvent(FILED, { usci, year, result: 'QUALIFIED' }, { time });
const rated = (ratedOn: string) =>
  factEvent(RATED, { usci, level: 'A3', score: null, ratedOn, validTo: '2030-01-01' }, { time: ratedOn });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(usci);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('lists', () => {
  it('given a listing entered days after the decision, holds from the decision to the delisting', () => {
    const events = [abnormal('2020-07-06', '2020-07-08'), delisted('2021-03-01', '2020-07-06')];
    expect(fold(...events).rows).toMatchObject([
      { dims: { list: 'ABNORMAL' }, validFrom: '2020-07-06', validUntil: '2021-03-01' },
    ]);
    expect(cases(...events)).toEqual([]);
  });

  it.each([
    [
      'delisted without listing',
      [delisted('2021-03-01', '2020-07-06')],
      ['MISSING_PREDECESSOR: delisted before listed'],
    ],
    [
      'delisted twice',
      [abnormal('2020-07-06'), delisted('2021-03-01', '2020-07-06'), delisted('2021-04-01', '2020-07-06')],
      ['STATE: delisted twice'],
    ],
    ['listed twice', [abnormal('2020-07-06'), abnormal('2020-08-03')], ['STATE: listed twice']],
    ['entered after five working days', [abnormal('2020-07-06', '2020-07-14')], ['LIMIT: listed late']],
    [
      'abnormal for two years, as its delisting shows',
      [abnormal('2018-07-02'), delisted('2021-03-01', '2018-07-02')],
      ['STATE: abnormal for two years and not dishonest'],
    ],
    ['abnormal and heard of no more', [abnormal('2018-07-02')], []],
    [
      'dishonest after two years',
      [abnormal('2018-07-02'), dishonest('2020-07-03', '2018-07-02'), delisted('2021-03-01', '2018-07-02')],
      [],
    ],
    [
      'dishonest without the listing before',
      [dishonest('2020-07-03', '2018-07-02')],
      ['MISSING_PREDECESSOR: dishonest before abnormal'],
    ],
  ])('given a body %s, reports that', (_, events, expected) => {
    expect(cases(...events)).toEqual(expected);
  });
});

describe('a body that has left the register', () => {
  it('given a listing afterwards, reports it', () => {
    const gone = factEvent(DEREGISTERED, { usci, reason: 'VOLUNTARY' }, { time: '2020-01-01' });
    expect(cases(registered('2010-01-01'), gone, abnormal('2020-07-06'))).toEqual([
      'STATE: listed after deregistration',
    ]);
  });
});

describe('annual reports', () => {
  it('counts each year once, by its result', () => {
    const events = [registered('2017-03-01'), filed(2018), filed(2019), filed(2019, '2020-06-01')];
    expect(fold(...events).rows.map(({ dims, validFrom }) => [dims['result'], validFrom])).toEqual([
      ['QUALIFIED', '2019-05-20'],
      ['QUALIFIED', '2020-05-20'],
    ]);
    expect(cases(...events)).toEqual(['STATE: annual report filed twice']);
  });

  it('given a year left out, a later report shows it, unless the body was listed for it', () => {
    const events = [registered('2017-03-01'), filed(2018), filed(2020)];
    expect(fold(...events).findings).toMatchObject([
      {
        rule: 'MISSING_PREDECESSOR',
        detail: { case: 'annual report missing and not listed', year: 2019, due: '2020-06-30' },
      },
    ]);
    expect(cases(...events, abnormal('2020-07-06', '2020-07-06', 'NO_ANNUAL_REPORT'))).toEqual([]);
    expect(cases(registered('2017-03-01'), filed(2018))).toEqual([]);
  });

  it('given a report after 30 June, notes that it is late', () => {
    expect(cases(filed(2019, '2020-07-01'))).toEqual(['LATE_REPORT: annual report after it was due']);
  });
});

describe('conditions of a rating', () => {
  it('given a rating while on a list, reports it', () => {
    expect(cases(registered('2010-01-01'), abnormal('2020-07-06'), rated('2020-08-03'))).toEqual([
      'STATE: rated while on a list',
    ]);
  });

  it('given a rating before two years are over, reports it; on the day they are, nothing', () => {
    expect(cases(registered('2018-05-10'), rated('2020-05-09'))).toEqual([
      'LIMIT: rated within two years of registration',
    ]);
    expect(cases(registered('2018-05-10'), rated('2020-05-10'))).toEqual([]);
  });
});

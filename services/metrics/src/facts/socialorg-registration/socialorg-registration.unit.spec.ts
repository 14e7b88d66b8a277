import { describe, expect, it } from '@jest/globals';
import type { FactEvent, FactRow } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { association } from './association.fixture.js';
import { DEREGISTERED, REGISTERED } from './membership.js';
import { RATED, REVOKED } from './rating.js';
import { fact } from './socialorg-registration.fact.js';
import { CHANGED } from './stays.js';

const usci = '51310105MJ0000000X';
const registered = (time: string) => factEvent(REGISTERED, association(usci), { time });
const deregistered = (time: string) => factEvent(DEREGISTERED, { usci, reason: 'VOLUNTARY' }, { time });
const rated = (level: string, ratedOn: string, validTo: string) =>
  factEvent(RATED, { usci, level, score: null, ratedOn, validTo }, { time: ratedOn });
const revoked = (ratedOn: string, time: string) =>
  factEvent(REVOKED, { usci, ratedOn, reason: '复核' }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(usci);
const on = (rows: readonly FactRow[], measure: string, day: string): readonly FactRow[] =>
  rows.filter(
    (row) =>
      row.measure === measure && row.validFrom <= day && (row.validUntil === null || day < row.validUntil),
  );
const level = (day: string, ...events: FactEvent<any>[]) =>
  on(fold(...events).rows, 'socialorg.rated-valid', day).map(({ dims }) => dims['level']);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('registration', () => {
  it('given a deregistration, leaves the stock on that day and stays in the ever-registered', () => {
    const { rows } = fold(registered('2015-03-01'), deregistered('2020-06-30'));
    expect(on(rows, 'socialorg.registered', '2020-06-29')).toHaveLength(1);
    expect(on(rows, 'socialorg.registered', '2020-06-30')).toHaveLength(0);
    expect(on(rows, 'socialorg.registered-ever', '2025-01-01')).toHaveLength(1);
  });

  it('given a second registration, counts once and reports the state', () => {
    const history = [registered('2015-03-01'), registered('2016-03-01')];
    expect(on(fold(...history).rows, 'socialorg.registered', '2020-01-01')).toHaveLength(1);
    expect(cases(...history)).toEqual(['STATE: registered twice']);
  });

  it('given a registration after deregistration, counts it again but never twice as ever registered', () => {
    const history = [registered('2015-03-01'), deregistered('2016-01-01'), registered('2017-01-01')];
    expect(on(fold(...history).rows, 'socialorg.registered', '2020-01-01')).toHaveLength(1);
    expect(on(fold(...history).rows, 'socialorg.registered-ever', '2020-01-01')).toHaveLength(1);
    expect(cases(...history)).toEqual(['STATE: registered again']);
  });

  it('given a second deregistration, the first holds and the second is reported', () => {
    const history = [registered('2015-03-01'), deregistered('2016-01-01'), deregistered('2017-01-01')];
    expect(on(fold(...history).rows, 'socialorg.registered', '2016-01-01')).toEqual([]);
    expect(cases(...history)).toEqual(['STATE: deregistered twice']);
  });

  it('given a move, counts in the new street from that day, with its rating, and once as ever registered', () => {
    const moved = factEvent(
      CHANGED,
      { usci, reason: 'RELOCATED', name: null },
      { time: '2020-03-01', street: '310105002' },
    );
    const history = [registered('2010-01-01'), rated('A3', '2018-05-01', '2023-05-01'), moved];
    const { rows } = fold(...history, deregistered('2021-01-01'));
    const streets = (measure: string) =>
      rows
        .filter((row) => row.measure === measure)
        .map(({ street, validFrom, validUntil }) => [street, validFrom, validUntil]);
    expect(streets('socialorg.registered')).toEqual([
      ['310105001', '2010-01-01', '2020-03-01'],
      ['310105002', '2020-03-01', '2021-01-01'],
    ]);
    expect(streets('socialorg.rated-valid')).toEqual([
      ['310105001', '2018-05-01', '2020-03-01'],
      ['310105002', '2020-03-01', '2021-01-01'],
    ]);
    expect(streets('socialorg.registered-ever')).toEqual([['310105001', '2010-01-01', null]]);
  });

  it('given a deregistration or a rating alone, counts nothing and misses the predecessor', () => {
    expect(fold(deregistered('2016-01-01')).rows).toEqual([]);
    expect(cases(deregistered('2016-01-01'))).toEqual([
      'MISSING_PREDECESSOR: deregistered before registered',
    ]);
    expect(cases(rated('A3', '2016-01-01', '2021-01-01'))).toEqual([
      'MISSING_PREDECESSOR: rated before registered',
    ]);
  });
});

describe('ratings', () => {
  it('given validTo on the day, still counts on that day and no longer on the next', () => {
    const history = [registered('2010-01-01'), rated('A3', '2015-12-31', '2020-12-31')];
    expect(level('2020-12-31', ...history)).toEqual(['A3']);
    expect(level('2021-01-01', ...history)).toEqual([]);
  });

  it('given a downgrade, the newest valid rating counts; the organisation once held 3A', () => {
    const history = [
      registered('2010-01-01'),
      rated('A3', '2016-05-01', '2021-05-01'),
      rated('A2', '2019-05-01', '2024-05-01'),
    ];
    expect(level('2019-04-30', ...history)).toEqual(['A3']);
    expect(level('2020-12-31', ...history)).toEqual(['A2']);
    expect(on(fold(...history).rows, 'socialorg.rated-3a-ever', '2020-12-31')).toHaveLength(1);
  });

  it('given the newest rating runs out first, the older one in force counts again', () => {
    const history = [
      registered('2010-01-01'),
      rated('A4', '2016-05-01', '2021-05-01'),
      rated('A3', '2018-05-01', '2019-05-01'),
    ];
    expect(level('2019-05-02', ...history)).toEqual(['A4']);
  });

  it('given a revocation, ends on its day and stays among those ever rated', () => {
    const history = [
      registered('2010-01-01'),
      rated('A5', '2017-05-01', '2022-05-01'),
      revoked('2017-05-01', '2020-02-01'),
    ];
    expect(level('2020-01-31', ...history)).toEqual(['A5']);
    expect(level('2020-02-01', ...history)).toEqual([]);
    expect(on(fold(...history).rows, 'socialorg.rated-3a-ever', '2020-12-31')).toHaveLength(1);
  });

  it('given a revocation of no known rating, misses the predecessor', () => {
    expect(cases(registered('2010-01-01'), revoked('2017-05-01', '2020-02-01'))).toEqual([
      'MISSING_PREDECESSOR: revoked before rated',
    ]);
  });

  it('given deregistration, the rating leaves with it; a rating dated later counts nowhere', () => {
    const gone = [
      registered('2010-01-01'),
      rated('A3', '2018-01-01', '2023-01-01'),
      deregistered('2019-01-01'),
    ];
    expect(level('2019-01-01', ...gone)).toEqual([]);
    const after = [
      registered('2010-01-01'),
      deregistered('2019-01-01'),
      rated('A3', '2019-06-01', '2024-06-01'),
    ];
    expect(on(fold(...after).rows, 'socialorg.rated-3a-ever', '2020-12-31')).toEqual([]);
    expect(cases(...after)).toEqual(['STATE: rated while not registered']);
  });

  it('given only ratings below 3A, never counts as rated 3A', () => {
    const { rows } = fold(registered('2010-01-01'), rated('A2', '2018-01-01', '2023-01-01'));
    expect(on(rows, 'socialorg.rated-3a-ever', '2020-12-31')).toEqual([]);
  });
});

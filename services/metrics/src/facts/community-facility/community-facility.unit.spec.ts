import { describe, expect, it } from '@jest/globals';
import type { FactEvent, FactRow } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { facilityEvents } from '../facility-events.fixture.js';
import { fact } from './community-facility.fact.js';

const { opened, changed, closed, capacity } = facilityEvents(factEvent);

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('f-1');
const on = (measure: string, day: string, ...events: FactEvent<any>[]): FactRow[] =>
  fold(...events).rows.filter(
    (row) =>
      row.measure === measure && row.validFrom <= day && (row.validUntil === null || day < row.validUntil),
  );
const standing = (day: string, ...events: FactEvent<any>[]) => on('eldercare.facilities', day, ...events);
const meals = (day: string, ...events: FactEvent<any>[]): number =>
  on('eldercare.meal-capacity', day, ...events).reduce((sum, { amount }) => sum + amount, 0);
const rules = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => (detail['case'] ? `${rule}: ${detail['case']}` : rule));

describe('a facility', () => {
  it('given an opening and a closing, counts from the one to the day before the other', () => {
    const history = [opened('2019-05-01'), closed('2020-06-30')];
    expect(
      ['2019-04-30', '2019-05-01', '2020-06-29', '2020-06-30'].map((day) => standing(day, ...history).length),
    ).toEqual([0, 1, 1, 0]);
    expect(standing('2020-01-01', ...history)[0]!.causes).toEqual(history.map(({ id }) => id));
    expect(rules(...history)).toEqual([]);
  });

  it('given it becomes a branch in 2021, is one from that day only', () => {
    const history = [
      opened('2018-01-01', { kind: 'INTEGRATED_CENTRE' }),
      changed('2021-04-01', 'CONVERTED', { isBranch: true }),
    ];
    const branch = (day: string) => standing(day, ...history).map(({ dims }) => dims['branch']);
    expect([branch('2020-12-31'), branch('2021-04-01')]).toEqual([['false'], ['true']]);
  });

  it('given a new name and a new area, goes on as one row', () => {
    const history = [
      opened('2018-01-01'),
      changed('2019-01-01', 'RENAMED', { name: '示例新名' }),
      changed('2020-01-01', 'AREA_CHANGED', { siteId: 's-1', floorAreaM2: '90.00' }),
    ];
    expect(fold(...history).rows).toMatchObject([{ validFrom: '2018-01-01', validUntil: null }]);
  });

  it('given a move, counts in the new street from that day, with its meals', () => {
    const history = [
      opened('2018-01-01', { at: { street: '310105001' } }),
      capacity('2018-01-01', 50, 50),
      changed('2020-07-01', 'RELOCATED', { fromSiteId: 's-1', siteId: 's-2', at: { street: '310105002' } }),
      capacity('2020-08-01', 10, 60, { at: { street: '310105001' } }),
    ];
    expect(standing('2020-07-01', ...history)).toMatchObject([{ street: '310105002' }]);
    const streets = on('eldercare.meal-capacity', '2020-12-31', ...history).map(({ street, amount }) => [
      street,
      amount,
    ]);
    expect(streets).toEqual([
      ['310105002', 50],
      ['310105002', 10],
    ]);
  });

  it('given a second opening, a second closing and a change while closed, reports each', () => {
    expect(
      rules(
        opened('2015-01-01'),
        opened('2016-01-01'),
        closed('2017-01-01'),
        closed('2018-01-01'),
        changed('2019-01-01', 'RENAMED'),
      ),
    ).toEqual(['STATE: opened while open', 'STATE: closed while closed', 'STATE: changed while closed']);
  });

  it('given no opening, counts nothing and misses it; when it arrives, both are as they should be', () => {
    const later = [changed('2019-01-01', 'CONVERTED', { kind: 'DAY_CENTRE' }), closed('2020-01-01')];
    expect(fold(...later).rows).toEqual([]);
    expect(rules(...later)).toEqual([
      'MISSING_PREDECESSOR: changed before opened',
      'MISSING_PREDECESSOR: closed before opened',
    ]);
    expect(standing('2019-06-01', opened('2018-01-01'), ...later)).toMatchObject([
      { dims: { kind: 'DAY_CENTRE' } },
    ]);
    expect(rules(opened('2018-01-01'), ...later)).toEqual([]);
  });

  it('given an opening recorded after its period closed, counts it and notes that it is late', () => {
    const late = opened('2020-11-10', { at: { recorded: '2021-02-03' } });
    expect(standing('2020-12-31', late)).toHaveLength(1);
    expect(rules(late)).toEqual(['LATE_REPORT']);
  });
});

describe('the site it names', () => {
  it('given a closing, a move or a new area that does not name its site, reports that the area cannot follow', () => {
    expect(
      rules(
        opened('2018-01-01'),
        changed('2019-01-01', 'AREA_CHANGED', { floorAreaM2: '90.00' }),
        changed('2019-06-01', 'RELOCATED', { siteId: 's-2' }),
        closed('2020-01-01', { siteId: 's-1' }),
      ),
    ).toEqual(['STATE: site not named', 'STATE: site not named', 'STATE: another site named']);
  });

  it('given each names it, finds nothing', () => {
    expect(
      rules(
        opened('2018-01-01'),
        changed('2019-01-01', 'AREA_CHANGED', { siteId: 's-1', floorAreaM2: '90.00' }),
        changed('2019-06-01', 'RELOCATED', { fromSiteId: 's-1', siteId: 's-2' }),
        closed('2020-01-01', { siteId: 's-2' }),
      ),
    ).toEqual([]);
  });
});

describe('meals it can serve', () => {
  it('given two modes, adds them up and keeps them apart', () => {
    const history = [
      opened('2018-01-01'),
      capacity('2018-01-01', 80, 80),
      capacity('2018-06-01', 30, 30, { mode: 'DELIVERY' }),
      capacity('2019-01-01', -20, 60),
    ];
    expect([meals('2018-12-31', ...history), meals('2019-01-01', ...history)]).toEqual([110, 90]);
    expect(rules(...history)).toEqual([]);
  });

  it('given a closing, all capacity leaves with it; reopened, it starts from nothing', () => {
    const history = [
      opened('2018-01-01'),
      capacity('2018-01-01', 80, 80),
      closed('2020-03-31'),
      opened('2020-09-01'),
      capacity('2020-09-01', 40, 40),
    ];
    expect(['2020-03-30', '2020-03-31', '2020-12-31'].map((day) => meals(day, ...history))).toEqual([
      80, 0, 40,
    ]);
    expect(rules(...history)).toEqual([]);
  });

  it('given capacity while closed, counts nothing of it and reports the state', () => {
    const history = [opened('2018-01-01'), closed('2020-03-31'), capacity('2020-05-01', 40, 40)];
    expect(meals('2020-12-31', ...history)).toBe(0);
    expect(rules(...history)).toEqual(['STATE: capacity changed while closed']);
  });

  it('given capacity of a site nobody opened, counts it where it says and misses the opening', () => {
    const history = [capacity('2020-05-01', 40, 40, { at: { street: '310105102' } })];
    expect(on('eldercare.meal-capacity', '2020-12-31', ...history)).toMatchObject([
      { street: '310105102', amount: 40 },
    ]);
    expect(rules(...history)).toEqual(['MISSING_PREDECESSOR: capacity before opened']);
  });

  it('given declared portions that differ from the derived ones, reports both numbers', () => {
    const { findings } = fold(opened('2018-01-01'), capacity('2018-01-01', 80, 90));
    expect(findings).toMatchObject([{ rule: 'AFTER_MISMATCH', detail: { declared: 90, derived: 80 } }]);
  });

  it('given capacity of a day centre, counts it and notes that it is no meal site', () => {
    const history = [opened('2018-01-01', { kind: 'DAY_CENTRE' }), capacity('2018-01-01', 40, 40)];
    expect(meals('2020-12-31', ...history)).toBe(40);
    expect(rules(...history)).toEqual(['STATE: meals at another kind']);
  });

  it('given less than nothing of one mode, reports the day it was crossed once', () => {
    const history = [
      opened('2018-01-01'),
      capacity('2018-01-01', 80, 80),
      capacity('2019-01-01', -5, 0, { mode: 'DELIVERY' }),
      capacity('2019-01-02', -5, 0, { mode: 'DELIVERY' }),
    ];
    const negative = fold(...history).findings.filter(({ rule }) => rule === 'NEGATIVE_STOCK');
    expect(negative.map(({ detail }) => [detail['mode'], detail['day']])).toEqual([
      ['DELIVERY', '2019-01-01'],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { facilityEvents } from '../facility-events.fixture.js';
import { fact } from './facility-sites.fact.js';

const { opened, changed, closed } = facilityEvents(factEvent);

/** As the engine routes them: each site is told the events that name it. */
const fold = (...events: FactEvent<any>[]) => {
  const results = ['s-1', 's-2'].map((site) =>
    givenHistory(
      fact,
      events.filter((event) => fact.reads[event.type]!(event).includes(site)),
    ).folded(site),
  );
  return {
    rows: results.flatMap(({ rows }) => rows),
    findings: results.flatMap(({ findings }) => findings),
  };
};
const area = (day: string, ...events: FactEvent<any>[]): number =>
  fold(...events)
    .rows.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil))
    .reduce((sum, { amount }) => sum + amount, 0);
const rules = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

const meals = opened('2018-01-01', { floorAreaM2: '120.50' });
const day = opened('2019-01-01', { facilityId: 'f-2', kind: 'DAY_CENTRE', floorAreaM2: '120.50' });

describe('the area of a site', () => {
  it('given two facilities under one roof, counts once, in hundredths of a ㎡', () => {
    expect(area('2020-12-31', meals, day)).toBe(12_050);
    expect(area('2020-12-31', meals, day, opened('2019-01-01', { facilityId: 'f-3', siteId: 's-2' }))).toBe(
      22_050,
    );
    expect(rules(meals, day)).toEqual([]);
  });

  it('given one of them closes, the area stays; given both do, it leaves', () => {
    const history = [meals, day, closed('2020-06-30', { facilityId: 'f-2' })];
    expect(area('2020-12-31', ...history)).toBe(12_050);
    const both = [...history, closed('2020-09-30')];
    expect([area('2020-09-29', ...both), area('2020-09-30', ...both)]).toEqual([12_050, 0]);
  });

  it('given the one that said it last closes, what the other says holds again, and why is told', () => {
    const larger = opened('2019-01-01', { facilityId: 'f-2', kind: 'DAY_CENTRE', floorAreaM2: '150.00' });
    const end = closed('2020-06-30', { facilityId: 'f-2' });
    const { rows } = fold(meals, larger, end);
    expect(
      rows.map(({ amount, validFrom, validUntil, causes }) => [amount, validFrom, validUntil, causes]),
    ).toEqual([
      [12_050, '2018-01-01', '2019-01-01', [meals.id, larger.id]],
      [15_000, '2019-01-01', '2020-06-30', [larger.id, end.id]],
      [12_050, '2020-06-30', null, [meals.id, end.id]],
    ]);
  });

  it('given areas that differ, counts what was said last and reports the day it began', () => {
    const other = opened('2019-01-01', { facilityId: 'f-2', floorAreaM2: '90.00' });
    expect(area('2020-12-31', meals, other)).toBe(9_000);
    expect(fold(meals, other).findings).toMatchObject([
      {
        rule: 'STATE',
        severity: 'warning',
        detail: { case: 'areas of one site differ', day: '2019-01-01', countedHundredthsM2: 9_000 },
        causes: [meals.id, other.id],
      },
    ]);
  });

  it('given both measure anew on one day, changes without a finding', () => {
    const anew = ['f-1', 'f-2'].map((facilityId) =>
      changed('2020-03-01', 'AREA_CHANGED', { facilityId, siteId: 's-1', floorAreaM2: '130.00' }),
    );
    expect([area('2020-02-29', meals, day, ...anew), area('2020-03-01', meals, day, ...anew)]).toEqual([
      12_050, 13_000,
    ]);
    expect(rules(meals, day, ...anew)).toEqual([]);
  });

  it('given a facility that states no area, leaves it to the others', () => {
    const silent = opened('2019-06-01', { facilityId: 'f-2', floorAreaM2: '0.00' });
    expect(area('2020-12-31', meals, silent)).toBe(12_050);
    expect(rules(meals, silent)).toEqual([]);
  });

  it('given a move, the old site is left and the new one counted where it stands', () => {
    const move = changed('2020-07-01', 'RELOCATED', {
      fromSiteId: 's-1',
      siteId: 's-2',
      floorAreaM2: '80.00',
      at: { street: '310105002' },
    });
    expect(fold(meals, move).rows).toMatchObject([
      { amount: 12_050, street: '310105001', validUntil: '2020-07-01' },
      { amount: 8_000, street: '310105002', validFrom: '2020-07-01', validUntil: null },
    ]);
  });

  it('given a move that states no area, leaves the new site to those who stand there', () => {
    const move = changed('2020-07-01', 'RELOCATED', { fromSiteId: 's-1', siteId: 's-2' });
    const there = opened('2018-01-01', { facilityId: 'f-2', siteId: 's-2', floorAreaM2: '60.00' });
    expect([area('2020-06-30', meals, move, there), area('2020-07-01', meals, move, there)]).toEqual([
      18_050, 6_000,
    ]);
  });

  it('given one site in two streets, reports it', () => {
    const elsewhere = opened('2019-01-01', {
      facilityId: 'f-2',
      floorAreaM2: '120.50',
      at: { street: '310105002' },
    });
    expect(rules(meals, elsewhere)).toEqual(['STATE: one site in two streets']);
  });
});

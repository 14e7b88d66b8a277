import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import type { CommunityFacilityKind } from '@minhai/schemas';
import { factEvent, givenHistory } from '@minhai/testing';
import { street } from '../division.fixture.spec.js';
import { CLOSED, OPENED, fact } from './community-complexes.fact.js';

const opened = (time: string, facilityId = 'f-1', kind: CommunityFacilityKind = 'COMPREHENSIVE') =>
  factEvent(OPENED, { facilityId, name: '示例中心', kind, floorAreaM2: '860.50', newTown: null }, { time });
const closed = (time: string, facilityId = 'f-1', at: { street?: undefined } = {}) =>
  factEvent(CLOSED, { facilityId, kind: 'COMPREHENSIVE', reason: null }, { time, ...at });

const site = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('site:f-1');
const covered = (...events: FactEvent<any>[]) =>
  givenHistory(fact, [street('310105001'), ...events])
    .folded('street:310105001')
    .rows.map(({ validFrom, validUntil }) => [validFrom, validUntil]);
const cases = (...events: FactEvent<any>[]) =>
  site(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('a community facility', () => {
  it('given an opening and a closing, counts between them, with its area in hundredths', () => {
    expect(
      site(opened('2021-03-01'), closed('2022-01-01')).rows.map(({ measure, amount, validUntil }) => [
        measure,
        amount,
        validUntil,
      ]),
    ).toEqual([
      ['community.facilities', 1, '2022-01-01'],
      ['community.facility-area', 86_050, '2022-01-01'],
    ]);
  });

  it.each([
    ['opened twice', [opened('2021-03-01'), opened('2021-04-01')], 'STATE: opened twice'],
    ['never opened', [closed('2021-04-01')], 'MISSING_PREDECESSOR: closed before opened'],
    [
      'closed nowhere',
      [opened('2021-03-01'), closed('2021-04-01', 'f-1', { street: undefined })],
      'MISSING_PREDECESSOR: closed without its street',
    ],
  ])('given one %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });
});

describe('a street with community facilities', () => {
  it('given two comprehensive ones, is covered once, until the last is closed', () => {
    const events = [opened('2021-03-01'), opened('2021-06-01', 'f-2'), closed('2021-09-01')];
    expect(covered(...events)).toEqual([['2021-03-01', null]]);
    expect(covered(...events, closed('2022-02-01', 'f-2'))).toEqual([['2021-03-01', '2022-02-01']]);
  });

  it('given another kind only, is not covered', () => {
    expect(covered(opened('2021-03-01', 'f-1', 'AFFAIRS_CENTRE'))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { ENABLED, FACILITY_OPENED, ZONE_OPENED, fact } from './funeral-cemeteries.fact.js';

const cemeteryId = 'c-1';
const zone = (time: string, kind = 'COMMERCIAL') =>
  factEvent(ZONE_OPENED, { cemeteryId, zoneId: 'z-1', openedOn: time, kind }, { time });
const enabled = (time: string, name: string) => factEvent(ENABLED, { cemeteryId, function: name }, { time });
const ALL = ['BUSINESS', 'MEMORIAL_MONITORING', 'ONLINE_MEMORIAL', 'ONLINE_BOOKING'];

describe('digital functions of commercial cemeteries', () => {
  it('given all four, the cemetery is digital from the day of the last', () => {
    const history = [zone('2012-04-05'), ...ALL.map((name, i) => enabled(`2020-0${i + 1}-01`, name))];
    expect(rowTexts(fact, cemeteryId, history)).toEqual([
      'commercial-cemeteries 1 2012-04-05',
      'cemetery-functions 1 2020-01-01 BUSINESS',
      'cemetery-functions 1 2020-02-01 MEMORIAL_MONITORING',
      'cemetery-functions 1 2020-03-01 ONLINE_MEMORIAL',
      'cemetery-functions 1 2020-04-01 ONLINE_BOOKING',
      'digital-cemeteries 1 2020-04-01',
    ]);
    expect(rowTexts(fact, cemeteryId, history.slice(0, 4)).at(-1)).toContain('ONLINE_MEMORIAL');
  });

  it('given a cemetery of public welfare, it is none of those that must', () => {
    expect(
      rowTexts(fact, cemeteryId, [zone('2012-04-05', 'PUBLIC_WELFARE'), enabled('2020-01-01', 'BUSINESS')]),
    ).toEqual([]);
    expect(
      caseTexts(fact, cemeteryId, [zone('2012-04-05', 'PUBLIC_WELFARE'), enabled('2020-01-01', 'BUSINESS')]),
    ).toEqual([]);
  });

  it('given a function enabled before the cemetery opened, it counts from the opening on', () => {
    const opened = factEvent(
      FACILITY_OPENED,
      { facilityId: cemeteryId, kind: 'COMMERCIAL_CEMETERY' },
      { time: '2020-06-01' },
    );
    expect(rowTexts(fact, cemeteryId, [opened, enabled('2020-05-01', 'BUSINESS')]).at(-1)).toBe(
      'cemetery-functions 1 2020-06-01 BUSINESS',
    );
  });

  it('given a function enabled twice or of an unknown cemetery, reports it and counts once', () => {
    const twice = [zone('2012-04-05'), enabled('2020-01-01', 'BUSINESS'), enabled('2020-02-01', 'BUSINESS')];
    expect(rowTexts(fact, cemeteryId, twice)).toHaveLength(2);
    expect(caseTexts(fact, cemeteryId, twice)).toEqual(['STATE: function enabled twice']);
    expect(caseTexts(fact, cemeteryId, [enabled('2020-01-01', 'BUSINESS')])).toEqual([
      'MISSING_PREDECESSOR: function of an unknown cemetery',
    ]);
  });
});

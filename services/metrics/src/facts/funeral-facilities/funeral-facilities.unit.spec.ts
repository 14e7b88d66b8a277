import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { caseTexts, rowTexts } from '../case-texts.fixture.spec.js';
import { OPENED, fact } from './funeral-facilities.fact.js';

const TOWN = '310118104';
const SUBDISTRICT = '310118001';
const division = (code: string) =>
  factEvent(
    'cn.gov.mca.ref.division.changed',
    { code, level: 'STREET', validFrom: '2010-01-01', validTo: null, change: 'ESTABLISHED' },
    { time: '2010-01-01' },
  );
const opened = (time: string, kind = 'PUBLIC_COLUMBARIUM', facilityId = 'f-1') =>
  factEvent(OPENED, { facilityId, kind }, { time, street: TOWN });

describe('funeral facilities', () => {
  it('given a town with two columbaria, counts it once, from the first on', () => {
    const history = [division(TOWN), opened('2019-04-05'), opened('2020-04-04', 'PUBLIC_COLUMBARIUM', 'f-2')];
    expect(rowTexts(fact, TOWN, history)).toEqual([
      'facilities 1 2019-04-05 PUBLIC_COLUMBARIUM',
      'facilities 1 2020-04-04 PUBLIC_COLUMBARIUM',
      'towns 1 2010-01-01',
      'columbarium-towns 1 2019-04-05',
    ]);
  });

  it('given a town with another facility only, it is not covered', () => {
    expect(rowTexts(fact, TOWN, [division(TOWN), opened('2019-04-05', 'FUNERAL_HOME')])).toEqual([
      'facilities 1 2019-04-05 FUNERAL_HOME',
      'towns 1 2010-01-01',
    ]);
  });

  it('given a 街道, it is no town, whatever it has', () => {
    expect(rowTexts(fact, SUBDISTRICT, [division(SUBDISTRICT), opened('2019-04-05')])).toEqual([
      'facilities 1 2019-04-05 PUBLIC_COLUMBARIUM',
    ]);
  });

  it('given a facility opened twice or in a town that is not known, reports it', () => {
    expect(caseTexts(fact, TOWN, [division(TOWN), opened('2019-04-05'), opened('2019-04-06')])).toEqual([
      'STATE: opened twice',
    ]);
    expect(caseTexts(fact, TOWN, [opened('2019-04-05')])).toEqual([
      'MISSING_PREDECESSOR: in a street that is not known',
    ]);
  });
});

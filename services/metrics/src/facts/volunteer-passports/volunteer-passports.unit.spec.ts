import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ISSUED, REVOKED, SERVED, fact } from './volunteer-passports.fact.js';

const passportNo = 'v-1';
const issued = (time: string) => factEvent(ISSUED, { passportNo, personRef: 'per_00000001' }, { time });
const revoked = (time: string, personRef: string | null = 'per_00000001') =>
  factEvent(REVOKED, { passportNo, personRef }, { time });
const served = (servedOn: string, minutes = 120) =>
  factEvent(SERVED, { recordId: servedOn, passportNo, baseId: 'b-1', minutes, servedOn }, { time: servedOn });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(passportNo);
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('volunteer passports', () => {
  it('given service with a live passport, counts its minutes on their day', () => {
    const { rows, findings } = fold(issued('2020-01-01'), served('2020-02-01'));
    expect(rows).toMatchObject([{ amount: 120, validFrom: '2020-02-01', validUntil: null }]);
    expect(findings).toEqual([]);
  });

  it('given service before the passport or after its end, reports it', () => {
    expect(cases(served('2020-02-01'))).toEqual(['MISSING_PREDECESSOR: served before the passport']);
    expect(cases(issued('2020-01-01'), revoked('2020-01-10'), served('2020-02-01'))).toEqual([
      'STATE: served with a revoked passport',
    ]);
  });

  it('given 1440 minutes in a day, is in order; given one more, is not', () => {
    expect(cases(issued('2020-01-01'), served('2020-02-01', 1440))).toEqual([]);
    expect(cases(issued('2020-01-01'), served('2020-02-01', 1400), served('2020-02-01', 41))).toEqual([
      'LIMIT: more than a day served in one',
    ]);
  });

  it('given a revocation that names nobody, reports that the person still counts', () => {
    expect(cases(issued('2020-01-01'), revoked('2020-02-01', null))).toEqual([
      'MISSING_PREDECESSOR: revoked without its volunteer',
    ]);
  });

  it('given it is issued or revoked twice, reports it', () => {
    expect(
      cases(issued('2020-01-01'), issued('2020-01-02'), revoked('2020-02-01'), revoked('2020-02-02')),
    ).toEqual(['STATE: issued twice', 'STATE: revoked twice']);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ISSUED, REVOKED, fact } from './volunteer-persons.fact.js';

const personRef = 'per_00000001';
const issued = (passportNo: string, time: string, street = '310105001') =>
  factEvent(ISSUED, { passportNo, personRef, issuedOn: time }, { time, street });
const revoked = (passportNo: string, time: string) =>
  factEvent(REVOKED, { passportNo, personRef, reason: 'DUPLICATE' }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(personRef);
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ street, validFrom, validUntil }) => [street.slice(-3), validFrom, validUntil]);

describe('holders of a volunteer passport', () => {
  it('given a passport until it is revoked, counts the person', () => {
    expect(spans(issued('v-1', '2020-01-05'), revoked('v-1', '2020-06-05'))).toEqual([
      ['001', '2020-01-05', '2020-06-05'],
    ]);
  });

  it('given two live passports, counts the person once and reports it without naming anybody', () => {
    const history = [issued('v-1', '2020-01-05'), issued('v-2', '2020-03-05', '310105002')];
    expect(spans(...history)).toEqual([['001', '2020-01-05', null]]);
    const { findings } = fold(...history);
    expect(findings).toMatchObject([
      { rule: 'DUPLICATE_PERSON', detail: { case: 'holds another live passport', since: '2020-01-05' } },
    ]);
    expect(JSON.stringify(findings)).not.toContain(personRef);
  });

  it('given the older one is revoked, the newer one carries on where it was issued', () => {
    expect(
      spans(
        issued('v-1', '2020-01-05'),
        issued('v-2', '2020-03-05', '310105002'),
        revoked('v-1', '2020-04-01'),
      ),
    ).toEqual([
      ['001', '2020-01-05', '2020-04-01'],
      ['002', '2020-04-01', null],
    ]);
  });

  it('given the extra one is revoked, nothing changes for the person and nothing is left to find', () => {
    const history = [issued('v-1', '2020-01-05'), issued('v-2', '2020-03-05'), revoked('v-2', '2020-03-20')];
    expect(spans(...history)).toEqual([['001', '2020-01-05', null]]);
    expect(fold(...history).findings).toEqual([]);
  });

  it('given a number issued twice, or revoked before it was issued, it is one live passport', () => {
    const once = [['001', '2020-01-05', null]];
    const twice = [issued('v-1', '2020-01-05'), issued('v-1', '2020-03-05', '310105002')];
    expect([spans(...twice), fold(...twice).findings]).toEqual([once, []]);
    expect(spans(revoked('v-1', '2020-01-04'), issued('v-1', '2020-01-05'))).toEqual(once);
  });

  it('given a new passport after the old one was revoked, finds nothing', () => {
    const history = [issued('v-1', '2020-01-05'), revoked('v-1', '2020-02-01'), issued('v-2', '2020-03-05')];
    expect(spans(...history)).toHaveLength(2);
    expect(fold(...history).findings).toEqual([]);
  });
});

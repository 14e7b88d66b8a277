import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './marriage-person-status.fact.js';

const married = (time: string, partyB: string, partyA = 'per_a') =>
  factEvent('cn.gov.mca.marriage.registered', { partyA, partyB }, { time });
const divorced = (time: string, partyB: string) =>
  factEvent('cn.gov.mca.marriage.divorce.registered', { partyA: 'per_a', partyB }, { time });
const cases = (...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded('per_a')
    .findings.map(({ rule, severity, detail }) => `${severity} ${rule}: ${detail['case']}`);

describe('marital status of a person', () => {
  it('given marriage, divorce and marriage again, finds nothing', () => {
    expect(
      cases(married('2010-01-01', 'per_b'), divorced('2015-01-01', 'per_b'), married('2016-01-01', 'per_c')),
    ).toEqual([]);
  });

  it('given a marriage while married, reports it and names no person', () => {
    const history = [married('2010-01-01', 'per_b'), married('2012-01-01', 'per_c')];
    expect(cases(...history)).toEqual(['error STATE: already married']);
    expect(JSON.stringify(givenHistory(fact, history).folded('per_a').findings)).not.toContain('per_');
  });

  it('given one person as both parties, reports the duplicate', () => {
    expect(cases(married('2010-01-01', 'per_a'))).toEqual([
      'error DUPLICATE_PERSON: both parties are one person',
    ]);
  });

  it('given a divorce without a known marriage, finds nothing: it may be older than the register', () => {
    expect(cases(divorced('2019-01-01', 'per_b'))).toEqual([]);
  });

  it('given a marriage or divorce after death, reports it, whatever arrives first', () => {
    const cremated = (diedOn: string | null) =>
      factEvent(
        'cn.gov.mca.funeral.death.cremated',
        { deceasedRef: 'per_a', diedOn },
        { time: '2018-03-05' },
      );
    const history = [married('2018-03-01', 'per_b'), divorced('2018-03-03', 'per_b')];
    expect(cases(...history, cremated('2018-03-03'))).toEqual([]);
    expect(cases(...history, cremated('2018-03-02'))).toEqual(['error STATE: divorced after death']);
    expect(cases(married('2018-03-06', 'per_b'), cremated(null))).toEqual([
      'error STATE: married after death',
    ]);
  });

  it('given a divorce from another person than the spouse, reports the state', () => {
    expect(cases(married('2010-01-01', 'per_b'), divorced('2019-01-01', 'per_c'))).toEqual([
      'error STATE: divorced from another person',
    ]);
  });

  it('reads both persons of a marriage, one when they are the same', () => {
    const read = fact.reads['cn.gov.mca.marriage.registered']!;
    expect(read(married('2010-01-01', 'per_b'))).toEqual(['per_a', 'per_b']);
    expect(read(married('2010-01-01', 'per_a'))).toEqual(['per_a']);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './community-social-workers.fact.js';

const certified = (time: string, certNo: string, relatedCertificate = false) =>
  factEvent(
    'cn.gov.mca.community.socialworker.certified',
    { personRef: 'per_00000001', certNo, level: relatedCertificate ? null : 'ASSISTANT', relatedCertificate },
    { time },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('per_00000001');
const spans = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ dims, validFrom, validUntil }) => [dims['certificate'], validFrom, validUntil]);

describe('a certified social worker', () => {
  it('given several certificates, counts once from the first', () => {
    const events = [
      certified('2015-06-01', 'c-1'),
      certified('2019-06-01', 'c-2'),
      certified('2020-01-01', 'c-3', true),
    ];
    expect(spans(...events)).toEqual([['PROFESSIONAL', '2015-06-01', null]]);
    expect(fold(...events).findings).toEqual([]);
  });

  it('given a related certificate first, counts as related until the professional one', () => {
    expect(spans(certified('2015-06-01', 'c-1', true), certified('2019-06-01', 'c-2'))).toEqual([
      ['RELATED', '2015-06-01', '2019-06-01'],
      ['PROFESSIONAL', '2019-06-01', null],
    ]);
    expect(spans(certified('2015-06-01', 'c-1', true))).toEqual([['RELATED', '2015-06-01', null]]);
  });

  it('given both on one day, counts the professional one only', () => {
    expect(spans(certified('2015-06-01', 'c-1', true), certified('2015-06-01', 'c-2'))).toEqual([
      ['PROFESSIONAL', '2015-06-01', null],
    ]);
  });

  it('given one certificate recorded twice, reports it without naming the person', () => {
    const { findings } = fold(certified('2015-06-01', 'c-1'), certified('2015-07-01', 'c-1'));
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'certificate recorded twice' } }]);
    expect(JSON.stringify(findings)).not.toContain('per_');
  });
});

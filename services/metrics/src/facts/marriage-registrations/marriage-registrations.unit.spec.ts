import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './marriage-registrations.fact.js';

const number = 'J310118-2019-000001';
const married = (time: string, officeRegion = '310118') =>
  factEvent(
    'cn.gov.mca.marriage.registered',
    { certWordNo: number, partyA: 'per_00000001', partyB: 'per_00000002', officeRegion, kind: 'MARRIAGE' },
    { time, district: '310105' },
  );
const reissued = (time: string) =>
  factEvent(
    'cn.gov.mca.marriage.certificate.reissued',
    { certWordNo: 'BJ310118-2020-000001', originalWordNo: number },
    { time },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded(number);

describe('marriages registered', () => {
  it('given a registration, counts one at the office that registered it', () => {
    expect(fold(married('2019-05-20')).rows).toMatchObject([
      {
        measure: 'marriage.registered',
        district: '310118',
        street: 'unknown',
        amount: 1,
        validFrom: '2019-05-20',
        validUntil: null,
      },
    ]);
  });

  it('given certificates issued again, counts no further marriage', () => {
    const { rows, findings } = fold(married('2019-05-20'), reissued('2020-01-01'), reissued('2020-02-01'));
    expect(rows).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  it('given a reissue without its original, notes it', () => {
    expect(fold(reissued('2020-01-01'))).toMatchObject({
      rows: [],
      findings: [{ rule: 'MISSING_PREDECESSOR', severity: 'info' }],
    });
  });

  it('given a word number used twice, counts once and reports it', () => {
    const { rows, findings } = fold(married('2019-05-20'), married('2019-06-01'));
    expect(rows).toMatchObject([{ validFrom: '2019-05-20' }]);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'word number used twice' } }]);
  });
});

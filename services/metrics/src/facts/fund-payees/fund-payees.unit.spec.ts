import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { CREMATED, PAID, fact } from './fund-payees.fact.js';

const died = (diedOn: string | null) =>
  factEvent(
    CREMATED,
    { cremationNo: 'n-1', deceasedRef: 'per_00000001', diedOn, facilityId: null },
    { time: '2020-05-20' },
  );
const paid = (time: string, payeeRef: string | null = 'per_00000001') =>
  factEvent(PAID, { batchId: 'b-1', line: 1, paidFen: 116_000, bankRef: 'k-1', payeeRef }, { time });
const findings = (...events: Parameters<typeof givenHistory>[1]) =>
  givenHistory(fact, events).folded('per_00000001').findings;

describe('payees', () => {
  it('given a payment in a month after the death, reports days and amount, and nobody', () => {
    const found = findings(died('2020-05-16'), paid('2020-06-05'));
    expect(found).toMatchObject([
      {
        rule: 'STATE',
        severity: 'error',
        detail: { case: 'paid to a deceased person', days: 20, paidFen: 116_000 },
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('per_');
  });

  it('given a payment in the month of death, it was due', () => {
    expect(findings(died('2020-05-16'), paid('2020-05-31'))).toEqual([]);
  });

  it('given no day of death, the cremation stands for it', () => {
    expect(findings(died(null), paid('2020-06-05'))).toMatchObject([{ detail: { days: 16 } }]);
  });

  it('given a payment that names nobody, it belongs to nobody', () => {
    expect(fact.reads[PAID]!(paid('2020-06-05', null))).toEqual([]);
  });
});

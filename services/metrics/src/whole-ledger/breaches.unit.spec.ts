import { describe, expect, it } from '@jest/globals';
import { DISTRICTS, type DistrictCode, ledgerTraps } from '@minhai/ledger';
import { foldedTables, ledgerDeliveries } from './gold.fixture.spec.js';

const RULES: Readonly<Record<string, string>> = {
  'fund-confirmed-by-its-preparer': 'SEPARATION_OF_DUTIES: prepared and confirmed by one person',
  'fund-reviewed-by-its-confirmer': 'SEPARATION_OF_DUTIES: confirmed and reviewed by one person',
  'fund-reviewed-before-verified': 'STATE: reviewed before all accounts were verified',
  'fund-paid-another-amount': 'LIMIT: paid another amount than approved',
  'fund-paid-twice': 'LIMIT: paid twice',
  'fund-paid-to-the-deceased': 'STATE: paid to a deceased person',
  'fund-reissued-without-return': 'MISSING_PREDECESSOR: reissued without a return',
  'fund-month-in-two-batches': 'LIMIT: benefit month in two batches',
  'fund-beyond-the-budget': 'LIMIT: paid more than allocated',
};

const found = foldedTables(ledgerDeliveries())
  .tables()
  .entities.filter(({ fact }) => fact.startsWith('fund.'))
  .flatMap(({ findings }) => findings.filter(({ knownUntil }) => knownUntil === null))
  .map(({ value }) => value);

describe('breaches of the fund saga in the whole ledger', () => {
  it.each(Object.keys(DISTRICTS) as DistrictCode[])(
    '%s: each trap is found by its rule, and nothing else is',
    (district) => {
      const own = found.filter((finding) => finding.district === district);
      expect(own.map(({ rule, detail }) => `${rule}: ${detail['case']}`).sort()).toEqual(
        Object.values(RULES).sort(),
      );
      for (const [name, rule] of Object.entries(RULES)) {
        const { eventIds } = ledgerTraps(district).find((trap) => trap.name === name)!;
        const finding = own.find(({ rule: code, detail }) => `${code}: ${detail['case']}` === rule)!;
        expect(finding.causes.some((id) => eventIds.includes(id))).toBe(true);
      }
    },
  );

  it('names amounts and nobody', () => {
    expect(found.filter(({ detail }) => detail['byFen'] === 100)).toHaveLength(2);
    expect(JSON.stringify(found.map(({ detail }) => detail))).not.toMatch(/per_|hh_|DB3101|-\d+-2020/);
  });
});

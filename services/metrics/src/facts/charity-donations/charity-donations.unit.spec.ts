import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { RECEIVED, REPORTED, fact } from './charity-donations.fact.js';

const received = (receiptNo: string, time: string, cashFen = 500, inKindFen = 0) =>
  factEvent(
    RECEIVED,
    { receiptNo, usci: null, channel: 'BANK', cashFen, inKindFen, restrictedProject: null },
    { time },
  );
const reported = (cashFen: number, inKindFen = 0) =>
  factEvent(
    REPORTED,
    { region: '310105', period: '2020-03', cashFen, inKindFen },
    { time: '2020-03-31', street: undefined },
  );
const amounts = (entity: string, ...events: FactEvent<any>[]) =>
  givenHistory(fact, events)
    .folded(entity)
    .rows.map(({ dims, amount, street }) => [dims['form'], dims['record'], amount, street]);
const month = 'month:310105:2020-03';

describe('donations', () => {
  it('given a receipt over money and goods, counts both on its day', () => {
    expect(amounts('receipt:r-1', received('r-1', '2020-03-02', 500, 70))).toEqual([
      ['CASH', 'RECEIPT', 500, '310105001'],
      ['IN_KIND', 'RECEIPT', 70, '310105001'],
    ]);
  });

  it('given a receipt number used twice, counts once and reports it', () => {
    const { rows, findings } = givenHistory(fact, [
      received('r-1', '2020-03-02'),
      received('r-1', '2020-03-09'),
    ]).folded('receipt:r-1');
    expect(rows).toMatchObject([{ validFrom: '2020-03-02' }]);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'receipt number used twice' } }]);
  });

  it('given a report of the month, counts what no receipt covers', () => {
    expect(amounts(month, received('r-1', '2020-03-02', 500, 70), reported(2000, 70))).toEqual([
      ['CASH', 'REPORT', 1500, 'unknown'],
    ]);
  });

  it('given no report, the month counts nothing: receipts count themselves', () => {
    expect(amounts(month, received('r-1', '2020-03-02'))).toEqual([]);
  });

  it('reads a receipt under its number and under its month', () => {
    expect(fact.reads[RECEIVED]!(received('r-1', '2020-03-31T16:30:00Z'))).toEqual([
      'receipt:r-1',
      'month:310105:2020-04',
    ]);
  });
});

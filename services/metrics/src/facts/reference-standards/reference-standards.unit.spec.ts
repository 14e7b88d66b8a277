import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { PUBLISHED, fact } from './reference-standards.fact.js';

const published = (effectiveMonth: string, amountFen: number, recorded = `${effectiveMonth}-01`) =>
  factEvent(
    PUBLISHED,
    { region: '310105', item: 'DIBAO', effectiveMonth, amountFen, legalBasis: '示例文号' },
    { time: `${effectiveMonth}-01`, recorded },
  );
const fold = (...events: ReturnType<typeof published>[]) => givenHistory(fact, events).folded('310105:DIBAO');

describe('relief standards', () => {
  it('given a new standard, the old one holds until its month', () => {
    const { rows, findings } = fold(published('2020-07', 124_000), published('2021-07', 133_000));
    expect(rows.map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil])).toEqual([
      [124_000, '2020-07-01', '2021-07-01'],
      [133_000, '2021-07-01', null],
    ]);
    expect(findings).toEqual([]);
  });

  it('given two for one item and month, the one recorded last holds and the two are reported', () => {
    const { rows, findings } = fold(
      published('2020-07', 124_000, '2020-06-20'),
      published('2020-07', 125_000, '2020-06-10'),
    );
    expect(rows).toMatchObject([{ amount: 124_000 }]);
    expect(findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'two standards of one month', month: '2020-07' } },
    ]);
  });
});

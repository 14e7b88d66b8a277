import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { PUBLISHED, fact } from './surveys.fact.js';

const published = (
  round: string,
  time: string,
  satisfied: number,
  { recorded = time, region = '310118' }: { recorded?: string; region?: string } = {},
) =>
  factEvent(
    PUBLISHED,
    {
      survey: 'SV-X',
      round,
      region,
      sample: 400,
      valid: 380,
      satisfied,
      veryDissatisfied: 2,
      method: 'MIXED',
    },
    { time, recorded },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('SV-X:310118');
const satisfied = (...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter(({ measure }) => measure === 'survey.satisfied')
    .map(({ amount, validFrom, validUntil }) => [amount, validFrom, validUntil]);

describe('surveys', () => {
  it('given two rounds, the counts of each hold until the next', () => {
    const rounds = [published('2022', '2022-11-30', 350), published('2023', '2023-11-30', 362)];
    expect(satisfied(...rounds)).toEqual([
      [350, '2022-11-30', '2023-11-30'],
      [362, '2023-11-30', null],
    ]);
    expect(fold(rounds[0]!).rows.map(({ measure, amount }) => [measure, amount])).toEqual([
      ['survey.sampled', 400],
      ['survey.valid', 380],
      ['survey.satisfied', 350],
      ['survey.very-dissatisfied', 2],
    ]);
  });

  it('given a round published again, the one recorded last holds and the restatement is noted', () => {
    const events = [
      published('2022', '2022-11-30', 350),
      published('2022', '2022-11-30', 340, { recorded: '2022-12-20' }),
    ];
    expect(satisfied(...events)).toEqual([[340, '2022-11-30', null]]);
    expect(fold(...events).findings).toMatchObject([{ rule: 'PERIOD_RESTATED', detail: { period: '2022' } }]);
  });

  it('keeps the result of a street apart from that of its district', () => {
    expect(fold(published('2022', '2022-11-30', 350, { region: '310118001' })).rows[0]).toMatchObject({
      street: '310118001',
      dims: { level: 'STREET' },
    });
  });
});

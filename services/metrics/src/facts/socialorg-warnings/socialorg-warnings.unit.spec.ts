import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CLOSED, RAISED, fact } from './socialorg-warnings.fact.js';

const warning = { warningId: 'w-1', usci: '51310105000000019A', level: 'STREET' } as const;
const raised = (time: string) => factEvent(RAISED, { ...warning, kind: 'FUNDS' }, { time });
const closed = (time: string, usci: string = warning.usci) =>
  factEvent(CLOSED, { ...warning, usci, outcome: 'RESOLVED' }, { time });

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('w-1');
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case']}`);

describe('warnings about social organisations', () => {
  it('given a warning and its end, is open between and closed once', () => {
    expect(fold(raised('2022-05-17'), closed('2022-06-01')).rows).toMatchObject([
      {
        measure: 'socialorg.warnings-open',
        dims: { level: 'STREET', kind: 'FUNDS' },
        validFrom: '2022-05-17',
        validUntil: '2022-06-01',
      },
      { measure: 'socialorg.warnings-closed', dims: { outcome: 'RESOLVED' }, validFrom: '2022-06-01' },
    ]);
  });

  it.each([
    ['raised twice', [raised('2022-05-17'), raised('2022-05-18')], 'STATE: raised twice'],
    [
      'closed twice',
      [raised('2022-05-17'), closed('2022-06-01'), closed('2022-06-02')],
      'STATE: closed twice',
    ],
    ['never raised', [closed('2022-06-01')], 'MISSING_PREDECESSOR: closed before raised'],
    [
      'closed for another body',
      [raised('2022-05-17'), closed('2022-06-01', '523101050000000197')],
      'STATE: closed for another body',
    ],
  ])('given one %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { CLOSED, OPENED, fact } from './community-guest-halls.fact.js';

const opened = (time: string, demonstration = false) =>
  factEvent(
    OPENED,
    { hallId: 'k-1', name: '示例', villageId: '310118102201', kind: 'VILLAGERS', demonstration },
    { time, district: '310118', street: '310118102' },
  );
const closed = (time: string, recorded = time) =>
  factEvent(
    CLOSED,
    { hallId: 'k-1', reason: 'CEASED' },
    { time, recorded, district: '310118', street: '310118102' },
  );

const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('k-1');
const cases = (...events: FactEvent<any>[]) =>
  fold(...events).findings.map(({ rule, detail }) => `${rule}: ${detail['case'] ?? detail['recorded']}`);

describe('a guest hall', () => {
  it('given an opening and a closing, counts on the days between, with its kind', () => {
    expect(fold(opened('2018-05-14', true), closed('2020-07-01')).rows).toMatchObject([
      {
        street: '310118102',
        dims: { kind: 'VILLAGERS', demonstration: 'true' },
        amount: 1,
        validFrom: '2018-05-14',
        validUntil: '2020-07-01',
      },
    ]);
  });

  it('given a second opening after the closing, counts again as what it then is', () => {
    const { rows } = fold(opened('2018-05-14'), closed('2019-07-01'), opened('2020-01-01', true));
    expect(rows.map(({ dims, validFrom }) => [dims['demonstration'], validFrom])).toEqual([
      ['false', '2018-05-14'],
      ['true', '2020-01-01'],
    ]);
  });

  it.each([
    ['opened while open', [opened('2018-05-14'), opened('2019-05-14')], 'STATE: opened while open'],
    [
      'closed while closed',
      [opened('2018-05-14'), closed('2019-05-14'), closed('2019-06-14')],
      'STATE: closed while closed',
    ],
    ['closed before opened', [closed('2019-05-14')], 'MISSING_PREDECESSOR: closed before opened'],
    ['closed late', [opened('2018-05-14'), closed('2020-12-15', '2021-02-09')], 'LATE_REPORT: 2021-02-09'],
  ])('given a hall %s, reports it', (_, events, expected) => {
    expect(cases(...events)).toEqual([expected]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './child-wards.fact.js';

const opened = (time: string) =>
  factEvent('cn.gov.mca.child.ward.opened', { institutionId: 'i-1', beds: 20, name: null }, { time });

describe('children’s wards', () => {
  it('given an opening, counts one ward, whatever its beds', () => {
    expect(givenHistory(fact, [opened('2022-06-01')]).folded('i-1').rows).toMatchObject([
      { measure: 'child.wards', amount: 1, validFrom: '2022-06-01', validUntil: null },
    ]);
  });

  it('given a second opening in the institution, counts one and reports it', () => {
    const { rows, findings } = givenHistory(fact, [opened('2022-06-01'), opened('2023-06-01')]).folded('i-1');
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'opened twice', day: '2023-06-01' } }]);
  });
});

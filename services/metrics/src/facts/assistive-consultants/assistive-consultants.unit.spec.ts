import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { CERTIFIED, fact } from './assistive-consultants.fact.js';

const certified = (time: string, certNo: string) =>
  factEvent(CERTIFIED, { personRef: 'per_00000001', certNo, level: 'JUNIOR' }, { time });
const fold = (...events: ReturnType<typeof certified>[]) => givenHistory(fact, events).folded('per_00000001');

describe('consultants of assistive technology', () => {
  it('given two certificates, counts the person once, from the first on', () => {
    expect(fold(certified('2022-01-01', 'c-1'), certified('2023-01-01', 'c-2'))).toMatchObject({
      rows: [{ amount: 1, validFrom: '2022-01-01', validUntil: null }],
      findings: [],
    });
  });

  it('given one certificate twice, reports it without naming the person', () => {
    const { findings } = fold(certified('2022-01-01', 'c-1'), certified('2023-01-01', 'c-1'));
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'certificate recorded twice' } }]);
    expect(JSON.stringify(findings)).not.toContain('per_');
  });
});

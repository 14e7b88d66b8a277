import { describe, expect, it } from '@jest/globals';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './plan-milestones.fact.js';

const completed = (completedOn: string) =>
  factEvent(
    'cn.gov.mca.plan.milestone.completed',
    { plan: 'p-1', milestone: 'm-1', completedOn, evidence: '示例文件' },
    { time: completedOn, street: undefined },
  );
const fold = (...days: string[]) => givenHistory(fact, days.map(completed)).folded('310105:p-1:m-1');

describe('milestones of a plan', () => {
  it('given a completion, counts from its day on under its name', () => {
    expect(fold('2023-06-01')).toMatchObject({
      rows: [
        { dims: { plan: 'p-1', milestone: 'm-1' }, amount: 1, validFrom: '2023-06-01', street: 'unknown' },
      ],
      findings: [],
    });
  });

  it('given a second completion, keeps the first day and reports it', () => {
    const { rows, findings } = fold('2024-06-01', '2023-06-01');
    expect(rows).toMatchObject([{ validFrom: '2023-06-01' }]);
    expect(findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'completed twice', day: '2024-06-01' } },
    ]);
  });

  it('are told apart by district, plan and name', () => {
    expect(fact.reads['cn.gov.mca.plan.milestone.completed']!(completed('2023-06-01'))).toEqual([
      '310105:p-1:m-1',
    ]);
  });
});

import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { flowRow } from '../row.js';

const COMPLETED = 'cn.gov.mca.plan.milestone.completed';

type Completed = EventOf<typeof COMPLETED>;

/** A milestone is reached once, on the first day anybody reports. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [first, ...further] = history as readonly Completed[];
  if (!first) return { rows: [], findings: [] };
  const { plan, milestone } = first.data;
  return {
    rows: [flowRow(first, 'plan.milestones', { plan, milestone })],
    findings: further.map((event) =>
      finding('STATE', [event], { case: 'completed twice', plan, milestone, day: event.day }),
    ),
  };
}

/** Milestones of a plan that are reached, each by its name in the plan of its district. */
export const fact: FactDefinition = {
  name: 'plan.milestones',
  titles: { zh: '规划节点任务', en: 'Milestones of a plan' },
  measures: [stock('plan.milestones', '项', '已完成的节点任务', 'Milestones reached')],
  reads: { [COMPLETED]: ({ regionId, data }: Completed) => [`${regionId}:${data.plan}:${data.milestone}`] },
  fold,
};

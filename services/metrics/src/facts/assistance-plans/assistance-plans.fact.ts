import { addDays } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, FoldResult } from '@minhai/facts';
import { outOfState } from '../finding.js';
import { firstOfEach } from '../first-of-each.js';
import { flow, stock } from '../measure.js';
import { courseOf } from '../paired-course.js';
import { protectedPeople } from '../protected-measure.js';
import { flowRow, tenureRow } from '../row.js';
import { isStreetYear, openedTwiceInYear, streetYearsOf } from '../street-year.js';
import {
  CLOSED,
  DELIVERED,
  ISSUED,
  type Delivery,
  type Plan,
  deliveryFindings,
  isClosing,
  isDelivery,
  isPlan,
} from './plan-deliveries.js';

function foldPlan(history: readonly FactEvent<any>[]): FoldResult {
  const { begin, end, findings } = courseOf(history, {
    isBegin: isPlan,
    isEnd: isClosing,
    begun: 'issued',
    ended: 'closed',
  });
  const { first, again } = firstOfEach(history.filter(isDelivery), ({ data }) => data.deliveryId);
  return {
    rows: [...(begin ? planRows(begin, end) : []), ...first.flatMap(deliveryRows)],
    findings: [
      ...findings,
      ...again.map((event) => outOfState(event, 'delivered twice')),
      ...first.flatMap((delivery) => deliveryFindings(delivery, begin, end)),
    ],
  };
}

/** A plan runs from its first day to its last one, unless it is closed before. */
function planRows(plan: Plan, end: FactEvent<any> | undefined): FactRow[] {
  const { startsOn, endsOn } = plan.data;
  const after = addDays(endsOn, 1);
  const isCutShort = end !== undefined && end.day < after;
  const until = isCutShort ? end.day : after;
  const issued = flowRow(plan, 'assistance.plans', {});
  if (until <= startsOn) return [issued];
  const causes = isCutShort ? [plan.id, end.id] : [plan.id];
  const open = { begin: plan, from: startsOn, until, causes };
  return [issued, tenureRow(open, 'assistance.plans-open', {})];
}

/** A delivery counts, whatever is wrong with its plan: somebody was helped. */
function deliveryRows(delivery: Delivery): FactRow[] {
  const { need, supportType, minutes, valueFen } = delivery.data;
  const amounts = {
    'assistance.services-delivered': 1,
    'assistance.service-minutes': minutes ?? 0,
    'assistance.service-value-fen': valueFen ?? 0,
  };
  return Object.entries(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([measure, amount]) => flowRow(delivery, measure, { need, supportType }, amount));
}

const foldStreetYear = (history: readonly FactEvent<any>[], entity: string): FoldResult =>
  openedTwiceInYear(history, entity, {
    rule: 'STATE',
    text: 'second open plan of a household',
    opened: (event) =>
      isPlan(event)
        ? { id: event.data.planId, owners: [event.data.householdRef], lastDay: event.data.endsOn }
        : undefined,
    closed: (event) => (isClosing(event) ? event.data.planId : undefined),
  });

const ofPlan = ({ data }: FactEvent<{ planId: string }>): string => `plan:${data.planId}`;
const ofPlanAndStreet = (event: FactEvent<{ planId: string }>): string[] => [
  ofPlan(event),
  ...streetYearsOf(event),
];

/** One household, one plan (一户一策): what it needs, and what was done. */
export const fact: FactDefinition = {
  name: 'assistance.plans',
  titles: { zh: '一户一策帮扶方案', en: 'Plans of help to households' },
  measures: [
    protectedPeople(flow('assistance.plans', '份', '制定方案', 'Plans issued')),
    protectedPeople(stock('assistance.plans-open', '份', '执行中方案', 'Plans under way')),
    protectedPeople(flow('assistance.services-delivered', '次', '帮扶次数', 'Services delivered')),
    flow('assistance.service-minutes', '分钟', '服务时长', 'Minutes of service'),
    flow('assistance.service-value-fen', '分', '帮扶价值', 'Value of what was given, in fen'),
  ],
  reads: {
    [ISSUED]: ofPlanAndStreet,
    [CLOSED]: ofPlanAndStreet,
    [DELIVERED]: (event) => [ofPlan(event)],
  },
  fold: (history, entity) => (isStreetYear(entity) ? foldStreetYear(history, entity) : foldPlan(history)),
};

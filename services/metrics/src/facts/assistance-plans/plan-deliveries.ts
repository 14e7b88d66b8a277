import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState, unpreceded } from '../finding.js';

export const ISSUED = 'cn.gov.mca.assistance.plan.issued';
export const CLOSED = 'cn.gov.mca.assistance.plan.closed';
export const DELIVERED = 'cn.gov.mca.assistance.service.delivered';

export type Plan = EventOf<typeof ISSUED>;
export type Delivery = EventOf<typeof DELIVERED>;

export const isPlan = ofType(ISSUED);
export const isClosing = ofType(CLOSED);
export const isDelivery = ofType(DELIVERED);

/** What is out of order in one delivery. */
export function deliveryFindings(
  delivery: Delivery,
  plan: Plan | undefined,
  closing: FactEvent<any> | undefined,
): Finding[] {
  const { day, data } = delivery;
  if (!plan) return [unpreceded(delivery, 'delivered without a plan')];
  if (day < plan.data.startsOn || day > plan.data.endsOn)
    return [finding('LIMIT', [delivery], { case: 'delivered outside the plan dates', day })];
  if (closing && day > closing.day) return [outOfState(delivery, 'delivered after the plan was closed')];
  const isPlanned = plan.data.resources.some(({ resourceId }) => resourceId === data.resourceId);
  return isPlanned ? [] : [outOfState(delivery, 'delivered from a resource that is not in the plan')];
}

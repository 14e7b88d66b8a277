import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';

export const ISSUED = 'cn.gov.mca.assistance.plan.issued';
export const CLOSED = 'cn.gov.mca.assistance.plan.closed';
export const DELIVERED = 'cn.gov.mca.assistance.service.delivered';

export type Plan = EventOf<typeof ISSUED>;
export type Delivery = EventOf<typeof DELIVERED>;

export const isPlan = ofType(ISSUED);
export const isClosing = ofType(CLOSED);
export const isDelivery = ofType(DELIVERED);

/** What is out of order in the deliveries of one plan. */
export function deliveryFindings(
  deliveries: readonly Delivery[],
  plan: Plan | undefined,
  closing: FactEvent<any> | undefined,
): Finding[] {
  const seen = new Set<string>();
  return deliveries.flatMap((delivery) => {
    const { deliveryId } = delivery.data;
    const again = seen.has(deliveryId);
    seen.add(deliveryId);
    const text = again ? 'delivered twice' : problemOf(delivery, plan, closing);
    if (text === undefined) return [];
    const rule = plan ? (text === OUTSIDE ? 'LIMIT' : 'STATE') : 'MISSING_PREDECESSOR';
    return [finding(again ? 'STATE' : rule, [delivery], { case: text, day: delivery.day })];
  });
}

const OUTSIDE = 'delivered outside the plan dates';

function problemOf(
  { day, data }: Delivery,
  plan: Plan | undefined,
  closing: FactEvent<any> | undefined,
): string | undefined {
  if (!plan) return 'delivered without a plan';
  if (day < plan.data.startsOn || day > plan.data.endsOn) return OUTSIDE;
  if (closing && day > closing.day) return 'delivered after the plan was closed';
  const isPlanned = plan.data.resources.some(({ resourceId }) => resourceId === data.resourceId);
  return isPlanned ? undefined : 'delivered from a resource that is not in the plan';
}

import { addDays } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { tenureRow } from '../row.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const REGISTERED = 'cn.gov.mca.assistance.resource.registered';
export const DELIVERED = 'cn.gov.mca.assistance.service.delivered';

type Resource = EventOf<typeof REGISTERED>;
type Delivery = EventOf<typeof DELIVERED>;

const isRegistration = ofType(REGISTERED);
const isDelivery = ofType(DELIVERED);

/** Registered again, a resource is what it was last registered as; no event ends it but its last day. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const registrations = history.filter(isRegistration);
  const { tenures, findings } = tenuresOf(history, {
    isBegin: isRegistration,
    isEnd: () => false,
    lastDayOf: ({ data }) => data.validTo,
    isRenewable: true,
    begun: 'registered',
    ended: 'ended',
  });
  return {
    rows: tenures.flatMap(rowsOf),
    findings: [
      ...findings,
      ...history.filter(isDelivery).flatMap((delivery) => outOfForce(delivery, registrations)),
    ],
  };
}

function rowsOf(resource: Tenure<Resource>): FactRow[] {
  const { supportType, capacity } = resource.begin.data;
  return [
    tenureRow(resource, 'assistance.resources', { supportType }),
    tenureRow(resource, 'assistance.resource-capacity', { supportType }, capacity),
  ].filter(({ amount }) => amount > 0);
}

function outOfForce(delivery: Delivery, registrations: readonly Resource[]): Finding[] {
  const { day, time } = delivery;
  const registration = registrations.findLast((event) => event.time <= time);
  if (!registration)
    return [
      finding('MISSING_PREDECESSOR', [delivery], { case: 'delivered from an unregistered resource', day }),
    ];
  const after = addDays(registration.data.validTo, 1);
  return day < after
    ? []
    : [finding('STATE', [registration, delivery], { case: 'delivered from an expired resource', day })];
}

const ofResource = ({ data }: Resource | Delivery): string[] => [data.resourceId];

/** What providers offer to households in need (救助资源清单), for the days on which the offer holds. */
export const fact: FactDefinition = {
  name: 'assistance.resources',
  titles: { zh: '社会救助资源', en: 'Resources of help' },
  measures: [
    stock('assistance.resources', '项', '救助资源', 'Resources of help'),
    stock('assistance.resource-capacity', '份', '救助资源容量', 'Capacity of the resources'),
  ],
  reads: { [REGISTERED]: ofResource, [DELIVERED]: ofResource },
  fold,
};

import { addDays, addMonths, monthOf } from '@minhai/domain';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';
import fc from 'fast-check';

const ORIGIN = '2019-06-15';
const day = fc.nat(400).map((days) => addDays(ORIGIN, days));
const month = fc.nat(8).map((months) => monthOf(addMonths(ORIGIN, months)));
const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const persons = few('per_00000001', 'per_00000002');
const villages = few('310105001001', '310105002001');

/** Payloads of community work from small pools, so that events meet. */
export const COMMUNITY_PAYLOADS: {
  readonly [Type in EventTypeName]?: fc.Arbitrary<Partial<PayloadByType[Type]>>;
} = {
  'cn.gov.mca.community.worker.hired': fc.record({
    workerId: few('w-1', 'w-2'),
    personRef: persons,
    villageId: fc.option(villages, { nil: null }),
    level: fc.constantFrom(null, 'ASSISTANT'),
  }),
  'cn.gov.mca.community.worker.certified': fc.record({
    workerId: few('w-1', 'w-2'),
    personRef: persons,
    certNo: fc.constantFrom(null, 'c-1', 'c-2'),
  }),
  'cn.gov.mca.community.worker.left': fc.record({ workerId: few('w-1', 'w-2'), personRef: persons }),
  'cn.gov.mca.community.cloud.household.registered': fc.record({
    householdRef: few('hh_00000001', 'hh_00000002'),
    villageId: villages,
  }),
  'cn.gov.mca.community.cloud.household.deregistered': fc.record({
    householdRef: few('hh_00000001', 'hh_00000002'),
    villageId: villages,
  }),
  'cn.gov.mca.community.cloud.household.reported': fc.record({
    region: few('310105', '310105001', '310105001001'),
    period: month,
    households: fc.nat(3),
  }),
  'cn.gov.mca.community.guesthall.opened': fc.record({
    hallId: few('k-1', 'k-2'),
    villageId: villages,
    kind: fc.constantFrom('VILLAGERS', 'RESIDENTS'),
    demonstration: fc.boolean(),
  }),
  'cn.gov.mca.community.guesthall.closed': fc.record({ hallId: few('k-1', 'k-2') }),
  'cn.gov.mca.community.socialworker.certified': fc.record({
    personRef: persons,
    certNo: few('c-1', 'c-2'),
    relatedCertificate: fc.boolean(),
  }),
  'cn.gov.mca.community.boundary.inspected': fc.record({
    boundaryId: few('b-1', 'b-2'),
    round: fc.integer({ min: 4, max: 5 }),
    result: fc.constantFrom('CONSISTENT', 'DISPUTED'),
  }),
  'cn.gov.mca.child.ward.opened': fc.record({ institutionId: few('i-1', 'i-2') }),
  'cn.gov.mca.plan.milestone.completed': fc.record({
    plan: few('p-1'),
    milestone: few('m-1', 'm-2'),
    completedOn: day,
  }),
};

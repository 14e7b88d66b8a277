import { addDays, addMonths, monthOf } from '@minhai/domain';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';
import fc from 'fast-check';

// Payloads of elder care for the property over all facts, from pools so small that events meet.

const ORIGIN = '2019-06-15';
const day = fc.nat(400).map((days) => addDays(ORIGIN, days));
const month = fc.nat(8).map((months) => monthOf(addMonths(ORIGIN, months)));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const persons = few('per_00000001', 'per_00000002', 'per_00000003');
const institutions = few('i-1', 'i-2');
const brands = maybe(few('b-1', 'b-2'));
const regions = few('310105', '310105001', '310105002');

const stay = {
  stayId: few('s-1', 's-2'),
  personRef: persons,
  institutionId: institutions,
  bedType: fc.constantFrom('GENERAL' as const, 'NURSING' as const, 'DEMENTIA' as const),
};
const call = {
  callId: few('o-1', 'o-2'),
  personRef: persons,
  service: fc.constantFrom('TAXI' as const, 'MEAL' as const),
  responseSeconds: maybe(fc.nat(3)),
};
const homeBed = { homeBedId: few('h-1', 'h-2'), personRef: persons };
const listing = {
  institutionId: institutions,
  list: fc.constantFrom('BLACKLIST' as const, 'WATCH' as const),
};

export const ELDERCARE_PAYLOADS: {
  readonly [Type in EventTypeName]?: fc.Arbitrary<Partial<PayloadByType[Type]>>;
} = {
  'cn.gov.mca.eldercare.institution.opened': fc.record({
    institutionId: institutions,
    scope: fc.constantFrom('INSTITUTION', 'CARE_HOME'),
    operationMode: fc.constantFrom('PUBLIC_PRIVATE', 'PRIVATE_PRIVATE'),
    hasNursingHospital: fc.boolean(),
    siteId: maybe(few('s-1')),
    chainBrand: brands,
  }),
  'cn.gov.mca.eldercare.institution.changed': fc.record({
    institutionId: institutions,
    reason: fc.constantFrom('RELOCATED', 'CONVERTED', 'RENAMED'),
    scope: maybe(fc.constantFrom('INSTITUTION', 'CARE_HOME')),
    operationMode: maybe(fc.constant('PUBLIC_PUBLIC')),
    chainBrand: brands,
    formerChainBrand: brands,
  }),
  'cn.gov.mca.eldercare.institution.closed': fc.record({ institutionId: institutions, chainBrand: brands }),
  'cn.gov.mca.eldercare.resident.admitted': fc.record({
    ...stay,
    careLevel: fc.constantFrom('CARE_2', 'CARE_5'),
  }),
  'cn.gov.mca.eldercare.resident.discharged': fc.record(stay),
  'cn.gov.mca.eldercare.institution.rated': fc.record({
    institutionId: institutions,
    grade: fc.integer({ min: 1, max: 5 }),
    validFrom: day,
    validTo: day,
  }),
  'cn.gov.mca.eldercare.quality.scored': fc.record({
    institutionId: institutions,
    month,
    score: few('0.00', '87.50', '100.00'),
  }),
  'cn.gov.mca.eldercare.credit.listed': fc.record({ ...listing, termMonths: fc.integer({ min: 1, max: 6 }) }),
  'cn.gov.mca.eldercare.credit.delisted': fc.record(listing),
  'cn.gov.mca.eldercare.inspection.completed': fc.record({
    inspectionId: few('n-1', 'n-2', 'n-3'),
    providerKind: fc.constantFrom('INSTITUTION', 'FACILITY'),
    providerId: institutions,
    authority: fc.constantFrom('FIRE', 'HEALTH'),
    result: fc.constantFrom('PASSED', 'TO_CORRECT', 'SUSPENDED'),
    defects: fc.nat(3),
    dueOn: maybe(day),
  }),
  'cn.gov.mca.eldercare.safety.monitoring.changed': fc.record({
    institutionId: institutions,
    online: fc.boolean(),
    hours24: fc.boolean(),
  }),
  'cn.gov.mca.eldercare.homebed.established': fc.record({
    ...homeBed,
    assessedLevel: fc.constantFrom('CARE_2', 'CARE_5'),
  }),
  'cn.gov.mca.eldercare.homebed.closed': fc.record(homeBed),
  'cn.gov.mca.eldercare.assessment.completed': fc.record({
    assessmentId: few('a-1', 'a-2'),
    personRef: persons,
    scheme: fc.constant('SH_UNIFIED_2'),
    level: fc.constantFrom('CARE_2', 'CARE_5'),
    validFrom: day,
    validTo: day,
  }),
  'cn.gov.mca.eldercare.onekey.called': fc.record(call),
  'cn.gov.mca.eldercare.onekey.closed': fc.record({
    ...call,
    outcome: fc.constantFrom('SERVED', 'UNANSWERED'),
  }),
  'cn.gov.mca.eldercare.onekey.reported': fc.record({
    region: regions,
    service: fc.constantFrom('TAXI', 'MEAL'),
    period: month,
    count: fc.nat(4),
  }),
  'cn.gov.mca.eldercare.visit.completed': fc.record({
    personRef: persons,
    visitedOn: day,
    category: fc.constantFrom('CHILDLESS', 'LIVING_ALONE'),
  }),
  'cn.gov.mca.eldercare.visit.reported': fc.record({
    region: regions,
    category: fc.constantFrom('CHILDLESS', 'LIVING_ALONE'),
    period: month,
    visits: fc.nat(4),
    persons: fc.nat(4),
    listed: maybe(fc.nat(4)),
  }),
  'cn.gov.mca.eldercare.adaptation.completed': fc.record({
    householdRef: few('hh_1', 'hh_2'),
    govFen: fc.nat(3),
    enterpriseFen: fc.nat(3),
    familyFen: fc.nat(3),
  }),
  'cn.gov.mca.eldercare.timebank.recorded': fc.record({
    personRef: persons,
    minutes: fc.constantFrom(-30, 30, 60),
  }),
  'cn.gov.mca.eldercare.meals.reported': fc.record({
    facilityId: few('f-1', 'f-2', 'f-3'),
    period: month,
    portions: fc.nat(900),
  }),
  'cn.gov.mca.eldercare.homecare.reported': fc.record({
    region: regions,
    period: month,
    persons: fc.nat(3),
    hours: fc.nat(3),
    subsidyFen: fc.nat(3),
  }),
};

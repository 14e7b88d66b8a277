import fc from 'fast-check';
import {
  type Payloads,
  day,
  few,
  maybe,
  month,
  persons,
  regions,
  streets,
} from './arbitrary-values.fixture.js';

const institutions = few('i-1', 'i-2');
const brands = maybe(few('b-1', 'b-2'));

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

/** Payloads of elder care. */
export const ELDERCARE_PAYLOADS: Payloads = {
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
  'cn.gov.mca.eldercare.bed.changed': fc.record({
    institutionId: institutions,
    bedType: fc.constantFrom('GENERAL', 'NURSING', 'DEMENTIA'),
    bedScope: fc.constantFrom('INSTITUTION', 'HOME'),
    delta: fc.constantFrom(-2, -1, 1, 2),
    after: fc.nat(5),
    reason: fc.constantFrom('OPENING', 'EXPANSION', 'CONVERSION', 'REDUCTION'),
    dementiaStandardised: fc.boolean(),
    transferId: maybe(few('t-1', 't-2')),
  }),
  'cn.gov.mca.eldercare.facility.opened': fc.record({
    facilityId: few('f-1', 'f-2', 'f-3'),
    kind: fc.constantFrom('MEAL_SITE', 'DAY_CENTRE'),
    siteId: few('s-1', 's-2'),
    floorAreaM2: few('0.00', '10.50', '20.00'),
    isBranch: fc.boolean(),
    operatorType: fc.constant('PROFESSIONAL'),
    level: fc.constant('STREET'),
  }),
  'cn.gov.mca.eldercare.facility.changed': fc.record({
    facilityId: few('f-1', 'f-2', 'f-3'),
    reason: fc.constantFrom('RENAMED', 'RELOCATED', 'AREA_CHANGED'),
    kind: maybe(fc.constant('ACTIVITY_ROOM')),
    siteId: maybe(few('s-1', 's-2')),
    floorAreaM2: maybe(few('0.00', '10.50', '30.00')),
    isBranch: maybe(fc.boolean()),
    operatorType: maybe(fc.constant('COMMITTEE')),
    level: fc.constant(null),
    fromSiteId: maybe(few('s-1', 's-2')),
  }),
  'cn.gov.mca.eldercare.facility.closed': fc.record({
    facilityId: few('f-1', 'f-2', 'f-3'),
    siteId: maybe(few('s-1', 's-2')),
  }),
  'cn.gov.mca.eldercare.mealsite.capacity.changed': fc.record({
    facilityId: few('f-1', 'f-2', 'f-3'),
    mode: fc.constantFrom('DINE_IN', 'DELIVERY'),
    delta: fc.constantFrom(-10, 10, 20),
    portionsPerDay: fc.constantFrom(10, 20, 30),
  }),
  'cn.gov.mca.eldercare.carer.registered': fc.record({
    carerId: few('k-1', 'k-2'),
    personRef: persons,
    employerKind: fc.constant('INSTITUTION'),
    employerId: institutions,
    hiredOn: day,
  }),
  'cn.gov.mca.eldercare.carer.left': fc.record({
    carerId: few('k-1', 'k-2'),
    personRef: persons,
    employerKind: fc.constant('INSTITUTION'),
    employerId: institutions,
  }),
  'cn.gov.mca.eldercare.carer.trained': fc.record({
    carerId: few('k-1', 'k-2'),
    preJob: fc.boolean(),
    completedOn: day,
  }),
  'cn.gov.mca.eldercare.carer.certified': fc.record({
    personRef: persons,
    certNo: few('z-1', 'z-2'),
    level: fc.constantFrom('LEVEL_5', 'LEVEL_3', 'LEVEL_1'),
    issuedOn: day,
    validTo: maybe(day),
  }),
  'cn.gov.mca.eldercare.carer.certificate.expired': fc.record({
    personRef: persons,
    certNo: few('z-1', 'z-2'),
    validTo: day,
  }),
  'cn.gov.mca.eldercare.homecare.granted': fc.record({
    grantId: few('g-1', 'g-2'),
    personRef: persons,
    fromMonth: month,
    assessmentId: maybe(few('a-1')),
  }),
  'cn.gov.mca.eldercare.homecare.ended': fc.record({
    grantId: few('g-1', 'g-2'),
    personRef: persons,
    fromMonth: month,
  }),
  'cn.gov.mca.eldercare.allowance.paid': fc.record({
    personRef: persons,
    period: month,
    ageBand: fc.constantFrom('AGE_65_69', 'AGE_80_89'),
    amountFen: fc.integer({ min: 1, max: 3 }),
  }),
  'cn.gov.mca.eldercare.allowance.reported': fc.record({
    region: regions,
    period: month,
    ageBand: fc.constantFrom('AGE_65_69', 'AGE_80_89'),
    amountFen: fc.nat(3),
  }),
  'cn.gov.mca.eldercare.adviserpoint.opened': fc.record({
    pointId: few('p-1', 'p-2'),
    level: fc.constantFrom('STREET', 'VILLAGE'),
  }),
  'cn.gov.mca.eldercare.adviserpoint.closed': fc.record({ pointId: few('p-1', 'p-2') }),
  'cn.gov.mca.eldercare.consultation.recorded': fc.record({
    pointId: few('p-1', 'p-2'),
    topic: fc.constant('POLICY'),
  }),
  'cn.gov.mca.eldercare.street.designated': fc.record({
    street: streets,
    kind: fc.constantFrom('DEMENTIA_FRIENDLY', 'SMART_HEALTH'),
  }),
  'cn.gov.mca.eldercare.medical.contract.signed': fc.record({
    institutionId: institutions,
    medicalUsci: few('m-1', 'm-2'),
    validTo: maybe(day),
  }),
  'cn.gov.mca.eldercare.medical.contract.ended': fc.record({
    institutionId: institutions,
    medicalUsci: few('m-1', 'm-2'),
  }),
};

import fc from 'fast-check';
import {
  type Payloads,
  amount,
  day,
  few,
  maybe,
  month,
  persons,
  regions,
} from './arbitrary-values.fixture.js';

const usci = few('u-1', 'u-2');
const facility = { facilityId: few('f-1', 'f-2'), kind: fc.constantFrom('COMPREHENSIVE', 'AFFAIRS_CENTRE') };
const village = { villageId: few('310105001001', '310105001002') };
const villages = few('310105001001', '310105002001');
const rentalPoint = fc.record({ pointId: few('p-1', 'p-2') });
const kind = fc.constantFrom('RESIDENTS', 'VILLAGERS');
const tag = {
  personRef: persons,
  tag: few('LIVING-ALONE', 'OVER-80'),
  dictionaryVersion: few('2019-01', '2020-01'),
  level: fc.constantFrom('STREET', 'VILLAGE'),
};
const service = {
  serviceNo: few('s-1', 's-2'),
  itemCode: few('MZ-1'),
  channel: fc.constantFrom('COUNTER', 'ONLINE'),
  acceptingRegion: few('310105', '330421'),
  handlingRegion: few('310105', '310118'),
};
const warning = { warningId: few('w-1', 'w-2'), usci, level: fc.constantFrom('STREET', 'DISTRICT') };

const REFERENCE: Payloads = {
  'cn.gov.mca.ref.division.changed': fc
    .record({
      code: few('310105001', '310105002', '310105001001', '310105001002'),
      validFrom: day,
      validTo: maybe(day),
      successors: fc.subarray(['310105002', '310105003']),
      change: fc.constantFrom('ESTABLISHED', 'ABOLISHED', 'MERGED', 'RENAMED'),
    })
    .map((change) =>
      change.code.length === 9
        ? { ...change, level: 'STREET' as const, parent: '310105' }
        : { ...change, level: 'VILLAGE' as const, parent: '310105001' },
    ),
  'cn.gov.mca.ref.standard.published': fc.record({
    region: few('310000', '310105'),
    item: fc.constantFrom('DIBAO', 'TEKUN'),
    effectiveMonth: month,
    amountFen: fc.integer({ min: 1, max: 3 }),
  }),
  'cn.gov.mca.ref.codelist.published': fc.record({
    list: few('community-tag'),
    version: fc.integer({ min: 1, max: 3 }),
    codes: fc
      .uniqueArray(few('A', 'B', 'C'))
      .map((codes) => codes.map((code) => ({ code, zh: '示例', en: null, validFrom: null, validTo: null }))),
  }),
  'cn.gov.mca.ref.population.published': fc.record({
    region: few('310105', '310105001'),
    measure: fc.constantFrom('HUKOU_POP', 'HUKOU_60P'),
    value: fc.integer({ min: 1, max: 9 }),
    asOf: day,
  }),
  'cn.gov.mca.stat.value.reported': fc.record({
    region: regions,
    indicator: few('chn-a', 'severe-disabled-in-care'),
    period: few('2019', '2019-H2', '2019-Q4', '2019-12', '2020-01'),
    value: few('0.0000', '1.5000', '3.0000', '20.0000'),
    unit: fc.constantFrom('PERCENT', 'PLACE'),
  }),
  'cn.gov.mca.survey.result.published': fc.record({
    survey: few('SV-1'),
    round: few('2019', '2020'),
    region: regions,
    sample: fc.constant(9),
    valid: fc.constant(8),
    satisfied: amount,
    veryDissatisfied: amount,
  }),
  'cn.gov.mca.plan.milestone.completed': fc.record({
    plan: few('p-1'),
    milestone: few('m-1', 'm-2'),
    completedOn: day,
  }),
};

const COMMUNITY: Payloads = {
  'cn.gov.mca.community.worker.hired': fc.record({
    workerId: few('w-1', 'w-2'),
    personRef: persons,
    villageId: maybe(villages),
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
  'cn.gov.mca.community.tag.assigned': fc.record({ ...tag, validTo: maybe(day) }),
  'cn.gov.mca.community.tag.removed': fc.record(tag),
  'cn.gov.mca.community.facility.opened': fc.record({
    ...facility,
    floorAreaM2: few('0.00', '10.50'),
    newTown: maybe(fc.boolean()),
  }),
  'cn.gov.mca.community.facility.closed': fc.record(facility),
  'cn.gov.mca.community.committee.established': fc.record({ ...village, kind, name: fc.constant('示例') }),
  'cn.gov.mca.community.committee.changed': fc.record({ ...village, kind: maybe(kind) }),
  'cn.gov.mca.community.committee.abolished': fc.record({ ...village, successors: fc.constant([]) }),
  'cn.gov.mca.service.item.accepted': fc.record(service),
  'cn.gov.mca.service.item.completed': fc.record({
    ...service,
    acceptedOn: day,
    outcome: fc.constantFrom('GRANTED', 'REFUSED'),
  }),
  'cn.gov.mca.service.item.reported': fc.record({
    region: regions,
    itemCode: few('MZ-1'),
    period: month,
    accepted: fc.constant(6),
    completed: amount,
    crossDistrict: amount,
    crossProvince: amount,
  }),
};

const ORGANISATIONS: Payloads = {
  'cn.gov.mca.socialorg.registered': fc.record({
    usci,
    kind: fc.constantFrom('ASSOCIATION', 'FOUNDATION'),
    name: few('示例一', '示例二'),
    registrar: few('310105'),
  }),
  'cn.gov.mca.socialorg.changed': fc.record({
    usci,
    reason: fc.constantFrom('RENAMED', 'CAPITAL_CHANGED', 'RELOCATED'),
    name: maybe(few('示例一', '示例二')),
  }),
  'cn.gov.mca.socialorg.stock.reported': fc.record({
    region: regions,
    kind: fc.constantFrom('ASSOCIATION', 'FOUNDATION'),
    period: month,
    count: amount,
  }),
  'cn.gov.mca.socialorg.abnormal.listed': fc.record({
    usci,
    cause: fc.constantFrom('UNREACHABLE', 'NO_ANNUAL_REPORT'),
    from: day,
  }),
  'cn.gov.mca.socialorg.abnormal.delisted': fc.record({ usci, listedFrom: day }),
  'cn.gov.mca.socialorg.dishonest.listed': fc.record({
    usci,
    cause: fc.constantFrom('TWO_YEARS_ABNORMAL', 'OTHER'),
    from: day,
    abnormalFrom: maybe(day),
  }),
  'cn.gov.mca.socialorg.dishonest.delisted': fc.record({ usci, listedFrom: day }),
  'cn.gov.mca.socialorg.annualreport.filed': fc.record({
    usci,
    year: fc.integer({ min: 2016, max: 2019 }),
    result: fc.constantFrom(null, 'QUALIFIED'),
  }),
  'cn.gov.mca.socialorg.warning.raised': fc.record({ ...warning, kind: fc.constantFrom('FUNDS', 'ZOMBIE') }),
  'cn.gov.mca.socialorg.warning.closed': fc.record({ ...warning, outcome: fc.constant('RESOLVED' as const) }),
  'cn.gov.mca.socialorg.penalty.imposed': fc.record({
    usci,
    penaltyId: few('n-1', 'n-2'),
    kind: fc.constantFrom('FINE', 'WARNING'),
    amountFen: maybe(amount),
  }),
  'cn.gov.mca.socialorg.contract.awarded': fc.record({
    usci,
    contractId: few('c-1', 'c-2'),
    amountFen: amount,
    ratingRequired: fc.boolean(),
    rating: fc.constantFrom(null, 'A3'),
  }),
  'cn.gov.mca.socialorg.deregistered': fc.record({ usci }),
  'cn.gov.mca.socialorg.rated': fc.record({
    usci,
    level: fc.constantFrom('A1', 'A3', 'A5'),
    ratedOn: day,
    validTo: day,
  }),
  'cn.gov.mca.socialorg.rating.revoked': fc.record({ usci, ratedOn: day }),
  'cn.gov.mca.socialorg.party.point.designated': fc.record({
    usci,
    pointId: few('d-1', 'd-2'),
  }),
  'cn.gov.mca.socialorg.decoupled': fc.record({ usci }),
};

const DEVICES: Payloads = {
  'cn.gov.mca.assistive.rentalpoint.opened': rentalPoint,
  'cn.gov.mca.assistive.rentalpoint.closed': rentalPoint,
  'cn.gov.mca.assistive.rental.recorded': fc.record({
    rentalNo: few('x-1', 'x-2'),
    pointId: few('p-1', 'p-2'),
    deviceClass: fc.constantFrom('MOBILITY', 'MEDICAL'),
    subsidyFen: amount,
  }),
  'cn.gov.mca.assistive.rental.reported': fc.record({
    region: regions,
    deviceClass: fc.constantFrom('MOBILITY', 'MEDICAL'),
    period: month,
    count: amount,
    subsidyFen: amount,
  }),
  'cn.gov.mca.assistive.consultant.certified': fc.record({ personRef: persons, certNo: few('c-1', 'c-2') }),
  'cn.gov.mca.assistive.project.registered': fc.record({
    projectId: few('y-1', 'y-2'),
    kind: fc.constantFrom('BRAND', 'INDUSTRY_PARK'),
    siteRegion: few('310105', '330421'),
  }),
};

/** Payloads of reference data, community work, organisations and devices. */
export const SOCIETY_PAYLOADS: Payloads = { ...REFERENCE, ...COMMUNITY, ...ORGANISATIONS, ...DEVICES };

import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOf, monthOf, startOfDay } from '@minhai/domain';
import { type FactDefinition, type FactEvent, entitiesOf } from '@minhai/facts';
import { assertSetPrinciple, withAmendments } from '@minhai/facts/testing';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';
import fc from 'fast-check';
import { ASSISTANCE_PAYLOADS } from './assistance.arbitrary.fixture.js';
import { FACTS } from './catalogue.generated.js';
import { COMMUNITY_PAYLOADS } from './community-payloads.fixture.js';
import { ELDERCARE_PAYLOADS } from './eldercare.arbitrary.fixture.js';
import { FLAGGED_BY_THEIR_FIGURE } from './envelope-timeliness/flagged-elsewhere.js';
import { PUBLIC_GOOD_PAYLOADS } from './public-good.arbitrary.fixture.js';
import { SOCIETY_PAYLOADS } from './society.arbitrary.fixture.js';
import { REGISTER_PAYLOADS } from './registers.arbitrary.fixture.js';

const ORIGIN = '2019-06-15';
const day = fc.nat(400).map((days) => addDays(ORIGIN, days));
const month = fc.nat(8).map((months) => monthOf(addMonths(ORIGIN, months)));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const persons = few('per_00000001', 'per_00000002', 'per_00000003');

/** Payloads from small pools, so that events meet: two institutions, two organisations, three persons. */
const PAYLOADS: { readonly [Type in EventTypeName]?: fc.Arbitrary<Partial<PayloadByType[Type]>> } = {
  ...PUBLIC_GOOD_PAYLOADS,
  ...ELDERCARE_PAYLOADS,
  ...ASSISTANCE_PAYLOADS,
  'cn.gov.mca.eldercare.bed.changed': fc.record({
    institutionId: few('i-1', 'i-2'),
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
    employerId: few('i-1', 'i-2'),
    hiredOn: day,
  }),
  'cn.gov.mca.eldercare.carer.left': fc.record({
    carerId: few('k-1', 'k-2'),
    personRef: persons,
    employerKind: fc.constant('INSTITUTION'),
    employerId: few('i-1', 'i-2'),
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
    region: few('310105', '310105001', '310105002'),
    period: month,
    ageBand: fc.constantFrom('AGE_65_69', 'AGE_80_89'),
    amountFen: fc.nat(3),
  }),
  'cn.gov.mca.socialorg.registered': fc.record({
    usci: few('u-1', 'u-2'),
    kind: fc.constantFrom('ASSOCIATION', 'FOUNDATION'),
  }),
  'cn.gov.mca.socialorg.deregistered': fc.record({ usci: few('u-1', 'u-2') }),
  'cn.gov.mca.socialorg.rated': fc.record({
    usci: few('u-1', 'u-2'),
    level: fc.constantFrom('A1', 'A3', 'A5'),
    ratedOn: day,
    validTo: day,
  }),
  'cn.gov.mca.socialorg.rating.revoked': fc.record({ usci: few('u-1', 'u-2'), ratedOn: day }),
  'cn.gov.mca.ref.population.published': fc.record({
    region: few('310105', '310105001'),
    measure: fc.constantFrom('HUKOU_POP', 'HUKOU_60P'),
    value: fc.integer({ min: 1, max: 9 }),
    asOf: day,
  }),
  'cn.gov.mca.ref.division.changed': fc.record({
    code: few('310105001', '310105002'),
    level: fc.constantFrom('STREET', 'CITY'),
    validFrom: day,
    validTo: maybe(day),
    successors: fc.subarray(['310105002', '310105003']),
    change: fc.constantFrom('ESTABLISHED', 'ABOLISHED', 'MERGED', 'RENAMED'),
  }),
  'cn.gov.mca.assistive.rentalpoint.opened': fc.record({ pointId: few('p-1', 'p-2') }),
  'cn.gov.mca.assistive.rentalpoint.closed': fc.record({ pointId: few('p-1', 'p-2') }),
  'cn.gov.mca.child.protection.station.certified': fc.record({
    street: few('310105001', '310105002'),
    passed: fc.boolean(),
  }),
  'cn.gov.mca.child.protection.station.revoked': fc.record({ street: few('310105001', '310105002') }),
  'cn.gov.mca.child.welfare.worker.certified': fc.record({
    personRef: few('per_00000001', 'per_00000002'),
    certNo: few('c-1', 'c-2'),
    level: fc.constantFrom('ASSISTANT', 'SENIOR'),
    post: fc.constant('DIRECTOR'),
    validTo: maybe(day),
  }),
  'cn.gov.mca.child.welfare.worker.left': fc.record({
    personRef: few('per_00000001', 'per_00000002'),
    certNo: few('c-1', 'c-2'),
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
    street: few('310105001', '310105002'),
    kind: fc.constantFrom('DEMENTIA_FRIENDLY', 'SMART_HEALTH'),
  }),
  'cn.gov.mca.eldercare.medical.contract.signed': fc.record({
    institutionId: few('i-1', 'i-2'),
    medicalUsci: few('m-1', 'm-2'),
    validTo: maybe(day),
  }),
  'cn.gov.mca.eldercare.medical.contract.ended': fc.record({
    institutionId: few('i-1', 'i-2'),
    medicalUsci: few('m-1', 'm-2'),
  }),
  'cn.gov.mca.assistance.approval.granted': fc.record({
    caseId: few('c-1', 'c-2'),
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    persons: fc.integer({ min: 1, max: 3 }),
    amountFenPerMonth: fc.nat(3),
    effectiveMonth: month,
    validTo: maybe(month),
    approver: few('op-1', 'op-2'),
    acceptor: maybe(few('op-1')),
  }),
  'cn.gov.mca.assistance.benefit.adjusted': fc.record({
    caseId: few('c-1', 'c-2'),
    amountFenPerMonth: fc.nat(3),
    persons: maybe(fc.integer({ min: 1, max: 3 })),
    fromMonth: month,
  }),
  'cn.gov.mca.assistance.benefit.suspended': fc.record({ caseId: few('c-1', 'c-2'), fromMonth: month }),
  'cn.gov.mca.assistance.benefit.resumed': fc.record({ caseId: few('c-1', 'c-2'), fromMonth: month }),
  'cn.gov.mca.assistance.benefit.terminated': fc.record({ caseId: few('c-1', 'c-2'), fromMonth: month }),
  ...COMMUNITY_PAYLOADS,
  ...SOCIETY_PAYLOADS,
  ...REGISTER_PAYLOADS,
};

function arbitraryEvent(type: string): fc.Arbitrary<FactEvent> {
  const payload = PAYLOADS[type as EventTypeName];
  if (!payload) throw new TypeError(`no arbitrary payload for ${type}: add it to this spec`);
  const circumstances = fc.record({
    day,
    late: fc.nat(90),
    street: fc.option(few('310105001', '310105002'), { nil: undefined }),
  });
  return fc.tuple(payload, circumstances).map(([data, { day: on, late, street }]) => {
    const time = startOfDay(on) + 3_600_000;
    return {
      id: '',
      source: 'urn:mca:310105:specs',
      type,
      subject: 'specs',
      time,
      day: dayOf(time),
      recordedTime: time + late * 86_400_000,
      regionId: '310105',
      streetId: street,
      sensitivity: 2,
      schemaId: 0,
      data: data as Readonly<Record<string, unknown>>,
    };
  });
}

// Those of the envelope read every type and look at no payload; they have specs of their own.
const ABOUT_PAYLOADS = (FACTS as readonly FactDefinition[]).filter(
  ({ name }) => !name.startsWith('envelope.'),
);

describe('every fact is a function of its set of events', () => {
  it.each(ABOUT_PAYLOADS.map((fact) => [fact.name, fact] as const))(
    '%s: any order, repeats, batches, corrections and voids give the same tables',
    (_, fact) => {
      const events = fc.array(fc.oneof(...Object.keys(fact.reads).map(arbitraryEvent)), { maxLength: 8 });
      assertSetPrinciple(fact, withAmendments(events), { numRuns: 80 });
    },
  );
});

describe('late reports', () => {
  const SIXTY_DAYS = 60 * 86_400_000;

  const flags = (fact: FactDefinition, type: string): boolean =>
    fc
      .sample(arbitraryEvent(type), { numRuns: 40, seed: 1 })
      .map((event) => ({ ...event, id: 'e-1', recordedTime: event.time + SIXTY_DAYS }))
      .some((event) =>
        entitiesOf(fact, event).some((entity) =>
          fact.fold([event], entity).findings.some(({ rule }) => rule === 'LATE_REPORT'),
        ),
      );

  it('are flagged by the fact of a figure for just the types that the fact of timeliness leaves to it', () => {
    const types = ABOUT_PAYLOADS.flatMap((fact) =>
      Object.keys(fact.reads).filter((type) => flags(fact, type)),
    );
    expect([...new Set(types)].sort()).toEqual([...FLAGGED_BY_THEIR_FIGURE].sort());
    expect(types.filter((type, i) => types.indexOf(type) !== i)).toEqual([]);
  });
});

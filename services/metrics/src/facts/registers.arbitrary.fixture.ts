import fc from 'fast-check';
import {
  type Payloads,
  amount,
  day,
  dayOfFirst,
  few,
  maybe,
  month,
  persons,
  regions,
} from './arbitrary-values.fixture.js';

const offices = few('310105', '310118');
const marriages = few('J310105-2019-000001', 'J310105-2019-000002');
const divorces = few('L310105-2020-000001', 'L310105-2020-000002');
const appointmentNo = few('a-1', 'a-2');
const applicationNo = few('d-1', 'd-2');
const registrarNo = few('r-1', 'r-2');
const adoption = { certNo: few('s-1', 's-2'), adoptee: persons, officeRegion: offices };
const identifiers = few(
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S',
);
const results = fc.constantFrom(
  'VALID' as const,
  'REVOKED' as const,
  'EXPIRED' as const,
  'NOT_FOUND' as const,
);
const requestId = few('q-1', 'q-2');
const provinces = few('31', '32', '33');
const resources = fc.constantFrom('MARRIAGE_STATUS' as const, 'FUNERAL_RECORD' as const);
const purposes = fc.constantFrom('MARRIAGE_REGISTRATION' as const, 'DEATH_NOTICE' as const);
const recordKey = few('k-1', 'k-2');
const version = fc.integer({ min: 1, max: 3 });
const root = few('a'.repeat(64), 'b'.repeat(64));

const MARRIAGE: Payloads = {
  'cn.gov.mca.marriage.registered': fc.record({
    certWordNo: marriages,
    partyA: persons,
    partyB: persons,
    hukouRegionA: few('310105', '320102'),
    hukouRegionB: few('340104', '320102'),
    officeRegion: offices,
    registrarNo,
    kind: fc.constantFrom('MARRIAGE', 'REMARRIAGE'),
    foreign: fc.boolean(),
  }),
  'cn.gov.mca.marriage.divorce.registered': fc.record({
    certWordNo: divorces,
    partyA: persons,
    partyB: persons,
    marriageWordNo: maybe(marriages),
    officeRegion: offices,
    applicationNo: maybe(applicationNo),
    kind: fc.constantFrom('REGISTERED', 'JUDGMENT_FILED'),
  }),
  'cn.gov.mca.marriage.certificate.reissued': fc.record({
    certWordNo: few('BJ310105-2020-000001', 'BJ310105-2020-000002'),
    originalWordNo: marriages,
    officeRegion: offices,
  }),
  'cn.gov.mca.marriage.annulled': fc.record({
    certWordNo: marriages,
    ground: fc.constantFrom('COERCION', 'INVALID'),
    authority: fc.constant('COURT'),
  }),
  'cn.gov.mca.marriage.divorce.applied': fc.record({
    applicationNo,
    certWordNo: marriages,
    officeRegion: offices,
    filedOn: day,
  }),
  'cn.gov.mca.marriage.divorce.withdrawn': fc.record({
    applicationNo,
    filedOn: day,
    by: fc.constantFrom('HUSBAND', 'DEEMED'),
  }),
  'cn.gov.mca.marriage.appointment.booked': fc.record({
    appointmentNo,
    officeRegion: offices,
    slotOn: day,
    kind: fc.constantFrom('MARRIAGE', 'DIVORCE'),
  }),
  'cn.gov.mca.marriage.appointment.attended': fc.record({
    appointmentNo,
    officeRegion: offices,
    certWordNo: maybe(marriages),
  }),
  'cn.gov.mca.marriage.appointment.cancelled': fc.record({ appointmentNo }),
  'cn.gov.mca.marriage.counselling.provided': fc.record({
    sessionId: few('c-1', 'c-2'),
    officeRegion: offices,
    minutes: fc.constantFrom(30, 60),
  }),
  'cn.gov.mca.marriage.registrar.certified': fc.record({
    registrarNo,
    officeRegion: offices,
    certNo: few('z-1'),
    validTo: day,
  }),
  'cn.gov.mca.marriage.registrar.left': fc.record({ registrarNo, officeRegion: offices }),
  'cn.gov.mca.marriage.quality.checked': fc.record({
    fileNo: few('f-1', 'f-2'),
    officeRegion: few('310105', '310118'),
    passed: fc.boolean(),
  }),
  'cn.gov.mca.adoption.registered': fc.record({ ...adoption, adopters: fc.tuple(persons) }),
  'cn.gov.mca.adoption.dissolved': fc.record({
    ...adoption,
    adopters: fc.tuple(persons),
    kind: fc.constant('AGREEMENT'),
  }),
};

const FUNERAL: Payloads = {
  'cn.gov.mca.funeral.death.cremated': fc.record({
    cremationNo: few('h-1', 'h-2', 'h-3'),
    deceasedRef: persons,
    diedOn: maybe(day),
  }),
  'cn.gov.mca.funeral.facility.opened': fc.record({
    facilityId: few('c-1', 'c-2'),
    kind: fc.constantFrom('PUBLIC_COLUMBARIUM', 'COMMERCIAL_CEMETERY'),
  }),
  'cn.gov.mca.funeral.zone.opened': fc.record({
    cemeteryId: few('c-1'),
    zoneId: few('z-1', 'z-2'),
    openedOn: day,
    kind: fc.constantFrom('COMMERCIAL', 'PUBLIC_WELFARE'),
  }),
  'cn.gov.mca.funeral.burial.completed': fc.record({
    burialNo: few('n-1', 'n-2', 'n-3'),
    deceasedRef: persons,
    cemeteryId: few('c-1'),
    zoneId: maybe(few('z-1', 'z-2')),
    plotAreaM2: maybe(few('0.60', '0.61')),
    form: fc.constantFrom('EARTH', 'WALL'),
  }),
  'cn.gov.mca.funeral.burial.reported': fc
    .tuple(regions, month, fc.constantFrom('EARTH' as const, 'WALL' as const), amount, amount, amount)
    .map(([region, period, form, other, newOther, newZoneSmallCount]) => ({
      region,
      period,
      form,
      count: other + newOther + newZoneSmallCount,
      newZoneCount: newOther + newZoneSmallCount,
      newZoneSmallCount,
    })),
  'cn.gov.mca.funeral.cemetery.function.enabled': fc.record({
    cemeteryId: few('c-1', 'c-2'),
    function: fc.constantFrom('BUSINESS', 'MEMORIAL_MONITORING', 'ONLINE_MEMORIAL', 'ONLINE_BOOKING'),
  }),
  'cn.gov.mca.funeral.memorial.booked': fc.record({
    bookingNo: few('b-1', 'b-2'),
    slotOn: day,
    persons: fc.constantFrom(1, 4),
  }),
  'cn.gov.mca.funeral.subsidy.granted': fc.record({
    grantId: few('g-1', 'g-2'),
    deceasedRef: maybe(persons),
    item: fc.constantFrom('BASIC_SERVICE', 'SEA_BURIAL'),
    amountFen: fc.nat(3),
  }),
};

const CERTIFICATES: Payloads = {
  'cn.gov.mca.cert.issued': fc.record({
    identifier: identifiers,
    certTypeCode: few('t-1'),
    holderRef: maybe(persons),
    validFrom: day,
    validTo: maybe(day),
  }),
  'cn.gov.mca.cert.revoked': fc.record({ identifier: identifiers }),
  'cn.gov.mca.cert.expired': fc.record({ identifier: identifiers, validTo: day }),
  'cn.gov.mca.cert.replaced': fc.record({ identifier: identifiers, replaces: identifiers }),
  'cn.gov.mca.cert.verified': fc.record({
    verificationId: few('v-1', 'v-2'),
    identifier: identifiers,
    result: results,
  }),
  'cn.gov.mca.cert.verification.reported': fc.record({
    region: few('310105', '310105001'),
    result: results,
    period: month,
    count: fc.nat(3),
  }),
};

const EXCHANGE: Payloads = {
  'cn.gov.mca.exchange.agreement.activated': fc.record({
    agreementId: few('y-1', 'y-2'),
    regions: fc.constantFrom(['31', '32'], ['31', '33']),
    resources: fc.tuple(resources),
    purposes: fc.tuple(purposes),
    validTo: day,
  }),
  'cn.gov.mca.exchange.agreement.ended': fc.record({ agreementId: few('y-1', 'y-2') }),
  'cn.gov.mca.exchange.request.submitted': fc.record({
    requestId,
    fromRegion: fc.constant('31'),
    toRegion: provinces,
    resource: resources,
    purpose: purposes,
    queryFields: fc.tuple(few('status', 'day')),
    dueOn: day,
  }),
  'cn.gov.mca.exchange.request.accepted': fc.record({ requestId, dueOn: maybe(day) }),
  'cn.gov.mca.exchange.request.refused': fc.record({ requestId }),
  'cn.gov.mca.exchange.response.delivered': fc.record({
    requestId,
    result: fc.constantFrom('MATCH', 'NO_MATCH'),
    answers: fc.tuple(fc.record({ field: few('status', 'day'), value: few('x') })),
  }),
  'cn.gov.mca.exchange.record.published': fc.record({ resource: resources, recordKey, version }),
  'cn.gov.mca.exchange.record.withdrawn': fc.record({ resource: resources, recordKey, version }),
  'cn.gov.mca.exchange.objection.raised': fc.record({
    objectionId: few('o-1', 'o-2'),
    requestId: maybe(requestId),
    resource: maybe(resources),
    recordKey: maybe(recordKey),
  }),
  'cn.gov.mca.exchange.objection.resolved': fc.record({
    objectionId: few('o-1', 'o-2'),
    outcome: fc.constantFrom('CORRECTED', 'UPHELD'),
  }),
  'cn.gov.mca.exchange.audit.sealed': fc.record({
    nodeRegion: provinces,
    day: dayOfFirst(4),
    count: fc.nat(3),
    merkleRoot: root,
    previousRoot: maybe(root),
  }),
};

/** Payloads of marriage, adoption, funeral, certificates and exchange. */
export const REGISTER_PAYLOADS: Payloads = { ...MARRIAGE, ...FUNERAL, ...CERTIFICATES, ...EXCHANGE };

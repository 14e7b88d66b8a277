import { addDays, addMonths, monthOf } from '@minhai/domain';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';
import fc from 'fast-check';

const ORIGIN = '2019-06-15';
const day = fc.nat(400).map((days) => addDays(ORIGIN, days));
const month = fc.nat(14).map((months) => monthOf(addMonths(ORIGIN, months)));
const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const persons = few('per_00000001', 'per_00000002');
const regions = few('310105', '310105001', '310105002');
const amount = fc.nat(3);
const shop = fc.record({ shopId: few('s-1', 's-2'), standardised: fc.boolean() });
const base = fc.record({ baseId: few('b-1', 'b-2') });
const episode = fc.record({ episodeId: few('e-1', 'e-2') });

type Payloads = { readonly [Type in EventTypeName]?: fc.Arbitrary<Partial<PayloadByType[Type]>> };

/** Payloads of declared values, charity, volunteers, burials, rescue and relief from small pools, so that events meet. */
export const PUBLIC_GOOD_PAYLOADS: Payloads = {
  'cn.gov.mca.stat.value.reported': fc.record({
    region: regions,
    indicator: few('indicator-1', 'indicator-2'),
    period: few('2019', '2019-H2', '2020-Q1', '2020-02'),
    value: few('1.0000', '2.5000'),
    unit: fc.constant('ITEM'),
  }),
  'cn.gov.mca.socialorg.stock.reported': fc.record({
    region: regions,
    kind: fc.constantFrom('ASSOCIATION', 'FOUNDATION'),
    period: month,
    count: amount,
  }),
  'cn.gov.mca.charity.shop.opened': shop,
  'cn.gov.mca.charity.shop.closed': shop,
  'cn.gov.mca.charity.base.certified': base,
  'cn.gov.mca.charity.base.revoked': base,
  'cn.gov.mca.charity.donation.received': fc.record({
    receiptNo: few('r-1', 'r-2', 'r-3'),
    cashFen: amount,
    inKindFen: amount,
    restrictedProject: maybe(few('p-1')),
  }),
  'cn.gov.mca.charity.donation.reported': fc.record({
    region: regions,
    period: month,
    cashFen: amount,
    inKindFen: amount,
  }),
  'cn.gov.mca.charity.expenditure.made': fc.record({
    receiptNo: few('r-4', 'r-5'),
    cashFen: amount,
    inKindFen: amount,
    restrictedProject: maybe(few('p-1')),
  }),
  'cn.gov.mca.charity.org.recognised': fc.record({
    usci: few('u-1', 'u-2'),
    qualification: fc.constantFrom('PUBLIC' as const, 'DIRECTED' as const),
  }),
  'cn.gov.mca.charity.fundraising.filed': fc.record({
    usci: few('u-1', 'u-2'),
    qualification: fc.constantFrom('PUBLIC' as const, 'DIRECTED' as const),
    partnerUsci: maybe(few('u-1', 'u-2')),
  }),
  'cn.gov.mca.volunteer.passport.issued': fc.record({ passportNo: few('v-1', 'v-2'), personRef: persons }),
  'cn.gov.mca.volunteer.passport.revoked': fc.record({
    passportNo: few('v-1', 'v-2'),
    personRef: maybe(persons),
  }),
  'cn.gov.mca.volunteer.service.recorded': fc.record({
    passportNo: few('v-1', 'v-2'),
    minutes: fc.constantFrom(60, 900),
    servedOn: few('2019-08-01', '2019-09-01'),
  }),
  'cn.gov.mca.funeral.zone.opened': fc.record({
    cemeteryId: few('c-1'),
    zoneId: few('z-1', 'z-2'),
    openedOn: day,
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
  'cn.gov.mca.funeral.death.cremated': fc.record({ deceasedRef: persons }),
  'cn.gov.mca.rescue.person.admitted': fc.record({
    episodeId: few('e-1', 'e-2'),
    personRef: maybe(persons),
    mode: fc.constantFrom('SELF', 'POLICE'),
  }),
  'cn.gov.mca.rescue.person.discharged': fc.record({
    episodeId: few('e-1', 'e-2'),
    destinationRegion: maybe(few('310118', '340104')),
    exchangeRequestId: maybe(few('x-1')),
  }),
  'cn.gov.mca.rescue.notice.published': episode,
  'cn.gov.mca.rescue.identity.matched': episode,
  'cn.gov.mca.rescue.family.found': episode,
  'cn.gov.mca.rescue.admission.reported': fc.record({
    region: regions,
    period: month,
    mode: fc.constantFrom('SELF', 'POLICE'),
    count: amount,
  }),
  'cn.gov.mca.assistance.benefit.reported': fc.record({
    region: regions,
    period: month,
    item: fc.constantFrom('MEDICAL', 'TEMPORARY'),
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    personTimes: amount,
  }),
  'cn.gov.mca.assistance.medical.settled': fc.record({
    settlementId: few('m-1', 'm-2', 'm-3'),
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    selfPayFen: amount,
    reliefFen: amount,
  }),
  'cn.gov.mca.assistance.medical.reported': fc.record({
    region: regions,
    period: month,
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    selfPayFen: amount,
    reliefFen: amount,
  }),
  'cn.gov.mca.socialorg.party.point.designated': fc.record({
    usci: few('u-1', 'u-2'),
    pointId: few('d-1', 'd-2'),
  }),
  'cn.gov.mca.socialorg.decoupled': fc.record({ usci: few('u-1', 'u-2') }),
  'cn.gov.mca.marriage.quality.checked': fc.record({
    fileNo: few('f-1', 'f-2'),
    officeRegion: few('310105', '310118'),
    passed: fc.boolean(),
  }),
};

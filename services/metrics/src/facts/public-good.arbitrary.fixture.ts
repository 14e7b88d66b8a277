import fc from 'fast-check';
import { type Payloads, amount, few, maybe, month, persons, regions } from './arbitrary-values.fixture.js';

const shop = fc.record({ shopId: few('s-1', 's-2'), standardised: fc.boolean() });
const base = fc.record({ baseId: few('b-1', 'b-2') });
const episode = fc.record({ episodeId: few('e-1', 'e-2') });

/** Payloads of charity, volunteers, the lottery and rescue. */
export const PUBLIC_GOOD_PAYLOADS: Payloads = {
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
  'cn.gov.mca.charity.org.recognised': fc.record({
    usci: few('u-1', 'u-2'),
    qualification: fc.constantFrom('PUBLIC' as const, 'DIRECTED' as const),
  }),
  'cn.gov.mca.charity.fundraising.filed': fc.record({
    usci: few('u-1', 'u-2'),
    qualification: fc.constantFrom('PUBLIC' as const, 'DIRECTED' as const),
    partnerUsci: maybe(few('u-1', 'u-2')),
  }),
  'cn.gov.mca.charity.expenditure.made': fc.record({
    receiptNo: few('r-4', 'r-5'),
    purpose: fc.constantFrom('POVERTY', 'CARE'),
    cashFen: amount,
    inKindFen: amount,
    restrictedProject: maybe(few('p-1')),
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
  'cn.gov.mca.volunteer.service.reported': fc.record({
    region: regions,
    scope: fc.constantFrom('REGION', 'BASE'),
    period: month,
    minutes: fc.constantFrom(0, 60, 2000),
  }),
  'cn.gov.mca.lottery.sales.reported': fc.record({
    salesPointId: few('l-1'),
    period: month,
    salesFen: amount,
  }),
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
};

import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, unpreceded } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow } from '../measure.js';
import { flowRow } from '../row.js';
import { contains } from '../span.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const ISSUED = 'cn.gov.mca.volunteer.passport.issued';
export const REVOKED = 'cn.gov.mca.volunteer.passport.revoked';
export const SERVED = 'cn.gov.mca.volunteer.service.recorded';

type Service = EventOf<typeof SERVED>;

const isRevoked = ofType(REVOKED);
const isServed = ofType(SERVED);

const MINUTES_OF_A_DAY = 1440;

/** What was done with one passport. Minutes count whatever is wrong with the passport: they were served. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { tenures, findings } = tenuresOf(history, {
    isBegin: ofType(ISSUED),
    isEnd: isRevoked,
    begun: 'issued',
    ended: 'revoked',
  });
  const services = history.filter(isServed);
  return {
    rows: services.map(rowOf),
    findings: [
      ...findings,
      ...history.filter(isRevoked).flatMap(ofNobody),
      ...services.flatMap((service) => withoutPassport(service, tenures)),
      ...[...groupBy(services, ({ data }) => data.servedOn).values()].flatMap(tooLong),
    ],
  };
}

/** The person goes on counting as a holder until the revocation is corrected to name them. */
const ofNobody = (revocation: EventOf<typeof REVOKED>): Finding[] =>
  revocation.data.personRef === null ? [unpreceded(revocation, 'revoked without its volunteer')] : [];

const rowOf = (service: Service): FactRow => ({
  ...flowRow(service, 'volunteer.service-minutes', {}, service.data.minutes),
  validFrom: service.data.servedOn,
});

function withoutPassport(service: Service, passports: readonly Tenure[]): Finding[] {
  const { servedOn } = service.data;
  if (passports.some((passport) => contains(passport, servedOn))) return [];
  const isKnown = passports.some(({ from }) => from <= servedOn);
  return [
    isKnown
      ? finding('STATE', [service], { case: 'served with a revoked passport', day: servedOn })
      : finding('MISSING_PREDECESSOR', [service], { case: 'served before the passport', day: servedOn }),
  ];
}

/** A day has 1440 minutes, however many records share them. */
function tooLong(services: readonly Service[]): Finding[] {
  const minutes = services.reduce((sum, { data }) => sum + data.minutes, 0);
  if (minutes <= MINUTES_OF_A_DAY) return [];
  const day = services[0]!.data.servedOn;
  return [finding('LIMIT', services, { case: 'more than a day served in one', day, minutes })];
}

const ofPassport = ({ data }: FactEvent<{ passportNo: string }>): string[] => [data.passportNo];

/** Volunteer passports and the service recorded with them. */
export const fact: FactDefinition = {
  name: 'volunteer.passports',
  titles: { zh: '公益护照与志愿服务', en: 'Volunteer passports and service' },
  measures: [
    flow(
      'volunteer.service-minutes',
      '分钟',
      '志愿服务时长（逐条记录）',
      'Minutes of service, by single records',
    ),
  ],
  reads: { [ISSUED]: ofPassport, [REVOKED]: ofPassport, [SERVED]: ofPassport },
  fold,
};

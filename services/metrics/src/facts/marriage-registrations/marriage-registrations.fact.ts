import { UNKNOWN_STREET, isOfficeCompetent } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, unpreceded } from '../finding.js';
import { flow } from '../measure.js';
import { once } from '../once.js';
import { people } from '../protected-measure.js';

const REGISTERED = 'cn.gov.mca.marriage.registered';
const DIVORCED = 'cn.gov.mca.marriage.divorce.registered';
const ANNULLED = 'cn.gov.mca.marriage.annulled';
const ATTENDED = 'cn.gov.mca.marriage.appointment.attended';

const MEASURE_OF: Readonly<Record<string, string>> = {
  [REGISTERED]: 'marriage.registered',
  [DIVORCED]: 'marriage.divorces-registered',
};

type Registration = EventOf<typeof REGISTERED | typeof DIVORCED>;
type Attendance = EventOf<typeof ATTENDED>;
type Annulment = EventOf<typeof ANNULLED>;

const isMarriage = ofType(REGISTERED);

/**
 * One word number is one registration. An annulled marriage was registered all the same and stays in the figures of its
 * day; from the record of the decision on, and not before, it is known not to stand.
 */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const { first, findings } = once(
    history.filter((event): event is Registration => event.type in MEASURE_OF),
    'word number used twice',
  );
  const appointments = once(history.filter(ofType(ATTENDED)), 'two appointments for one registration');
  const annulment = history.find(ofType(ANNULLED));
  return {
    rows: first ? [rowOf(first, annulment)] : [],
    findings: [
      ...findings,
      ...appointments.findings,
      ...(appointments.first ? unknownRegistration(appointments.first, first) : []),
      ...(first && isMarriage(first) ? competence(first) : []),
    ],
  };
}

const unknownRegistration = (attendance: Attendance, registration: Registration | undefined): Finding[] =>
  registration ? [] : [unpreceded(attendance, 'appointment for a registration that is not known')];

/** ADR 15: what an office may not register is counted, and reported. Couples with a foreigner go by province. */
function competence(marriage: EventOf<typeof REGISTERED>): Finding[] {
  const { officeRegion, hukouRegionA, hukouRegionB, foreign } = marriage.data;
  const isCompetent = isOfficeCompetent({
    on: marriage.day,
    office: officeRegion,
    hukou: [hukouRegionA, hukouRegionB],
    level: foreign ? 'PROVINCE' : 'DISTRICT',
  });
  return isCompetent
    ? []
    : [finding('AUTHORISATION', [marriage], { case: 'office without competence', day: marriage.day })];
}

const rowOf = (event: Registration, annulment: Annulment | undefined): FactRow => ({
  measure: MEASURE_OF[event.type]!,
  district: event.data.officeRegion,
  street: event.streetId?.startsWith(event.data.officeRegion) ? event.streetId : UNKNOWN_STREET,
  dims: { kind: event.data.kind, standing: annulment ? 'ANNULLED' : 'STANDS' },
  amount: 1,
  validFrom: event.day,
  validUntil: null,
  causes: annulment ? [event.id, annulment.id] : [event.id],
});

/** Certificates issued again (BJ, BL) are papers, not registrations. */
const isRegistrationNumber = (wordNo: string | null): wordNo is string =>
  wordNo !== null && !wordNo.startsWith('B');

/** Marriages and divorces registered, counted at the office that registered them. */
export const fact: FactDefinition = {
  name: 'marriage.registrations',
  version: 2,
  titles: { zh: '婚姻登记', en: 'Marriage registrations' },
  measures: [
    people(flow('marriage.registered', '对', '结婚登记', 'Marriages registered')),
    people(flow('marriage.divorces-registered', '对', '离婚登记', 'Divorces registered')),
  ],
  reads: {
    [REGISTERED]: ({ data }: EventOf<typeof REGISTERED>) => [data.certWordNo],
    [DIVORCED]: ({ data }: EventOf<typeof DIVORCED>) => [data.certWordNo],
    [ANNULLED]: ({ data }: Annulment) => [data.certWordNo],
    [ATTENDED]: ({ data }: Attendance) => (isRegistrationNumber(data.certWordNo) ? [data.certWordNo] : []),
  },
  fold,
};

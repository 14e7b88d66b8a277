import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState, unpreceded } from '../finding.js';

export const ADMITTED = 'cn.gov.mca.rescue.person.admitted';
export const DISCHARGED = 'cn.gov.mca.rescue.person.discharged';
export const NOTICE = 'cn.gov.mca.rescue.notice.published';
export const MATCHED = 'cn.gov.mca.rescue.identity.matched';
export const FAMILY_FOUND = 'cn.gov.mca.rescue.family.found';

type Admission = EventOf<typeof ADMITTED>;

const isDischarged = ofType(DISCHARGED);

/** A notice for whoever is not identified goes out within a day. */
const NOTICE_WITHIN_MS = 24 * 3_600_000;

/** What is out of order in one episode, given its admission if that is known. */
export function episodeFindings(
  history: readonly FactEvent<any>[],
  admission: Admission | undefined,
): Finding[] {
  const further = history.filter(({ type }) => type !== ADMITTED);
  if (!admission) return further.map(withoutAdmission);
  const discharges = further.filter(isDischarged);
  return [
    ...further.filter(({ time }) => time < admission.time).map((event) => tooEarly(admission, event)),
    ...discharges.slice(1).map((event) => outOfState(event, 'discharged twice')),
    ...discharges.flatMap(withoutExchange),
    ...noticeProblems(admission, further),
  ];
}

const kindOf = ({ type }: FactEvent<any>): string => type.replace('cn.gov.mca.rescue.', '');

const withoutAdmission = (event: FactEvent<any>): Finding =>
  finding('MISSING_PREDECESSOR', [event], {
    case: 'before the admission',
    event: kindOf(event),
    day: event.day,
  });

const tooEarly = (admission: Admission, event: FactEvent<any>): Finding =>
  finding('STATE', [admission, event], {
    case: 'earlier than the admission',
    event: kindOf(event),
    day: event.day,
  });

/** Who leaves for another province is handed over: the exchange is on record. */
function withoutExchange(discharge: EventOf<typeof DISCHARGED>): Finding[] {
  const { destinationRegion, exchangeRequestId } = discharge.data;
  const leaves =
    destinationRegion !== null && destinationRegion.slice(0, 2) !== discharge.regionId.slice(0, 2);
  return !leaves || exchangeRequestId ? [] : [unpreceded(discharge, 'left the province without an exchange')];
}

/** Without a notice the day is over as soon as anything later is known of the episode; there is no clock here. */
function noticeProblems(admission: Admission, further: readonly FactEvent<any>[]): Finding[] {
  if (admission.data.personRef) return [];
  const due = admission.time + NOTICE_WITHIN_MS;
  const settled = further.find(
    ({ type, time }) => time <= due && (type === NOTICE || type === MATCHED || type === DISCHARGED),
  );
  const later = further.find(({ time }) => time > due);
  return settled || !later
    ? []
    : [finding('LIMIT', [admission, later], { case: 'no notice within 24 hours', day: admission.day })];
}

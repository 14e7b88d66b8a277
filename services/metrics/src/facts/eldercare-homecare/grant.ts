import { firstDayOfMonth } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { type Place, placeOf } from '../place.js';
import { type Stretch, intersect } from '../span.js';

export const GRANTED = 'cn.gov.mca.eldercare.homecare.granted';
export const ENDED = 'cn.gov.mca.eldercare.homecare.ended';

type Granted = EventOf<typeof GRANTED>;
type Ended = EventOf<typeof ENDED>;

/** Months of service under one grant: from the first of its first month until the first of the first month without. */
export interface Grant extends Stretch {
  readonly place: Place;
  readonly granted: Granted;
}

export interface Grants {
  readonly grants: readonly Grant[];
  readonly findings: readonly Finding[];
}

const isGranted = ofType(GRANTED);
const isEnded = ofType(ENDED);

/** A grant has one beginning and one end: what comes after the first of either is reported and has no effect. */
export function grantsOf(history: readonly FactEvent<any>[]): Grants {
  const findings: Finding[] = [];
  const granted = new Map<string, Granted>();
  for (const event of history.filter(isGranted)) {
    if (granted.has(event.data.grantId)) findings.push(stateOf(event, 'granted twice'));
    else granted.set(event.data.grantId, event);
  }
  const ended = new Map<string, Ended>();
  for (const event of history.filter(isEnded)) {
    const problem = endProblem(event, granted, ended);
    if (problem) findings.push(problem);
    else ended.set(event.data.grantId, event);
  }
  const grants = [...granted.values()].map((event) => grantOf(event, ended.get(event.data.grantId)));
  return {
    grants: grants.filter(({ from, until }) => until === null || from < until),
    findings: [...findings, ...overlaps(grants)],
  };
}

const stateOf = (event: Granted | Ended, problem: string): Finding =>
  finding('STATE', [event], { case: problem, month: event.data.fromMonth });

function endProblem(
  event: Ended,
  granted: ReadonlyMap<string, Granted>,
  ended: ReadonlyMap<string, Ended>,
): Finding | undefined {
  const { grantId, fromMonth } = event.data;
  const grant = granted.get(grantId);
  if (!grant)
    return finding('MISSING_PREDECESSOR', [event], { case: 'ended before granted', month: fromMonth });
  if (ended.has(grantId)) return stateOf(event, 'ended twice');
  return fromMonth < grant.data.fromMonth ? stateOf(event, 'ended before the first month') : undefined;
}

const grantOf = (granted: Granted, ended: Ended | undefined): Grant => ({
  from: firstDayOfMonth(granted.data.fromMonth),
  until: ended ? firstDayOfMonth(ended.data.fromMonth) : null,
  place: placeOf(granted),
  granted,
  causes: ended ? [granted.id, ended.id] : [granted.id],
});

/** Nobody is served under two grants in one month. */
const overlaps = (grants: readonly Grant[]): Finding[] =>
  grants.flatMap((grant, i) => {
    const other = grants.slice(0, i).find((earlier) => intersect(earlier, grant));
    return other
      ? [
          finding('STATE', [other.granted, grant.granted], {
            case: 'two grants at a time',
            month: grant.granted.data.fromMonth,
          }),
        ]
      : [];
  });

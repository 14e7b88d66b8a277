import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState, unpreceded } from '../finding.js';
import { type Place, placeOf } from '../place.js';
import type { Stretch } from '../span.js';

export const REGISTERED = 'cn.gov.mca.eldercare.carer.registered';
export const LEFT = 'cn.gov.mca.eldercare.carer.left';

type Registered = EventOf<typeof REGISTERED>;
type Left = EventOf<typeof LEFT>;

/** Days on which a carer works for one employer: from the first work day until the day of leaving. */
export interface Employment extends Stretch {
  readonly place: Place;
  readonly registered: Registered;
}

export interface Employments {
  readonly employments: readonly Employment[];
  readonly findings: readonly Finding[];
}

export const isRegistered = ofType(REGISTERED);
const isLeft = ofType(LEFT);

const employerOf = ({ data }: Registered | Left): string => `${data.employerKind} ${data.employerId}`;

/** At each employer one employment at a time; several employers are several employments. */
export function employmentsOf(history: readonly FactEvent<any>[]): Employments {
  const ended: Employment[] = [];
  const open = new Map<string, Employment>();
  const findings: Finding[] = [];
  for (const event of history) {
    if (isRegistered(event)) {
      const running = open.get(employerOf(event));
      if (running) findings.push(registeredTwice(running, event));
      else open.set(employerOf(event), begin(event));
    } else if (isLeft(event)) {
      const running = open.get(employerOf(event));
      if (running) ended.push({ ...running, until: event.day, causes: [...running.causes, event.id] });
      else findings.push(withoutEmployment(event, ended));
      open.delete(employerOf(event));
    }
  }
  const employments = [...ended, ...open.values()];
  return { employments: employments.filter(({ from, until }) => until === null || from < until), findings };
}

const begin = (event: Registered): Employment => ({
  from: event.day,
  until: null,
  place: placeOf(event),
  registered: event,
  causes: [event.id],
});

function registeredTwice({ registered }: Employment, event: Registered): Finding {
  const events = [registered, event];
  return registered.data.carerId === event.data.carerId
    ? finding('STATE', events, { case: 'registered twice', day: event.day })
    : finding('DUPLICATE_PERSON', events, { case: 'two numbers at one employer', day: event.day });
}

const withoutEmployment = (event: Left, ended: readonly Employment[]): Finding =>
  ended.some(({ registered }) => employerOf(registered) === employerOf(event))
    ? outOfState(event, 'left twice')
    : unpreceded(event, 'left before registered');

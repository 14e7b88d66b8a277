import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, FactRow, Finding } from '@minhai/facts';
import { CHANGED, CLOSED, OPENED, type Phase, type Profile } from './bed-capacity/institution-phases.js';
import { finding } from './finding.js';
import type { Place } from './place.js';
import { stretchRow } from './row.js';
import { type Stretch, contains, intersect } from './span.js';

export const ofInstitution = (event: FactEvent<{ institutionId: string }>): string[] => [
  event.data.institutionId,
];

/** For `reads` of a fact whose entity is an institution: its opening, changes and closing. */
export const readsOfLife = { [OPENED]: ofInstitution, [CHANGED]: ofInstitution, [CLOSED]: ofInstitution };

/** Days of a stretch on which the institution was open, in one place and with one profile. */
export interface OpenStretch extends Stretch {
  readonly place: Place;
  readonly profile: Profile;
}

/** What holds of an institution counts only while it is open, and where it stands. */
export const whileOpen = (stretch: Stretch, phases: readonly Phase[]): OpenStretch[] =>
  phases.flatMap((phase, i): OpenStretch[] => {
    const { status, place, profile, begunBy } = phase;
    const span = intersect(stretch, phase);
    if (!span || status !== 'open' || !place || !profile) return [];
    const turns = [begunBy, phases[i + 1]?.begunBy].filter((id) => typeof id === 'string');
    return [{ ...span, place, profile, causes: [...stretch.causes, ...turns] }];
  });

/** The institution counts as one with `dims` for the days of a stretch on which it was open. */
export const rowsWhileOpen = (
  stretch: Stretch,
  phases: readonly Phase[],
  counted: Pick<FactRow, 'measure' | 'dims'>,
): FactRow[] => whileOpen(stretch, phases).map((open) => stretchRow(open, open.place, counted));

/** Only an open institution can be graded, contracted, watched. `done` names what the event did to it. */
export function outsideOpening(
  event: FactEvent<any>,
  day: BusinessDay,
  phases: readonly Phase[],
  done: string,
): Finding[] {
  const status = phases.find((phase) => contains(phase, day))?.status;
  if (status === 'open') return [];
  return status === 'closed'
    ? [finding('STATE', [event], { case: `${done} while closed`, day })]
    : [finding('MISSING_PREDECESSOR', [event], { case: `${done} before opened`, day })];
}

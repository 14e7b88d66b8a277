import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { outOfState, unpreceded } from '../finding.js';
import { type Place, isSamePlace, placeOf } from '../place.js';
import { BEGINNING, type Span } from '../span.js';

export const OPENED = 'cn.gov.mca.eldercare.institution.opened';
export const CHANGED = 'cn.gov.mca.eldercare.institution.changed';
export const CLOSED = 'cn.gov.mca.eldercare.institution.closed';

export interface Profile {
  readonly scope: string;
  readonly operationMode: string;
  readonly hasNursingHospital: boolean;
}

/** Days on which nothing about an institution's state, place or profile changed. */
export interface Phase extends Span {
  /** `unannounced`: no opening is known for these days. */
  readonly status: 'unannounced' | 'open' | 'closed';
  /** Null while unannounced, unless a relocation told it. */
  readonly place: Place | null;
  readonly profile: Profile | null;
  /** The event that began the phase. */
  readonly begunBy: string | null;
}

export interface Phases {
  readonly phases: readonly Phase[];
  readonly findings: readonly Finding[];
}

const isOpened = ofType(OPENED);
const isChanged = ofType(CHANGED);
const isClosed = ofType(CLOSED);

type State = Omit<Phase, 'from' | 'until'>;

const UNANNOUNCED: State = { status: 'unannounced', place: null, profile: null, begunBy: null };

/** The life of an institution, from the beginning of time to its newest event, without gaps. */
export function phasesOf(history: readonly FactEvent<any>[]): Phases {
  const findings: Finding[] = [];
  const turns: Turn[] = [{ from: BEGINNING, state: UNANNOUNCED }];
  let current = UNANNOUNCED;
  for (const event of history) {
    const next = advance(current, event, findings);
    if (next !== current) turns.push({ from: event.day, state: next });
    current = next;
  }
  return { phases: phasesBetween(turns), findings };
}

interface Turn {
  readonly from: BusinessDay;
  readonly state: State;
}

/** Several turns on one day leave the last. */
function phasesBetween(turns: readonly Turn[]): Phase[] {
  const phases: Phase[] = [];
  for (let i = 0; i < turns.length; i++) {
    const { from, state } = turns[i]!;
    const until = turns[i + 1]?.from ?? null;
    if (until !== null && from >= until) continue;
    const { status, place, profile, begunBy } = state;
    phases.push({ status, place, profile, begunBy, from, until });
  }
  return phases;
}

function advance(current: State, event: FactEvent<any>, findings: Finding[]): State {
  if (isOpened(event)) return opened(current, event, findings);
  if (isChanged(event)) return changed(current, event, findings);
  if (isClosed(event)) return closed(current, event, findings);
  return current;
}

function opened(current: State, event: EventOf<typeof OPENED>, findings: Finding[]): State {
  if (current.status === 'open') {
    findings.push(outOfState(event, 'opened while open'));
    return current;
  }
  const { scope, operationMode, hasNursingHospital } = event.data;
  const profile = { scope, operationMode, hasNursingHospital };
  return { status: 'open', place: placeOf(event), profile, begunBy: event.id };
}

function changed(current: State, event: EventOf<typeof CHANGED>, findings: Finding[]): State {
  if (current.status === 'closed') {
    findings.push(outOfState(event, 'changed while closed'));
    return current;
  }
  if (current.status === 'unannounced') {
    findings.push(unpreceded(event, 'changed before opened'));
  }
  const { reason, scope, operationMode } = event.data;
  const place = reason === 'RELOCATED' ? placeOf(event) : current.place;
  const profile = current.profile && {
    ...current.profile,
    scope: scope ?? current.profile.scope,
    operationMode: operationMode ?? current.profile.operationMode,
  };
  return isSame(current, place, profile)
    ? current
    : { status: current.status, place, profile, begunBy: event.id };
}

function isSame(current: State, place: Place | null, profile: Profile | null): boolean {
  const samePlace =
    current.place === null || place === null ? current.place === place : isSamePlace(current.place, place);
  return (
    samePlace &&
    current.profile?.scope === profile?.scope &&
    current.profile?.operationMode === profile?.operationMode
  );
}

function closed(current: State, event: EventOf<typeof CLOSED>, findings: Finding[]): State {
  if (current.status === 'closed') {
    findings.push(outOfState(event, 'closed while closed'));
    return current;
  }
  if (current.status === 'unannounced') {
    findings.push(unpreceded(event, 'closed before opened'));
  }
  return { status: 'closed', place: current.place, profile: current.profile, begunBy: event.id };
}

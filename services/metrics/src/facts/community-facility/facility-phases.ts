import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding, outOfState, unpreceded } from '../finding.js';
import { type Place, placeOf } from '../place.js';
import { BEGINNING, type Span } from '../span.js';

export const OPENED = 'cn.gov.mca.eldercare.facility.opened';
export const CHANGED = 'cn.gov.mca.eldercare.facility.changed';
export const CLOSED = 'cn.gov.mca.eldercare.facility.closed';

/** For `reads` of a fact whose entity is a facility. */
export const ofFacility = (event: FactEvent<{ facilityId: string }>): string[] => [event.data.facilityId];

export interface Profile {
  readonly kind: string;
  readonly siteId: string;
  /** As declared: a decimal with two places, in ㎡. */
  readonly floorAreaM2: string;
  readonly isBranch: boolean;
  readonly operatorType: string;
  readonly level: string;
}

/** Days on which nothing about a facility's state, place or profile changed. */
export interface Phase extends Span {
  /** `unannounced`: no opening is known for these days. */
  readonly status: 'unannounced' | 'open' | 'closed';
  readonly place: Place | null;
  /** Null exactly while unannounced or closed. */
  readonly profile: Profile | null;
  /** The event that began the phase, and the one that ended it. */
  readonly begunBy: string | null;
  readonly endedBy: string | null;
}

export interface Phases {
  readonly phases: readonly Phase[];
  readonly findings: readonly Finding[];
}

const isOpened = ofType(OPENED);
const isChanged = ofType(CHANGED);
const isClosed = ofType(CLOSED);

type State = Omit<Phase, keyof Span | 'endedBy'>;
type Opened = EventOf<typeof OPENED>;
type Changed = EventOf<typeof CHANGED>;
type Closed = EventOf<typeof CLOSED>;

const UNANNOUNCED: State = { status: 'unannounced', place: null, profile: null, begunBy: null };

/** The life of a facility, from the beginning of time to its newest event, without gaps. */
export function phasesOf(history: readonly FactEvent<any>[]): Phases {
  const findings: Finding[] = [];
  const turns: { readonly from: BusinessDay; readonly state: State }[] = [
    { from: BEGINNING, state: UNANNOUNCED },
  ];
  for (const event of history) {
    const current = turns.at(-1)!.state;
    const next = advance(current, event, findings);
    if (next !== current) turns.push({ from: event.day, state: next });
  }
  const phases = turns.map(({ from, state }, i): Phase => {
    const next = turns[i + 1];
    return { ...state, from, until: next?.from ?? null, endedBy: next?.state.begunBy ?? null };
  });
  return { phases: phases.filter(({ from, until }) => until === null || from < until), findings };
}

function advance(current: State, event: FactEvent<any>, findings: Finding[]): State {
  if (isOpened(event)) return opened(current, event, findings);
  if (isChanged(event)) return changed(current, event, findings);
  if (isClosed(event)) return closed(current, event, findings);
  return current;
}

function opened(current: State, event: Opened, findings: Finding[]): State {
  if (current.status === 'open') {
    findings.push(outOfState(event, 'opened while open'));
    return current;
  }
  const { kind, siteId, floorAreaM2, isBranch, operatorType, level } = event.data;
  const profile = { kind, siteId, floorAreaM2, isBranch, operatorType, level };
  return { status: 'open', place: placeOf(event), profile, begunBy: event.id };
}

/** A field left empty is unchanged; only a move changes the street. */
function changed(current: State, event: Changed, findings: Finding[]): State {
  if (current.status === 'closed') {
    findings.push(outOfState(event, 'changed while closed'));
    return current;
  }
  if (!current.profile) {
    findings.push(unpreceded(event, 'changed before opened'));
    return current;
  }
  findings.push(...siteFindings(current, event));
  const { data } = event;
  const { kind, siteId, floorAreaM2, isBranch, operatorType, level } = current.profile;
  return {
    status: 'open',
    place: data.reason === 'RELOCATED' ? placeOf(event) : current.place,
    profile: {
      kind: data.kind ?? kind,
      siteId: data.siteId ?? siteId,
      floorAreaM2: data.floorAreaM2 ?? floorAreaM2,
      isBranch: data.isBranch ?? isBranch,
      operatorType: data.operatorType ?? operatorType,
      level: data.level ?? level,
    },
    begunBy: event.id,
  };
}

/** The site an event has to name for the area to follow: the one it leaves or measures. Undefined: none. */
function namedSite(event: Changed | Closed): string | null | undefined {
  if (isClosed(event)) return event.data.siteId;
  if (!isChanged(event)) return undefined;
  const { reason, fromSiteId, siteId, floorAreaM2 } = event.data;
  if (reason === 'RELOCATED') return fromSiteId;
  return floorAreaM2 === null ? undefined : siteId;
}

/** The area belongs to the site and follows only events that name it. */
function siteFindings({ profile }: State, event: Changed | Closed): Finding[] {
  const named = namedSite(event);
  if (!profile || named === undefined || named === profile.siteId) return [];
  const name = named === null ? 'site not named' : 'another site named';
  const detail = { case: name, day: event.day, siteId: profile.siteId };
  return [finding('STATE', [event], detail, 'warning')];
}

function closed(current: State, event: Closed, findings: Finding[]): State {
  if (current.status === 'closed') {
    findings.push(outOfState(event, 'closed while closed'));
    return current;
  }
  if (current.status === 'unannounced') {
    findings.push(unpreceded(event, 'closed before opened'));
  }
  findings.push(...siteFindings(current, event));
  return { status: 'closed', place: current.place, profile: null, begunBy: event.id };
}

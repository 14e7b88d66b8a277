import { type BusinessDay, parseDecimal, rescale } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { CHANGED, CLOSED, OPENED } from '../community-facility/facility-phases.js';
import { ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { type Place, placeOf } from '../place.js';
import type { Span } from '../span.js';

/** What one facility says of its site for some days. */
export interface Claim extends Span {
  readonly place: Place;
  /** Hundredths of a ㎡; nothing when the facility leaves the area to the others of its site. */
  readonly area: number;
  /** Position in the history of the event that said so; of two claims the later said one holds. */
  readonly said: number;
  readonly begunBy: FactEvent<any>;
  readonly endedBy: FactEvent<any> | null;
}

const isOpened = ofType(OPENED);
const isChanged = ofType(CHANGED);
const isClosed = ofType(CLOSED);

/** The claims of every facility that ever stood on the site. */
export function claimsOf(history: readonly FactEvent<any>[], siteId: string): Claim[] {
  const said = new Map(history.map(({ id }, index) => [id, index]));
  const byFacility = groupBy(history, ({ data }) => (data as { facilityId: string }).facilityId);
  return [...byFacility.values()].flatMap((events) => {
    const claims: Claim[] = [];
    for (const event of events) {
      const last = claims.at(-1);
      const current = last?.until === null ? last : undefined;
      const next = claimAfter(current, event, siteId);
      if (next === current) continue;
      if (current) claims[claims.length - 1] = { ...current, until: event.day, endedBy: event };
      if (next) claims.push({ ...next, ...since(event.day), said: said.get(event.id)!, begunBy: event });
    }
    return claims.filter(({ from, until }) => until === null || from < until);
  });
}

const since = (from: BusinessDay) => ({ from, until: null, endedBy: null });

type Said = Pick<Claim, 'place' | 'area'>;

/** Undefined: it does not stand here any more. The same object: the event changes nothing of what is said. */
function claimAfter(current: Claim | undefined, event: FactEvent<any>, siteId: string): Said | undefined {
  if (isClosed(event)) return undefined;
  if (isOpened(event)) return current ?? { place: placeOf(event), area: hundredths(event.data.floorAreaM2) };
  if (!isChanged(event)) return current;
  const { siteId: to, reason, floorAreaM2 } = event.data;
  if (to !== null && to !== siteId) return undefined;
  const place = reason === 'RELOCATED' ? placeOf(event) : current?.place;
  if (!place || (current && floorAreaM2 === null && reason !== 'RELOCATED')) return current;
  return { place, area: floorAreaM2 === null ? (current?.area ?? 0) : hundredths(floorAreaM2) };
}

const hundredths = (floorAreaM2: string): number => Number(rescale(parseDecimal(floorAreaM2)!, 2).unscaled);

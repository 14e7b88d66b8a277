import type { FactRow, Finding } from '@minhai/facts';
import type { Episode } from '../bed-capacity/episode.js';
import { driftFindings } from '../declared-stock.js';
import type { EventOf } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { placeOf } from '../place.js';
import { contains } from '../span.js';
import type { Stretch } from './stretches.js';

export const CAPACITY_CHANGED = 'cn.gov.mca.eldercare.mealsite.capacity.changed';

export type CapacityEvent = EventOf<typeof CAPACITY_CHANGED>;

/** Capacity counts from its change on, where the site stands, and leaves with it when it closes. */
export function capacityRows(event: CapacityEvent, { stays }: Episode): FactRow[] {
  return stays.flatMap((stay) => {
    const from = event.day > stay.from ? event.day : stay.from;
    if (stay.until !== null && stay.until <= from) return [];
    const moved = from === stay.from && from > event.day && stay.begunBy !== null ? [stay.begunBy] : [];
    return {
      measure: 'eldercare.meal-capacity',
      ...(stay.place ?? placeOf(event)),
      dims: { mode: event.data.mode },
      amount: event.data.delta,
      validFrom: from,
      validUntil: stay.until,
      causes: [event.id, ...moved, ...(stay.endedBy === null ? [] : [stay.endedBy])],
    };
  });
}

/** What the capacity of one episode must agree with: the portions declared after each change, and nothing below 0. */
export function capacityFindings(events: readonly CapacityEvent[]): Finding[] {
  const byMode = groupBy(events, ({ data }) => data.mode);
  return [...byMode.values()].flatMap((ofMode) => [...afterMismatches(ofMode), ...negativeDays(ofMode)]);
}

function afterMismatches(events: readonly CapacityEvent[]): Finding[] {
  let derived = 0;
  const declarations = events.map((event) => {
    derived += event.data.delta;
    return { event, declared: event.data.portionsPerDay, derived };
  });
  return driftFindings({ mode: events[0]!.data.mode }, declarations);
}

/** One finding on the day a mode falls below nothing, none on the days it stays there. */
function negativeDays(events: readonly CapacityEvent[]): Finding[] {
  let portions = 0;
  return [...groupBy(events, ({ day }) => day)].flatMap(([day, ofDay]) => {
    const before = portions;
    portions += ofDay.reduce((sum, { data }) => sum + data.delta, 0);
    if (portions >= 0 || before < 0) return [];
    return [finding('NEGATIVE_STOCK', ofDay, { mode: ofDay[0]!.data.mode, day, stock: portions })];
  });
}

/** Meals are served at meal sites; a centre that serves some too should have one of its own under its roof. */
export const servedElsewhere = (events: readonly CapacityEvent[], stretches: readonly Stretch[]): Finding[] =>
  events.flatMap((event) => {
    const stretch = stretches.find((candidate) => contains(candidate, event.day));
    if (!stretch || stretch.profile.kind === 'MEAL_SITE' || event.data.delta < 0) return [];
    const detail = { case: 'meals at another kind', kind: stretch.profile.kind, day: event.day };
    return [finding('STATE', [event], detail, 'info')];
  });

import type { BusinessDay } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import type { EventOf } from '../event-kind.js';
import { holdingsOf } from '../holding.js';
import { ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { contains } from '../span.js';
import { DEREGISTERED, REGISTERED } from '../community-cloud-households/community-cloud-households.fact.js';

type Registered = EventOf<typeof REGISTERED>;
type Deregistered = EventOf<typeof DEREGISTERED>;

const isRegistered = ofType(REGISTERED);
const isDeregistered = ofType(DEREGISTERED);

/** How many households of one 街镇 are registered one by one on a day; a household in two of its villages is one. */
export function householdsRegistered(history: readonly FactEvent<any>[]): (day: BusinessDay) => number {
  const single = history.filter((event) => isRegistered(event) || isDeregistered(event));
  const byHousehold = [...groupBy(single, ({ data }) => data.householdRef).values()].map(
    (events) =>
      holdingsOf<Registered, Deregistered>(events, {
        isBegin: isRegistered,
        isEnd: isDeregistered,
        keyOf: ({ data }) => data.villageId,
        cases: { begunTwice: '', endedTwice: '', endedFirst: '' },
      }).holdings,
  );
  return (day) => byHousehold.filter((holdings) => holdings.some((holding) => contains(holding, day))).length;
}

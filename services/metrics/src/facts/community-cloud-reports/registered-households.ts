import { type BusinessDay, streetOf } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { DEREGISTERED, REGISTERED } from '../community-cloud-households/community-cloud-households.fact.js';
import { type EventOf, ofType } from '../event-kind.js';
import { groupBy } from '../group-by.js';
import { contains } from '../span.js';
import { tenuresOf } from '../tenure.js';

type Single = EventOf<typeof REGISTERED | typeof DEREGISTERED>;

const isRegistered = ofType(REGISTERED);
const isDeregistered = ofType(DEREGISTERED);

/**
 * A 街镇 has tens of thousands of households, and a history is folded whole whenever it grows. So its households are
 * dealt into so many parts, each an entity with the 街镇’s reports; what the parts come to adds up.
 */
const PARTS = 64;

const partName = (street: string, part: number): string => `${street}#${part}`;

export const isPart = (entity: string): boolean => entity.includes('#');

export const partsOf = (street: string): string[] =>
  Array.from({ length: PARTS }, (_, part) => partName(street, part));

type Placed = FactEvent<{ readonly householdRef: string; readonly villageId: string }>;

export function partOf({ data: { householdRef, villageId } }: Placed): string {
  let digest = 0;
  for (const character of householdRef) digest = (digest * 31 + character.codePointAt(0)!) % 65_521;
  return partName(streetOf(villageId), digest % PARTS);
}

/** How many households of a part are registered one by one on a day; a household in two villages is one. */
export function householdsRegistered(history: readonly FactEvent<any>[]): (day: BusinessDay) => number {
  const single = history.filter((event) => isRegistered(event) || isDeregistered(event));
  const byHousehold = [...groupBy(single, ({ data }) => data.householdRef).values()].map(
    (events) =>
      tenuresOf(events, {
        isBegin: isRegistered,
        isEnd: isDeregistered,
        keyOf: ({ data }: Single) => data.villageId,
        begun: 'registered',
        ended: 'deregistered',
      }).tenures,
  );
  return (day) => byHousehold.filter((tenures) => tenures.some((tenure) => contains(tenure, day))).length;
}

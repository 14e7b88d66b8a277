import type { BusinessDay } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';

/** Something opened for its owners: a lead of a household, a case of persons. */
export interface Opening {
  readonly id: string;
  readonly owners: readonly string[];
  /** The last day on which it is open even if nothing closes it. */
  readonly lastDay?: BusinessDay | undefined;
}

export interface OpeningRules {
  /** What the event opens, if it opens anything. */
  readonly opened: (event: FactEvent<any>) => Opening | undefined;
  /** The id of what the event closes, if it closes anything. */
  readonly closed: (event: FactEvent<any>) => string | undefined;
}

/** Each opening that finds another one of the same owner open, behind that earlier one. */
export function openedTwice(
  history: readonly FactEvent<any>[],
  { opened, closed }: OpeningRules,
): (readonly [earlier: FactEvent<any>, later: FactEvent<any>])[] {
  const open = new Map<string, Opening & { readonly event: FactEvent<any> }>();
  const pairs: [FactEvent<any>, FactEvent<any>][] = [];
  for (const event of history) {
    const closes = closed(event);
    if (closes !== undefined) open.delete(closes);
    const opening = opened(event);
    if (!opening || open.has(opening.id)) continue;
    const earlier = [...open.values()].find(
      ({ owners, lastDay }) =>
        (lastDay === undefined || lastDay >= event.day) &&
        owners.some((owner) => opening.owners.includes(owner)),
    );
    if (earlier) pairs.push([earlier.event, event]);
    open.set(opening.id, { ...opening, event });
  }
  return pairs;
}

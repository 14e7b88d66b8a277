import type { FactEvent, Finding } from '@minhai/facts';
import { type Holding, holdingsOf } from './holding.js';
import { type Place, placeOf } from './place.js';

/** Days on which one shop, base or body stands, and where: what an entity holds when there is one thing to hold. */
export interface Presence<Opening extends FactEvent<any>> extends Holding<Opening> {
  readonly place: Place;
}

/** The two event types and what they are called in findings. */
export interface Turns<Opening extends FactEvent<any>> {
  readonly opens: (event: FactEvent<any>) => event is Opening;
  readonly closes: (event: FactEvent<any>) => boolean;
  readonly opened: string;
  readonly closed: string;
}

/** A second opening needs a closing between; a presence that ends on its first day counts on no day. */
export function presencesOf<Opening extends FactEvent<any>>(
  history: readonly FactEvent<any>[],
  { opens, closes, opened, closed }: Turns<Opening>,
): { readonly presences: readonly Presence<Opening>[]; readonly findings: readonly Finding[] } {
  const { holdings, findings } = holdingsOf(history, {
    isBegin: opens,
    isEnd: (event): event is FactEvent<any> => closes(event),
    keyOf: () => 'presence',
    cases: {
      begunTwice: `${opened} twice`,
      endedTwice: `${closed} twice`,
      endedFirst: `${closed} before ${opened}`,
    },
  });
  return { presences: holdings.map((holding) => ({ ...holding, place: placeOf(holding.begin) })), findings };
}

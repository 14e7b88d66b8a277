import type { FactEvent } from '@minhai/facts';

/** Narrows a history to one event type; payloads were validated at acceptance. */
export const ofType =
  <Data>(type: string) =>
  (event: FactEvent<any>): event is FactEvent<Data> =>
    event.type === type;

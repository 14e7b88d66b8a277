import type { FactEvent } from '@minhai/facts';
import type { EventTypeName, PayloadByType } from '@minhai/schemas';

/** An event of one type with its payload, which was validated at acceptance. */
export type EventOf<Type extends EventTypeName> = FactEvent<PayloadByType[Type]>;

export const ofType =
  <Type extends EventTypeName>(type: Type) =>
  (event: FactEvent<any>): event is EventOf<Type> =>
    event.type === type;

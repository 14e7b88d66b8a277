import type { Catalogue, EventType } from '@minhai/events';
import type { Random } from '../random.js';
import type { SampleEvent } from '../sample-event.js';

export interface VariationContext {
  readonly eventType: EventType;
  readonly catalogue: Catalogue;
  readonly random: Random;
  /** Epoch milliseconds; nothing is registered after it. */
  readonly now: number;
  /** All valid samples of the type; optional fields are borrowed from them. */
  readonly samples: readonly SampleEvent[];
}

/** Changes an event in place. It need not know the type's rules: the result is judged, and dropped if it breaks one. */
export type Variation = (event: SampleEvent, context: VariationContext) => void;

/** A variation with the name under which its failures are counted. */
export interface NamedVariation {
  readonly name: string;
  readonly vary: Variation;
}

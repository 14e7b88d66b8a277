import type { Catalogue, EventType } from '@minhai/events';
import type { Random } from '../random.js';
import type { SampleEvent } from '../sample-event.js';

/** A hostile or malformed variant of a valid event: the body of a request, or one line of it. */
export interface Mutation {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface MutationContext {
  readonly eventType: EventType;
  readonly catalogue: Catalogue;
  readonly random: Random;
}

/** Undefined: the type has nothing this could be done to. */
type Mutate<T> = (event: SampleEvent, context: MutationContext) => T | undefined;

/** By name: an event as it must not be, still as a value. */
export type ValueMutations = Readonly<Record<string, Mutate<object>>>;

/** By name: bytes that are no such event at all. */
export type ByteMutations = Readonly<Record<string, Mutate<string | Buffer>>>;

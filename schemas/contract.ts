import type { Problem } from '@minhai/errors';

/** What a stateless rule sees of an event. Times are epoch milliseconds. */
export interface RuleEvent<Data> {
  readonly type: string;
  readonly subject: string;
  readonly time: number;
  readonly recordedTime: number;
  readonly regionId: string;
  readonly streetId?: string | undefined;
  readonly data: Data;
}

/**
 * Rules that annotations cannot say, judged from one event alone: pure, no clock, no history. They are asked only when
 * every field is in order by itself, so they may rely on codes and forms.
 * Answers every rule broken; empty when the event is in order. Messages carry no value of the event.
 */
export type Rules<Data> = (event: RuleEvent<Data>) => readonly Problem[];

/** One folder of `events/`. */
export interface EventFolder {
  readonly type: string;
  readonly domain: string;
  /** Entity and past-tense verb, e.g. `bed.changed`. */
  readonly name: string;
  /** Relative to the package, e.g. `events/eldercare/bed.changed`. */
  readonly folder: string;
  /** Ascending from 1; each is a file `v<version>.avsc` of the folder. */
  readonly versions: readonly number[];
  // A rule knows its payload; the catalogue that lists all rules does not.
  readonly rules: Rules<never> | undefined;
}

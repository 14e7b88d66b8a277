/** What a stateless rule sees of an event. Times are epoch milliseconds. */
export interface RuleEvent<Data> {
  readonly type: string;
  readonly subject: string;
  readonly time: number;
  readonly recordedTime: number;
  readonly regionId: string;
  readonly streetId?: string | undefined;
  readonly villageId?: string | undefined;
  readonly data: Data;
}

/**
 * One thing annotations cannot say, judged from one event alone: pure, no clock, no history. Asked only when every field
 * is in order by itself, so it may rely on codes and forms. An event that breaks it gets `RULE` with the rule's name.
 */
export interface Rule<Data> {
  /** Kebab-case, unique within the type: publishers and refused samples quote it. */
  readonly name: string;
  /** Where the publisher has to look, e.g. `/data/validTo`. */
  readonly pointer: string;
  /** What must be so, for the publisher. Carries no value of the event. */
  readonly zh: string;
  readonly en: string;
  /** True when the event is in order. */
  readonly holds: (event: RuleEvent<Data>) => boolean;
}

export type Rules<Data> = readonly Rule<Data>[];

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
  readonly rules: Rules<never>;
}

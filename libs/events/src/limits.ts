/** Every limit of an event in one place; specs try limit − 1, limit and limit + 1. */
export interface Limits {
  /** One event: HTTP JSON body or line, Avro value with its frame. Bytes. */
  readonly valueBytes: number;
  /** UTF-8 bytes of one string field. */
  readonly stringBytes: number;
  readonly bytesFieldBytes: number;
  /** Array items of one event in total. */
  readonly items: number;
  /** Nested records and arrays of Avro, nested objects and arrays of JSON. */
  readonly depth: number;
  /** Characters of one envelope attribute. */
  readonly attributeCharacters: number;
  /** Longs stay exact in every JavaScript number and in avsc only within ± this. */
  readonly long: number;
  /** Tolerance for clocks that run ahead. Milliseconds. */
  readonly aheadMs: number;
  /** Days between event time and registration. */
  readonly pastDays: number;
}

export const LIMITS: Limits = {
  valueBytes: 1024 * 1024,
  stringBytes: 256 * 1024,
  bytesFieldBytes: 1024 * 1024,
  items: 10_000,
  depth: 32,
  attributeCharacters: 255,
  long: 2 ** 52,
  aheadMs: 10 * 60_000,
  pastDays: 400,
};

import { formatDecimal } from '@minhai/domain';
import type { Queryable } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import { readEvidence } from '../explain/movement.reader.js';
import { type Question, formatShare, movementOf } from '../explain/movement.js';
import { ownWindows } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** What corrections, voids, late reports and so on each add to what was registered later; exact decimals. */
export interface RestatedPart {
  /** As in GET /v1/indicators/{id}/movement. */
  readonly part: string;
  /** Null while either reading has no value. */
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string;
  /** Null where they are few and the reader may not see single cases. */
  readonly eventCount: number | null;
}

export interface KnownSince {
  readonly asOf: string;
  /** Epoch milliseconds. */
  readonly knownAt: number;
  /** The district or one of its 街镇. */
  readonly region: string;
}

/** Explains by the pinned definition why a figure is another now than by what had been registered then. */
export async function readRestatedParts(
  db: Queryable,
  indicator: IndicatorDefinition,
  { asOf, knownAt, region }: KnownSince,
): Promise<RestatedPart[]> {
  const question: Question = {
    from: { indicator, asOf, knownAt },
    to: { indicator, asOf, knownAt: null },
    street: region === indicator.district ? undefined : region,
  };
  const windows = ownWindows(indicator, asOf);
  const sums = {
    from: await readWindows(db, indicator.district, windows, knownAt),
    to: await readWindows(db, indicator.district, windows, null),
  };
  return movementOf(question, sums, await readEvidence(db, question)).parts.map(
    ({ part, printed, numerator, denominator, events }) => ({
      part,
      value: formatShare(printed),
      numerator: formatDecimal(numerator),
      denominator: formatDecimal(denominator),
      eventCount: events.length,
    }),
  );
}

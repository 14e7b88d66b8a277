import { type Decimal, decimalOf } from '@minhai/domain';
import { type Window, getMeasure, isCounted, ownPeriod, windowOf } from '../evaluate/window.js';
import type { Term } from '../indicators/definition.js';
import type { Attribution } from './attribution.js';
import type { Contribution, PartName, Step } from './decompose.js';
import { type EvidenceRow, type Reading, isKnownAt, isWithin } from './evidence.js';

export const DIVISION_CHANGED = 'cn.gov.mca.ref.division.changed';

/** A term of the second reading's definition, with the days it counts at either reading. */
interface CountedTerm {
  readonly side: 'numerator' | 'denominator';
  readonly term: Term;
  readonly before: Window;
  readonly after: Window;
  /** Whether the second window is the later one. */
  readonly forward: boolean;
}

/** The windows that both readings look at by the second one's definition: what happens in between moved the figure. */
export function countedTerms(from: Reading, to: Reading): CountedTerm[] {
  const { indicator } = to;
  const counted = (side: CountedTerm['side'], terms: readonly Term[]): CountedTerm[] =>
    terms.map((term) => ({
      side,
      term,
      before: windowOf(term, from.asOf, ownPeriod(indicator, from.asOf)),
      after: windowOf(term, to.asOf, ownPeriod(indicator, to.asOf)),
      forward: to.asOf >= from.asOf,
    }));
  return [
    ...counted('numerator', indicator.numerator),
    ...counted('denominator', indicator.denominator ?? []),
  ];
}

const ZERO = decimalOf(0);

/**
 * What each row that counts at one stop of the way and not at the next adds, with the event that made the difference. Rows
 * that count at both, or at neither, add nothing.
 */
export function contributionsOf(
  rows: readonly EvidenceRow[],
  from: Reading,
  to: Reading,
  attribution: Attribution,
): Contribution[] {
  const terms = countedTerms(from, to);
  return rows.flatMap((row) =>
    terms
      .filter(({ term }) => term.measure === row.measure && isCounted(term, row.dims))
      .flatMap((term) => [
        ...learned(row, term, { from, to }, attribution),
        ...happened(row, term, to, attribution),
      ]),
  );
}

function learned(
  row: EvidenceRow,
  term: CountedTerm,
  { from, to }: { readonly from: Reading; readonly to: Reading },
  attribution: Attribution,
): Contribution[] {
  const isLearned = isKnownAt(row, to.knownAt);
  if (!isWithin(row, term.before) || isKnownAt(row, from.knownAt) === isLearned) return [];
  const eventId = attribution.byKnowledge(row);
  return [
    {
      step: 'knowledge',
      part: lessonOf(eventId, term, from, attribution),
      eventId,
      ...amounts(row, term, isLearned),
    },
  ];
}

function lessonOf(
  eventId: string,
  { side }: CountedTerm,
  { asOf }: Reading,
  attribution: Attribution,
): Contribution['part'] {
  const event = attribution.eventOf(eventId);
  if (event?.voids !== undefined) return 'voids';
  if (event?.correctionOf !== undefined) return 'corrections';
  if (event?.type === DIVISION_CHANGED) return 'divisions';
  return event === undefined || event.day <= asOf ? 'late' : side;
}

function happened(
  row: EvidenceRow,
  term: CountedTerm,
  { knownAt }: Reading,
  attribution: Attribution,
): Contribution[] {
  const counts = isWithin(row, term.after);
  if (!isKnownAt(row, knownAt) || isWithin(row, term.before) === counts) return [];
  const [earlier, later] = term.forward ? [term.before, term.after] : [term.after, term.before];
  const began = isWithin(row, later) || earlier.from !== null;
  const eventId = began ? attribution.byBeginning(row) : attribution.byEnd(row);
  const left = began && isWithin(row, earlier);
  const isDivision = attribution.eventOf(eventId)?.type === DIVISION_CHANGED;
  const part: PartName = isDivision ? 'divisions' : left ? 'earlier-period' : term.side;
  return [{ step: 'time' satisfies Step, part, eventId, ...amounts(row, term, counts) }];
}

function amounts(
  { amount, measure }: EvidenceRow,
  { side }: CountedTerm,
  isAdded: boolean,
): { readonly numerator: Decimal; readonly denominator: Decimal } {
  const change = decimalOf(isAdded ? amount : -amount, getMeasure(measure).scale);
  return side === 'numerator'
    ? { numerator: change, denominator: ZERO }
    : { numerator: ZERO, denominator: change };
}

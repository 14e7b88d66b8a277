import { type BusinessDay, type Decimal, formatDecimal, subtractDecimals } from '@minhai/domain';
import { type Figures, figuresOf, quotientOf } from '../evaluate/evaluate.js';
import { type Quotient, valueOf } from '../evaluate/quotient.js';
import type { Lookup } from '../evaluate/window.js';
import { apportion } from './apportion.js';
import { Attribution } from './attribution.js';
import { contributionsOf } from './contributions.js';
import { type Decomposition, type Part, type Path, decompose } from './decompose.js';
import type { Evidence, Reading } from './evidence.js';

/** Sums as known to either reading. */
export interface KnownSums {
  readonly from: Lookup;
  readonly to: Lookup;
}

export interface Question {
  readonly from: Reading;
  readonly to: Reading;
  /** 9 digits or `unknown`; absent: the whole district. */
  readonly street?: string | undefined;
}

/** A part with its value as printed: printed parts add up to the printed difference. */
export interface PrintedPart extends Part {
  readonly printed: Decimal | null;
}

export interface Movement {
  readonly from: Figures;
  readonly to: Figures;
  readonly exact: Decomposition;
  /** The difference of both values as printed; null while either has none. */
  readonly printed: Decimal | null;
  readonly parts: readonly PrintedPart[];
  readonly attribution: Attribution;
}

/** The stops between two readings: first the definition changes, then what is known, then the day. */
export function pathOf({ from, to, street }: Question, sums: KnownSums): Path {
  const scope = street === undefined ? {} : { street };
  const at = ({ indicator }: Reading, asOf: BusinessDay, lookup: Lookup): Quotient =>
    quotientOf(indicator, asOf, lookup, scope);
  return {
    from: at(from, from.asOf, sums.from),
    redefined: at(to, from.asOf, sums.from),
    relearned: at(to, from.asOf, sums.to),
    to: at(to, to.asOf, sums.to),
  };
}

/** Why a figure moved between any two readings. Throws CrashError when the evidence does not account for it. */
export function movementOf(question: Question, sums: KnownSums, evidence: Evidence): Movement {
  const { from, to, street } = question;
  const path = pathOf(question, sums);
  const attribution = new Attribution(evidence, from, to);
  const rows = street === undefined ? evidence.rows : evidence.rows.filter((row) => row.street === street);
  const exact = decompose(path, contributionsOf(rows, from, to, attribution));
  const { decimals } = to.indicator;
  const printed = difference(path, decimals);
  const shares =
    printed &&
    apportion(
      exact.parts.map(({ value }) => value!),
      printed,
    );
  return {
    from: figuresOf(path.from, decimals),
    to: figuresOf(path.to, decimals),
    exact,
    printed,
    parts: exact.parts.map((part, i) => ({ ...part, printed: shares && shares[i]! })),
    attribution,
  };
}

function difference({ from, to }: Path, decimals: number): Decimal | null {
  const [before, after] = [valueOf(from, decimals), valueOf(to, decimals)];
  return before && after && subtractDecimals(after, before);
}

export const formatShare = (value: Decimal | null): string | null => value && formatDecimal(value);

import { type BusinessDay, parseDecimal } from '@minhai/domain';
import { ownPeriod, windowOf } from '../evaluate/window.js';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { type PublishedCut, peopleTerms } from './differencing.js';

export interface PublishedFigure {
  /** What it is called where it is published. */
  readonly name: string;
  readonly indicator: IndicatorDefinition;
  readonly region: string;
  /** Null where withheld. */
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/**
 * The counts of people in figures of one day. A sum of several terms is no cut: how much of it is each of them, nobody
 * is told.
 */
export const cutsOf = (figures: readonly PublishedFigure[], asOf: BusinessDay): PublishedCut[] =>
  figures.flatMap((figure) => {
    const { indicator, numerator, denominator } = figure;
    return [
      ...cutOf(figure, 'numerator', { terms: indicator.numerator, count: numerator, asOf }),
      ...cutOf(figure, 'denominator', { terms: indicator.denominator ?? [], count: denominator, asOf }),
    ];
  });

interface Part {
  readonly terms: readonly Term[];
  readonly count: string | null;
  readonly asOf: BusinessDay;
}

function cutOf(
  { name, indicator, region }: PublishedFigure,
  part: 'numerator' | 'denominator',
  { terms, count, asOf }: Part,
): PublishedCut[] {
  const [term] = terms;
  if (count === null || !term || terms.length > 1 || !peopleTerms(indicator).includes(term)) return [];
  const { from, to } = windowOf(term, asOf, ownPeriod(indicator, asOf));
  const period = `${from ?? ''}..${to}`;
  return [{ name: `${name} ${part}`, term, region, period, count: wholeOf(count) }];
}

const wholeOf = (decimal: string): bigint => {
  const { unscaled, scale } = parseDecimal(decimal)!;
  return unscaled / 10n ** BigInt(scale);
};

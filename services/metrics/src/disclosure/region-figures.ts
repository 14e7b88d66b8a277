import type { BusinessDay } from '@minhai/domain';
import { type BaseCheck, type Figures, figuresOf, quotientOf } from '../evaluate/evaluate.js';
import { type Lookup, isCounted, ownPeriod, termsOf, windowOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { PeopleBehind } from './threshold.js';
import { withheldRegions } from './withheld-regions.js';

export interface RegionFigures extends Figures {
  readonly region: string;
}

/** Which of an indicator’s counts are counts of people. */
export type PeopleOf = (indicator: IndicatorDefinition) => PeopleBehind | undefined;

/** The figures of a district at a day, those of its 街镇 where they are kept, and which must be withheld. */
export interface FiguresAt {
  readonly district: RegionFigures;
  readonly streets: readonly RegionFigures[];
  readonly withheld: ReadonlySet<string>;
}

/** `lookup` knows the windows of the indicator at `asOf`. */
export function figuresAt(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
  people: PeopleBehind | undefined,
): FiguresAt {
  const figures = (street?: string): Figures =>
    figuresOf(
      quotientOf(indicator, asOf, lookup, street === undefined ? {} : { street }),
      indicator.decimals,
    );
  const district = { region: indicator.district, ...figures() };
  const streets = streetsWith(indicator, asOf, lookup).map((region) => ({ region, ...figures(region) }));
  return { district, streets, withheld: withheldRegions(people, district, streets) };
}

function streetsWith(indicator: IndicatorDefinition, asOf: BusinessDay, lookup: Lookup): string[] {
  if (indicator.breakdown === null) return [];
  const amounts = termsOf(indicator).flatMap((term) =>
    lookup(windowOf(term, asOf, ownPeriod(indicator, asOf))).filter(({ dims }) => isCounted(term, dims)),
  );
  return [...new Set(amounts.map(({ street }) => street))].sort();
}

/** The base is a figure of its own day, and withheld for its own sake. */
export function shownBase(
  indicator: IndicatorDefinition,
  base: BaseCheck,
  lookup: Lookup,
  people: PeopleBehind | undefined,
): BaseCheck {
  const { withheld } = figuresAt(indicator, base.asOf, lookup, people);
  return withheld.has(indicator.district) ? { ...base, computed: null } : base;
}

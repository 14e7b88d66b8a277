import type { BusinessDay } from '@minhai/domain';
import { changeQuotient, hasPace } from '../evaluate/change.js';
import {
  type EvaluatedIndicator,
  type Figures,
  evaluate,
  figuresOf,
  quotientOf,
} from '../evaluate/evaluate.js';
import type { Quotient } from '../evaluate/quotient.js';
import type { Lookup } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { NO_OUTLOOK } from '../standing/outlook.js';
import { yearBefore } from '../standing/pace.js';
import { figuresAt, shownBase } from './region-figures.js';
import { type ShownFigures, shownFigures } from './shown-figures.js';
import type { PeopleBehind } from './threshold.js';
import { withheldRegions } from './withheld-regions.js';

export type ShownIndicator = Omit<EvaluatedIndicator, keyof Figures> & ShownFigures;

/**
 * An indicator of its district as a reader sees it from whom few people are hidden. Where the figure is withheld, so is
 * every judgement that follows from it: the way that is left would give it back. `lookup` knows `windowsFor` the day.
 */
export function shownIndicator(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
  people: PeopleBehind | undefined,
): ShownIndicator {
  const evaluated = evaluate(indicator, asOf, lookup);
  if (!people) return { ...evaluated, withheld: false };
  const isHiddenAt = (day: BusinessDay): boolean =>
    figuresAt(indicator, day, lookup, people).withheld.has(indicator.district);
  const withheld = isHiddenAt(asOf);
  const base = evaluated.base && shownBase(indicator, evaluated.base, lookup, people);
  const tells = withheld || isJudgedByFew(indicator, asOf, lookup, people) || isPaceHidden();
  return { ...(tells ? unjudged(evaluated) : evaluated), base, ...shownFigures(evaluated, withheld) };

  function isPaceHidden(): boolean {
    return hasPace(indicator) && !indicator.target?.period && isHiddenAt(yearBefore(asOf));
  }
}

/** A target over a period is judged by what the period and its last twelve months added, which are cuts of their own. */
function isJudgedByFew(
  indicator: IndicatorDefinition,
  asOf: BusinessDay,
  lookup: Lookup,
  people: PeopleBehind,
): boolean {
  const period = indicator.target?.period;
  if (!period) return false;
  const isFew = (quotient: Quotient): boolean => {
    const figures = figuresOf(quotient, indicator.decimals);
    return withheldRegions(people, { region: indicator.district, ...figures }, []).size > 0;
  };
  return (
    isFew(quotientOf(indicator, asOf, lookup, { period })) ||
    (hasPace(indicator) && isFew(changeQuotient(indicator, asOf, lookup)))
  );
}

const unjudged = (evaluated: EvaluatedIndicator): EvaluatedIndicator => ({
  ...evaluated,
  completion: null,
  status: null,
  breach: false,
  breachReason: null,
  outlook: {
    ...NO_OUTLOOK,
    targetDay: evaluated.outlook.targetDay,
    monthsLeft: evaluated.outlook.monthsLeft,
  },
});

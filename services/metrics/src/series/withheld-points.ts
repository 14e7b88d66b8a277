import { type BusinessDay, addDays } from '@minhai/domain';
import { type RegionFigures, figuresAt } from '../disclosure/region-figures.js';
import type { PeopleBehind } from '../disclosure/threshold.js';
import { withheldRegions } from '../disclosure/withheld-regions.js';
import { type Figures, figuresOf } from '../evaluate/evaluate.js';
import { type Organisation, withheldMembers } from '../divisions/organisation.js';
import type { Lookup } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Aggregate } from './aggregation.js';
import type { SeriesPeriod } from './periods.js';
import { addedIn } from './points.js';

/** Which regions’ figures of a period must be withheld. */
export type WithheldIn = (period: SeriesPeriod) => ReadonlySet<string>;

export interface HiddenPeople {
  readonly people: PeopleBehind | undefined;
  /** 街镇 as the records name them. */
  readonly lookup: Lookup;
  /** Under whose members the 街镇 stand, if another. */
  readonly organisation: Organisation | null;
}

/**
 * Decided over the district and all its 街镇 as the records name them, whichever one is asked for. A mean is withheld when
 * one of its days is: whoever sees the others has that one.
 */
export function withheldIn(
  indicator: IndicatorDefinition,
  aggregate: Aggregate,
  { people, lookup, organisation }: HiddenPeople,
): WithheldIn {
  if (!people) return () => NONE;
  const at = (day: BusinessDay): ReadonlySet<string> => figuresAt(indicator, day, lookup, people).withheld;
  const own: Readonly<Record<Aggregate, WithheldIn>> = {
    last: ({ to }) => at(to),
    sum: (period) => addedWithheld(indicator, period, lookup, people),
    mean: ({ from, to }) => {
      const withheld = new Set<string>();
      for (let day = from; day <= to; day = addDays(day, 1))
        for (const region of at(day)) withheld.add(region);
      return withheld;
    },
  };
  return (period) =>
    organisation ? withheldMembers(organisation, own[aggregate](period)) : own[aggregate](period);
}

const NONE: ReadonlySet<string> = new Set();

/** The table of what falls into the period. */
function addedWithheld(
  indicator: IndicatorDefinition,
  period: SeriesPeriod,
  lookup: Lookup,
  people: PeopleBehind,
): ReadonlySet<string> {
  const figures = (street?: string): Figures =>
    figuresOf(addedIn(indicator, lookup, period, street), indicator.decimals);
  const streets = figuresAt(indicator, period.to, lookup, undefined).streets.map(
    ({ region }): RegionFigures => ({ region, ...figures(region) }),
  );
  return withheldRegions(people, { region: indicator.district, ...figures() }, streets);
}

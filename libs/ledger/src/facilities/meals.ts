import type { BusinessDay } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import type { DistrictCode } from '../reference/districts.js';
import type { Serving } from './facility.js';

interface MealPlot {
  readonly key: string;
  readonly street: string;
}

/** What each meal site comes to serve, once it is known when it opened; 街镇 that publish nothing serve nothing. */
export function servingsOf(
  district: DistrictCode,
  plots: readonly MealPlot[],
  meals: readonly (readonly [street: string, portions: number])[],
): Map<string, (opened: BusinessDay) => Serving[]> {
  const chance = chanceOf(`meals|${district}`);
  return new Map(
    meals.flatMap(([street, portions]) => {
      const here = plots.filter((plot) => plot.street === street);
      const parts = apportion(
        portions,
        here.map(() => chance.between(5, 9)),
      );
      return here.map(
        ({ key }, i) => [key, (opened: BusinessDay) => history(key, parts[i]!, opened)] as const,
      );
    }),
  );
}

/** How a site came to its portions: tables first, more of them later, then deliveries. */
function history(key: string, portions: number, opened: BusinessDay): Serving[] {
  const chance = chanceOf(`meals of|${key}`);
  const delivered = Math.floor((portions * chance.between(1, 4)) / 10);
  const added = Math.floor((portions - delivered) / chance.between(4, 6));
  const steps: Serving[] = [
    { on: opened, mode: 'DINE_IN', delta: portions - delivered - added },
    { on: workingDayBetween('2019-01-07', '2019-12-27', chance), mode: 'DINE_IN', delta: added },
    { on: workingDayBetween('2020-02-24', '2020-11-27', chance), mode: 'DELIVERY', delta: delivered },
  ];
  return steps.filter(({ delta }) => delta > 0);
}

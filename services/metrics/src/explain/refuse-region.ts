import { RefusedError } from '@minhai/errors';
import type { PeopleBehind } from '../disclosure/threshold.js';
import { type RegionCounts, withheldRegions } from '../disclosure/withheld-regions.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/**
 * Throws RefusedError 400 when the indicator is not kept by 街镇, and 403 when it counts people and the reader may not see
 * few of them: the figure of a 街镇 may be withheld, and its movement would tell it.
 */
export function refuseRegion(
  { breakdown }: Pick<IndicatorDefinition, 'breakdown'>,
  region: string | undefined,
  tellsFew: boolean,
): void {
  if (region === undefined) return;
  if (breakdown !== 'street')
    throw new RefusedError(400, 'QUERY', '/region: this indicator is not kept by 街镇');
  if (!tellsFew)
    throw new RefusedError(
      403,
      'FORBIDDEN',
      'people are counted: what moved the figure of one 街镇 is told to readers with the right small-cells',
      { right: 'small-cells' },
    );
}

/** Throws RefusedError 403 when one of the readings would tell of few people; `people`: of whom the reader may see no few. */
export function refuseFew(people: PeopleBehind | undefined, readings: readonly RegionCounts[]): void {
  if (readings.every((reading) => withheldRegions(people, reading, []).size === 0)) return;
  throw new RefusedError(
    403,
    'FORBIDDEN',
    'few people are counted: the figure is withheld, and what moved it is told to readers with the right small-cells',
    { right: 'small-cells' },
  );
}

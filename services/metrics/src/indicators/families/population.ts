import type { PopulationMeasure } from '@minhai/schemas';
import type { Term } from '../definition.js';

/** The figure published for the district itself; figures of its 街镇 are other rows and are never added to it. */
export const DISTRICT_POPULATION = (measure: PopulationMeasure): Term => ({
  measure: 'reference.population',
  where: { measure: [measure], level: ['DISTRICT'] },
});

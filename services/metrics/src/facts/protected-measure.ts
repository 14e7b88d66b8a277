import type { MeasureDefinition } from '@minhai/facts';

/** Counts people or households. */
export const people = (measure: MeasureDefinition): MeasureDefinition => ({ ...measure, privacy: 'people' });

/** Counts people on relief, with a disability or under age. */
export const protectedPeople = (measure: MeasureDefinition): MeasureDefinition => ({
  ...measure,
  privacy: 'protected-people',
});

import { ageOn } from '../time/age.js';
import type { BusinessDay } from '../time/business-day.js';

/** Civil Code art. 1047, before it Marriage Law 1980 art. 5: men from 22, women from 20. */
export const MARRIAGE_AGES = { MALE: 22, FEMALE: 20 } as const;
/** The first day these ages were in force; marriages before it come with history loads and are not judged. */
export const MARRIAGE_AGES_FROM: BusinessDay = '1981-01-01';

/** Whether a person may marry on the day, by age alone. The birthday itself is enough (`ageOn`). */
export const isOfMarriageAge = (
  sex: keyof typeof MARRIAGE_AGES,
  birthDay: BusinessDay,
  day: BusinessDay,
): boolean => day < MARRIAGE_AGES_FROM || ageOn(birthDay, day) >= MARRIAGE_AGES[sex];

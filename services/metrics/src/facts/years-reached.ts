import { type BusinessDay, yearOf } from '@minhai/domain';

/** Certificates and agreements are looked for this long after they were given; none is given for longer. */
const MOST_YEARS = 10;

/**
 * The years of the days from `from` to `last`, and no more than ten after the first; `last` null: all of those. What is
 * done under a certificate is looked at year by year with what can reach into the year, so that no history grows for ever.
 */
export function yearsReached(from: BusinessDay, last: BusinessDay | null): number[] {
  const first = yearOf(from);
  const reached = last === null ? first + MOST_YEARS : Math.min(yearOf(last), first + MOST_YEARS);
  return Array.from({ length: Math.max(0, reached - first + 1) }, (_, i) => first + i);
}

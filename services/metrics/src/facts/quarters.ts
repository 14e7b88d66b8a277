import { type BusinessDay, addMonths, yearOf } from '@minhai/domain';

const MONTHS = 3;
/** Certificates and agreements are looked for this long after they were given; none is given for longer. */
const MOST_YEARS = 10;

/** The quarter of a day, `2020Q2`: what is looked at together, so that no history grows for ever. */
export const quarterOf = (day: BusinessDay): string =>
  `${yearOf(day)}Q${Math.ceil(Number(day.slice(5, 7)) / MONTHS)}`;

/** The quarters of the days from `from` to `last`, and no more than ten years of them; `last` null: ten years. */
export function quartersFrom(from: BusinessDay, last: BusinessDay | null): string[] {
  const quarters: string[] = [];
  const start = `${from.slice(0, 7)}-01`;
  for (let i = 0; i <= MOST_YEARS * 4; i++) {
    const day = addMonths(start, i * MONTHS);
    if (last !== null && quarterOf(day) > quarterOf(last)) break;
    quarters.push(quarterOf(day));
  }
  return quarters;
}

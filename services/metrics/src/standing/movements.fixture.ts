import { type BusinessDay, monthOf } from '@minhai/domain';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { FIRST_MONTH, type MonthCell } from '../evaluate/series.js';
import type { Lookup } from '../evaluate/window.js';

/** A change of a measure on a day. */
export interface Movement {
  readonly measure: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly amount: number;
  readonly day: BusinessDay;
  readonly street?: string;
}

export const moved = (
  measure: string,
  amount: number,
  day: BusinessDay,
  dims: Readonly<Record<string, string>> = {},
): Movement => ({ measure, dims, amount, day });

export const getIndicator = (id: string): IndicatorDefinition =>
  INDICATORS.find((indicator) => indicator.id === id)!;

const streetOf = ({ street = 'unknown' }: Movement): string => street;

/** What cells answer to a window. */
export const lookupOf =
  (movements: readonly Movement[]): Lookup =>
  ({ measure, from, to }) =>
    movements
      .filter((it) => it.measure === measure && (from === null || it.day >= from) && it.day <= to)
      .map((it) => ({ street: streetOf(it), dims: it.dims, amount: BigInt(it.amount) }));

export const monthCellsOf = (movements: readonly Movement[], district: string): MonthCell[] =>
  movements.map((it) => ({
    measure: it.measure,
    district,
    street: streetOf(it),
    dims: it.dims,
    month: monthOf(it.day) < FIRST_MONTH ? null : monthOf(it.day),
    first: it.day,
    last: it.day,
    amount: BigInt(it.amount),
  }));

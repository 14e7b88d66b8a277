import {
  type BusinessQuarter,
  type Decimal,
  addDecimals,
  decimalOf,
  divideDecimals,
  firstDayOfYear,
  formatDecimal,
  lastDayOfQuarter,
  multiplyDecimals,
  quarterBefore,
  subtractDecimals,
  yearOf,
} from '@minhai/domain';
import { type Lookup, type Window, getMeasure, isCounted } from '../evaluate/window.js';
import { thresholdOf } from '../disclosure/threshold.js';
import type { Term } from '../indicators/definition.js';
import { FORM_ITEMS, type FormItem } from './form-items.js';

/** One line of JBZH0001. Quantities are decimals; null where there is nothing to compare with, or what is withheld. */
export interface FormLine {
  readonly code: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  /** A flow, added up since 1 January. */
  readonly cumulative: boolean;
  readonly quantity: string | null;
  /** 上季度: as the form of the quarter before said; null for a flow in the first quarter, which begins anew. */
  readonly previous: string | null;
  /** 环比 in per cent, one decimal. */
  readonly change: string | null;
  /** Withheld, because few people are behind it. */
  readonly withheld: boolean;
}

const isFlow = ({ terms }: FormItem): boolean => getMeasure(terms[0]!.measure).kind === 'flow';

function windowIn(term: Term, quarter: BusinessQuarter): Window {
  const to = lastDayOfQuarter(quarter);
  const from = getMeasure(term.measure).kind === 'flow' ? firstDayOfYear(yearOf(to)) : null;
  return { measure: term.measure, from, to };
}

/** Every window a form will look up. */
export const windowsOfForm = (quarter: BusinessQuarter): Window[] =>
  FORM_ITEMS.flatMap(({ terms }) =>
    [quarter, quarterBefore(quarter)].flatMap((each) => terms.map((term) => windowIn(term, each))),
  );

function sumOf({ terms }: FormItem, quarter: BusinessQuarter, lookup: Lookup): Decimal {
  const sums = terms.map((term) => {
    const counted = lookup(windowIn(term, quarter)).filter(({ dims }) => isCounted(term, dims));
    return decimalOf(
      counted.reduce((sum, { amount }) => sum + amount, 0n),
      getMeasure(term.measure).scale,
    );
  });
  return sums.reduce(addDecimals, decimalOf(0));
}

/** Whether few people are behind a count: 1 to k − 1 of the strictest measure in it. */
function isFew({ terms }: FormItem, sum: Decimal): boolean {
  const thresholds = terms.flatMap(({ measure }) => thresholdOf(getMeasure(measure)) ?? []);
  const limit = 10n ** BigInt(sum.scale) * BigInt(Math.max(0, ...thresholds));
  return sum.unscaled > 0n && sum.unscaled < limit;
}

/** The form of a district’s quarter, whole; `withheld` says which lines only some readers may see. */
export function formOf(quarter: BusinessQuarter, lookup: Lookup): FormLine[] {
  return FORM_ITEMS.map((item) => {
    const sum = sumOf(item, quarter, lookup);
    const begins = isFlow(item) && quarter.endsWith('Q1');
    const before = begins ? null : sumOf(item, quarterBefore(quarter), lookup);
    return {
      code: item.code,
      name: { zh: item.names.zh, en: item.names.en },
      unit: item.unit,
      cumulative: isFlow(item),
      quantity: printed(item, sum),
      previous: before && printed(item, before),
      change: before && changeOf(sum, before),
      withheld: isFew(item, sum) || (before !== null && isFew(item, before)),
    };
  });
}

/** The lines as a reader sees them. `seesSmall`: whether the reader may see counts of few people. */
export const shownForm = (lines: readonly FormLine[], seesSmall: boolean): FormLine[] =>
  lines.map((line) =>
    !line.withheld
      ? line
      : seesSmall
        ? { ...line, withheld: false }
        : { ...line, quantity: null, previous: null, change: null },
  );

const printed = ({ divisor, decimals }: FormItem, sum: Decimal): string =>
  formatDecimal(divideDecimals(sum, decimalOf(divisor), decimals)!);

/** Null when there was nothing before. */
function changeOf(sum: Decimal, before: Decimal): string | null {
  const change = divideDecimals(multiplyDecimals(subtractDecimals(sum, before), decimalOf(100)), before, 1);
  return change ? formatDecimal(change) : null;
}

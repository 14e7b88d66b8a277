import {
  type BusinessDay,
  type Decimal,
  addDecimals,
  decimalOf,
  divideDecimals,
  firstDayOfYear,
  formatDecimal,
  multiplyDecimals,
  yearOf,
} from '@minhai/domain';
import { type Lookup, type Window, getMeasure, isCounted } from '../evaluate/window.js';
import { subtract } from '../evaluate/quotient.js';
import { thresholdOf } from '../disclosure/threshold.js';
import type { Term } from '../indicators/definition.js';
import { FORM_ITEMS, type FormItem } from './form-items.js';
import { type Quarter, isFirstOfYear, lastDayOfQuarter, quarterBefore } from './quarter.js';

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
  /** Withheld from this reader, because few people are behind it. */
  readonly withheld: boolean;
}

const isFlow = ({ terms }: FormItem): boolean => getMeasure(terms[0]!.measure).kind === 'flow';

function windowIn(term: Term, quarter: Quarter): Window {
  const to: BusinessDay = lastDayOfQuarter(quarter);
  const from = getMeasure(term.measure).kind === 'flow' ? firstDayOfYear(yearOf(to)) : null;
  return { measure: term.measure, from, to };
}

/** Every window a form will look up. */
export const windowsOfForm = (quarter: Quarter): Window[] =>
  FORM_ITEMS.flatMap(({ terms }) =>
    [quarter, quarterBefore(quarter)].flatMap((each) => terms.map((term) => windowIn(term, each))),
  );

function sumOf({ terms }: FormItem, quarter: Quarter, lookup: Lookup): Decimal {
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

/** The form of a district’s quarter. `seesSmall`: whether the reader may see counts of few people. */
export function formOf(quarter: Quarter, lookup: Lookup, seesSmall: boolean): FormLine[] {
  return FORM_ITEMS.map((item) => {
    const sum = sumOf(item, quarter, lookup);
    const begins = isFlow(item) && isFirstOfYear(quarter);
    const before = begins ? null : sumOf(item, quarterBefore(quarter), lookup);
    const withheld = !seesSmall && (isFew(item, sum) || (before !== null && isFew(item, before)));
    return {
      code: item.code,
      name: { zh: item.names.zh, en: item.names.en },
      unit: item.unit,
      cumulative: isFlow(item),
      quantity: withheld ? null : printed(item, sum),
      previous: withheld || !before ? null : printed(item, before),
      change: withheld || !before ? null : changeOf(sum, before),
      withheld,
    };
  });
}

const printed = ({ divisor, decimals }: FormItem, sum: Decimal): string =>
  formatDecimal(divideDecimals(sum, decimalOf(divisor), decimals)!);

/** Null when there was nothing before. */
function changeOf(sum: Decimal, before: Decimal): string | null {
  const change = divideDecimals(multiplyDecimals(subtract(sum, before), decimalOf(100)), before, 1);
  return change ? formatDecimal(change) : null;
}

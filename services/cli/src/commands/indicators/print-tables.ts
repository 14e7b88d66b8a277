import type { Terminal } from '../../terminal/terminal.js';
import { getJson } from '../http-json.js';
import type { IndicatorJson } from './indicator-json.js';
import {
  type Agreement,
  INDICATOR_COLUMNS,
  agreementOf,
  declarationLines,
  indicatorCells,
} from './indicator-table.js';

export interface TablePrinting {
  readonly metricsUrl: string;
  readonly out: Terminal;
  readonly query?: IndicatorQuery;
}

export interface IndicatorQuery {
  readonly district?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

export interface Comparison {
  /** Figures with a published base that came out equal to it. */
  readonly matched: number;
  /** Figures that cannot come out equal, as their definitions declare with the reason. */
  readonly declared: number;
  readonly mismatched: number;
}

const DISTRICT_TITLES: Readonly<Record<string, string>> = {
  '310105': '长宁区民政事业发展“十四五”规划',
  '310118': '青浦区民政事业发展“十四五”规划',
};

/** Rows of both plans' main tables, 13 and 11. */
const TABLE_INDICATORS = 24;
/** Stands in a note to the first row of Qingpu's table, not in a row of its own. */
const OF_A_NOTE: ReadonlySet<string> = new Set(['qpu-eldercare-bed-share-of-registered-elderly']);

export async function fetchIndicators(
  metricsUrl: string,
  query: IndicatorQuery = {},
): Promise<readonly IndicatorJson[]> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
  const { indicators } = await getJson<{ indicators: IndicatorJson[] }>(
    `${metricsUrl}/v1/indicators?${new URLSearchParams(given)}`,
  );
  return indicators;
}

/** Both plans' figures, computed against published, and how many of them are equal. */
export async function printIndicatorTables({ metricsUrl, out, query }: TablePrinting): Promise<Comparison> {
  const indicators = await fetchIndicators(metricsUrl, query);
  for (const district of [...new Set(indicators.map((indicator) => indicator.district))].sort()) {
    out.print('');
    out.print(`${DISTRICT_TITLES[district] ?? ''} (${district})`);
    out.table(
      INDICATOR_COLUMNS,
      indicators.filter((indicator) => indicator.district === district).map(indicatorCells),
    );
  }
  const comparison = compare(indicators);
  out.print('');
  out.print(`公布/计算: at the end of the base period; 现值: at ${indicators[0]?.asOf ?? 'no date'}.`);
  for (const line of declarationLines(indicators)) out.print(line);
  out.print(summaryOf(comparison));
  out.print(
    `Of the ${TABLE_INDICATORS} indicators in the plans’ tables this version computes ${countOfTables(indicators)}.`,
  );
  return comparison;
}

/** Pure: equal, declared and different figures among those with a published base. */
export function compare(indicators: readonly IndicatorJson[]): Comparison {
  const agreements = indicators.map(agreementOf);
  const count = (agreement: Agreement): number => agreements.filter((it) => it === agreement).length;
  return { matched: count('equal'), declared: count('declared'), mismatched: count('different') };
}

/** Never says of a declared difference that it is equal, nor leaves it out of the count. */
export function summaryOf({ matched, declared, mismatched }: Comparison): string {
  const equal = `${matched} of ${matched + declared + mismatched} published figures come out equal`;
  const others = [
    ...(declared > 0 ? [`${declared} ${declared === 1 ? 'differs' : 'differ'} as declared (≈)`] : []),
    ...(mismatched > 0 ? [`${mismatched} ${mismatched === 1 ? 'differs' : 'differ'} (✗)`] : []),
  ];
  return `${[equal, ...others].join('; ')}.`;
}

export const countOfTables = (indicators: readonly IndicatorJson[]): number =>
  indicators.filter(
    ({ id, property }) => (property === 'binding' || property === 'expected') && !OF_A_NOTE.has(id),
  ).length;

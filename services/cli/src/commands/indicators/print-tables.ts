import type { Terminal } from '../../terminal/terminal.js';
import { CommandError } from '../command.js';
import { getJson } from '../http-json.js';
import { searchOf } from '../search.js';
import type { IndicatorAnswer } from '@minhai/metrics';
import {
  type Agreement,
  INDICATOR_COLUMNS,
  agreementOf,
  declarationLines,
  indicatorCells,
} from './indicator-table.js';
import { WITHHELD_NOTE } from './withheld.js';
import { STANDING_COLUMNS, standingCells, standingLines } from './standing-table.js';

export interface TablePrinting {
  readonly metricsUrl: string;
  readonly out: Terminal;
  readonly query?: IndicatorQuery;
  /** Also how each stands: pace, breaches and a sentence. */
  readonly standing?: boolean;
  /** Of the reader who asks. */
  readonly token?: string | undefined;
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

const PACES = '需/年: what is missing ÷ time left; 近/年: the last 12 months; ‼: breach of a binding target.';

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
  token?: string,
): Promise<readonly IndicatorAnswer[]> {
  const { indicators } = await getJson<{ indicators: IndicatorAnswer[] }>(
    `${metricsUrl}/v1/indicators?${searchOf(query)}`,
    token,
  );
  return indicators;
}

/** Both plans' figures, computed against published, and how many of them are equal. */
export async function printIndicatorTables({
  metricsUrl,
  out,
  query,
  standing = false,
  token,
}: TablePrinting): Promise<Comparison> {
  const indicators = await fetchIndicators(metricsUrl, query, token);
  if (indicators.length === 0 && query?.district !== undefined)
    throw new CommandError(
      `no indicators of ${query.district}; there are plans of ${Object.keys(DISTRICT_TITLES).join(', ')}`,
    );
  for (const district of [...new Set(indicators.map((indicator) => indicator.district))].sort()) {
    out.print('');
    out.print(`${DISTRICT_TITLES[district] ?? ''} (${district})`);
    const own = indicators.filter((indicator) => indicator.district === district);
    if (!standing) out.table(INDICATOR_COLUMNS, own.map(indicatorCells));
    else {
      out.table(STANDING_COLUMNS, own.map(standingCells));
      for (const line of standingLines(own)) out.print(line);
    }
  }
  const comparison = compare(indicators);
  out.print('');
  out.print(`公布/计算: at the end of the base period; 现值: at ${indicators[0]?.asOf ?? 'no date'}.`);
  if (standing) out.print(PACES);
  if (indicators.some(({ withheld }) => withheld)) out.print(WITHHELD_NOTE);
  for (const line of declarationLines(indicators)) out.print(line);
  out.print(summaryOf(comparison));
  out.print(
    `Of the ${TABLE_INDICATORS} indicators in the plans’ tables this version computes ${countOfTables(indicators)}.`,
  );
  return comparison;
}

/** Pure: equal, declared and different figures among those with a published base. */
export function compare(indicators: readonly IndicatorAnswer[]): Comparison {
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

export const countOfTables = (indicators: readonly IndicatorAnswer[]): number =>
  indicators.filter(
    ({ id, property }) => (property === 'binding' || property === 'expected') && !OF_A_NOTE.has(id),
  ).length;

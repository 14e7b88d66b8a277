import { addressesOf } from '../../stack/addresses.js';
import { CommandError, type CommandContext } from '../command.js';
import { getJson } from '../http-json.js';
import { endOfDay, searchOf } from '../search.js';
import type { CompareAnswer, IndicatorWithBreakdown, SeriesAnswer } from '@minhai/metrics';
import { printComparison, printIndicator, printSeries } from './one-indicator.js';
import { fetchIndicators, printIndicatorTables } from './print-tables.js';

export interface IndicatorsOptions {
  readonly district?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly street?: string;
  readonly organised?: string;
  readonly series?: string;
  readonly from?: string;
  readonly to?: string;
  readonly aggregate?: string;
  readonly compare?: string | true;
  readonly json?: boolean;
}

type Show<T> = (answer: T, terminal: CommandContext['terminal']) => void;

export async function indicators(
  id: string | undefined,
  { json = false, ...options }: IndicatorsOptions,
  { config, terminal }: CommandContext,
): Promise<void> {
  const problem = problemOf(id, options);
  if (problem) throw new CommandError(problem);
  const metricsUrl = addressesOf(config).metrics;
  const question = questionOf(id, options);
  if (question) {
    const answer = await getJson<never>(`${metricsUrl}${question.path}`, config.readerToken);
    if (json) terminal.json(answer);
    else question.show(answer, terminal);
    return;
  }
  const { district, asOf, knownAt } = options;
  const query = { district, asOf, knownAt: endOfDay(knownAt) };
  if (json) terminal.json({ indicators: await fetchIndicators(metricsUrl, query, config.readerToken) });
  else
    await printIndicatorTables({
      metricsUrl,
      out: terminal,
      query,
      standing: true,
      token: config.readerToken,
    });
}

/** Options that belong to another question are refused, not ignored. Undefined: they fit. */
export function problemOf(id: string | undefined, options: IndicatorsOptions): string | undefined {
  const { compare, series, street, organised, district, asOf } = options;
  const only = [series, street, organised, options.from, options.to, options.aggregate];
  if (id === undefined && only.some((option) => option !== undefined))
    return '--series, --street, --organised, --from, --to and --aggregate are about one indicator: minhai indicators <id> …';
  if (id !== undefined && (compare !== undefined || district !== undefined))
    return '--compare and --district are about all indicators: leave out the id';
  if (compare !== undefined && district !== undefined) return '--compare is about both districts';
  if (series === undefined && [options.from, options.to, options.aggregate].some((it) => it !== undefined))
    return '--from, --to and --aggregate belong to --series';
  if (series !== undefined && asOf !== undefined) return 'a series has --from and --to, not --as-of';
  return undefined;
}

interface Question {
  readonly path: string;
  readonly show: Show<never>;
}

const question = <T>(path: string, query: object, show: Show<T>): Question => ({
  path: `${path}?${searchOf(query)}`,
  show: show as Show<never>,
});

/** What is asked besides the tables of both plans. */
export function questionOf(id: string | undefined, options: IndicatorsOptions): Question | undefined {
  const { asOf, compare, series, street, organised, from, to, aggregate } = options;
  const knownAt = endOfDay(options.knownAt);
  if (compare !== undefined) {
    const named =
      compare === true ? {} : compare.includes(',') ? { indicators: compare } : { family: compare };
    return question<CompareAnswer>('/v1/compare', { ...named, asOf, knownAt }, printComparison);
  }
  if (id === undefined) return undefined;
  const path = `/v1/indicators/${encodeURIComponent(id)}`;
  if (series !== undefined)
    return question<SeriesAnswer>(
      `${path}/series`,
      { by: series, from, to, region: street, aggregate, organised, knownAt },
      printSeries,
    );
  return question<IndicatorWithBreakdown>(path, { asOf, knownAt, street, organised }, printIndicator);
}

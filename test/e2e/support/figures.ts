import { addDecimals, decimalOf, formatDecimal, parseDecimal } from '@minhai/domain';
import { openReaders } from '@minhai/metrics/readers';
import type { TestInstance } from './instance.js';

export interface Figures {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

export interface IndicatorFigures extends Figures {
  readonly id: string;
  readonly unit: string;
  readonly property: string | null;
  readonly status: string | null;
  readonly breach: boolean;
  readonly base: {
    readonly published: string | null;
    readonly computed: string | null;
    readonly match: boolean | null;
    readonly declaredMismatch?: { readonly within: boolean };
  } | null;
  readonly breakdown?: readonly (Figures & { readonly street: string })[];
}

export interface Movement {
  readonly difference: Figures;
  readonly parts: readonly (Figures & {
    readonly part: string;
    readonly events: readonly { readonly id: string }[];
    readonly rest: unknown;
  })[];
}

export interface Series {
  readonly points: readonly { readonly to: string; readonly value: string | null }[];
}

type Query = Readonly<Record<string, string>>;

/** What a reader who sees everything gets from the indicators’ REST interface; throws with the answer when it is no 200. */
export async function readerOf(instance: TestInstance) {
  const { readers, close } = openReaders(instance.stack.database.url('minhai_metrics'));
  const { token } = await readers.create('e2e.reader', ['small-cells']);
  await close();
  const get = async <T>(path: string, query: Query = {}): Promise<T> => {
    const url = `http://127.0.0.1:${instance.config.ports.metrics}/v1/${path}?${new URLSearchParams(query)}`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(60_000),
    });
    if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    indicators: async (query: Query): Promise<readonly IndicatorFigures[]> =>
      (await get<{ indicators: IndicatorFigures[] }>('indicators', query)).indicators,
    indicator: (id: string, query: Query) => get<IndicatorFigures>(`indicators/${id}`, query),
    movement: (id: string, query: Query) => get<Movement>(`indicators/${id}/movement`, query),
    series: (id: string, query: Query) => get<Series>(`indicators/${id}/series`, query),
  };
}

export type FigureReader = Awaited<ReturnType<typeof readerOf>>;

/** Without zeros at the end, so that figures of any scale compare; nothing at all is 0. */
export const sumOf = (texts: readonly (string | null)[]): string => {
  const sum = formatDecimal(
    texts.map((text) => parseDecimal(text ?? '0')!).reduce(addDecimals, decimalOf(0)),
  );
  return sum.includes('.') ? sum.replace(/\.?0+$/, '') : sum;
};

const HISTORIES = [
  'metrics.indicator_value',
  'metrics.indicator_progress',
  'metrics.fact_row',
  'metrics.finding',
];

/** One digest for every byte behind the views of gold, withheld ones included, whatever order it is stored in. */
export async function goldDigests(instance: TestInstance): Promise<Record<string, unknown>> {
  const digests: Record<string, unknown> = {};
  for (const table of HISTORIES) {
    const [row] = await instance.lake.query(
      `SELECT count(*)::int AS rows, md5(string_agg(line, E'\\n' ORDER BY line)) AS digest
         FROM (SELECT md5(derived::text) AS line FROM ${table} AS derived) AS lines`,
    );
    digests[table] = row;
  }
  return digests;
}

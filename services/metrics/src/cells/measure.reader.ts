import type { Queryable, Statement } from '@minhai/postgres';
import { binaryArray, sqlIdentifier } from '@minhai/postgres';
import { momentOf, wasKnownAt } from './known-at.js';
import { type Amount, type Lookup, type Window, windowName } from '../evaluate/window.js';

interface SumRow {
  number: number;
  street: string;
  dims: string;
  amount: string;
}

const WINDOWS = `unnest($2::int4[], $3::text[], $4::date[], $5::date[]) AS w(number, measure, since, until)`;

const AS_KNOWN_NOW: Statement = {
  name: 'metrics.sums_of_cells',
  text: `SELECT w.number, c.street, c.dims, sum(c.amount)::text AS amount
    FROM ${WINDOWS}
    JOIN metrics.cell c ON c.measure = w.measure AND c.district = $1 AND c.day <= w.until
      AND (w.since IS NULL OR c.day >= w.since)
    GROUP BY w.number, c.street, c.dims`,
};

/** A stock asks for the rows valid on its last day, a flow for those that fall into its days. */
const asKnownThen = (schema: string): Statement => ({
  name: `${schema}.sums_of_rows`,
  text: `SELECT w.number, r.street, r.dims, sum(r.amount)::text AS amount
    FROM ${WINDOWS}
    JOIN ${sqlIdentifier(schema)}.fact_row r ON r.measure = w.measure AND r.district = $1 AND r.valid_from <= w.until
      AND CASE WHEN w.since IS NULL THEN r.valid_until IS NULL OR r.valid_until > w.until ELSE r.valid_from >= w.since END
    WHERE ${wasKnownAt('r', '$6::timestamptz')}
    GROUP BY w.number, r.street, r.dims`,
});

interface Source {
  readonly statement: Statement;
  readonly district: string;
  readonly knownAt: number | null;
}

export interface KnownState {
  /** Where `fact_row` is. */
  readonly schema: string;
  readonly district: string;
  /** Epoch milliseconds. */
  readonly knownAt: number;
}

/**
 * Reads every window of one district at once: from the cells what is known now, from the rows what was known at
 * `knownAt` (epoch milliseconds). The lookup it answers with knows these windows and no others.
 */
export const readWindows = (
  db: Queryable,
  district: string,
  windows: readonly Window[],
  knownAt: number | null,
): Promise<Lookup> => {
  const statement = knownAt === null ? AS_KNOWN_NOW : asKnownThen('metrics');
  return read(db, windows, { statement, district, knownAt });
};

/** The same from the rows of any schema with fact tables. */
export const readWindowsAsKnown = (
  db: Queryable,
  windows: readonly Window[],
  { schema, district, knownAt }: KnownState,
): Promise<Lookup> => read(db, windows, { statement: asKnownThen(schema), district, knownAt });

async function read(
  db: Queryable,
  windows: readonly Window[],
  { statement, district, knownAt }: Source,
): Promise<Lookup> {
  const distinct = [...new Map(windows.map((window) => [windowName(window), window]))];
  const parameters = [
    district,
    binaryArray(
      'int4',
      distinct.map((_, i) => i),
    ),
    binaryArray(
      'text',
      distinct.map(([, { measure }]) => measure),
    ),
    binaryArray(
      'date',
      distinct.map(([, { from }]) => from),
    ),
    binaryArray(
      'date',
      distinct.map(([, { to }]) => to),
    ),
  ];
  const known = knownAt === null ? [] : [momentOf(knownAt)];
  const rows = await db.prepared<SumRow>(statement, [...parameters, ...known]);
  const answers = new Map<string, Amount[]>(distinct.map(([name]) => [name, []]));
  for (const { number, street, dims, amount } of rows) {
    answers
      .get(distinct[number]![0])!
      .push({ street, dims: JSON.parse(dims) as Record<string, string>, amount: BigInt(amount) });
  }
  return (window) => {
    const answer = answers.get(windowName(window));
    if (!answer) throw new TypeError(`window was not read: ${windowName(window)}`);
    return answer;
  };
}

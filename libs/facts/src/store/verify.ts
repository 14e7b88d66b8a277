import { sqlIdentifier, type Database, type Transaction } from '@minhai/postgres';
import {
  fillTables,
  withoutTimeouts,
  type ConsumedPosition,
  type FactSource,
  type RecordedEvent,
} from './rebuild.js';
import { createTables, dropTables } from './tables.js';

const SHOWN = 20;

const COMPARED = {
  fact_definition: 'fact, name, fingerprint',
  // The payload itself may be personal: a difference shows its digest.
  history: 'entity, event_id, facts, amended, sha256(value) AS digest',
  fact_row:
    'fact, entity, row_id, measure, district, street, dims, amount, valid_from, valid_until, causes, known_from, known_until',
  finding:
    'fact, entity, finding_id, rule, severity, district, street, detail, causes, known_from, known_until',
  cell: 'measure, district, street, dims, day, amount',
} as const;

export type ComparedTable = keyof typeof COMPARED;

export interface VerifyOptions extends FactSource {
  readonly database: Database;
  readonly liveSchema: string;
  /** An existing schema in which the role may create tables; nothing is left in it. */
  readonly scratchSchema: string;
  /** Every accepted event up to the positions that the live tables have folded in, in any order. */
  readonly events: (consumed: readonly ConsumedPosition[]) => AsyncIterable<RecordedEvent>;
  /** Called in the same transaction after the tables, to compare what is built on them in the same way. */
  readonly further?: (tx: Transaction) => Promise<void>;
}

export interface VerifyDifference {
  readonly table: ComparedTable;
  /** The side that has this row while the other has not. */
  readonly only: 'live' | 'recomputed';
  readonly row: Readonly<Record<string, unknown>>;
}

export interface VerifyResult {
  readonly equal: boolean;
  readonly counts: Readonly<Record<ComparedTable, { live: number; recomputed: number; different: number }>>;
  /** The first 20. */
  readonly differences: readonly VerifyDifference[];
}

/**
 * Derives everything again from the events, by the full derivation and not the incremental one, and compares every
 * table with the live one, both ways. One transaction with one snapshot: the live tables may move on meanwhile, and
 * the scratch tables vanish whatever happens.
 */
export const verifyFacts = ({
  database,
  liveSchema,
  scratchSchema,
  ...options
}: VerifyOptions): Promise<VerifyResult> =>
  database.transaction(
    async (tx) => {
      await withoutTimeouts(tx);
      const live = sqlIdentifier(liveSchema);
      const scratch = sqlIdentifier(scratchSchema);
      const consumed = await tx.query<ConsumedPosition & object>(
        `SELECT domain, partition, position FROM ${live}.consumed`,
      );
      for (const statement of createTables(scratch, 'unlogged')) await tx.query(statement);
      await fillTables(tx, scratch, options, options.events(consumed));
      const result = await compare(tx, live, scratch);
      await options.further?.(tx);
      for (const statement of dropTables(scratch)) await tx.query(statement);
      return result;
    },
    { isolation: 'repeatable read' },
  );

async function compare(tx: Transaction, live: string, scratch: string): Promise<VerifyResult> {
  const differences: VerifyDifference[] = [];
  const counts: Record<string, { live: number; recomputed: number; different: number }> = {};
  for (const table of Object.keys(COMPARED) as ComparedTable[]) {
    const count = {
      live: await countOf(tx, live, table),
      recomputed: await countOf(tx, scratch, table),
      different: 0,
    };
    for (const [only, one, other] of [
      ['live', live, scratch],
      ['recomputed', scratch, live],
    ] as const) {
      const rows = await missingIn(tx, table, one, other);
      count.different += rows.total;
      differences.push(...rows.first.map((row) => ({ table, only, row })));
    }
    counts[table] = count;
  }
  const equal = Object.values(counts).every(({ different }) => different === 0);
  return { equal, counts: counts as VerifyResult['counts'], differences: differences.slice(0, SHOWN) };
}

async function countOf(tx: Transaction, schema: string, table: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`SELECT count(*) AS count FROM ${schema}.${table}`);
  return row!.count;
}

async function missingIn(tx: Transaction, table: ComparedTable, one: string, other: string) {
  const columns = COMPARED[table];
  const rows = await tx.query<{ total: number; row: Readonly<Record<string, unknown>> }>(
    `SELECT to_jsonb(missing) AS row, count(*) OVER () AS total
     FROM (SELECT ${columns} FROM ${one}.${table} EXCEPT SELECT ${columns} FROM ${other}.${table}) AS missing
     ORDER BY missing LIMIT ${SHOWN}`,
  );
  return { total: rows[0]?.total ?? 0, first: rows.map(({ row }) => row) };
}

import { binaryArray, sqlIdentifier, type Transaction } from '@minhai/postgres';
import { DERIVED_TABLES } from './tables.js';

/**
 * How many entities one batch may lock. The server's lock table is finite and shared, so a batch of more entities runs
 * alone instead; an eighth leaves room for several batches at once.
 */
export async function entityLockLimit(tx: Transaction): Promise<number> {
  const [capacity] = await tx.query<{ locks: number }>(
    `SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int) AS locks`,
  );
  return Math.floor(capacity!.locks / 8);
}

/**
 * Held to the end of the transaction. Shared by batches that only add events; exclusive for a batch with an amendment,
 * so that it and its target, consumed at the same time, cannot miss each other, and for rebuilds.
 */
export async function lockSchema(
  tx: Transaction,
  schema: string,
  mode: 'shared' | 'exclusive',
): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.prepared({ name: `facts.lock_${mode}`, text: `SELECT ${lock}(hashtextextended($1, 0))` }, [
    `facts ${schema}`,
  ]);
}

/**
 * To be the first of a transaction with one snapshot: waits for a rebuild that exchanges the tables. Locking takes no
 * snapshot. One taken before the exchange is committed sees the new tables under their names, without the rows that the
 * exchange put into them.
 */
export async function holdTables(tx: Transaction, schema: string): Promise<void> {
  const tables = DERIVED_TABLES.map((table) => `${sqlIdentifier(schema)}.${table}`);
  await tx.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS SHARE MODE`);
}

/** In the order of their hashes, so that two batches never wait for each other. */
export async function lockEntities(tx: Transaction, schema: string, keys: readonly string[]): Promise<void> {
  await tx.prepared(LOCK_ENTITIES, [binaryArray('text', keys), `facts ${schema}`]);
}

const LOCK_ENTITIES = {
  name: 'facts.lock_entities',
  text: `SELECT count(pg_advisory_xact_lock(hash)) FROM (
    SELECT DISTINCT hashtextextended($2 || key, 0) AS hash FROM unnest($1::text[]) AS keys (key) ORDER BY hash OFFSET 0
  ) AS hashes`,
};

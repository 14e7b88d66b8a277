import { hash } from 'node:crypto';
import { binaryArray, type Transaction } from '@minhai/postgres';

/** Row keys of concurrent batches; more entities than this and the batch runs alone: the server's lock table is finite. */
export const MAX_ENTITY_LOCKS = 256;

/**
 * Held to the end of the transaction. Shared by batches that only add events; exclusive for a batch with an amendment,
 * so that it and its target, consumed at the same time, cannot miss each other, and for rebuilds.
 */
export async function lockSchema(tx: Transaction, schema: string, mode: 'shared' | 'exclusive'): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.prepared({ name: `${schema}.lock_${mode}`, text: `SELECT ${lock}($1::int8)` }, [lockKey(`schema\n${schema}`)]);
}

/** In key order, so that two batches never wait for each other. */
export async function lockEntities(tx: Transaction, schema: string, keys: readonly string[]): Promise<void> {
  const numbers = keys.map((key) => lockKey(`entity\n${schema}\n${key}`)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  await tx.prepared({ name: 'facts.lock_entities', text: 'SELECT pg_advisory_xact_lock(key) FROM unnest($1::int8[]) AS keys(key)' }, [
    binaryArray('int8', numbers),
  ]);
}

const lockKey = (text: string): bigint => BigInt.asIntN(64, BigInt(`0x${hash('sha256', text, 'hex').slice(0, 16)}`));

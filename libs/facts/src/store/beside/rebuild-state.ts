import { randomUUID } from 'node:crypto';
import { RetryableError } from '@minhai/errors';
import type { Queryable, Transaction } from '@minhai/postgres';

export type RebuildPhase = 'load' | 'derive' | 'index' | 'catch up' | 'exchange';

/** How far a rebuild has come; `done` and `total` are events of the phase. */
export interface RebuildProgress {
  readonly phase: RebuildPhase;
  readonly done: number;
  readonly total: number;
}

/** One rebuild at a time; held by a transaction that does nothing else and so holds back no vacuum. */
export async function holdRebuild(tx: Transaction, schema: string): Promise<void> {
  await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  const [row] = await tx.query<{ held: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held',
    [`rebuild of ${schema}`],
  );
  if (!row!.held) throw new RetryableError('UNAVAILABLE', 'the facts are being rebuilt already');
}

/** The row that tells everybody about a rebuild, and that makes sure that only one works on its tables. */
export class RebuildState {
  private readonly token = randomUUID();

  constructor(private readonly schema: string) {}

  async begin(tx: Transaction, total: number): Promise<void> {
    await tx.query(`DELETE FROM ${this.schema}.rebuild`);
    await tx.query(
      `INSERT INTO ${this.schema}.rebuild (token, phase, done, total) VALUES ($1, 'load', 0, $2)`,
      [this.token, total],
    );
  }

  /** Belongs into every transaction that writes: it keeps out a rebuild that has taken over, or makes this one end. */
  async step(tx: Transaction, { phase, done, total }: RebuildProgress): Promise<void> {
    const rows = await tx.query(
      `UPDATE ${this.schema}.rebuild SET phase = $2, done = $3, total = $4 WHERE token = $1 RETURNING 1`,
      [this.token, phase, done, total],
    );
    if (rows.length === 0) throw new RetryableError('UNAVAILABLE', 'another rebuild has taken over');
  }

  async end(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM ${this.schema}.rebuild WHERE token = $1`, [this.token]);
  }
}

export type StoredRebuild = RebuildProgress & { readonly begun: number };

/** The rebuild that runs, or was broken off; undefined when there is none. */
export async function readRebuild(db: Queryable, schema: string): Promise<StoredRebuild | undefined> {
  const [row] = await db.query<StoredRebuild & object>(
    `SELECT phase, done, total, begun FROM ${schema}.rebuild`,
  );
  return row;
}

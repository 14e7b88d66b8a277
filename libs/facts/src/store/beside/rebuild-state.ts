import { randomUUID } from 'node:crypto';
import { RetryableError } from '@minhai/errors';
import type { Parameter, Queryable, Transaction } from '@minhai/postgres';

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
  constructor(
    private readonly schema: string,
    readonly token: string = randomUUID(),
  ) {}

  async begin(tx: Transaction, total: number): Promise<void> {
    await tx.query(`DELETE FROM ${this.schema}.rebuild`);
    await tx.query(
      `INSERT INTO ${this.schema}.rebuild (token, phase, done, total) VALUES ($1, 'load', 0, $2)`,
      [this.token, total],
    );
  }

  /** `total`: events of the phase, of which none is done. */
  enter(tx: Queryable, phase: RebuildPhase, total: number): Promise<void> {
    return this.update(tx, 'phase = $2, done = 0, total = $3', [phase, total]);
  }

  /** Belongs into every transaction that writes: it keeps out a rebuild that has taken over, or makes this one end. */
  step(tx: Transaction, events: number): Promise<void> {
    return this.update(tx, 'done = done + $2', [events]);
  }

  async end(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM ${this.schema}.rebuild WHERE token = $1`, [this.token]);
  }

  private async update(db: Queryable, changes: string, values: readonly Parameter[]): Promise<void> {
    const rows = await db.query(`UPDATE ${this.schema}.rebuild SET ${changes} WHERE token = $1 RETURNING 1`, [
      this.token,
      ...values,
    ]);
    if (rows.length === 0) throw new RetryableError('UNAVAILABLE', 'another rebuild has taken over');
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

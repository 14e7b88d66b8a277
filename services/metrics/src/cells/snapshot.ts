import type { Database, Transaction } from '@minhai/postgres';

/** All that `work` reads is of one moment, and nothing is written. */
export const inSnapshot = <T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction(work, { isolation: 'repeatable read', readOnly: true });

import { holdTables } from '@minhai/facts/store';
import type { Database, Transaction } from '@minhai/postgres';
import { schemaName } from '../migrations.js';

/** All that `work` reads is of one moment, and nothing is written. */
export const inSnapshot = <T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction(
    async (tx) => {
      await holdTables(tx, schemaName);
      return work(tx);
    },
    { isolation: 'repeatable read', readOnly: true },
  );

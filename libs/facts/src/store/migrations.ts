import { sqlIdentifier, sqlMigration, type MigrationSet } from '@minhai/postgres';
import { envelopeOfJson } from './stored-envelope.js';
import { besideTables } from './beside/beside-tables.js';
import { createTables, dropTables } from './tables.js';

/** Tables made before: envelopes were JSON, owners unknown. Tables made by `createTables` as it is now need neither. */
const compactHistory = (schema: string): string[] => [
  `DO $$ BEGIN
    IF (SELECT data_type FROM information_schema.columns
        WHERE table_schema = '${schema}' AND table_name = 'history' AND column_name = 'envelope') = 'json' THEN
      ALTER TABLE ${schema}.history ALTER COLUMN envelope TYPE text USING ${envelopeOfJson('envelope')};
    END IF;
  END $$`,
  `ALTER TABLE ${schema}.consumed ADD COLUMN IF NOT EXISTS owner text NOT NULL DEFAULT ''`,
];

/** Migrations that make the tables of the fact engine in `schema`. Grants are the service's own. */
export const factMigrations = (schema: string): MigrationSet => ({
  name: schema,
  migrations: [
    sqlMigration('FactTables', Date.UTC(2026, 0, 1), createTables(schema), dropTables(schema)),
    sqlMigration('CompactHistory', 1_790_000_540_000, compactHistory(sqlIdentifier(schema)), []),
    sqlMigration('RebuildBeside', 1_790_000_542_000, besideTables(sqlIdentifier(schema)), []),
  ],
});

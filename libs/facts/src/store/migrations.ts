import { sqlIdentifier, sqlMigration, type MigrationSet } from '@minhai/postgres';
import { envelopeOfJson } from './stored-envelope.js';
import { besideTables } from './beside/beside-tables.js';
import { createTables, dropTables, historyComments } from './tables.js';

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

/**
 * Histories were kept apart for each fact, with the bytes of an event in every one of them. Tables made by `createTables`
 * as it is now have no such column.
 */
const shareHistories = (schema: string): string[] => [
  `DO $$ BEGIN
    IF EXISTS (SELECT FROM information_schema.columns
        WHERE table_schema = '${schema}' AND table_name = 'history' AND column_name = 'fact') THEN
      CREATE TEMPORARY TABLE shared_history ON COMMIT DROP AS
        SELECT h.entity, h.event_id, coalesce(array_agg(h.fact ORDER BY h.fact) FILTER (WHERE h.fact <> 0), '{}') AS facts,
          bool_or(h.amended) AS amended, min(h.envelope) AS envelope, (array_agg(h.value))[1] AS value
        FROM ${schema}.history h GROUP BY h.entity, h.event_id;
      TRUNCATE ${schema}.history;
      ALTER TABLE ${schema}.history DROP CONSTRAINT history_pkey, DROP COLUMN fact, ADD COLUMN facts smallint[] NOT NULL;
      INSERT INTO ${schema}.history (entity, event_id, facts, amended, envelope, value)
        SELECT s.entity, s.event_id, s.facts, s.amended, s.envelope, s.value FROM shared_history s;
      ALTER TABLE ${schema}.history ADD PRIMARY KEY (entity, event_id);
    END IF;
  END $$`,
  ...historyComments(schema),
];

/** Migrations that make the tables of the fact engine in `schema`. Grants are the service's own. */
export const factMigrations = (schema: string): MigrationSet => ({
  name: schema,
  migrations: [
    sqlMigration('FactTables', Date.UTC(2026, 0, 1), createTables(schema), dropTables(schema)),
    sqlMigration('CompactHistory', 1_790_000_540_000, compactHistory(sqlIdentifier(schema)), []),
    sqlMigration('RebuildBeside', 1_790_000_542_000, besideTables(sqlIdentifier(schema)), []),
    sqlMigration('ShareHistories', 1_790_000_570_000, shareHistories(sqlIdentifier(schema)), []),
  ],
});

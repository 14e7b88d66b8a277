import { sqlMigration, type MigrationSet } from '@minhai/postgres';
import { createTables, dropTables } from './tables.js';

/** Migrations that make the tables of the fact engine in `schema`. Grants are the service's own. */
export const factMigrations = (schema: string): MigrationSet => ({
  name: schema,
  migrations: [sqlMigration('FactTables', Date.UTC(2026, 0, 1), createTables(schema), dropTables(schema))],
});

import { type MigrationClass, sqlMigration } from '@minhai/postgres';

interface DomainTable {
  /** Name of the migration’s class. */
  readonly migration: string;
  readonly timestamp: number;
  readonly table: string;
  /** Definitions of columns and key. */
  readonly columns: string;
  /** Columns of a further index. */
  readonly index?: string;
}

/** The table behind a domain view; only the view is for readers. */
export const domainTable = ({ migration, timestamp, table, columns, index }: DomainTable): MigrationClass =>
  sqlMigration(
    migration,
    timestamp,
    [
      `CREATE TABLE metrics.${table} (${columns})`,
      ...(index ? [`CREATE INDEX ${table}_by_${index.split(', ')[0]!} ON metrics.${table} (${index})`] : []),
      `COMMENT ON TABLE metrics.${table} IS 'Behind gold.${table}; written by the flush'`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON metrics.${table} TO minhai_metrics`,
    ],
    [`DROP TABLE metrics.${table}`],
  );

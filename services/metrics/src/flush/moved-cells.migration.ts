import { sqlMigration } from '@minhai/postgres';

/** The fold itself says what it moved, by how much and through which events; triggers knew only that something did. */
export const NoteMovedCells = sqlMigration(
  'NoteMovedCells',
  1_790_000_541_000,
  [
    `DROP FUNCTION metrics.note_moved() CASCADE`,
    `DELETE FROM metrics.moved`,
    `ALTER TABLE metrics.moved DROP COLUMN since, ALTER COLUMN measure DROP NOT NULL, ALTER COLUMN district DROP NOT NULL,
       ADD COLUMN street text, ADD COLUMN dims text, ADD COLUMN month date, ADD COLUMN amount bigint,
       ADD COLUMN days integer, ADD COLUMN causes bytea`,
    `INSERT INTO metrics.moved (measure) VALUES (NULL)`,
    `COMMENT ON TABLE metrics.moved IS 'Months of cells that changed and whose indicators are not flushed yet'`,
    `COMMENT ON COLUMN metrics.moved.measure IS 'Null: everything may have moved'`,
    `COMMENT ON COLUMN metrics.moved.month IS 'First day of the month'`,
    `COMMENT ON COLUMN metrics.moved.amount IS 'What one transaction added'`,
    `COMMENT ON COLUMN metrics.moved.days IS 'Daily cells that began to be, less those that came to nothing'`,
    `COMMENT ON COLUMN metrics.moved.causes IS 'Ids of the events that moved it, 16 bytes each'`,
    `CREATE TABLE metrics.flush_state (single boolean PRIMARY KEY DEFAULT true CHECK (single), version bigint NOT NULL)`,
    `COMMENT ON TABLE metrics.flush_state IS 'Raised by every flush, so that a flusher knows whether it has seen them all'`,
    `INSERT INTO metrics.flush_state (version) VALUES (0)`,
    `GRANT SELECT, UPDATE ON metrics.flush_state TO minhai_metrics`,
  ],
  [],
);

import { sqlMigration } from '@minhai/postgres';

/**
 * What the flusher has to do, told by the database itself: every change of cells leaves a note in its own
 * transaction, whichever process made it. A note is never updated, so folding partitions do not wait for each other.
 */
export const CreateMoved = sqlMigration(
  'CreateMoved',
  1_790_000_100_000,
  [
    `CREATE TABLE metrics.moved (
       number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       measure text NOT NULL,
       district text NOT NULL,
       since date NOT NULL
     )`,
    `COMMENT ON TABLE metrics.moved IS 'Cells that changed and whose indicators are not flushed yet; since: the earliest day touched'`,
    `CREATE FUNCTION metrics.note_moved() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       INSERT INTO metrics.moved (measure, district, since)
       SELECT c.measure, c.district, min(c.day) FROM changed c GROUP BY c.measure, c.district;
       RETURN NULL;
     END $$`,
    ...['INSERT', 'UPDATE', 'DELETE'].map(
      (event) => `CREATE TRIGGER moved_by_${event.toLowerCase()} AFTER ${event} ON metrics.cell
        REFERENCING ${event === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION metrics.note_moved()`,
    ),
    `CREATE TABLE metrics.announcement (
       number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       indicator_id text NOT NULL,
       region text NOT NULL,
       body text NOT NULL
     )`,
    `COMMENT ON TABLE metrics.announcement IS 'Changes of indicators committed here and not acknowledged by Kafka yet'`,
    `GRANT SELECT, INSERT, DELETE ON metrics.moved, metrics.announcement TO minhai_metrics`,
  ],
  [
    `DROP TABLE metrics.announcement`,
    `DROP FUNCTION metrics.note_moved() CASCADE`,
    `DROP TABLE metrics.moved`,
  ],
);

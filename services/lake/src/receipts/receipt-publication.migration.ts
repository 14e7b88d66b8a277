import { sqlMigration } from '@minhai/postgres';

/**
 * How far the outcomes of an intake partition are known to be in `<prefix>.receipts`: all accepted up to `position` and
 * every other record before `next_offset`. It may lag behind the topic, never run ahead of it. Outcomes from before
 * this migration count as told: their publishers could ask, and nobody waits for years of them.
 *
 * `record_offset` says where an accepted event stood in its intake topic, as quarantine and repeats do already; events
 * accepted before have none.
 */
export const CreateReceiptPublication = sqlMigration(
  'CreateReceiptPublication',
  1_790_000_031_000,
  [
    `ALTER TABLE lake.event ADD COLUMN record_offset bigint`,
    `ALTER TABLE lake.receipt ADD COLUMN type text`,
    `CREATE TABLE lake.receipt_publication (
       domain text COLLATE "C" NOT NULL,
       partition_no integer NOT NULL,
       position bigint NOT NULL CHECK (position >= 0),
       next_offset bigint NOT NULL CHECK (next_offset >= 0),
       updated_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (domain, partition_no)
     ) WITH (fillfactor = 20)`,
    `INSERT INTO lake.receipt_publication (domain, partition_no, position, next_offset)
     SELECT p.domain, p.partition_no, p.position, p.next_offset FROM lake.intake_partition p`,
    `GRANT SELECT, INSERT, UPDATE ON lake.receipt_publication TO minhai_lake`,
  ],
  [
    `DROP TABLE lake.receipt_publication`,
    `ALTER TABLE lake.receipt DROP COLUMN type`,
    `ALTER TABLE lake.event DROP COLUMN record_offset`,
  ],
);

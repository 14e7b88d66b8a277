import { sqlMigration } from '@minhai/postgres';

/**
 * One row per intake partition: how far it was read (`next_offset`), how many of its events were accepted
 * (`position`) and by whom (`epoch`). The row is locked by every accepting transaction, so positions have
 * no gap and no twin, and a process that lost the partition is fenced out by the epoch.
 */
export const CreateIntakePartition = sqlMigration(
  'CreateIntakePartition',
  1_790_000_000_000,
  [
    `CREATE TABLE lake.intake_partition (
       domain text COLLATE "C" NOT NULL,
       partition_no integer NOT NULL CHECK (partition_no >= 0),
       epoch bigint NOT NULL DEFAULT 0,
       next_offset bigint NOT NULL DEFAULT 0,
       position bigint NOT NULL DEFAULT 0 CHECK (position >= 0),
       updated_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (domain, partition_no)
     ) WITH (fillfactor = 20)`,
    `CREATE VIEW lake.partition_position AS
       SELECT p.domain, p.partition_no AS partition, p.position
       FROM lake.intake_partition p`,
    `GRANT USAGE ON SCHEMA lake TO minhai_lake, minhai_gateway, minhai_metrics, analyst`,
    `GRANT SELECT, INSERT, UPDATE ON lake.intake_partition TO minhai_lake`,
    `GRANT SELECT ON lake.partition_position TO minhai_metrics`,
  ],
  [`DROP VIEW lake.partition_position`, `DROP TABLE lake.intake_partition`],
);

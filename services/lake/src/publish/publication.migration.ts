import { sqlMigration } from '@minhai/postgres';

/**
 * How far a partition's accepted events are known to be in `<prefix>.accepted.<domain>`. It may lag behind the topic,
 * never run ahead of it. Apart from lake.intake_partition, so that marking never waits for an accepting transaction.
 */
export const CreatePublication = sqlMigration(
  'CreatePublication',
  1_790_000_004_000,
  [
    `CREATE TABLE lake.publication (
       domain text COLLATE "C" NOT NULL,
       partition_no integer NOT NULL,
       position bigint NOT NULL CHECK (position >= 0),
       updated_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (domain, partition_no)
     ) WITH (fillfactor = 20)`,
    `GRANT SELECT, INSERT, UPDATE ON lake.publication TO minhai_lake`,
  ],
  [`DROP TABLE lake.publication`],
);

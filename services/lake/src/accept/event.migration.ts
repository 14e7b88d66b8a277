import { sqlMigration } from '@minhai/postgres';
import { yearPartitions } from './year-partitions.js';

const YEARS = yearPartitions(2019, 2032);
const LEAVES = [...YEARS.map(({ year }) => `event_${year}`), 'event_other'];

/**
 * The accepted events, append-only by grant. Partitioned by id, so that the id is unique over the whole table
 * and time-ordered ids of old years can be detached; ids of other versions live in `event_other`.
 * A detached year no longer answers “was this id accepted before?”.
 *
 * Uniqueness of (domain, partition_no, position) across leaves follows from the locked row of
 * lake.intake_partition that hands positions out; the index of each leaf serves reading in order.
 */
export const CreateEvent = sqlMigration(
  'CreateEvent',
  1_790_000_001_000,
  [
    `CREATE TABLE lake.schema (
       schema_id integer PRIMARY KEY,
       type text NOT NULL,
       version integer NOT NULL,
       UNIQUE (type, version)
     )`,
    `CREATE TABLE lake.event (
       id uuid PRIMARY KEY,
       position bigint NOT NULL,
       time timestamptz NOT NULL,
       recorded_time timestamptz NOT NULL,
       accepted_at timestamptz NOT NULL DEFAULT now(),
       partition_no integer NOT NULL,
       schema_id integer NOT NULL,
       sensitivity smallint NOT NULL,
       domain text COLLATE "C" NOT NULL,
       source text NOT NULL,
       subject text NOT NULL,
       region_id text NOT NULL,
       street_id text,
       village_id text,
       seq bigint,
       correction_of uuid,
       voids uuid,
       reason text,
       actor text,
       content_hash bytea NOT NULL,
       payload bytea NOT NULL
     ) PARTITION BY RANGE (id)`,
    `COMMENT ON COLUMN lake.event.payload IS 'the original value: 0x00, schema id (int32), Avro'`,
    ...YEARS.map(
      ({ year, from, to }) =>
        `CREATE TABLE lake.event_${year} PARTITION OF lake.event FOR VALUES FROM ('${from}') TO ('${to}')`,
    ),
    `CREATE TABLE lake.event_other PARTITION OF lake.event DEFAULT`,
    ...LEAVES.map(
      (leaf) => `CREATE UNIQUE INDEX ${leaf}_position ON lake.${leaf} (domain, partition_no, position)`,
    ),
    `CREATE VIEW lake.accepted_event AS
       SELECT e.position, e.domain, e.partition_no AS partition, e.id, s.type, e.schema_id, e.source, e.subject,
              e.time, e.recorded_time, e.region_id, e.street_id, e.village_id, e.seq, e.sensitivity,
              e.correction_of, e.voids, e.reason, e.actor, e.payload AS value
       FROM lake.event e
       LEFT JOIN lake.schema s ON s.schema_id = e.schema_id`,
    `GRANT SELECT, INSERT ON lake.schema, lake.event TO minhai_lake`,
    `GRANT SELECT ON lake.accepted_event TO minhai_metrics`,
  ],
  [`DROP VIEW lake.accepted_event`, `DROP TABLE lake.event`, `DROP TABLE lake.schema`],
);

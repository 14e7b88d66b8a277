import { sqlMigration } from '@minhai/postgres';

/** Records that were not accepted, with their bytes untouched. Readers without need of the bytes use the view. */
export const CreateQuarantine = sqlMigration(
  'CreateQuarantine',
  1_790_000_002_000,
  [
    `CREATE TABLE lake.quarantine (
       quarantine_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       topic text NOT NULL,
       partition_no integer NOT NULL,
       record_offset bigint NOT NULL,
       domain text COLLATE "C" NOT NULL,
       code text NOT NULL CHECK (code ~ '^[A-Z][A-Z_]{1,39}$'),
       pointer text NOT NULL,
       message text NOT NULL,
       problems jsonb NOT NULL,
       cause_class text NOT NULL CHECK (cause_class IN ('record', 'system')),
       state text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'repaired', 'replayed', 'discarded')),
       event_id uuid,
       source text,
       type text,
       produced_at timestamptz NOT NULL,
       received_at timestamptz NOT NULL DEFAULT now(),
       record_key bytea,
       record_value bytea,
       record_headers bytea NOT NULL,
       UNIQUE (topic, partition_no, record_offset)
     )`,
    `CREATE INDEX quarantine_event ON lake.quarantine (event_id) WHERE event_id IS NOT NULL`,
    `CREATE INDEX quarantine_code ON lake.quarantine (code, quarantine_id)`,
    `CREATE VIEW lake.quarantine_entry AS
       SELECT q.quarantine_id, q.topic, q.partition_no AS partition, q.record_offset, q.domain, q.code, q.pointer,
              q.message, q.problems, q.cause_class, q.state, q.event_id, q.source, q.type, q.produced_at, q.received_at,
              octet_length(q.record_key) AS key_bytes, octet_length(q.record_value) AS value_bytes
       FROM lake.quarantine q`,
    `GRANT SELECT, INSERT ON lake.quarantine TO minhai_lake`,
    `GRANT SELECT ON lake.quarantine_entry TO minhai_lake, analyst`,
  ],
  [`DROP VIEW lake.quarantine_entry`, `DROP TABLE lake.quarantine`],
);

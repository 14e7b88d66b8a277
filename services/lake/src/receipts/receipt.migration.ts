import { sqlMigration } from '@minhai/postgres';

/**
 * Repeats of accepted events. What became of any other record its own row in lake.event or lake.quarantine says;
 * `lake.receipt_status` reads all three as one list.
 */
export const CreateReceipt = sqlMigration(
  'CreateReceipt',
  1_790_000_003_000,
  [
    `CREATE TABLE lake.receipt (
       topic text NOT NULL,
       partition_no integer NOT NULL,
       record_offset bigint NOT NULL,
       domain text COLLATE "C" NOT NULL,
       event_id uuid NOT NULL,
       source text NOT NULL,
       status text NOT NULL CHECK (status = 'duplicate'),
       received_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (topic, partition_no, record_offset)
     )`,
    `CREATE INDEX receipt_event ON lake.receipt (event_id)`,
    `CREATE VIEW lake.receipt_status AS
       SELECT e.id AS event_id, e.source, 'accepted'::text AS status, NULL::text AS code, NULL::text AS pointer,
              NULL::text AS message, e.domain, e.partition_no AS partition, e.position, e.accepted_at AS received_at
       FROM lake.event e
       UNION ALL
       SELECT q.event_id, q.source, CASE q.code WHEN 'ID_CONFLICT' THEN 'conflict' ELSE 'quarantined' END, q.code,
              q.pointer, q.message, q.domain, q.partition_no, NULL::bigint, q.received_at
       FROM lake.quarantine q
       WHERE q.event_id IS NOT NULL
       UNION ALL
       SELECT r.event_id, r.source, r.status, NULL::text, NULL::text,
              NULL::text, r.domain, r.partition_no, NULL::bigint, r.received_at
       FROM lake.receipt r`,
    `GRANT SELECT, INSERT ON lake.receipt TO minhai_lake`,
    `GRANT SELECT ON lake.receipt_status TO minhai_gateway, minhai_lake`,
  ],
  [`DROP VIEW lake.receipt_status`, `DROP TABLE lake.receipt`],
);

import { sqlMigration } from '@minhai/postgres';

const ATTRIBUTED = `CASE WHEN q.source ~ '^urn:mca:[1-9][0-9]{5}:[a-z][a-z0-9-]{0,39}$' THEN q.source END`;

/**
 * How many records of each day, source and type came to which end: sent is the sum of all. Counted by the accepting
 * transaction itself, so it is exact at every moment; `day` is the day of accepted_at/received_at in Asia/Shanghai.
 * One set of rows per intake partition: its transactions come one after another anyway, so nobody waits for a row.
 * `source` '' stands for records whose source could not be read, `type` '' likewise, `code` '' for none.
 *
 * Raising the epochs ends acceptance by processes that do not count yet: they are fenced, and started anew.
 */
export const CreateDailyOutcome = sqlMigration(
  'CreateDailyOutcome',
  1_790_000_032_000,
  [
    `CREATE TABLE lake.daily_outcome (
       day date NOT NULL,
       domain text COLLATE "C" NOT NULL,
       partition_no integer NOT NULL,
       source text COLLATE "C" NOT NULL,
       type text COLLATE "C" NOT NULL,
       status text COLLATE "C" NOT NULL CHECK (status IN ('accepted', 'quarantined', 'duplicate', 'conflict')),
       code text COLLATE "C" NOT NULL,
       records bigint NOT NULL CHECK (records > 0),
       PRIMARY KEY (day, domain, partition_no, source, type, status, code)
     ) WITH (fillfactor = 50)`,
    `UPDATE lake.intake_partition SET epoch = epoch + 1`,
    `INSERT INTO lake.daily_outcome (day, domain, partition_no, source, type, status, code, records)
     SELECT (o.at AT TIME ZONE 'Asia/Shanghai')::date, o.domain, o.partition_no, coalesce(o.source, ''),
            coalesce(o.type, ''), o.status, o.code, count(*)
     FROM (
       SELECT e.accepted_at AS at, e.domain, e.partition_no, e.source, s.type, 'accepted' AS status, '' AS code
       FROM lake.event e
       LEFT JOIN lake.schema s ON s.schema_id = e.schema_id
       UNION ALL
       SELECT q.received_at, q.domain, q.partition_no, ${ATTRIBUTED}, q.type,
              CASE q.code WHEN 'ID_CONFLICT' THEN 'conflict' ELSE 'quarantined' END, q.code
       FROM lake.quarantine q
       UNION ALL
       SELECT r.received_at, r.domain, r.partition_no, r.source, s.type, 'duplicate', ''
       FROM lake.receipt r
       LEFT JOIN lake.event e ON e.id = r.event_id
       LEFT JOIN lake.schema s ON s.schema_id = e.schema_id
     ) o
     GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    `CREATE INDEX quarantine_source_day ON lake.quarantine ((${ATTRIBUTED.replaceAll('q.', '')}), received_at, quarantine_id)`,
    `CREATE VIEW lake.reconciliation AS
       SELECT d.day, nullif(d.source, '') AS source, nullif(d.type, '') AS type, d.status, nullif(d.code, '') AS code,
              sum(d.records)::bigint AS records
       FROM lake.daily_outcome d
       GROUP BY 1, 2, 3, 4, 5`,
    `CREATE VIEW lake.reconciliation_held AS
       SELECT q.quarantine_id, ${ATTRIBUTED} AS source, q.type, q.event_id,
              CASE q.code WHEN 'ID_CONFLICT' THEN 'conflict' ELSE 'quarantined' END AS status, q.code, q.pointer,
              q.domain, q.topic, q.partition_no AS partition, q.record_offset, q.received_at
       FROM lake.quarantine q`,
    `GRANT SELECT, INSERT, UPDATE ON lake.daily_outcome TO minhai_lake`,
    `GRANT SELECT ON lake.reconciliation, lake.reconciliation_held TO minhai_gateway, minhai_lake`,
  ],
  [
    `DROP VIEW lake.reconciliation_held`,
    `DROP VIEW lake.reconciliation`,
    `DROP INDEX lake.quarantine_source_day`,
    `DROP TABLE lake.daily_outcome`,
  ],
);

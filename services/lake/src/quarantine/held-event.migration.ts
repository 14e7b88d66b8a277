import { sqlMigration } from '@minhai/postgres';

const COLUMNS = {
  held_id: '隔离编号 · number of the record in the quarantine',
  domain: '业务域 · domain of the topic it came by',
  type: '事件类型；空为无法读出 · event type; null when it cannot be read',
  region_id: '来源所属区划（6位）；空为无法读出 · district in the name of its source; null when it has none',
  code: '原因代码 · reason code',
  cause_class: '原因类别 · record or system',
  held_at: '隔离时间 · when it was held',
  event_id: '事件编号；空为无法读出 · CloudEvents id; null when it cannot be read',
};

/**
 * What others may know of records that are held: nothing of their content. A record whose event was accepted meanwhile,
 * sent again in order, is missed by nobody; a conflict stays, because another content under its id was accepted.
 */
export const PublishHeldEvents = sqlMigration(
  'PublishHeldEvents',
  1_790_000_520_000,
  [
    `CREATE VIEW lake.held_event AS
       SELECT q.quarantine_id AS held_id, q.domain, q.type, substring(q.source from '^urn:mca:([0-9]{6}):') AS region_id,
              q.code, q.cause_class, q.received_at AS held_at, q.event_id
       FROM lake.quarantine q
       WHERE q.state = 'held'
         AND (q.code = 'ID_CONFLICT' OR NOT EXISTS (SELECT FROM lake.event e WHERE e.id = q.event_id))`,
    `COMMENT ON VIEW lake.held_event IS '被隔离且未补报的记录，不含内容 · records held and not accepted since, without their content'`,
    ...Object.entries(COLUMNS).map(
      ([column, text]) => `COMMENT ON COLUMN lake.held_event.${column} IS '${text}'`,
    ),
    `GRANT SELECT ON lake.held_event TO minhai_metrics, minhai_lake, analyst`,
  ],
  [`DROP VIEW lake.held_event`],
);

import { sqlMigration } from '@minhai/postgres';

/** How many records of each source are held now: what an edition says beside its figures. Tells nothing of them. */
export const CountHeld = sqlMigration(
  'CountHeld',
  1_790_000_530_000,
  [
    `CREATE VIEW lake.held AS
       SELECT CASE WHEN q.source ~ '^urn:mca:[1-9][0-9]{5}:[a-z][a-z0-9-]{0,39}$' THEN q.source END AS source,
              count(*)::bigint AS records
       FROM lake.quarantine q
       WHERE q.state = 'held'
       GROUP BY 1`,
    `COMMENT ON VIEW lake.held IS '扣留中的记录数，按来源；来源不可读时为空 · records held now by source, null where it cannot be read'`,
    `GRANT SELECT ON lake.held TO minhai_metrics`,
  ],
  [`DROP VIEW lake.held`],
);

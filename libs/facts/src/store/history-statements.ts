import { binaryArray, bulkStatement } from '@minhai/postgres';

export const historyStatements = (schema: string) => ({
  /** What is there already stays as it is. */
  insertIfNew: bulkStatement(
    `${schema}.insert_if_new`,
    { entity: 'text', event_id: 'uuid', facts: 'text', amended: 'bool', envelope: 'text', value: 'bytea' },
    (rows) => `INSERT INTO ${schema}.history (entity, event_id, facts, amended, envelope, value)
      SELECT entity, event_id, facts::int2[], amended, envelope, value FROM ${rows} ON CONFLICT DO NOTHING`,
  ),
  /** As `knownAmong`: one scan for all. */
  historyOf: {
    name: `${schema}.history_of`,
    text: `SELECT h.entity, h.event_id, h.facts::text, h.amended, h.envelope, h.value FROM ${schema}.history h
      WHERE h.entity = ANY ($1::text[])`,
    bind: (entities: readonly string[]) => [binaryArray('text', entities)],
  },
  insertAmendments: bulkStatement(
    `${schema}.insert_amendments`,
    { event_id: 'uuid', target_id: 'uuid' },
    (rows, names) =>
      `INSERT INTO ${schema}.amendment (${names}) SELECT ${names} FROM ${rows} ON CONFLICT DO NOTHING`,
  ),
  markAmended: bulkStatement(
    `${schema}.mark_amended`,
    { event_id: 'uuid' },
    (rows) =>
      `UPDATE ${schema}.history t SET amended = true FROM ${rows} WHERE t.event_id = rows.event_id AND NOT t.amended`,
  ),
  /** One scan of each index for all ids: most are newer than everything there, and a look-up for each costs as much as a row. */
  knownAmong: {
    name: `${schema}.known_among`,
    text: `SELECT a.target_id AS event_id, true AS amended FROM ${schema}.amendment a WHERE a.target_id = ANY ($1::uuid[])
      UNION ALL
      SELECT h.event_id, false FROM ${schema}.history h WHERE h.event_id = ANY ($1::uuid[])`,
    bind: (ids: readonly string[]) => [binaryArray('uuid', ids)],
  },
  chainEntities: bulkStatement(
    `${schema}.chain_entities`,
    { event_id: 'uuid' },
    (rows) => `${chains(schema, rows)}
      SELECT DISTINCT c.seed, f.fact, h.entity FROM chain c JOIN ${schema}.history h ON h.event_id = c.event_id, unnest(h.facts) AS f(fact)`,
  ),
  chainEvents: bulkStatement(
    `${schema}.chain_events`,
    { event_id: 'uuid' },
    (rows) => `${chains(schema, rows)}
      SELECT c.event_id, h.envelope, h.value FROM (SELECT DISTINCT event_id FROM chain) c, LATERAL (
        SELECT envelope, value FROM ${schema}.history h WHERE h.event_id = c.event_id LIMIT 1) h`,
  ),
});

/** All events linked to each seed by amendments, in either direction; targets that never arrived link as well. */
const chains = (schema: string, rows: string): string => `WITH RECURSIVE chain (seed, event_id) AS (
    SELECT event_id, event_id FROM ${rows}
    UNION
    SELECT c.seed, l.event_id FROM chain c, LATERAL (
      SELECT a.target_id AS event_id FROM ${schema}.amendment a WHERE a.event_id = c.event_id
      UNION ALL
      SELECT a.event_id FROM ${schema}.amendment a WHERE a.target_id = c.event_id OFFSET 0) l
  )`;

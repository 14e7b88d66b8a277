import { bulkStatement, sqlIdentifier, type Statement } from '@minhai/postgres';
import { cellStatements, findingStatements, rowStatements } from './derived-statements.js';
import { historyStatements } from './history-statements.js';
import { numbered } from './statement-parts.js';

/** Every statement of the hot path, prepared once per connection; `unnest` of binary arrays serves any batch size. */
export type FactStatements = ReturnType<typeof factStatements>;

export function factStatements(schemaName: string) {
  const schema = sqlIdentifier(schemaName);
  return {
    schema,
    ...historyStatements(schema),
    ...rowStatements(schema),
    ...findingStatements(schema),
    ...cellStatements(schema),
    ...consumedStatements(schema),
  };
}

const planner = (scans: 'on' | 'off'): string =>
  ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
    .map((setting) => `set_config('${setting}', '${scans}', true)`)
    .join(', ');

/** Every statement of a batch is an index look-up; a plan made while the tables were small must not say otherwise. */
export const INDEXES_ONLY = planner('off');
export const ANY_PLAN = planner('on');

const consumedStatements = (schema: string) =>
  ({
    claim: {
      name: `${schema}.claim`,
      text: `INSERT INTO ${schema}.consumed AS c (domain, partition, owner, epoch, next_offset, position) VALUES ($1, $2, $3, 1, 0, 0)
        ON CONFLICT (domain, partition) DO UPDATE SET epoch = c.epoch + 1, owner = excluded.owner
        RETURNING c.epoch, c.next_offset::text AS "nextOffset", c.position`,
    },
    /** Every claim raises the sum of the epochs. */
    ownership: {
      name: `${schema}.ownership`,
      text: `SELECT sum(c.epoch)::int8 AS generation, bool_and(c.owner = $1) AS "ownsAll" FROM ${schema}.consumed c`,
    },
    /** Locked in one order, so that two transactions never wait for each other. */
    fence: bulkStatement(
      `${schema}.fence`,
      { domain: 'text', partition: 'int4' },
      (rows) => `SELECT rows.number, c.epoch, c.position, c.owner, ${INDEXES_ONLY}
        FROM ${numbered(rows)} JOIN ${schema}.consumed c ON c.domain = rows.domain AND c.partition = rows.partition
        ORDER BY c.domain, c.partition FOR UPDATE OF c`,
    ),
    advance: bulkStatement(
      `${schema}.advance`,
      { domain: 'text', partition: 'int4', next_offset: 'int8', position: 'int8' },
      (rows) => `UPDATE ${schema}.consumed c SET next_offset = rows.next_offset, position = rows.position
        FROM ${rows} WHERE c.domain = rows.domain AND c.partition = rows.partition`,
    ),
  }) satisfies Record<string, Statement>;

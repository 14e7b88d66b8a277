import { sqlIdentifier, type Statement } from '@minhai/postgres';
import { cellStatements, findingStatements, rowStatements } from './derived-statements.js';
import { historyStatements } from './history-statements.js';

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
    fence: {
      name: `${schema}.fence`,
      text: `SELECT c.epoch, c.position, c.owner, ${INDEXES_ONLY} FROM ${schema}.consumed c WHERE c.domain = $1 AND c.partition = $2 FOR UPDATE`,
    },
    advance: {
      name: `${schema}.advance`,
      text: `UPDATE ${schema}.consumed c SET next_offset = $3, position = $4 WHERE c.domain = $1 AND c.partition = $2`,
    },
  }) satisfies Record<string, Statement>;

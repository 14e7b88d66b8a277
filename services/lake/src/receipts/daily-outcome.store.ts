import { bulkStatement, type Queryable } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import { countOutcomes, type Outcomes } from './count-outcomes.js';

const ADD = bulkStatement(
  'lake_daily_outcome_add',
  {
    domain: 'text',
    partition_no: 'int4',
    source: 'text',
    type: 'text',
    status: 'text',
    code: 'text',
    records: 'int8',
  },
  (rows, columns) => `
    INSERT INTO lake.daily_outcome AS d (day, ${columns})
    SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date, ${columns} FROM ${rows}
    ON CONFLICT (day, domain, partition_no, source, type, status, code) DO UPDATE
    SET records = d.records + excluded.records`,
);

/** What a transaction made of the records of one partition. */
export interface PartitionOutcomes extends Outcomes {
  readonly origin: PartitionKey;
}

/**
 * Counts the records of a transaction in it: now() is also their accepted_at or received_at. The caller holds the rows
 * of the partitions, so no other transaction touches these rows.
 */
export async function addOutcomes(tx: Queryable, outcomes: readonly PartitionOutcomes[]): Promise<void> {
  const counts = outcomes.flatMap((one) => countOutcomes(one).map((count) => ({ ...count, ...one.origin })));
  if (counts.length === 0) return;
  await tx.prepared(
    ADD,
    ADD.bind({
      domain: counts.map(({ domain }) => domain),
      partition_no: counts.map(({ partition }) => partition),
      source: counts.map(({ source }) => source),
      type: counts.map(({ type }) => type),
      status: counts.map(({ status }) => status),
      code: counts.map(({ code }) => code),
      records: counts.map(({ records }) => records),
    }),
  );
}

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

/**
 * Counts the records of a transaction in it: now() is also their accepted_at or received_at. The caller holds the row
 * of the partition, so no other transaction touches these rows.
 */
export async function addOutcomes(tx: Queryable, key: PartitionKey, outcomes: Outcomes): Promise<void> {
  const counts = countOutcomes(outcomes);
  if (counts.length === 0) return;
  await tx.prepared(
    ADD,
    ADD.bind({
      domain: counts.map(() => key.domain),
      partition_no: counts.map(() => key.partition),
      source: counts.map(({ source }) => source),
      type: counts.map(({ type }) => type),
      status: counts.map(({ status }) => status),
      code: counts.map(({ code }) => code),
      records: counts.map(({ records }) => records),
    }),
  );
}

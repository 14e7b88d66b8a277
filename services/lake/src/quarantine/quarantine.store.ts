import { CrashError } from '@minhai/errors';
import { bulkStatement, type Queryable } from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import { encodeHeaders } from './header-bytes.js';
import type { HeldRecord } from './held-record.js';

const INSERT = bulkStatement(
  'lake_quarantine_insert',
  {
    topic: 'text',
    partition_no: 'int4',
    record_offset: 'int8',
    domain: 'text',
    code: 'text',
    pointer: 'text',
    message: 'text',
    problems: 'text',
    cause_class: 'text',
    event_id: 'uuid',
    source: 'text',
    type: 'text',
    produced_at: 'timestamptz',
    record_key: 'bytea',
    record_value: 'bytea',
    record_headers: 'bytea',
  },
  (rows, columns) => `
    WITH held AS (
      INSERT INTO lake.quarantine (${columns})
      SELECT ${columns.replace(/\bproblems\b/, 'problems::jsonb')} FROM ${rows}
      ON CONFLICT (topic, partition_no, record_offset) DO NOTHING
      RETURNING 1
    )
    SELECT count(*)::int AS stored FROM held`,
);

/** A held record with the partition that its offset counts in. */
export interface PartitionedRecord extends HeldRecord {
  readonly origin: PartitionKey & { readonly topic: string };
}

/** Keeps the records with their bytes. The caller's fence makes sure that an offset comes here once. */
export async function insertHeld(tx: Queryable, held: readonly PartitionedRecord[]): Promise<void> {
  if (held.length === 0) return;
  const [row] = await tx.prepared<{ stored: number }>(
    INSERT,
    INSERT.bind({
      topic: held.map(({ origin }) => origin.topic),
      partition_no: held.map(({ origin }) => origin.partition),
      record_offset: held.map(({ record }) => record.offset),
      domain: held.map(({ origin }) => origin.domain),
      code: held.map(({ problems }) => problems[0]!.code),
      pointer: held.map(({ problems }) => problems[0]!.pointer),
      message: held.map(({ problems }) => problems[0]!.message),
      problems: held.map(({ problems }) => JSON.stringify(problems)),
      cause_class: held.map(({ causeClass }) => causeClass),
      event_id: held.map(({ eventId }) => eventId),
      source: held.map(({ source }) => source),
      type: held.map(({ type }) => type),
      produced_at: held.map(({ record }) => Math.max(0, record.timestamp)),
      record_key: held.map(({ record }) => record.key),
      record_value: held.map(({ record }) => record.value),
      record_headers: held.map(({ record }) => encodeHeaders(record.headers)),
    }),
  );
  if (row!.stored !== held.length) {
    throw new CrashError(
      'HANDLER_ERROR',
      `${[...new Set(held.map(({ origin }) => origin.topic))].join(', ')}: offsets start again; a topic was truncated or made anew`,
    );
  }
}

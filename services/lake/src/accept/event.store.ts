import {
  CopyRows,
  binaryArray,
  bulkStatement,
  type Queryable,
  type Statement,
  type Transaction,
} from '@minhai/postgres';
import type { PartitionKey } from '../positions/position.store.js';
import type { Candidate } from './judge-batch.js';

export interface PlacedEvent {
  readonly candidate: Candidate;
  /** Gap-free per (domain, partition), from 1. */
  readonly position: number;
}

/** With the partition that the position counts in. */
export interface PartitionedEvent extends PlacedEvent {
  readonly origin: PartitionKey;
}

const COLUMNS = {
  domain: 'text',
  partition_no: 'int4',
  id: 'uuid',
  position: 'int8',
  time: 'timestamptz',
  recorded_time: 'timestamptz',
  schema_id: 'int4',
  sensitivity: 'int2',
  source: 'text',
  subject: 'text',
  region_id: 'text',
  street_id: 'text',
  village_id: 'text',
  seq: 'int8',
  correction_of: 'uuid',
  voids: 'uuid',
  reason: 'text',
  actor: 'text',
  content_hash: 'bytea',
  payload: 'bytea',
  record_offset: 'int8',
} as const;

const INSERT_ABSENT = bulkStatement(
  'lake_event_insert_absent',
  COLUMNS,
  (rows, columns) =>
    `WITH stored AS (
       INSERT INTO lake.event (${columns}) SELECT ${columns} FROM ${rows} ON CONFLICT (id) DO NOTHING RETURNING 1
     )
     SELECT count(*)::int AS stored FROM stored`,
);

// LIMIT keeps the subquery from being flattened, so each id goes to the one partition that can hold it.
const FIND_HASHES: Statement = {
  name: 'lake_event_find_hashes',
  text: `SELECT wanted.id, e.content_hash
         FROM unnest($1::uuid[]) AS wanted(id)
         CROSS JOIN LATERAL (SELECT lake.event.content_hash FROM lake.event WHERE lake.event.id = wanted.id LIMIT 1) AS e`,
};

/** Adds events that are believed new. A known id fails the statement with UNIQUE_VIOLATION: nothing is skipped. */
export async function insertNew(tx: Transaction, events: readonly PartitionedEvent[]): Promise<void> {
  if (events.length > 0) await tx.copyIn('lake.event', rowsOf(events));
}

/**
 * Adds events unless someone else added their id in the meantime; returns how many were added.
 * Ordered by id, so that two writers with ids in common wait for each other instead of for ever.
 */
export async function insertAbsent(tx: Queryable, events: readonly PartitionedEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const ordered = events.toSorted((a, b) => (a.candidate.event.id < b.candidate.event.id ? -1 : 1));
  const [row] = await tx.prepared<{ stored: number }>(INSERT_ABSENT, parameters(ordered));
  return row!.stored;
}

/** Content hashes of those ids that are in the lake. */
export async function findHashes(tx: Queryable, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await tx.prepared<{ id: string; content_hash: Buffer }>(FIND_HASHES, [
    binaryArray('uuid', ids),
  ]);
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}

function parameters(placed: readonly PartitionedEvent[]): Buffer[] {
  const events = placed.map(({ candidate }) => candidate.event);
  return INSERT_ABSENT.bind({
    domain: placed.map(({ origin }) => origin.domain),
    partition_no: placed.map(({ origin }) => origin.partition),
    id: events.map((event) => event.id),
    position: placed.map(({ position }) => position),
    time: events.map((event) => event.time),
    recorded_time: events.map((event) => event.recordedTime),
    schema_id: events.map((event) => event.schemaId),
    sensitivity: events.map((event) => event.sensitivity),
    source: events.map((event) => event.source),
    subject: events.map((event) => event.subject),
    region_id: events.map((event) => event.regionId),
    street_id: events.map((event) => event.streetId),
    village_id: events.map((event) => event.villageId),
    seq: events.map((event) => event.seq),
    correction_of: events.map((event) => event.correctionOf),
    voids: events.map((event) => event.voids),
    reason: events.map((event) => event.reason),
    actor: events.map((event) => event.actor),
    content_hash: placed.map(({ candidate }) => candidate.contentHash),
    payload: placed.map(({ candidate }) => candidate.record.value),
    record_offset: placed.map(({ candidate }) => candidate.record.offset),
  });
}

/** What a row takes besides its payload, generously: asking for too little means copying everything. */
const ROW_BYTES = 384;

function rowsOf(events: readonly PartitionedEvent[]): CopyRows {
  const payloads = events.reduce((sum, { candidate }) => sum + (candidate.record.value?.length ?? 0), 0);
  const rows = new CopyRows(Object.keys(COLUMNS), payloads + events.length * ROW_BYTES);
  for (const event of events) writeRow(rows, event);
  return rows;
}

/** In the order of COLUMNS. */
function writeRow(rows: CopyRows, { origin, position, candidate }: PartitionedEvent): void {
  const { event, record, contentHash } = candidate;
  rows.row();
  rows.text(origin.domain);
  rows.int4(origin.partition);
  rows.uuid(event.id);
  rows.int8(position);
  rows.timestamptz(event.time);
  rows.timestamptz(event.recordedTime);
  rows.int4(event.schemaId);
  rows.int2(event.sensitivity);
  rows.text(event.source);
  rows.text(event.subject);
  rows.text(event.regionId);
  rows.text(event.streetId);
  rows.text(event.villageId);
  rows.int8(event.seq);
  rows.uuid(event.correctionOf);
  rows.uuid(event.voids);
  rows.text(event.reason);
  rows.text(event.actor);
  rows.bytes(contentHash);
  rows.bytes(record.value);
  rows.int8(record.offset);
}

import type { OutgoingRecord } from '@minhai/kafka';
import { referenceRow } from '../yardstick.js';

interface PeerColumn {
  readonly name: string;
  readonly sql: string;
  /** Type of the field, and its logical name where it has one, in Connect's words. */
  readonly type: string;
  readonly logical?: string;
  /** As JSON of Connect: bytes in Base64, times in epoch ms. */
  readonly value: (row: PeerRow) => string | number;
}

interface PeerRow {
  readonly number: number;
  readonly id: string;
  readonly payload: Buffer;
}

const FIRST_TIME_MS = Date.UTC(2020, 0, 1);
const time = {
  sql: 'timestamptz NOT NULL',
  type: 'int64',
  logical: 'org.apache.kafka.connect.data.Timestamp',
};

/** Twelve columns of lake.event, those an event always fills. */
const COLUMNS: readonly PeerColumn[] = [
  {
    name: 'id',
    sql: 'uuid PRIMARY KEY',
    type: 'string',
    logical: 'io.debezium.data.Uuid',
    value: ({ id }) => id,
  },
  { name: 'position', sql: 'bigint NOT NULL', type: 'int64', value: ({ number }) => number + 1 },
  { name: 'time', ...time, value: ({ number }) => FIRST_TIME_MS + number },
  { name: 'recorded_time', ...time, value: ({ number }) => FIRST_TIME_MS + number + 1_000 },
  { name: 'partition_no', sql: 'integer NOT NULL', type: 'int32', value: ({ number }) => number % 4 },
  { name: 'schema_id', sql: 'integer NOT NULL', type: 'int32', value: () => 100_001 },
  { name: 'sensitivity', sql: 'smallint NOT NULL', type: 'int16', value: () => 1 },
  { name: 'domain', sql: 'text COLLATE "C" NOT NULL', type: 'string', value: () => 'eldercare' },
  {
    name: 'source',
    sql: 'text NOT NULL',
    type: 'string',
    value: ({ number }) => `//310105/eldercare/${number % 50}`,
  },
  {
    name: 'subject',
    sql: 'text NOT NULL',
    type: 'string',
    value: ({ number }) => `institution-${number % 20_000}`,
  },
  {
    name: 'region_id',
    sql: 'text NOT NULL',
    type: 'string',
    value: ({ number }) => `31010500${number % 10}000`,
  },
  {
    name: 'payload',
    sql: 'bytea NOT NULL',
    type: 'bytes',
    value: ({ payload }) => payload.toString('base64'),
  },
];

/** `CREATE TABLE` of the table the peer writes. */
export const peerTable = (name: string): string =>
  `CREATE TABLE ${name} (${COLUMNS.map((column) => `${column.name} ${column.sql}`).join(', ')})`;

const SCHEMA = JSON.stringify({
  type: 'struct',
  optional: false,
  fields: COLUMNS.map(({ name, type, logical }) => ({
    field: name,
    type,
    optional: false,
    ...(logical && { name: logical, version: 1 }),
  })),
});

/** Record `number` from 0, of 12 columns about a reference row: its key is the id, its value JSON with its schema. */
export function peerRecord(number: number): OutgoingRecord {
  const row = { number, ...referenceRow(number) };
  const payload = JSON.stringify(Object.fromEntries(COLUMNS.map(({ name, value }) => [name, value(row)])));
  return {
    key: Buffer.from(row.id),
    value: Buffer.from(`{"schema":${SCHEMA},"payload":${payload}}`),
    headers: {},
  };
}

/** Ids of every `stride`th of `rows` rows, the last among them: how many are visible tells how far the peer has come. */
export const milestoneIds = (rows: number, stride: number): string[] =>
  Array.from({ length: Math.floor(rows / stride) }, (_, i) => referenceRow((i + 1) * stride - 1).id);

import { loadCatalogue, type Catalogue } from '@minhai/events';
import { bulkStatement, type Database } from '@minhai/postgres';
import type { AcceptedBatch } from './accepted-batches.js';
import type { Side } from './applied-rate.js';

/** CPU-µs an event that performance.md measured for it without Kafka: 5.2 in the process, 6.3 in its backend. */
export const ACCEPTANCE_CPU_ELSEWHERE = 11.5;

const TABLES = [
  'CREATE SCHEMA IF NOT EXISTS bench',
  `CREATE TABLE bench.accepted (
     id uuid PRIMARY KEY, subject text COLLATE "C" NOT NULL, type text NOT NULL, time timestamptz NOT NULL, payload bytea NOT NULL)`,
  'CREATE TABLE bench.accepted_from (partition integer PRIMARY KEY, next_offset bigint NOT NULL)',
  'INSERT INTO bench.accepted_from VALUES (0, 0)',
];

const INSERT = bulkStatement(
  'bench.insert_accepted',
  { id: 'uuid', subject: 'text', type: 'text', time: 'timestamptz', payload: 'bytea' },
  (rows, columns) =>
    `INSERT INTO bench.accepted (${columns}) SELECT ${columns} FROM ${rows} ON CONFLICT DO NOTHING`,
);

const ADVANCE = {
  name: 'bench.advance_accepted',
  text: 'UPDATE bench.accepted_from SET next_offset = next_offset + $1 WHERE partition = 0',
};

/** The payload is decoded as whoever judges it must; nothing is judged. */
function decode(value: Buffer, catalogue: Catalogue): Buffer {
  catalogue.findSchema(value.readInt32BE(1))!.decode(value);
  return value;
}

function accept(
  database: Database,
  catalogue: Catalogue,
  records: AcceptedBatch['records'],
): Promise<unknown> {
  const events = records.map(({ prepared }) => prepared.event);
  const payload = records.map(({ prepared }) => decode(prepared.record.value!, catalogue));
  const columns = INSERT.bind({
    id: events.map(({ id }) => id),
    subject: events.map(({ subject }) => subject),
    type: events.map(({ type }) => type),
    time: events.map(({ time }) => time),
    payload,
  });
  return database.transaction(async (tx) => {
    await tx.prepared(INSERT, columns);
    await tx.prepared(ADVANCE, [events.length]);
  });
}

/**
 * The least that acceptance can be, to hold the CPU of the lake against: decode the payload, one row an event by binary
 * arrays, each id once, and how far it came; one transaction a batch on one connection. No Kafka, no headers, no rules,
 * no receipts, no hash, nothing published.
 */
export const acceptanceSide = (ownerUrl: string): Side => ({
  connections: 1,
  url: ownerUrl,
  prepare: async (database) => {
    for (const statement of TABLES) await database.query(statement);
    const catalogue = loadCatalogue();
    return ({ records }) => accept(database, catalogue, records);
  },
});

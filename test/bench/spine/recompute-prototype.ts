import { bulkStatement, type Database, type Transaction } from '@minhai/postgres';
import type { AcceptedBatch } from './accepted-batches.js';
import type { Side } from './applied-rate.js';

/**
 * The least that recomputing by entity can be, to hold the fact engine against: insert the events, read the history
 * of the entities they touch, fold it, compare with the stored facts, write the difference; one transaction a batch
 * on one connection. No amendments, no known time, no findings, no cells, no payload to decode.
 */
interface PlainEvent {
  readonly id: string;
  readonly entity: string;
  /** Epoch ms. */
  readonly time: number;
  readonly amount: number;
  readonly payload: Buffer;
}

/** CPU-µs an event that performance.md measured for it, process and backend. */
export const RECOMPUTE_CPU_ELSEWHERE = 37;

interface PlainFact {
  readonly entity: string;
  readonly from: number;
  readonly until: number | null;
  readonly amount: number;
}

const TABLES = [
  'CREATE SCHEMA IF NOT EXISTS bench',
  `CREATE TABLE bench.event (
     id uuid PRIMARY KEY, entity text COLLATE "C" NOT NULL, time timestamptz NOT NULL, amount bigint NOT NULL, payload bytea NOT NULL)`,
  'CREATE INDEX event_entity ON bench.event (entity)',
  `CREATE TABLE bench.fact (
     entity text COLLATE "C", valid_from timestamptz, valid_until timestamptz, amount bigint NOT NULL, PRIMARY KEY (entity, valid_from))`,
  'CREATE TABLE bench.consumed (partition integer PRIMARY KEY, next_offset bigint NOT NULL)',
  'INSERT INTO bench.consumed VALUES (0, 0)',
];

const INSERT_EVENTS = bulkStatement(
  'bench.insert_events',
  { id: 'uuid', entity: 'text', time: 'timestamptz', amount: 'int8', payload: 'bytea' },
  (rows, columns) =>
    `INSERT INTO bench.event (${columns}) SELECT ${columns} FROM ${rows} ON CONFLICT DO NOTHING`,
);

const HISTORY = bulkStatement(
  'bench.history',
  { entity: 'text' },
  (rows) => `SELECT e.entity, e.time, e.amount FROM ${rows}, LATERAL (
    SELECT t.entity, t.time, t.amount FROM bench.event t WHERE t.entity = rows.entity OFFSET 0) e`,
);

const FACTS = bulkStatement(
  'bench.facts',
  { entity: 'text' },
  (
    rows,
  ) => `SELECT f.entity, f.valid_from AS "from", f.valid_until AS "until", f.amount FROM ${rows}, LATERAL (
    SELECT t.* FROM bench.fact t WHERE t.entity = rows.entity OFFSET 0) f`,
);

const WRITE_FACTS = bulkStatement(
  'bench.write_facts',
  { entity: 'text', valid_from: 'timestamptz', valid_until: 'timestamptz', amount: 'int8' },
  (rows, columns) => `INSERT INTO bench.fact AS t (${columns}) SELECT ${columns} FROM ${rows}
    ON CONFLICT (entity, valid_from) DO UPDATE SET valid_until = excluded.valid_until, amount = excluded.amount`,
);

const ADVANCE = {
  name: 'bench.advance',
  text: 'UPDATE bench.consumed SET next_offset = next_offset + $1 WHERE partition = 0',
};

async function createPrototype(database: Database): Promise<void> {
  for (const statement of TABLES) await database.query(statement);
}

const applyToPrototype = (database: Database, batch: readonly PlainEvent[]): Promise<void> =>
  database.transaction(async (tx) => {
    await insertEvents(tx, batch);
    const entities = [...new Set(batch.map(({ entity }) => entity))];
    const history = await tx.prepared<Pick<PlainEvent, 'entity' | 'time' | 'amount'>>(
      HISTORY,
      HISTORY.bind({ entity: entities }),
    );
    const stored = await tx.prepared<PlainFact>(FACTS, FACTS.bind({ entity: entities }));
    await writeFacts(tx, differing(stored, folded(history)));
    await tx.prepared(ADVANCE, [batch.length]);
  });

async function insertEvents(tx: Transaction, batch: readonly PlainEvent[]): Promise<void> {
  const columns = INSERT_EVENTS.bind({
    id: batch.map(({ id }) => id),
    entity: batch.map(({ entity }) => entity),
    time: batch.map(({ time }) => time),
    amount: batch.map(({ amount }) => amount),
    payload: batch.map(({ payload }) => payload),
  });
  await tx.prepared(INSERT_EVENTS, columns);
}

/** The running total of each entity, from one event to the next. */
function folded(history: readonly Pick<PlainEvent, 'entity' | 'time' | 'amount'>[]): PlainFact[] {
  const byEntity = new Map<string, { time: number; amount: number }[]>();
  for (const { entity, time, amount } of history) {
    const events = byEntity.get(entity);
    if (events) events.push({ time, amount });
    else byEntity.set(entity, [{ time, amount }]);
  }
  return [...byEntity].flatMap(([entity, events]) => {
    events.sort((a, b) => a.time - b.time);
    let total = 0;
    return events.map(({ time, amount }, i) => ({
      entity,
      from: time,
      until: events[i + 1]?.time ?? null,
      amount: (total += amount),
    }));
  });
}

function differing(stored: readonly PlainFact[], wanted: readonly PlainFact[]): PlainFact[] {
  const known = new Map(stored.map((fact) => [`${fact.entity} ${fact.from}`, fact]));
  return wanted.filter((fact) => {
    const before = known.get(`${fact.entity} ${fact.from}`);
    return before?.until !== fact.until || before.amount !== fact.amount;
  });
}

async function writeFacts(tx: Transaction, facts: readonly PlainFact[]): Promise<void> {
  const columns = WRITE_FACTS.bind({
    entity: facts.map(({ entity }) => entity),
    valid_from: facts.map(({ from }) => from),
    valid_until: facts.map(({ until }) => until),
    amount: facts.map(({ amount }) => amount),
  });
  await tx.prepared(WRITE_FACTS, columns);
}

const plain = ({ event, record }: AcceptedBatch['records'][number]['prepared']): PlainEvent => ({
  id: event.id,
  entity: event.subject,
  time: event.time,
  amount: Number((event.data as { delta?: number }).delta ?? 1),
  payload: record.value!,
});

export const recomputeSide = (ownerUrl: string): Side => ({
  connections: 1,
  url: ownerUrl,
  prepare: async (database) => {
    await createPrototype(database);
    return ({ records }) =>
      applyToPrototype(
        database,
        records.map(({ prepared }) => plain(prepared)),
      );
  },
});

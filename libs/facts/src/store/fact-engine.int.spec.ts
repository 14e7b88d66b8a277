import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import fc from 'fast-check';
import type { FactEvent } from '../core/definition.js';
import { clubEvent, clubEvents, LEFT, membership } from '../testing/club.js';
import { clubBatch, clubEngine, clubFacts, clubSchemas, recorded } from './testing/club-store.js';
import { deliveries, withAmendments } from '../testing/index.js';
import { factMigrations } from './migrations.js';
import { verifyFacts } from './verify.js';
import { DERIVED_TABLES } from './tables.js';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const C = '00000000-0000-7000-8000-00000000000c';
const V = '00000000-0000-7000-8000-0000000000ff';

let testDb: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDb = await testDatabase({ name: 'fact-engine', migrations: [factMigrations('metrics')] });
  database = openDatabase({
    url: testDb.url('minhai_owner'),
    applicationName: 'fact-engine-spec',
    maxConnections: 6,
  });
  await database.query('CREATE SCHEMA scratch');
});

afterAll(async () => {
  await database.close();
  await testDb.drop();
});

const empty = () =>
  database.query(`TRUNCATE ${[...DERIVED_TABLES, 'consumed'].map((table) => `metrics.${table}`).join(', ')}`);

beforeEach(empty);

async function* each(events: readonly FactEvent[]) {
  for (const event of events) yield recorded(event);
}

const verify = (events: readonly FactEvent[]) =>
  verifyFacts({
    database,
    liveSchema: 'metrics',
    scratchSchema: 'scratch',
    facts: clubFacts,
    schemas: clubSchemas,
    events: () => each(events),
  });

const stockOf = async (measure: string): Promise<number> => {
  const [row] = await database.query<{ total: string | null }>(
    'SELECT sum(amount) AS total FROM metrics.cell WHERE measure = $1',
    [measure],
  );
  return Number(row?.total ?? 0);
};

/** Folds batches as one owner of the partition; `restart` claims anew before each. */
async function foldAll(batches: readonly (readonly FactEvent[])[], restart = false): Promise<void> {
  let engine = clubEngine(database);
  let { epoch, position } = await engine.claim('club', 0);
  for (const batch of batches) {
    if (restart) {
      engine = clubEngine(database);
      ({ epoch, position } = await engine.claim('club', 0));
    }
    const outcome = await engine.apply(clubBatch(epoch, batch, { first: position + 1 }));
    if (outcome.outcome !== 'applied') throw new Error(outcome.outcome);
    position = outcome.position;
  }
}

describe('fact engine on PostgreSQL', () => {
  it('given any delivery with amendments, repeats and restarts, then every table equals the full derivation', async () => {
    await fc.assert(
      fc.asyncProperty(
        deliveries(withAmendments(clubEvents)),
        fc.boolean(),
        async ({ events, batches }, restart) => {
          await empty();
          await foldAll(batches, restart);
          const result = await verify(events);
          expect(result.differences).toEqual([]);
          expect(result.equal).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('given a stay that was entered and left, then rows tell what was known when and cells add up', async () => {
    const joined = clubEvent({ id: A, members: ['ann'], team: 'red', day: 1, recorded: 0 });
    const left = clubEvent({ id: B, members: ['ann'], type: LEFT, day: 4, recorded: 5 });
    const engine = clubEngine(database);
    const { epoch } = await engine.claim('club', 0);
    const outcome = await engine.apply(clubBatch(epoch, [joined, left]));
    expect(outcome).toMatchObject({ outcome: 'applied', position: 2, events: 2, findingsOpened: 0 });
    const rows = await database.query(
      `SELECT valid_from, valid_until, known_from, known_until, causes FROM metrics.fact_row WHERE measure = 'members' ORDER BY known_from`,
    );
    expect(rows).toEqual([
      {
        valid_from: '2020-06-01',
        valid_until: null,
        known_from: joined.recordedTime,
        known_until: left.recordedTime,
        causes: [A],
      },
      {
        valid_from: '2020-06-01',
        valid_until: '2020-06-04',
        known_from: left.recordedTime,
        known_until: null,
        causes: [A, B],
      },
    ]);
    expect(
      await database.query(
        `SELECT street, dims, day, amount FROM metrics.cell WHERE measure = 'members' ORDER BY day`,
      ),
    ).toEqual([
      { street: '310105001', dims: '{"team":"red"}', day: '2020-06-01', amount: 1 },
      { street: '310105001', dims: '{"team":"red"}', day: '2020-06-04', amount: -1 },
    ]);
  });

  it('given repeats of positions already folded in, then nothing changes; given a gap, then nothing is done', async () => {
    const events = [A, B, C].map((id, i) => clubEvent({ id, members: [`m${i}`] }));
    const engine = clubEngine(database);
    const { epoch } = await engine.claim('club', 0);
    await engine.apply(clubBatch(epoch, events));
    expect(await engine.apply(clubBatch(epoch, events))).toMatchObject({
      outcome: 'applied',
      position: 3,
      events: 0,
      rowsOpened: 0,
    });
    expect(await engine.apply(clubBatch(epoch, events, { first: 5 }))).toEqual({
      outcome: 'gap',
      expected: 4,
      received: 5,
    });
    expect(await clubEngine(database).claim('club', 0)).toEqual({
      epoch: epoch + 1,
      nextOffset: 3n,
      position: 3,
    });
    expect(await stockOf('members')).toBe(3);
  });

  it('given batches of several partitions, then each is judged by itself and what is good is one transaction', async () => {
    const engine = clubEngine(database);
    const epochs: number[] = [];
    for (const partition of [0, 1, 2, 3]) epochs.push((await engine.claim('club', partition)).epoch);
    await clubEngine(database).claim('club', 2);
    const joins = [A, B, C, V].map((id, i) => clubEvent({ id, members: [`m${i}`], recorded: i }));
    const batch = (partition: number, first = 1) =>
      clubBatch(epochs[partition]!, [joins[partition]!], { partition, first });
    const { outcomes, change } = await engine.applyAll([batch(3), batch(1, 5), batch(2), batch(0)]);
    expect(outcomes).toEqual([
      { outcome: 'applied', position: 1, events: 1 },
      { outcome: 'gap', expected: 1, received: 5 },
      { outcome: 'fenced', isOurs: false },
      { outcome: 'applied', position: 1, events: 1 },
    ]);
    expect(change.rowsOpened).toBeGreaterThan(0);
    expect(await stockOf('members')).toBe(2);
    expect(
      await database.query(
        'SELECT partition, next_offset, position FROM metrics.consumed ORDER BY partition',
      ),
    ).toEqual([
      { partition: 0, next_offset: 1, position: 1 },
      { partition: 1, next_offset: 0, position: 0 },
      { partition: 2, next_offset: 0, position: 0 },
      { partition: 3, next_offset: 1, position: 1 },
    ]);
    expect((await verify([joins[0]!, joins[3]!])).differences).toEqual([]);
  });

  it('given an owner that lost its partition, when it wakes, then it is fenced out', async () => {
    const zombie = clubEngine(database);
    const { epoch } = await zombie.claim('club', 0);
    const heir = await clubEngine(database).claim('club', 0);
    const event = clubEvent({ id: A, members: ['ann'] });
    expect(await zombie.apply(clubBatch(epoch, [event]))).toEqual({ outcome: 'fenced', isOurs: false });
    expect(await stockOf('members')).toBe(0);
    expect(await zombie.apply(clubBatch(heir.epoch, [event]))).toMatchObject({ outcome: 'applied' });
  });

  it('given a void before its target, then the target never counts; its cells are gone, not zero', async () => {
    const event = clubEvent({ id: A, members: ['ann'], recorded: 3 });
    const other = clubEvent({ id: B, members: ['bob'], recorded: 3 });
    const voided = { ...clubEvent({ id: V, members: [], voids: A }), type: 'cn.gov.mca.record.voided' };
    await foldAll([
      [voided],
      [event],
      [other],
      [{ ...voided, id: C, voids: B, recordedTime: voided.recordedTime + 600_000 }],
    ]);
    expect(await database.query('SELECT * FROM metrics.cell')).toEqual([]);
    expect(await database.query('SELECT entity FROM metrics.fact_row WHERE known_until IS NOT NULL')).toEqual(
      [{ entity: 'bob' }],
    );
    expect((await verify([event, other, voided])).equal).toBe(false);
  });

  it('given target and void folded by two engines at the same time, then neither misses the other', async () => {
    const [one, two] = [clubEngine(database), clubEngine(database)];
    const epochs = [(await one.claim('club', 0)).epoch, (await two.claim('club', 1)).epoch] as const;
    const all: FactEvent[] = [];
    for (let round = 0; round < 25; round++) {
      const hex = round.toString(16).padStart(4, '0');
      const target = clubEvent({
        id: `00000000-0000-7000-8000-00000000${hex}`,
        members: [`m${round % 3}`],
        recorded: round,
      });
      const voided = {
        ...target,
        id: `00000000-0000-7000-8000-00000001${hex}`,
        type: 'cn.gov.mca.record.voided',
        voids: target.id,
        data: {},
      };
      const outcomes = await Promise.all([
        one.apply(clubBatch(epochs[0], [target], { first: round + 1 })),
        two.apply(clubBatch(epochs[1], [voided], { partition: 1, first: round + 1 })),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
      all.push(target, voided);
    }
    expect(await stockOf('members')).toBe(0);
    expect((await verify(all)).differences).toEqual([]);
  });

  it('given two engines on the same entities, then no change is lost', async () => {
    const partitions = [0, 1, 2];
    const all: FactEvent[] = [];
    await Promise.all(
      partitions.map(async (partition) => {
        const engine = clubEngine(database);
        const { epoch } = await engine.claim('club', partition);
        for (let i = 0; i < 20; i++) {
          const id = `00000000-0000-7000-8000-${(partition * 1000 + i).toString(16).padStart(12, '0')}`;
          const event = clubEvent({
            id,
            members: [`m${i % 4}`, 'ann'],
            team: 'red',
            day: 1 + (i % 5),
            recorded: (i * 7) % 11,
          });
          all.push(event);
          await engine.apply(clubBatch(epoch, [event], { partition, first: i + 1 }));
        }
      }),
    );
    expect((await verify(all)).differences).toEqual([]);
  });

  it('given fact definitions that changed, then folding stops and names them', async () => {
    await foldAll([[clubEvent({ id: A, members: ['ann'] })]]);
    const changed = { ...membership, version: 2 };
    const { FactEngine } = await import('./fact-engine.js');
    const engine = new FactEngine({ database, schema: 'metrics', facts: [changed], schemas: clubSchemas });
    await expect(engine.claim('club', 0)).rejects.toThrow('club.membership, club.team-size');
  });
});

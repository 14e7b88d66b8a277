import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import fc from 'fast-check';
import type { FactEvent } from '../core/definition.js';
import { clubEvents } from '../testing/club.js';
import { withAmendments } from '../testing/index.js';
import type { FactEngine } from './fact-engine.js';
import { factMigrations } from './migrations.js';
import { DERIVED_TABLES } from './tables.js';
import { clubBatch, clubEngine, clubFacts, clubSchemas, recorded } from './testing/club-store.js';
import { verifyFacts } from './verify.js';

let testDb: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDb = await testDatabase({ name: 'history-cache', migrations: [factMigrations('metrics')] });
  database = openDatabase({ url: testDb.url('minhai_owner'), applicationName: 'spec', maxConnections: 6 });
  await database.query('CREATE SCHEMA scratch');
});

afterAll(async () => {
  await database.close();
  await testDb.drop();
});

async function* each(events: readonly FactEvent[]) {
  for (const event of events) yield recorded(event);
}

/** Two partitions, each with its own events, that hands pass to and fro between two engines. */
interface Hand {
  readonly partition: 0 | 1;
  readonly engine: 0 | 1;
  readonly claims: boolean;
}

const hands: fc.Arbitrary<Hand[]> = fc.array(
  fc.record({
    partition: fc.constantFrom(0, 1),
    engine: fc.constantFrom(0, 1),
    claims: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  }),
  { minLength: 30, maxLength: 30 },
);

async function foldByTurns(events: readonly FactEvent[], turns: readonly Hand[]): Promise<FactEvent[]> {
  const engines: readonly FactEngine[] = [clubEngine(database), clubEngine(database)];
  const epochs = new Map<string, number>();
  const positions = [0, 0];
  const folded: FactEvent[] = [];
  const claim = async ({ partition, engine }: Hand) => {
    const { epoch } = await engines[engine]!.claim('club', partition);
    epochs.set(`${engine} ${partition}`, epoch);
  };
  for (const partition of [0, 1] as const) await claim({ partition, engine: 0, claims: true });
  for (const [i, event] of events.entries()) {
    const hand = turns[i % turns.length]!;
    const { partition, engine } = hand;
    if (hand.claims || !epochs.has(`${engine} ${partition}`)) await claim(hand);
    const batch = clubBatch(epochs.get(`${engine} ${partition}`)!, [event], {
      partition,
      first: positions[partition]! + 1,
    });
    const { outcome } = await engines[engine]!.apply(batch);
    if (outcome === 'fenced') continue;
    expect(outcome).toBe('applied');
    positions[partition]! += 1;
    folded.push(event);
  }
  return folded;
}

describe('remembered histories under two engines', () => {
  it('given partitions that pass to and fro, then every table equals the full derivation of what was folded', async () => {
    await fc.assert(
      fc.asyncProperty(withAmendments(clubEvents), hands, async (events, turns) => {
        await database.query(
          `TRUNCATE ${[...DERIVED_TABLES, 'consumed'].map((table) => `metrics.${table}`).join(', ')}`,
        );
        const folded = await foldByTurns([...events, ...later(events)], turns);
        const { differences } = await verifyFacts({
          database,
          liveSchema: 'metrics',
          scratchSchema: 'scratch',
          facts: clubFacts,
          schemas: clubSchemas,
          events: () => each(folded),
        });
        expect(differences).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** The same once more, recorded after everything else: histories that go on. */
const later = (events: readonly FactEvent[]): FactEvent[] =>
  events.map((event, i) => ({
    ...event,
    id: event.id.replace('-7000-', '-7001-'),
    correctionOf: undefined,
    voids: undefined,
    type: event.voids === undefined ? event.type : 'test.club.member.left',
    data: event.voids === undefined ? event.data : { members: ['ann'] },
    recordedTime: event.recordedTime + 86_400_000 + i * 1000,
  }));

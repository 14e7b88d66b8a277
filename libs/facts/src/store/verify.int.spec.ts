import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import type { FactEvent } from '../core/definition.js';
import { clubEvent } from '../testing/club.js';
import { clubBatch, clubEngine, clubFacts, clubSchemas, recorded } from './testing/club-store.js';
import { factMigrations } from './migrations.js';
import { DERIVED_TABLES } from './tables.js';
import { verifyFacts } from './verify.js';

const EVENTS = Array.from({ length: 30 }, (_, i) =>
  clubEvent({
    id: `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
    members: [`m${i % 7}`],
    team: 'red',
    recorded: i,
  }),
);

let testDb: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDb = await testDatabase({ name: 'fact-verify', migrations: [factMigrations('metrics')] });
  database = openDatabase({ url: testDb.url('minhai_owner'), applicationName: 'fact-verify-spec' });
  await database.query('CREATE SCHEMA scratch');
});

afterAll(async () => {
  await database.close();
  await testDb.drop();
});

async function* each(events: readonly FactEvent[]) {
  for (const event of events) yield recorded(event);
}

const verify = (events: readonly FactEvent[] = EVENTS) =>
  verifyFacts({
    database,
    liveSchema: 'metrics',
    scratchSchema: 'scratch',
    facts: clubFacts,
    schemas: clubSchemas,
    events: (consumed) => each(events.slice(0, consumed.find(({ partition }) => partition === 0)?.position)),
  });

describe('verify', () => {
  beforeEach(async () => {
    await database.query(
      `TRUNCATE ${[...DERIVED_TABLES, 'consumed'].map((table) => `metrics.${table}`).join(', ')}`,
    );
    const engine = clubEngine(database);
    const { epoch } = await engine.claim('club', 0);
    await engine.apply(clubBatch(epoch, EVENTS));
  });

  it('given untouched tables, then they are equal and the scratch schema is left empty', async () => {
    const result = await verify();
    expect(result).toMatchObject({
      equal: true,
      differences: [],
      counts: { history: { live: 60, recomputed: 60, different: 0 } },
    });
    expect(await database.query(`SELECT FROM pg_tables WHERE schemaname = 'scratch'`)).toEqual([]);
  });

  it.each([
    [
      'fact_row',
      `UPDATE metrics.fact_row SET amount = 2 WHERE (entity, known_from) = (SELECT entity, known_from FROM metrics.fact_row LIMIT 1)`,
    ],
    ['finding', 'DELETE FROM metrics.finding WHERE ctid = (SELECT ctid FROM metrics.finding LIMIT 1)'],
    [
      'cell',
      'UPDATE metrics.cell SET amount = amount + 1 WHERE ctid = (SELECT ctid FROM metrics.cell LIMIT 1)',
    ],
    ['history', 'DELETE FROM metrics.history WHERE ctid = (SELECT ctid FROM metrics.history LIMIT 1)'],
  ])('given a %s tampered by hand, then the difference is shown', async (table, tamper) => {
    await database.query(tamper);
    const result = await verify();
    expect(result.equal).toBe(false);
    expect(new Set(result.differences.map((difference) => difference.table))).toEqual(new Set([table]));
  });
});

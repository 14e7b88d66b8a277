import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import type { FactDefinition, FactEvent } from '../../core/definition.js';
import { clubEvent, LEFT, membership, teamSize } from '../../testing/club.js';
import { FactEngine } from '../fact-engine.js';
import { factMigrations } from '../migrations.js';
import {
  clubBatch,
  clubEngine,
  clubFacts,
  clubSchemas,
  positioned,
  recorded,
} from '../testing/club-store.js';
import { verifyFacts } from '../verify.js';
import { rebuildBeside, type BesideOptions } from './beside-rebuild.js';
import { readRebuild } from './rebuild-state.js';

let testDb: TestDatabase;
let database: Database;
/** What the lake holds of partition 0; all of it is folded before each test. */
let lake: FactEvent[];
let engine: FactEngine;
let epoch: number;

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A member of few joins, leaves or plays; every ninth event corrects or voids an earlier one. */
function anEvent(n: number): FactEvent {
  const member = `m${n % 7}`;
  const common = {
    id: idOf(n),
    members: [member],
    team: n % 2 ? 'red' : 'blue',
    day: 1 + (n % 20),
    recorded: n,
  };
  if (n % 9 !== 8) return clubEvent({ ...common, ...(n % 3 === 2 ? { type: LEFT } : {}) });
  const target = idOf(n - 7);
  return n % 2
    ? clubEvent({ ...common, correctionOf: target })
    : { ...clubEvent({ ...common, voids: target }), type: 'cn.gov.mca.record.voided' };
}

beforeAll(async () => {
  testDb = await testDatabase({ name: 'beside', migrations: [factMigrations('metrics')] });
});

afterAll(() => testDb.drop());

beforeEach(async () => {
  database = openDatabase({ url: testDb.url('minhai_owner'), applicationName: 'spec', maxConnections: 8 });
  await database.query('DROP SCHEMA IF EXISTS scratch CASCADE');
  await database.query('CREATE SCHEMA scratch');
  await database.query(
    'TRUNCATE metrics.fact_definition, metrics.history, metrics.amendment, metrics.fact_row, metrics.finding, metrics.cell, metrics.consumed',
  );
  engine = clubEngine(database);
  ({ epoch } = await engine.claim('club', 0));
  lake = [];
  await foldMore(60);
});

afterEach(() => database.close());

/** Accepts and folds further events; claims again when a rebuild has fenced the engine out. */
async function foldMore(count: number): Promise<void> {
  const first = lake.length + 1;
  const events = Array.from({ length: count }, (_, i) => anEvent(first + i));
  lake.push(...events);
  const { outcome } = await engine.apply(clubBatch(epoch, events, { first }));
  if (outcome === 'applied') return;
  expect(outcome).toBe('fenced');
  ({ epoch } = await engine.claim('club', 0));
  expect(await engine.apply(clubBatch(epoch, events, { first }))).toMatchObject({ outcome: 'applied' });
}

const rebuild = (more: Partial<BesideOptions> = {}) =>
  rebuildBeside({
    database,
    schema: 'metrics',
    facts: clubFacts,
    schemas: clubSchemas,
    lake: {
      page: async ({ from, to }, limit) =>
        positioned(lake, 1)
          .slice(from - 1, to - 1)
          .slice(0, limit),
    },
    ...more,
  });

async function* each(events: readonly FactEvent[]) {
  for (const event of events) yield recorded(event);
}

const differences = async (facts: readonly FactDefinition[] = clubFacts) => {
  const result = await verifyFacts({
    database,
    liveSchema: 'metrics',
    scratchSchema: 'scratch',
    facts,
    schemas: clubSchemas,
    events: () => each(lake),
  });
  return result.differences;
};

const TABLES_LEFT = `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('metrics_next', 'metrics_old')`;

describe('a rebuild beside the live tables', () => {
  it('given tampered tables, makes them right, says which had drifted, fences owners and leaves nothing behind', async () => {
    await database.query(`UPDATE metrics.fact_row SET amount = amount + 1 WHERE measure = 'members'`);
    await database.query(`DELETE FROM metrics.fact_row WHERE measure = 'team-joins'`);
    expect(await rebuild()).toEqual({ events: 60, drifted: ['club.team-size'] });
    expect(await differences()).toEqual([]);
    expect(await engine.apply(clubBatch(epoch, [], { first: 61 }))).toEqual({
      outcome: 'fenced',
      isOurs: true,
    });
    await foldMore(30);
    expect(await differences()).toEqual([]);
    expect(await database.query(TABLES_LEFT)).toEqual([]);
    expect(await readRebuild(database, 'metrics')).toBeUndefined();
  });

  it('given events that keep arriving, then the tables hold every one of them, exactly', async () => {
    const phases = new Set<string>();
    let folding: Promise<void> = Promise.resolve();
    const result = await rebuild({
      progress: ({ phase }) => {
        phases.add(phase);
        folding = folding.then(() => foldMore(7));
      },
      lake: {
        page: async ({ from, to }) => positioned(lake, 1).slice(from - 1, Math.min(to - 1, from + 19)),
      },
    });
    await folding;
    await foldMore(5);
    expect(result.events).toBeGreaterThan(60);
    expect([...phases]).toEqual(expect.arrayContaining(['load', 'index', 'derive']));
    expect(await differences()).toEqual([]);
  });

  it.each(['load', 'derive', 'index'])(
    'given an end in the middle of %s, the live tables are as they were, and the next run begins anew',
    async (broken) => {
      const died = rebuild({
        progress: ({ phase }) => {
          if (phase === broken) throw new Error('killed');
        },
      });
      await expect(died).rejects.toThrow('killed');
      expect(await readRebuild(database, 'metrics')).toMatchObject({ phase: broken });
      await foldMore(10);
      expect(await differences()).toEqual([]);
      await rebuild();
      expect(await differences()).toEqual([]);
      expect(await database.query(TABLES_LEFT)).toEqual([]);
    },
  );

  it('given another rebuild, refuses; given one whose tables were taken over, it ends', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const first = rebuild({ progress: () => begin() });
    await begun;
    await expect(rebuild()).rejects.toThrow('rebuilt already');
    await first;
    const robbed = rebuild({ progress: ({ phase }) => void (phase === 'load' && robberies.push(rob())) });
    const robberies: Promise<unknown>[] = [];
    const rob = () => database.query(`UPDATE metrics.rebuild SET token = '${idOf(1)}'`);
    await expect(robbed).rejects.toThrow('taken over');
    await Promise.all(robberies);
    expect(await differences()).toEqual([]);
  });

  it('given totals that are not the sum of their parts, refuses the exchange', async () => {
    const spoilt = rebuild({
      progress: ({ phase }) => void (phase === 'derive' && spoiling.push(spoil())),
    });
    const spoiling: Promise<unknown>[] = [];
    const spoil = () => database.query('UPDATE metrics_next.cell SET amount = amount + 1');
    await expect(spoilt).rejects.toThrow('not the sum of their rows');
    await Promise.all(spoiling);
    expect(await differences()).toEqual([]);
  });

  it('given another version of a fact, its rows are the new ones, and engines of that version go on', async () => {
    const doubled: FactDefinition = {
      ...teamSize,
      version: 2,
      fold: (history, team) => {
        const { rows, findings } = teamSize.fold(history, team);
        return { rows: rows.map((row) => ({ ...row, amount: row.amount * 2 })), findings };
      },
    };
    const facts = [membership, doubled];
    const newer = new FactEngine({ database, schema: 'metrics', facts, schemas: clubSchemas });
    await expect(newer.claim('club', 0)).rejects.toThrow('club.team-size');
    expect((await rebuild({ facts })).drifted).toEqual([]);
    expect(await differences(facts)).toEqual([]);
    engine = newer;
    ({ epoch } = await newer.claim('club', 0));
    await foldMore(20);
    expect(await differences(facts)).toEqual([]);
  });

  it('given views on the tables, they show the new rows with the same options and grants', async () => {
    await database.query(
      `CREATE OR REPLACE VIEW scratch.held WITH (security_barrier = true) AS
       SELECT r.measure, d.name, r.amount FROM metrics.fact_row r JOIN metrics.fact_definition d ON d.fact = r.fact`,
    );
    await database.query('GRANT SELECT ON scratch.held TO analyst');
    const shown = () =>
      database.query('SELECT measure, name, sum(amount) AS sum FROM scratch.held GROUP BY 1, 2 ORDER BY 1');
    const options = () =>
      database.query(
        `SELECT c.reloptions, c.relacl::text FROM pg_class c WHERE c.oid = 'scratch.held'::regclass`,
      );
    const before = [await shown(), await options()];
    await database.query('UPDATE metrics.fact_row SET amount = amount + 5');
    await rebuild();
    expect([await shown(), await options()]).toEqual(before);
  });
});

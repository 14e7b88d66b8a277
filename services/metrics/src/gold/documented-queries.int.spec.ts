import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import type { TestDatabase } from '@minhai/testing';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';
import { fillWithVolume } from './volume.fixture.js';

/** A scan of what is smaller than this is what any planner would choose. */
const FEW_ROWS = 500;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const page = readFileSync(new URL('../../../../docs/data-team.md', import.meta.url), 'utf8');
const queries = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  block!
    .split(/;\s*(?:--.*)?\n/)
    .map((query) => query.trim())
    .filter(Boolean),
);

let created: TestDatabase;
let analyst: Database;
let rows: ReadonlyMap<string, number>;

beforeAll(async () => {
  created = await metricsDatabase('documented-queries');
  const owner = openDatabase({
    url: created.url('minhai_owner'),
    applicationName: 'spec',
    statementTimeoutMs: 120_000,
  });
  rows = await fillWithVolume(owner);
  await owner.close();
  analyst = openDatabase({ url: created.url('analyst'), applicationName: 'spec' });
}, 180_000);

afterAll(async () => {
  await analyst.close();
  await created.drop();
});

const scans = (node: PlanNode): string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : []),
  ...(node.Plans ?? []).flatMap(scans),
];

/** Tables of more than a few rows that a query reads from end to end. */
async function largeScansOf(query: string): Promise<string[]> {
  const [{ 'QUERY PLAN': plan }] = (await analyst.query(`EXPLAIN (FORMAT JSON) ${query}`)) as [
    { 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] },
  ];
  return scans(plan[0].Plan).filter((table) => (rows.get(table) ?? Infinity) > FEW_ROWS);
}

describe('the queries of docs/data-team.md', () => {
  it('are three for every view and table that analysts may read by itself', () => {
    expect(queries.length).toBeGreaterThan(45);
  });

  it.each(queries)('%s', async (query) => {
    await analyst.query(query);
    expect(await largeScansOf(query)).toEqual([]);
  });

  it('are planned with hundreds of thousands of rows, and what would read them all is noticed', async () => {
    for (const table of ['cell', 'fact_row', 'indicator_value'])
      expect([table, rows.get(table)! > 200_000]).toEqual([table, true]);
    expect(await largeScansOf('SELECT count(*) FROM gold.fact WHERE amount > 3')).toEqual(['fact_row']);
  });

  it('has a heading of every relation of gold, or its name at least', async () => {
    const relations = await analyst.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'gold'::regnamespace AND c.relkind IN ('r', 'v')`,
    );
    expect(relations.map(({ name }) => name).filter((name) => !page.includes(`gold.${name}`))).toEqual([]);
  });
});

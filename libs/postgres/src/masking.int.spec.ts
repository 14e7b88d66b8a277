import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_DATABASE_URL, testDatabase, type TestDatabase } from '@minhai/testing';
import pg from 'pg';
import type { GeneratedObject } from './generated-objects.js';
import { maskedColumn, revealFunction } from './masking.js';
import { migrate } from './migrate.js';

const value = maskedColumn({
  schema: 'spec',
  view: 'person',
  column: 'name',
  value: `'secret'`,
  mask: `'***'`,
});

const generated = (columns: string): readonly GeneratedObject[] => [
  { name: 'masking', create: `${revealFunction('spec')}; GRANT USAGE ON SCHEMA spec TO analyst`, drop: '' },
  {
    name: 'person',
    create: `CREATE OR REPLACE VIEW spec.person AS SELECT ${columns}; GRANT SELECT ON spec.person TO analyst`,
    drop: 'DROP VIEW spec.person',
  },
];

let created: TestDatabase;
const clients: pg.Client[] = [];

beforeAll(async () => {
  created = await testDatabase({ name: 'masking', migrations: [{ name: 'spec', migrations: [] }] });
  await make(`${value} AS name, 1 AS n`);
});

afterAll(async () => {
  for (const client of clients) await client.end();
  await created.drop();
});

const make = (columns: string): Promise<string[]> =>
  migrate(created.url('minhai_owner'), [
    { name: 'spec', migrations: [], generated: () => generated(columns) },
  ]);

/** With every line the server logs for this session, as the client may ask to see them too. */
async function connect(url: string): Promise<{ client: pg.Client; logged: string[] }> {
  const client = new pg.Client({ connectionString: url });
  const logged: string[] = [];
  client.on('notice', ({ message }) => logged.push(message ?? ''));
  await client.connect();
  clients.push(client);
  await client.query('SET client_min_messages = log');
  return { client, logged };
}

const rowsOf = async (client: pg.Client, sql: string): Promise<unknown[]> => (await client.query(sql)).rows;

describe('maskedColumn', () => {
  it('given a reader without the grant, then the mask and no line in the log', async () => {
    const { client, logged } = await connect(created.url('analyst'));
    expect(await rowsOf(client, 'SELECT p.name FROM spec.person p')).toEqual([{ name: '***' }]);
    expect(logged).toEqual([]);
  });

  it('given a role that may see it, then the value, and a line once per query that reads it and none otherwise', async () => {
    const url = new URL(process.env[TEST_DATABASE_URL]!);
    url.pathname = new URL(created.url('analyst')).pathname;
    const { client, logged } = await connect(url.toString());
    expect(await rowsOf(client, 'SELECT p.n FROM spec.person p')).toEqual([{ n: 1 }]);
    expect(logged).toEqual([]);
    await client.query('BEGIN');
    const rows = await rowsOf(client, 'SELECT p.name FROM spec.person p, generate_series(1, 3)');
    await client.query('ROLLBACK');
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ name: 'secret' })));
    expect(logged).toEqual([
      `minhai reveal: login=${url.username} role=${url.username} column=spec.person.name`,
    ]);
  });
});

describe('generated objects', () => {
  const oid = async (): Promise<unknown> => {
    const { client } = await connect(created.url('minhai_owner'));
    return (
      await rowsOf(client, `SELECT c.oid, c.xmin FROM pg_class c WHERE c.oid = 'spec.person'::regclass`)
    )[0];
  };

  it('given the same text, then nothing is done; another, then it is made again, dropped first if it must be', async () => {
    const before = await oid();
    await make(`${value} AS name, 1 AS n`);
    expect(await oid()).toEqual(before);
    await make(`${value} AS name, 1 AS n, 2 AS m`);
    expect(await oid()).toMatchObject({ oid: (before as { oid: number }).oid });
    await make('2 AS m');
    const { client } = await connect(created.url('analyst'));
    expect(await rowsOf(client, 'SELECT * FROM spec.person')).toEqual([{ m: 2 }]);
  });
});

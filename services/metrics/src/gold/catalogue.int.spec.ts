import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import type { TestDatabase } from '@minhai/testing';
import { columnsOf } from '../domain-views/domain-view.js';
import { DOMAIN_VIEWS } from '../domain-views/catalogue.js';
import { metricsDatabase } from '../metrics-database.fixture.spec.js';

let created: TestDatabase;
let owner: Database;

interface Described {
  name: string;
  comment: string | null;
}

/** Relations of gold as `name`, their columns as `name.column`. */
const DESCRIBED = `SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
  FROM pg_class c WHERE c.relnamespace = 'gold'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
  UNION ALL
  SELECT c.relname || '.' || a.attname, col_description(c.oid, a.attnum)
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'gold'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
  ORDER BY 1`;

const FORBIDDEN = `SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'gold'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
    AND (NOT has_table_privilege('analyst', c.oid, 'SELECT') OR has_table_privilege('analyst', c.oid, 'INSERT, UPDATE, DELETE'))`;

beforeAll(async () => {
  created = await metricsDatabase('gold-catalogue');
  owner = openDatabase({ url: created.url('minhai_owner'), applicationName: 'spec', maxConnections: 1 });
});

afterAll(async () => {
  await owner.close();
  await created.drop();
});

describe('the schema gold', () => {
  it('has a title in Chinese and English on every relation and every column', async () => {
    const described = await owner.query<Described>(DESCRIBED);
    expect(described.length).toBeGreaterThan(150);
    const isBilingual = (comment: string | null): boolean =>
      /^[^·]*\p{Script=Han}[^·]* · .*[A-Za-z]/u.test(comment ?? '');
    expect(described.filter(({ comment }) => !isBilingual(comment))).toEqual([]);
  });

  it('may be read, and only read, by analysts', async () => {
    expect(await owner.query(FORBIDDEN)).toEqual([]);
  });

  it('has every domain view with its columns in their order', async () => {
    for (const view of DOMAIN_VIEWS) {
      const rows = await owner.query<{ name: string }>(
        `SELECT a.attname AS name FROM pg_attribute a
         WHERE a.attrelid = to_regclass('gold.' || $1) AND a.attnum > 0 ORDER BY a.attnum`,
        [view.name],
      );
      expect([view.name, rows.map(({ name }) => name)]).toEqual([
        view.name,
        columnsOf(view).map(({ name }) => name),
      ]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, PERSONAL_ROLE, type Database } from '@minhai/postgres';
import { TEST_DATABASE_URL, testDatabase, type TestDatabase } from '@minhai/testing';
import { lakeTables } from '../lake-tables.fixture.js';
import { generated, migrations, schemaName } from '../migrations.js';

let created: TestDatabase;
let analyst: Database;
let admin: Database;

beforeAll(async () => {
  created = await testDatabase({
    name: 'masked-gold',
    migrations: [lakeTables, { name: schemaName, migrations, generated }],
  });
  analyst = openDatabase({ url: created.url('analyst'), applicationName: 'spec' });
  const url = new URL(process.env[TEST_DATABASE_URL]!);
  url.pathname = new URL(created.url('analyst')).pathname;
  admin = openDatabase({ url: url.toString(), applicationName: 'spec', maxConnections: 1 });
  await admin.query(
    `INSERT INTO metrics.fact_definition (fact, name, fingerprint)
     VALUES (1, 'eldercare.bed-capacity', ''), (2, 'marriage.registrations', ''), (3, 'child.of-the-future', '')`,
  );
  await admin.query(
    `INSERT INTO metrics.finding (fact, entity, finding_id, rule, severity, district, street, detail, causes, known_from)
     SELECT d.fact, 'key of ' || d.name, gen_random_uuid(), 'STATE', 'error', '310105', 'unknown', '{}', '{}', now()
     FROM metrics.fact_definition d`,
  );
});

afterAll(async () => {
  await analyst.close();
  await admin.close();
  await created.drop();
});

const entities = `SELECT f.fact, f.entity FROM gold.finding f ORDER BY f.fact`;

describe('gold views', () => {
  it('given an analyst, then keys of persons and of facts unknown here are masked, in conditions too', async () => {
    expect(await analyst.query(entities)).toEqual([
      { fact: 'child.of-the-future', entity: '***' },
      { fact: 'eldercare.bed-capacity', entity: 'key of eldercare.bed-capacity' },
      { fact: 'marriage.registrations', entity: '***' },
    ]);
    const guess = `SELECT 1 FROM gold.finding_history f WHERE f.entity = 'key of marriage.registrations'`;
    expect(await analyst.query(guess)).toEqual([]);
    const cast = `SELECT 1 FROM gold.finding f WHERE f.fact LIKE 'marriage%' AND f.entity::integer = 1`;
    await expect(analyst.query(cast)).rejects.toThrow('***');
  });

  it('given a member of the group, then they are shown', async () => {
    const rows = await admin.transaction(async (tx) => {
      await tx.query(`SET LOCAL ROLE ${PERSONAL_ROLE}`);
      return tx.query(entities);
    });
    expect(rows).toContainEqual({ fact: 'marriage.registrations', entity: 'key of marriage.registrations' });
  });
});

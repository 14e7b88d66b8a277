import { createHash, randomBytes } from 'node:crypto';
import {
  digestOf,
  ensureRoles,
  migrate,
  openDatabase,
  sqlIdentifier,
  urlFor,
  type MigrationSet,
} from '@minhai/postgres';
import { TEST_DATABASE_URL, TEST_PASSWORD, requiredVariable } from './test-environment.js';

export const TEST_LOGINS = ['minhai_gateway', 'minhai_lake', 'minhai_metrics', 'analyst'] as const;
export type TestRole = (typeof TEST_LOGINS)[number] | 'minhai_owner';

export interface TestDatabase {
  /** Connection string of a role of the product; never the administrator's. */
  url(role: TestRole): string;
  drop(): Promise<void>;
}

/** Serialises the making of templates between spec files that run at the same time. */
const TEMPLATE_LOCK = 7_310_990_001;

/**
 * A database of its own for one spec file: migrated once as a template, cloned per call (about 80 ms).
 * Roles and passwords are those of the run.
 */
export async function testDatabase(options: {
  name: string;
  migrations: readonly MigrationSet[];
}): Promise<TestDatabase> {
  const adminUrl = requiredVariable(TEST_DATABASE_URL);
  const template = await ensureTemplate(adminUrl, options.migrations);
  const name = sqlIdentifier(`t_${options.name.replaceAll('-', '_')}_${randomBytes(5).toString('hex')}`);
  await asAdmin(adminUrl, async (sql) => {
    await sql(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER minhai_owner`);
    for (const login of TEST_LOGINS) await sql(`GRANT CONNECT ON DATABASE ${name} TO ${login}`);
  });
  return {
    url: (role) => urlFor(adminUrl, { name: role, password: requiredVariable(TEST_PASSWORD) }, name),
    drop: () =>
      asAdmin(adminUrl, async (sql) => void (await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

async function ensureTemplate(adminUrl: string, sets: readonly MigrationSet[]): Promise<string> {
  const names = sets.map((set) => [
    set.name,
    set.migrations.map((Migration) => new Migration().name ?? Migration.name),
    set.generated?.().map(digestOf),
  ]);
  const digest = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);
  const template = sqlIdentifier(`template_${digest}`);
  const password = requiredVariable(TEST_PASSWORD);
  const owner = { name: 'minhai_owner', password };
  await asAdmin(adminUrl, async (sql) => {
    await sql(`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`);
    const found = await sql(`SELECT 1 FROM pg_database WHERE datname = '${template}' AND datistemplate`);
    if (found.length > 0) return;
    await sql(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await ensureRoles(adminUrl, {
      database: template,
      owner,
      logins: TEST_LOGINS.map((name) => ({ name, password })),
    });
    await migrate(urlFor(adminUrl, owner, template), sets);
    await sql(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  });
  return template;
}

type Sql = (text: string) => Promise<object[]>;

/** One connection for the whole of `work`, so that a session lock lasts as long. */
async function asAdmin(adminUrl: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const database = openDatabase({
    url: adminUrl,
    applicationName: 'minhai-test',
    maxConnections: 1,
    statementTimeoutMs: 60_000,
  });
  try {
    await work((text) => database.query(text));
  } finally {
    await database.close();
  }
}

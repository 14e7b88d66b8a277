import pg from 'pg';
import { sqlIdentifier, sqlLiteral } from './identifier.js';
import { DUPLICATE_DATABASE, DUPLICATE_OBJECT, sqlStateOf } from './sql-state.js';

export interface RoleSpec {
  readonly name: string;
  readonly password: string;
}

export interface RolesSpec {
  readonly database: string;
  /** Owns the database and every object in it; runs migrations; no service logs in with it. */
  readonly owner: RoleSpec;
  /** One login role per service, and readers. None may create objects in the public schema. */
  readonly logins: readonly RoleSpec[];
}

/**
 * Makes the database, its owner and the login roles, or brings their passwords up to date. Idempotent.
 * `adminUrl` must be allowed to create roles and databases.
 */
export async function ensureRoles(adminUrl: string, spec: RolesSpec): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    for (const role of [spec.owner, ...spec.logins]) await ensureLogin(client, role);
    const owner = sqlIdentifier(spec.owner.name);
    const database = sqlIdentifier(spec.database);
    // CREATE DATABASE … OWNER needs membership in the owner when the administrator is no superuser.
    await client.query(`GRANT ${owner} TO CURRENT_USER`);
    await unless(DUPLICATE_DATABASE, () => client.query(`CREATE DATABASE ${database} OWNER ${owner}`));
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    for (const role of spec.logins) {
      await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${sqlIdentifier(role.name)}`);
    }
  } finally {
    await client.end();
  }
}

async function ensureLogin(client: pg.Client, role: RoleSpec): Promise<void> {
  const name = sqlIdentifier(role.name);
  await unless(DUPLICATE_OBJECT, () => client.query(`CREATE ROLE ${name}`));
  await client.query(
    `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${sqlLiteral(role.password)}`,
  );
}

/** Losing the race to create something is success. */
async function unless(expectedState: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (sqlStateOf(error) !== expectedState) throw error;
  }
}

/** The same server and database name, another login. */
export function urlFor(baseUrl: string, login: RoleSpec, database?: string): string {
  const url = new URL(baseUrl);
  url.username = encodeURIComponent(login.name);
  url.password = encodeURIComponent(login.password);
  if (database !== undefined) url.pathname = `/${database}`;
  return url.toString();
}

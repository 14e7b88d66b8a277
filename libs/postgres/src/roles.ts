import pg from 'pg';
import { sqlIdentifier, sqlLiteral } from './identifier.js';
import { PERSONAL_ROLE } from './masking.js';
import { DUPLICATE_DATABASE, DUPLICATE_OBJECT, INSUFFICIENT_PRIVILEGE, sqlStateOf } from './sql-state.js';

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
    await ensureRole(client, PERSONAL_ROLE);
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
  await ensureRole(client, name);
  await client.query(
    `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${sqlLiteral(role.password)}`,
  );
}

/** Made without login. Throws an Error that says what to do when this administrator may not create roles. */
async function ensureRole(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles r WHERE r.rolname = $1', [name]);
  if (found.rows.length > 0) return;
  try {
    await unless(DUPLICATE_OBJECT, () => client.query(`CREATE ROLE ${sqlIdentifier(name)} NOLOGIN`));
  } catch (error) {
    if (sqlStateOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new Error(
      `role ${name} is missing and this administrator lacks CREATEROLE; one who has it must run: CREATE ROLE ${name} NOLOGIN`,
      { cause: error },
    );
  }
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

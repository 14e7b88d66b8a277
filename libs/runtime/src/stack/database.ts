import { ensureRoles, migrate, type MigrationSet } from '@minhai/postgres';
import type { Secrets } from '../files/secrets.js';
import { DATABASE_NAME, databaseUrl, OWNER_ROLE } from './database-url.js';

/** Connection URLs of the product's database, one per role. */
export interface DatabaseUrls {
  /** Administrator of the server. */
  readonly admin: string;
  /** Throws when the instance has no such role. */
  url(role: string): string;
}

export function databaseUrls(admin: string, secrets: Secrets): DatabaseUrls {
  return {
    admin,
    url(role) {
      const password = secrets[role];
      if (password === undefined) throw new Error(`this instance has no database role ${role}`);
      return databaseUrl(admin, { role, password });
    },
  };
}

/** Makes the database, its roles and every schema, or brings them up to date. Returns the migrations that ran. */
export async function prepareDatabase(
  urls: DatabaseUrls,
  secrets: Secrets,
  loginRoles: readonly string[],
  migrations: readonly MigrationSet[],
): Promise<string[]> {
  const role = (name: string) => ({ name, password: secrets[name]! });
  await ensureRoles(urls.admin, {
    database: DATABASE_NAME,
    owner: role(OWNER_ROLE),
    logins: loginRoles.map(role),
  });
  return migrate(urls.url(OWNER_ROLE), migrations);
}

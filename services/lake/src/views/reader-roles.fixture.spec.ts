import { openDatabase, PERSONAL_ROLE, sqlIdentifier, type Database } from '@minhai/postgres';
import { TEST_DATABASE_URL } from '@minhai/testing';
import { randomBytes } from 'node:crypto';

/** Real login roles of one spec file, beside `analyst`: those who were granted persons. */
export class ReaderRoles {
  private readonly suffix = randomBytes(4).toString('hex');
  private readonly opened: Database[] = [];
  private readonly names: string[] = [];
  private readonly admin: Database;

  /** `databaseUrl`: any URL of the database under test. */
  constructor(private readonly databaseUrl: string) {
    const url = new URL(process.env[TEST_DATABASE_URL]!);
    url.pathname = new URL(databaseUrl).pathname;
    this.admin = openDatabase({ url: url.toString(), applicationName: 'spec-admin', maxConnections: 1 });
  }

  /** A new login that is a member of the group; `inherits` false: it must SET ROLE first. */
  async granted(inherits = true): Promise<Database> {
    const name = sqlIdentifier(`reader_${this.names.length}_${this.suffix}`);
    this.names.push(name);
    const url = new URL(this.databaseUrl);
    url.username = name;
    url.password = this.suffix;
    await this.admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${this.suffix}'`);
    await this.admin.query(`GRANT ${PERSONAL_ROLE} TO ${name} WITH INHERIT ${inherits ? 'TRUE' : 'FALSE'}`);
    await this.admin.query(`GRANT CONNECT ON DATABASE ${sqlIdentifier(url.pathname.slice(1))} TO ${name}`);
    const database = openDatabase({ url: url.toString(), applicationName: name, maxConnections: 1 });
    this.opened.push(database);
    return database;
  }

  async drop(): Promise<void> {
    for (const database of this.opened) await database.close();
    const database = sqlIdentifier(new URL(this.databaseUrl).pathname.slice(1));
    for (const name of this.names) {
      await this.admin.query(`REVOKE ALL ON DATABASE ${database} FROM ${name}`);
      await this.admin.query(`DROP ROLE ${name}`);
    }
    await this.admin.close();
  }
}

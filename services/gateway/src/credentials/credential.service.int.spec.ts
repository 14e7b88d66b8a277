import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@minhai/postgres';
import { testDatabase, type TestDatabase } from '@minhai/testing';
import { migrations, schemaName } from '../migrations.js';
import { openCredentials, type OpenCredentials } from './open-credentials.js';
import { hashToken } from '@minhai/nest/bearer-token';

let database: TestDatabase;
let opened: OpenCredentials;
let asGateway: Database;

beforeAll(async () => {
  database = await testDatabase({ name: 'credentials', migrations: [{ name: schemaName, migrations }] });
  opened = await openCredentials(database.url('minhai_gateway'));
  asGateway = openDatabase({ url: database.url('minhai_gateway'), applicationName: 'spec' });
});
afterAll(async () => {
  await opened.close();
  await asGateway.close();
  await database.drop();
});

describe('CredentialService', () => {
  it('shows a token once and stores its hash only', async () => {
    const created = await opened.credentials.create(' 长宁养老 ', [
      'urn:mca:310105:eldercare',
      'urn:mca:310105:eldercare',
    ]);
    expect(created).toMatchObject({
      name: '长宁养老',
      sources: ['urn:mca:310105:eldercare'],
      revokedAt: null,
    });
    const rows = await asGateway.query('SELECT c.* FROM gateway.credential c WHERE c.id = $1', [created.id]);
    expect(rows).toMatchObject([{ token_hash: hashToken(created.token), revoked_at: null }]);
    expect(JSON.stringify(rows)).not.toContain(created.token);
  });

  it('gives no right unless asked, and none that does not exist', async () => {
    const plain = await opened.credentials.create('plain', ['urn:mca:*']);
    const registrar = await opened.credentials.create('registrar', ['urn:mca:*'], ['schemas:write']);
    const rightsOf = new Map((await opened.credentials.list()).map(({ id, rights }) => [id, rights]));
    expect([rightsOf.get(plain.id), rightsOf.get(registrar.id)]).toEqual([[], ['schemas:write']]);
    const unknown = opened.credentials.create('x', ['urn:mca:*'], ['everything' as never]);
    await expect(unknown).rejects.toThrow(/credential_rights_known/);
  });

  it('revokes for ever', async () => {
    const { id } = await opened.credentials.create('x', ['urn:mca:*']);
    expect(await opened.credentials.revoke(id)).toBe(true);
    const [first] = (await opened.credentials.list()).filter((each) => each.id === id);
    expect(await opened.credentials.revoke(id)).toBe(true);
    const [second] = (await opened.credentials.list()).filter((each) => each.id === id);
    expect(first!.revokedAt).not.toBeNull();
    expect(second).toEqual(first);
    expect((await opened.credentials.findActive()).some(({ credential }) => credential.id === id)).toBe(
      false,
    );
  });

  it('says when there is nothing to revoke', async () => {
    expect(await opened.credentials.revoke('01725b0c-0000-7000-8000-000000000000')).toBe(false);
  });

  it.each([
    ['', ['urn:mca:*']],
    ['x'.repeat(101), ['urn:mca:*']],
    ['x', []],
    ['x', ['*']],
    ['x', ["urn:mca:310105:'; DROP TABLE gateway.credential --"]],
  ])('refuses the name %j for %j', async (name, sources) => {
    await expect(opened.credentials.create(name, sources)).rejects.toMatchObject({ status: 422 });
  });
});

describe('the role of the gateway', () => {
  it.each([
    ['delete a credential', 'DELETE FROM gateway.credential'],
    ['widen its rights', `UPDATE gateway.credential SET rights = '{schemas:write}'`],
    ['widen its sources', `UPDATE gateway.credential SET sources = '{urn:mca:*}'`],
    ['swap its token', `UPDATE gateway.credential SET token_hash = sha256('x')`],
    ['create a table', 'CREATE TABLE gateway.other (id int)'],
  ])('may not %s', async (_, statement) => {
    await expect(asGateway.query(statement)).rejects.toThrow(/permission denied/);
  });
});

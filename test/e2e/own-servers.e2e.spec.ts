import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, urlFor } from '@minhai/postgres';
import { startTestStack, TEST_DATABASE_URL, TEST_KAFKA_BROKERS, type TestStack } from '@minhai/testing';
import { runMinhai } from './support/command.js';

const PASSWORDS = ['OWNER', 'GATEWAY', 'LAKE', 'METRICS', 'ANALYST'].map((role) => `MINHAI_PASSWORD_${role}`);

describe('servers of one’s own', () => {
  let servers: TestStack;
  let environment: Record<string, string>;

  beforeAll(async () => {
    servers = await startTestStack({});
    environment = {
      DATABASE_URL: servers.environment[TEST_DATABASE_URL]!,
      KAFKA_BROKERS: servers.environment[TEST_KAFKA_BROKERS]!,
    };
  });

  afterAll(() => servers?.stop());

  it('given no passwords, then every missing variable is named at once', async () => {
    const { code, stderr } = await runMinhai(['migrate'], environment);
    expect(code).toBe(1);
    for (const variable of PASSWORDS) expect(stderr).toContain(variable);
  });

  it('given empty servers, when migrated twice, then database, roles and topics are there', async () => {
    const withPasswords = {
      ...environment,
      ...Object.fromEntries(PASSWORDS.map((name) => [name, `of-${name}`])),
    };
    for (const run of [1, 2]) {
      expect({ run, ...(await runMinhai(['migrate'], withPasswords)) }).toMatchObject({ run, code: 0 });
    }
    const analyst = { name: 'analyst', password: 'of-MINHAI_PASSWORD_ANALYST' };
    const database = openDatabase({
      url: urlFor(environment.DATABASE_URL!, analyst, 'minhai'),
      applicationName: 'e2e',
    });
    try {
      expect(await database.query('SELECT count(*) AS values FROM gold.indicator_value')).toEqual([
        { values: 0 },
      ]);
    } finally {
      await database.close();
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemaFingerprint } from '@minhai/events';
import { createLogger, parseConfig, type RunningService } from '@minhai/nest';
import { gatewayConfig } from '../config.js';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';
import { startGateway } from '../start-gateway.js';
import {
  as,
  askRegistry,
  BED,
  bedVersion,
  optional,
  registryOf,
  someRecord,
  withSchema,
} from './registry-under-test.spec.js';
import { handRegisteredId } from './schema-id.js';

let gateway: GatewayUnderTest;
let token: string;
const ask = registryOf(() => gateway);
const subject = (name: string): string => `cn.gov.mca.specs.${name}`;

/** Another process of the same installation. */
const another = (): Promise<RunningService> =>
  startGateway(
    parseConfig(gatewayConfig, {
      PORT: '0',
      DATABASE_URL: gateway.databaseUrl,
      KAFKA_BROKERS: '127.0.0.1:1',
    }),
    {
      kafka: gateway.kafka,
      logger: createLogger('gateway', 'silent'),
      exit: () => undefined,
      docs: false,
    },
  );
const register = (url: string, name: string, schema: object) =>
  askRegistry(url, `/subjects/${subject(name)}/versions`, { body: withSchema(schema), ...as(token) });

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  token = await gateway.registrarToken();
});
afterAll(() => gateway.stop());

describe('two gateways of one installation', () => {
  let second: RunningService;

  beforeAll(async () => {
    second = await another();
  });
  afterAll(() => second.stop());

  it('given both register the same schemas at once, then both give the same id and there is one version', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `Race${round}`;
      const urls = [gateway.url, second.url, gateway.url, second.url, second.url];
      const answers = await Promise.all(urls.map((url) => register(url, name, someRecord(name))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect((await ask(`/subjects/${subject(name)}/versions`)).body).toEqual([1]);
    }
  });

  it('given both add different schemas at once, then each has a version of its own, as far as they fit together', async () => {
    await register(gateway.url, 'Both', someRecord('Both'));
    const one = someRecord('Both', [{ name: 'a', type: 'int' }, optional('b')]);
    const two = someRecord('Both', [{ name: 'a', type: 'int' }, optional('c')]);
    const answers = await Promise.all([
      register(gateway.url, 'Both', one),
      register(second.url, 'Both', two),
    ]);
    // The later one lacks the field of the earlier one.
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await ask(`/subjects/${subject('Both')}/versions`)).body).toEqual([1, 2]);
  });

  it('given one registered, then the other serves it at once', async () => {
    const { body } = await register(gateway.url, 'Seen', someRecord('Seen'));
    expect((await askRegistry(second.url, `/schemas/ids/${body.id}`)).status).toBe(200);
    expect((await askRegistry(second.url, `/subjects/${subject('Seen')}/versions/latest`)).body.id).toBe(
      body.id,
    );
  });
});

describe('a registry that starts again', () => {
  it('keeps every id', async () => {
    const { body } = await register(gateway.url, 'Kept', someRecord('Kept'));
    const next = await another();
    try {
      expect((await register(next.url, 'Kept', someRecord('Kept'))).body.id).toBe(body.id);
      const released = await askRegistry(next.url, `/subjects/${BED}/versions/1`);
      expect(released.body).toMatchObject({ id: bedVersion.eventType.versions[0]!.schemaId });
      expect((await ask('/subjects')).body).toEqual((await askRegistry(next.url, '/subjects')).body);
    } finally {
      await next.stop();
    }
  });

  it('given the id of a contract stands for something else, then it refuses to start and names it', async () => {
    const change = (fingerprint: string) =>
      gateway.owner.query(
        `UPDATE gateway.registered_schema SET fingerprint = decode($1, 'hex') WHERE id = $2`,
        [fingerprint, bedVersion.schemaId],
      );
    await change('00'.repeat(32));
    try {
      await expect(another()).rejects.toThrow(new RegExp(`schema id ${bedVersion.schemaId} .*${BED}`));
    } finally {
      await change(schemaFingerprint(bedVersion.schema).toString('hex'));
    }
    await (await another()).stop();
  });

  it('given a release brings a version that was registered by hand, then the release counts and the old id is still read', async () => {
    const byHand = await register(gateway.url, 'Adopted', someRecord('Adopted'));
    const insert = async (id: number, schema: object): Promise<void> => {
      await gateway.owner.query(
        `INSERT INTO gateway.registered_schema (id, subject, fingerprint, schema) VALUES ($1, $2, $3, $4)`,
        [id, subject('Adopted'), schemaFingerprint(schema), JSON.stringify(schema)],
      );
      await gateway.owner.query('INSERT INTO gateway.schema_version VALUES ($1, 1, true, $2)', [
        subject('Adopted'),
        id,
      ]);
    };
    await insert(4711, someRecord('Adopted', [optional('other')]));
    expect((await ask(`/subjects/${subject('Adopted')}/versions/1`)).body.id).toBe(4711);
    expect((await ask(`/subjects/${subject('Adopted')}/versions`)).body).toEqual([1]);
    expect((await ask(`/schemas/ids/${byHand.body.id}`)).status).toBe(200);
    expect((await ask(`/schemas/ids/${byHand.body.id}/versions`)).status).toBe(404);
    expect((await ask('/schemas/ids/4711/versions')).body).toEqual([
      { subject: subject('Adopted'), version: 1 },
    ]);
  });
});

describe('ids of hand-registered schemas', () => {
  const fingerprint = schemaFingerprint(someRecord('Taken'));

  it('follow from subject and content alone', () => {
    expect(handRegisteredId('a.B', fingerprint, 0)).toBe(handRegisteredId('a.B', fingerprint, 0));
    const others = [handRegisteredId('a.C', fingerprint, 0), handRegisteredId('a.B', fingerprint, 1)];
    expect(others).not.toContain(handRegisteredId('a.B', fingerprint, 0));
  });

  it('given another schema has the id, then the next one is taken', async () => {
    const taken = handRegisteredId(subject('Taken'), fingerprint, 0);
    await gateway.owner.query(
      `INSERT INTO gateway.registered_schema (id, subject, fingerprint, schema) VALUES ($1, 'a.Other', $2, '{}')`,
      [taken, Buffer.alloc(32)],
    );
    const { body } = await register(gateway.url, 'Taken', someRecord('Taken'));
    expect(body.id).toBe(handRegisteredId(subject('Taken'), fingerprint, 1));
    expect((await register(gateway.url, 'Taken', someRecord('Taken'))).body.id).toBe(body.id);
  });
});

describe('the role of the gateway', () => {
  it.each(['UPDATE gateway.registered_schema SET schema = $$x$$', 'DELETE FROM gateway.schema_version'])(
    'may not %s',
    async (statement) => {
      const { openDatabase } = await import('@minhai/postgres');
      const asGateway = openDatabase({ url: gateway.databaseUrl, applicationName: 'spec' });
      await expect(asGateway.query(statement)).rejects.toThrow(/permission denied/);
      await asGateway.close();
    },
  );
});

describe('the right to fill the registry', () => {
  it('ends at a thousand schemas that no release contains', async () => {
    await gateway.owner.query(
      `INSERT INTO gateway.registered_schema (id, subject, fingerprint, schema, registered_by)
       SELECT 1000 + i, 'a.Filler', sha256('x'), '{}', (SELECT credential.id FROM gateway.credential LIMIT 1)
         FROM generate_series(1, 1000) AS i`,
    );
    const { status, body } = await register(gateway.url, 'Full', someRecord('Full'));
    expect([status, body.error_code]).toEqual([429, 42901]);
    expect((await register(gateway.url, 'Kept', someRecord('Kept'))).status).toBe(200);
  });
});

describe('a registry that cannot read its tables', () => {
  it('still answers for ids of the release, and tells nothing of its inside for the rest', async () => {
    const own = await startGatewayUnderTest();
    try {
      await own.owner.query('REVOKE SELECT ON gateway.schema_version FROM minhai_gateway');
      expect((await askRegistry(own.url, `/schemas/ids/${bedVersion.schemaId}`)).status).toBe(200);
      const failed = await askRegistry(own.url, '/subjects');
      expect([failed.status, failed.body.error_code]).toEqual([500, 50001]);
      expect(failed.body.message).not.toContain('schema_version');
    } finally {
      await own.stop();
    }
  });
});

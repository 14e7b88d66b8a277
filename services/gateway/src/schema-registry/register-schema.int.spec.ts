import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMA_LIMITS } from '@minhai/events';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';
import {
  as,
  BED,
  bedSchema,
  bedVersion,
  optional,
  plainSchema,
  registryOf,
  someRecord,
  withSchema,
} from './registry-under-test.spec.js';

let gateway: GatewayUnderTest;
let token: string;
const ask = registryOf(() => gateway);
const register = (subject: string, schema: object | string, headers = as(token).headers) =>
  ask(`/subjects/${subject}/versions`, { body: withSchema(schema), headers });
const error = (status: number, number: number) => ({ status, body: { error_code: number } });
const subject = (name: string): string => `cn.gov.mca.specs.${name}`;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  token = await gateway.registrarToken();
});
afterAll(() => gateway.stop());

describe('registering a contract that is there', () => {
  it.each([
    ['as released', bedVersion.schema],
    ['as a client strips it', plainSchema(bedVersion.schema)],
    [
      'with Java’s strings',
      bedSchema((fields) =>
        fields.map((field) =>
          field['type'] === 'string'
            ? { ...field, type: { type: 'string', 'avro.java.string': 'String' } }
            : field,
        ),
      ),
    ],
  ])('%s gives its id to anybody, as often as asked', async (_, schema) => {
    for (const name of [BED, `mca.intake.eldercare-${BED}`])
      expect(await register(`${name}`, schema, {})).toEqual({
        status: 200,
        type: 'application/vnd.schemaregistry.v1+json; charset=utf-8',
        body: { id: bedVersion.schemaId, version: bedVersion.version },
      });
  });

  it('takes plain JSON, a normalize and an empty list of references too', async () => {
    const body = { ...withSchema(bedVersion.schema), schemaType: 'AVRO', references: [], metadata: null };
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const { body: answer } = await ask(`/subjects/${BED}/versions?normalize=true`, { body, headers });
    expect(answer.id).toBe(bedVersion.schemaId);
  });
});

describe('registering something new', () => {
  it('needs a credential with the right', async () => {
    const schema = someRecord('Right');
    expect(await register(subject('Right'), schema, {})).toMatchObject(error(401, 40101));
    expect(await register(subject('Right'), schema, as('mhk_x').headers)).toMatchObject(error(401, 40101));
    const publisher = await gateway.token('urn:mca:*');
    const refused = await register(subject('Right'), schema, as(publisher).headers);
    expect(refused).toMatchObject(error(403, 40301));
    expect(refused.body.message).toContain('schemas:write');
    expect((await ask(`/subjects/${subject('Right')}/versions`)).status).toBe(404);
    const asPassword = { authorization: `Basic ${Buffer.from(`registrar:${token}`).toString('base64')}` };
    expect((await register(subject('Right'), schema, asPassword)).status).toBe(200);
    const wrong = { authorization: `Basic ${Buffer.from('registrar').toString('base64')}` };
    expect((await register(subject('Wrong'), someRecord('Wrong'), wrong)).status).toBe(401);
  });

  it('gives a new subject an id, and says what it is not good for yet', async () => {
    const { status, body } = await register(subject('Fresh'), someRecord('Fresh'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, note: expect.stringContaining('SCHEMA_UNKNOWN') });
    expect(await register(subject('Fresh'), someRecord('Fresh'), {})).toMatchObject({
      body: { id: body.id },
    });
    expect(JSON.parse((await ask(`/schemas/ids/${body.id}`)).body.schema)).toEqual(someRecord('Fresh'));
    expect((await ask(`/schemas/ids/${body.id}/subjects`)).body).toEqual([subject('Fresh')]);
    expect((await ask('/subjects')).body).toContain(subject('Fresh'));
  });

  it('gives a contract its next version', async () => {
    const next = bedSchema((fields) => [...fields, optional('wardName')]);
    const { body } = await register(BED, next);
    expect(body.version).toBe(bedVersion.version + 1);
    expect(body.id).not.toBe(bedVersion.schemaId);
    expect((await ask(`/subjects/${BED}/versions/latest`)).body).toMatchObject({ id: body.id });
    expect((await register(BED, bedVersion.schema)).body.id).toBe(bedVersion.schemaId);
  });

  it('refuses what cannot follow, with every reason', async () => {
    const broken = bedSchema((fields) => [
      ...fields
        .filter(({ name }) => name !== 'delta')
        .map((field) => (field['name'] === 'after' ? { ...field, type: 'string' } : field)),
      { name: 'required', type: 'int' },
    ]);
    const refused = await register(BED, broken);
    expect(refused).toMatchObject(error(409, 409));
    for (const part of ['SCHEMA_INCOMPATIBLE', '/fields/delta', '/fields/after', '/fields/required'])
      expect(refused.body.message).toContain(part);
  });

  it('refuses what is compatible with the newest version only', async () => {
    const fields = (count: number) => [
      { name: 'a', type: 'int' },
      ...Array.from({ length: count }, (_, i) => optional(`f${i}`)),
    ];
    await register(subject('Grown'), someRecord('Grown', fields(1)));
    await register(subject('Grown'), someRecord('Grown', fields(2)));
    expect(await register(subject('Grown'), someRecord('Grown', fields(1)))).toMatchObject({
      body: { version: 1 },
    });
    const shrunk = [{ name: 'a', type: 'int' }, optional('f0'), optional('f2')];
    expect(await register(subject('Grown'), someRecord('Grown', shrunk))).toMatchObject(error(409, 409));
    expect((await ask(`/subjects/${subject('Grown')}/versions`)).body).toEqual([1, 2]);
  });

  it.each([
    ['another name than the subject’s', BED, someRecord('Stray'), [42208, 'RecordNameStrategy']],
    ['a topic’s value', 'mca.intake.eldercare-value', someRecord('Stray'), [42208, 'RecordNameStrategy']],
    ['broken JSON', subject('Stray'), '{"type":', [42201, 'JSON_SYNTAX']],
    [
      'a type contracts do not use',
      subject('Stray'),
      someRecord('Stray', [{ name: 'a', type: 'double' }]),
      [42201, 'SCHEMA_INCOMPATIBLE: /fields/a'],
    ],
    [
      'no namespace',
      'Stray',
      { ...someRecord('Stray'), namespace: undefined },
      [42201, 'SCHEMA_INCOMPATIBLE'],
    ],
  ])('refuses %s', async (_, name, schema, expected) => {
    const [number, advice] = expected as [number, string];
    const refused = await register(name, schema);
    expect(refused).toMatchObject(error(422, number));
    expect(refused.body.message).toContain(advice);
  });

  it('refuses hostile schemas: at the limit they pass, beyond it they do not', async () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `f${i}`, type: 'int' }));
    const long = (bytes: number): string => {
      const text = JSON.stringify({ ...someRecord('Long'), doc: '' });
      return text.replace('"doc":""', `"doc":"${'x'.repeat(bytes - text.length)}"`);
    };
    expect((await register(subject('Wide'), someRecord('Wide', fields(SCHEMA_LIMITS.fields)))).status).toBe(
      200,
    );
    expect((await register(subject('Long'), long(SCHEMA_LIMITS.bytes))).status).toBe(200);
    for (const hostile of [
      someRecord('Wide', fields(SCHEMA_LIMITS.fields + 1)),
      long(SCHEMA_LIMITS.bytes + 1),
      '['.repeat(50_000),
    ]) {
      const refused = await register(subject('Wide'), hostile);
      expect(refused).toMatchObject(error(422, 42201));
      expect(refused.body.message).toMatch(/^SCHEMA_LIMIT/);
    }
  });
});

describe('bodies', () => {
  const path = `/subjects/${BED}/versions`;

  it.each([
    ['no JSON', '{', {}, [400, 400]],
    ['a key twice', '{"schema":"{}","schema":"{}"}', {}, [400, 400]],
    ['no schema', {}, {}, [400, 400]],
    ['a schema as an object', { schema: {} }, {}, [400, 400]],
    ['an array', [], {}, [400, 400]],
    ['no bytes', '', {}, [400, 400]],
    ['Protobuf', { schema: 'message A {}', schemaType: 'PROTOBUF' }, {}, [422, 42201]],
    ['references', { schema: '{}', references: [{ name: 'a', subject: 'b', version: 1 }] }, {}, [422, 42201]],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, [415, 41501]],
    ['a form', 'schema=1', { 'content-type': 'application/x-www-form-urlencoded' }, [415, 41501]],
    ['too many bytes', JSON.stringify({ schema: 'x'.repeat(200_000) }), {}, [413, 41301]],
    [
      'too many bytes as JSON',
      JSON.stringify({ schema: 'x'.repeat(2_000_000) }),
      { 'content-type': 'application/json' },
      [413, 41301],
    ],
    ['broken JSON as JSON', '{', { 'content-type': 'application/json' }, [400, 400]],
  ])(
    'given %s, then the answer is Confluent’s',
    async (_, body, headers: Record<string, string>, expected) => {
      const [status, number] = expected as [number, number];
      const answer = await ask(path, { method: 'POST', body, headers: { ...as(token).headers, ...headers } });
      expect(answer).toMatchObject(error(status, number));
      expect(answer.body.message).toMatch(/^[A-Z_]+: /);
    },
  );
});

describe('asking about compatibility', () => {
  const compatible = (path: string, schema: object) =>
    ask(`/compatibility/subjects/${path}`, { body: withSchema(schema) });

  it('judges against one version or all, and says why not when asked', async () => {
    const good = bedSchema((fields) => [...fields, optional('note')]);
    const bad = bedSchema((fields) => [...fields, { name: 'note', type: 'int' }]);
    expect((await compatible(`${BED}/versions/latest`, plainSchema(bedVersion.schema))).status).toBe(200);
    expect((await compatible(`${BED}/versions/1`, good)).body).toEqual({ is_compatible: true });
    expect((await compatible(`${BED}/versions/1?verbose=true`, good)).body).toEqual({
      is_compatible: true,
      messages: [],
    });
    expect((await compatible(`${BED}/versions/1`, bad)).body).toEqual({ is_compatible: false });
    const { body } = await compatible(`${BED}/versions?verbose=true`, bad);
    expect(body).toEqual({
      is_compatible: false,
      messages: expect.arrayContaining([expect.stringContaining('SCHEMA_INCOMPATIBLE: /fields/note')]),
    });
    expect((await compatible(`${subject('Unseen')}/versions`, someRecord('Unseen'))).body).toEqual({
      is_compatible: true,
    });
  });

  it('says what it cannot judge', async () => {
    expect(await compatible(`${subject('Unseen')}/versions/latest`, someRecord('Unseen'))).toMatchObject(
      error(404, 40401),
    );
    expect(await compatible(`${BED}/versions/999`, bedVersion.schema)).toMatchObject(error(404, 40402));
    expect(await compatible(`${BED}/versions/x`, bedVersion.schema)).toMatchObject(error(422, 42202));
    expect(await compatible(`${BED}/versions/1`, { type: 'map', values: 'int' })).toMatchObject(
      error(422, 42201),
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue, recordName } from '@minhai/events';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';
import {
  BED,
  BED_TYPE,
  bedVersion,
  plainSchema,
  registryOf,
  someRecord,
  withSchema,
} from './registry-under-test.spec.js';

let gateway: GatewayUnderTest;
const ask = registryOf(() => gateway);
const error = (status: number, number: number) => ({ status, body: { error_code: number } });

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
});
afterAll(() => gateway.stop());

describe('contracts in the registry, without a credential', () => {
  const catalogue = loadCatalogue();
  const subjects = catalogue.all().map(({ latest }) => recordName(latest.schema));

  it('has every version of every event type under the id that stands in Kafka', async () => {
    expect((await ask('/subjects')).body).toEqual([...subjects].sort());
    for (const { versions } of catalogue.all())
      for (const { schemaId, schema, version } of versions) {
        const found = (await ask(`/subjects/${recordName(schema)}/versions/${version}`)).body;
        expect(found).toMatchObject({ subject: recordName(schema), id: schemaId, version });
        expect(JSON.parse(found.schema)).toEqual(schema);
        expect(JSON.parse((await ask(`/schemas/ids/${schemaId}`)).body.schema)).toEqual(schema);
      }
  });

  it('lists subjects by prefix, and versions', async () => {
    const prefix = 'cn.gov.mca.eldercare.';
    const own = subjects.filter((subject) => subject.startsWith(prefix)).sort();
    expect((await ask(`/subjects?subjectPrefix=${prefix}&deleted=true`)).body).toEqual(own);
    expect((await ask('/subjects?subjectPrefix=:*:')).body).toHaveLength(subjects.length);
    expect((await ask('/subjects?subjectPrefix=%25')).body).toEqual([]);
    expect((await ask(`/subjects/${BED}/versions?deleted=true`)).body).toContain(1);
  });

  it.each([BED, BED_TYPE, `mca.intake.eldercare-${BED}`, `some-topic-${BED}`])(
    'knows the subject as %s, and answers in the client’s own words',
    async (name) => {
      const { body } = await ask(`/subjects/${name}/versions/latest`);
      expect(body).toMatchObject({ subject: name, id: bedVersion.schemaId, version: bedVersion.version });
      expect(
        (await ask(`/subjects/${name}`, { body: withSchema(plainSchema(bedVersion.schema)) })).body,
      ).toMatchObject({
        subject: name,
        id: bedVersion.schemaId,
      });
    },
  );

  it('gives the schema by itself, its places and the kinds of schema', async () => {
    const { schemaId, version } = bedVersion;
    expect((await ask(`/subjects/${BED}/versions/-1/schema`)).body).toEqual(bedVersion.schema);
    expect((await ask(`/schemas/ids/${schemaId}/schema`)).body).toEqual(bedVersion.schema);
    expect((await ask(`/schemas/ids/${schemaId}/versions`)).body).toEqual([{ subject: BED, version }]);
    expect((await ask(`/schemas/ids/${schemaId}/subjects`)).body).toEqual([BED]);
    expect((await ask('/schemas/types')).body).toEqual(['AVRO']);
    expect((await ask('')).body).toEqual({});
  });

  it.each([
    ['an unknown subject', '/subjects/cn.gov.mca.None/versions', 404, 40401],
    ['an unknown subject’s version', '/subjects/cn.gov.mca.None/versions/1', 404, 40401],
    ['a topic’s value', '/subjects/mca.intake.eldercare-value/versions/latest', 404, 40401],
    ['no name at all', `/subjects/${encodeURIComponent("'; DROP TABLE x --")}/versions`, 404, 40401],
    ['an unknown version', `/subjects/${BED}/versions/999`, 404, 40402],
    ['version 0', `/subjects/${BED}/versions/0`, 422, 42202],
    ['no version', `/subjects/${BED}/versions/newest`, 422, 42202],
    ['an unknown id', '/schemas/ids/1', 404, 40403],
    ['id 0', '/schemas/ids/0', 404, 40403],
    ['an id beyond int', '/schemas/ids/99999999999', 404, 40403],
    ['an id that is none', '/schemas/ids/x/schema', 404, 40403],
    ['places of an unknown id', '/schemas/ids/1/versions', 404, 40403],
    ['subjects of an unknown id', '/schemas/ids/1/subjects', 404, 40403],
    ['another path', '/contexts/one', 404, 404],
  ])('given %s, then it answers with Confluent’s number', async (_, path, status, number) => {
    const answer = await ask(path);
    expect(answer).toMatchObject(error(status, number));
    expect(answer.body.message).toMatch(/^[A-Z_]+: /);
    expect(Object.keys(answer.body)).toEqual(['error_code', 'message']);
  });

  it('given a lookup, then unknown subject, unknown schema and unusable schema differ', async () => {
    const other = withSchema(someRecord('Other'));
    expect(await ask('/subjects/cn.gov.mca.None', { body: other })).toMatchObject(error(404, 40401));
    expect(await ask(`/subjects/${BED}`, { body: other })).toMatchObject(error(404, 40403));
    expect(await ask(`/subjects/${BED}`, { body: withSchema('{') })).toMatchObject(error(422, 42201));
  });

  it('deletes nothing', async () => {
    for (const path of [`/subjects/${BED}`, `/subjects/${BED}/versions/1`, '/config', `/mode/${BED}`]) {
      const answer = await ask(path, { method: 'DELETE' });
      expect(answer).toMatchObject(error(405, 405));
      expect(answer.body.message).toContain('nothing is deleted');
    }
  });

  it('speaks Confluent’s media type, or plain JSON to who asks for nothing else', async () => {
    const accept =
      'application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json, application/json';
    const types = await Promise.all(
      [accept, 'application/json', '*/*'].flatMap((each) =>
        ['/subjects', '/subjects/none/versions'].map(
          async (path) => (await ask(path, { headers: { accept: each } })).type,
        ),
      ),
    );
    const own = 'application/vnd.schemaregistry.v1+json; charset=utf-8';
    const json = 'application/json; charset=utf-8';
    expect(types).toEqual([own, own, json, json, own, own]);
  });
});

describe('settings of the registry', () => {
  it('has one level and one mode for every subject', async () => {
    for (const path of ['/config', `/config/${BED}?defaultToGlobal=true`])
      expect((await ask(path)).body).toEqual({ compatibilityLevel: 'BACKWARD' });
    for (const path of ['/mode', `/mode/${BED}`])
      expect((await ask(path)).body).toEqual({ mode: 'READWRITE' });
  });

  it('lets nobody change them', async () => {
    const { headers } = { headers: { authorization: `Bearer ${await gateway.registrarToken()}` } };
    const put = (path: string, body: unknown, withHeaders: Record<string, string> = headers) =>
      ask(path, { method: 'PUT', body, headers: withHeaders });
    expect(await put('/config', { compatibility: 'BACKWARD' })).toMatchObject({
      status: 200,
      body: { compatibility: 'BACKWARD' },
    });
    expect(await put(`/config/${BED}`, { compatibility: 'NONE' })).toMatchObject(error(422, 42205));
    expect(await put('/config', { compatibility: 'SOMETIMES' })).toMatchObject(error(422, 42203));
    expect(await put('/config', {})).toMatchObject(error(422, 42203));
    expect(await put('/config', { compatibility: 'BACKWARD' }, {})).toMatchObject(error(401, 40101));
    expect(await put('/mode', { mode: 'IMPORT' })).toMatchObject(error(422, 42205));
    expect(await put(`/mode/${BED}`, { mode: 'READONLY' })).toMatchObject(error(422, 42205));
  });
});

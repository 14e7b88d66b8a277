import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import {
  intakeTopic,
  judge,
  loadCatalogue,
  readKafkaEvent,
  recordName,
  type WireRecord,
} from '@minhai/events';
import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';
import { startGatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.spec.js';
import { BED, bedVersion, optional, plainSchema, someRecord } from './registry-under-test.spec.js';

/** Another registry with Confluent's interface, e.g. Apicurio: scripts/apicurio.mjs starts one and says its address. */
const OTHER_REGISTRY = process.env['SCHEMA_REGISTRY_URL'];
const catalogue = loadCatalogue();

type Json = Record<string, any>;

let gateway: GatewayUnderTest;
let token: string;
let client: SchemaRegistry;

beforeAll(async () => {
  gateway = await startGatewayUnderTest();
  token = await gateway.registrarToken();
  client = clientOf(OTHER_REGISTRY ?? `${gateway.url}/registry`);
});
afterAll(() => gateway.stop());

const clientOf = (host: string): SchemaRegistry =>
  new SchemaRegistry({
    host,
    auth: { username: 'registrar', password: token },
    retry: { retries: 0 },
  });
const register = (schema: object, subject: string) =>
  client.register({ type: SchemaType.AVRO, schema: JSON.stringify(schema) }, { subject });

describe(`@kafkajs/confluent-schema-registry with ${OTHER_REGISTRY ?? 'the gateway'}`, () => {
  const plain = plainSchema(bedVersion.schema);
  const bed = {
    institutionId: 'EC-CN-0001',
    bedType: 'NURSING',
    bedScope: 'INSTITUTION',
    delta: -3,
    after: 0,
    reason: 'CLOSURE',
    dementiaStandardised: false,
    transferId: null,
  };

  it('registers a contract, finds it again in every way, encodes and decodes', async () => {
    const { id } = await register(plain, BED);
    expect((await register(plain, BED)).id).toBe(id);
    expect(
      await client.getRegistryIdBySchema(BED, { type: SchemaType.AVRO, schema: JSON.stringify(plain) }),
    ).toBe(id);
    expect(await client.getLatestSchemaId(BED)).toBe(id);
    expect(await client.getRegistryId(BED, 1)).toBe(id);
    const framed = await client.encode(id, bed);
    expect(framed.readInt32BE(1)).toBe(id);
    expect({ ...(await clientOf(OTHER_REGISTRY ?? `${gateway.url}/registry`).decode(framed)) }).toEqual(bed);
  });

  it('registers a new subject and its next version, and is refused what cannot follow', async () => {
    const name = `Client${Date.now()}`;
    const fields = [{ name: 'a', type: 'int' }];
    const subject = `cn.gov.mca.specs.${name}`;
    const first = await register(someRecord(name, fields), subject);
    const second = await register(someRecord(name, [...fields, optional('b')]), subject);
    expect(second.id).not.toBe(first.id);
    expect(await client.getLatestSchemaId(subject)).toBe(second.id);
    const later = await client.decode(await client.encode(first.id, { a: 1 }), {
      [SchemaType.AVRO]: { readerSchema: someRecord(name, [...fields, optional('b')]) as never },
    });
    expect({ ...later }).toEqual({ a: 1, b: null });
    const broken = someRecord(name, [...fields, optional('b'), { name: 'c', type: 'int' }]);
    await expect(register(broken, subject)).rejects.toMatchObject({ status: 409 });
    await expect(client.getLatestSchemaId(`${subject}Unknown`)).rejects.toMatchObject({ status: 404 });
  });
});

/** Samples of all event types whose schemas mean to this client what they mean to us: dates and decimals differ. */
const folders = EVENT_FOLDERS.filter(
  ({ type }) => !JSON.stringify(catalogue.find(type)!.latest.schema).includes('logicalType'),
);
const samples = (kind: 'valid' | 'refused'): { name: string; event: Json }[] =>
  folders.flatMap((folder) =>
    readEventSamples(folder)[kind].map(({ name, event }) => ({ name: `${folder.name} ${name}`, event })),
  );

/** The record a department makes with this client; undefined when its Avro cannot say it. */
async function recordOf(own: SchemaRegistry, event: Json): Promise<WireRecord | undefined> {
  const eventType = catalogue.find(event['type'] as string);
  if (!eventType) return undefined;
  const { data, datacontenttype: _, ...attributes } = event;
  const headers = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`ce_${name}`, Buffer.from(String(value))]),
  );
  const id = await own.getLatestSchemaId(recordName(eventType.latest.schema));
  const value = await own.encode(id, data).catch(() => undefined);
  return value && { key: Buffer.from(String(event['subject'])), value, headers };
}

const overHttp = (event: Json): Promise<Response> =>
  fetch(`${gateway.url}/v1/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${token}` },
    body: JSON.stringify(event),
  });

/** The client asks for the newest version; what was sent in an older one has other bytes. */
const isOfNewestVersion = ({ event }: { readonly event: Json }): boolean =>
  event['dataschema'] === undefined ||
  event['dataschema'] === catalogue.find(String(event['type']))!.latest.urn;

describe('a department that writes Avro itself, with ids of the gateway’s registry', () => {
  let own: SchemaRegistry;

  beforeAll(() => {
    own = clientOf(`${gateway.url}/registry`);
  });

  it('writes the bytes the gateway would have written, for every sample', async () => {
    expect(folders.length).toBeGreaterThan(5);
    for (const { name, event } of samples('valid').filter(isOfNewestVersion)) {
      expect({ name, status: (await overHttp(event)).status }).toMatchObject({ status: 202 });
      const topic = intakeTopic('mca', catalogue.find(event['type'])!.domain);
      const written = [0, 1, 2, 3]
        .flatMap((partition) => gateway.kafka.records(topic, partition))
        .findLast(({ headers }) => headers['ce_id']?.toString() === event['id']);
      const record = await recordOf(own, event);
      expect({ name, value: record!.value!.toString('hex') }).toEqual({
        name,
        value: written!.value!.toString('hex'),
      });
      const read = readKafkaEvent(record!, catalogue);
      expect({ name, ok: read.ok }).toEqual({ name, ok: true });
    }
  });

  it('is told the same codes at the same places as over HTTP, for every fault Avro can carry', async () => {
    const told = new Set<string>();
    for (const { name, event } of samples('refused')) {
      const record = await recordOf(own, event);
      // Its serializer drops undeclared fields, headers are always texts, and its id is the schema's.
      const isSayable = Object.entries(event).every(
        ([name, value]) => name !== 'dataschema' && typeof value !== 'number',
      );
      if (!record || !isSayable || !declares(event)) continue;
      const read = readKafkaEvent(record, catalogue);
      const problems = read.ok ? judge(read.value, { now: Date.now(), catalogue }).problems : read.problems;
      const response = await overHttp(event);
      const answer = (await response.json()) as Json;
      const refused = (answer['refused'] ?? [answer]) as Json[];

      expect({ name, places: places(problems) }).toEqual({ name, places: places(refused) });
      for (const { code } of problems) told.add(code);
    }
    expect([...told]).toEqual(
      expect.arrayContaining([
        'CODELIST',
        'REGION',
        'RULE',
        'SUBJECT',
        'ID_FORMAT',
        'NUM_RANGE',
        'TIME_FUTURE',
        'PERSON_ID_IN_ORG_FIELD',
      ]),
    );
  });
});

/** An undeclared attribute is named over HTTP; a header's name is somebody else's text and is not. */
const places = (problems: readonly Json[]): string[] =>
  problems.map(({ code, pointer }) => (code === 'ENVELOPE' ? code : `${code} ${pointer}`));

const declares = (event: Json): boolean => {
  const fields = catalogue.find(event['type'])!.latest.shape.fields.map(({ name }) => name);
  return Object.keys(event['data']).every((name) => fields.includes(name));
};

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intakeTopic, loadCatalogue, recordName } from '@minhai/events';
import { EVENT_FOLDERS, readEventSamples } from '@minhai/schemas';
import { startInstance, type TestInstance } from './support/instance.js';
import { preparePython, type Python } from './support/python.js';
import { eventually } from './support/settled.js';

/** Another registry with Confluent's interface, e.g. Apicurio: scripts/apicurio.mjs starts one and says its address. */
const OTHER_REGISTRY = process.env.SCHEMA_REGISTRY_URL;
const SCRIPT = 'registry_client.py';
const TYPE = 'cn.gov.mca.eldercare.bed.changed';
const VALID = ['plain', 'all-fields', 'edge-all-beds-gone'];
/** Faults that Avro can carry: what is wrong is a value, or the envelope. */
const REFUSED = [
  'bed-type-unknown',
  'voids-by-another-type',
  'source-not-a-urn',
  'time-without-offset',
  'undeclared-attribute',
  'key-with-space',
  'negative-after',
  'number-as-key',
  'district-before-its-time',
  'conversion-without-transfer',
  'delta-zero',
  'other-key',
  'registered-in-the-future',
];

type Json = Record<string, any>;
interface Sent {
  readonly id?: number;
  readonly decoded?: Json;
  readonly error?: string;
}

const catalogue = loadCatalogue();
const { latest } = catalogue.find(TYPE)!;
const record = recordName(latest.schema);
const python = await preparePython();
if (typeof python === 'string') {
  process.stderr.write(
    `\n=== SKIPPED: the Python serializer was not tried against the registry.\n=== ${python}\n` +
      '=== It needs python3 with venv and pip, and a package index.\n\n',
  );
}

/** Names and types only, as a department writes the schema itself. */
const plain = (more: Json[] = []): string =>
  JSON.stringify({
    type: 'record',
    namespace: latest.schema['namespace'],
    name: latest.schema['name'],
    fields: [
      ...(latest.schema['fields'] as Json[]).map(({ name, type, ...rest }) =>
        'default' in rest ? { name, type, default: rest['default'] } : { name, type },
      ),
      ...more,
    ],
  });

const samples = readEventSamples(EVENT_FOLDERS.find(({ type }) => type === TYPE)!);
const sample = (name: string): Json =>
  [...samples.valid, ...samples.refused].find((each) => each.name === name)!.event;
/** The samples' own ids would meet as duplicates. */
const withOwnId = (event: Json): Json => ({ ...event, id: `01726d2d-8800-7${randomUUID().slice(15)}` });

const order = (event: Json, mode: string, schema: string | null = plain()): Json => {
  const { data, datacontenttype: _, ...attributes } = event;
  return {
    topic: intakeTopic('mca', 'eldercare'),
    key: event['subject'],
    headers: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]),
    ),
    record,
    schema,
    data,
    mode,
  };
};

(typeof python === 'string' ? describe.skip : describe)('confluent-kafka for Python', () => {
  const { run } = python as Python;
  let instance: TestInstance;
  let registry: string;

  beforeAll(async () => {
    instance = await startInstance();
    registry = `${instance.gatewayUrl}/registry`;
  });

  afterAll(() => instance?.stop());

  const post = (path: string, body: unknown, contentType: string): Promise<Response> =>
    fetch(`${instance.gatewayUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization: `Bearer ${instance.token}` },
      body: JSON.stringify(body),
    });
  const overHttp = async (event: Json): Promise<{ status: number; body: Json }> => {
    const response = await post('/v1/events', event, 'application/cloudevents+json');
    return { status: response.status, body: (await response.json()) as Json };
  };
  const receipts = async (ids: string[]): Promise<Json[]> => {
    const response = await post('/v1/receipts/lookup', { ids }, 'application/json');
    return ((await response.json()) as { receipts: Json[] }).receipts;
  };
  const settledReceipts = async (ids: string[]): Promise<Json[]> => {
    let last: Json[] = [];
    const isSettled = async (): Promise<boolean> =>
      (last = await receipts(ids)).every(({ status }) => status !== 'pending');
    await eventually('every event has a receipt', isSettled);
    return last;
  };

  it('registers, looks up and takes the newest schema, and reads its own bytes', async () => {
    const modes = [
      ['register', plain()],
      ['lookup', plain()],
      ['latest', null],
    ] as const;
    const events = modes.flatMap(([mode, schema]) => VALID.map((name) => order(sample(name), mode, schema)));
    const sent = await run<Sent[]>(SCRIPT, { registry: OTHER_REGISTRY ?? registry, brokers: null, events });
    const optional = { transferId: null };
    expect(sent.map(({ error, decoded }) => error ?? decoded)).toEqual(
      events.map(({ data }) => ({ ...optional, ...data })),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    if (!OTHER_REGISTRY) expect(sent[0]!.id).toBe(latest.schemaId);
  });

  it('publishes to the intake topic, and events are accepted as those sent by HTTP are', async () => {
    const events = VALID.map(sample);
    const [byKafka, byHttp] = [events.map(withOwnId), events.map(withOwnId)];
    const orders = byKafka.map((event) => order(event, 'register'));
    const sent = await run<Sent[]>(SCRIPT, { registry, brokers: instance.stack.brokers, events: orders });
    expect(sent.map(({ error }) => error)).toEqual(VALID.map(() => undefined));
    for (const event of byHttp) expect(await overHttp(event)).toMatchObject({ status: 202 });
    const found = await settledReceipts([...byKafka, ...byHttp].map(({ id }) => id as string));
    expect(found.map(({ status, domain }) => `${status} ${domain}`)).toEqual(
      Array(2 * VALID.length).fill('accepted eldercare'),
    );
  });

  it('publishes faulty events, and each is held with the code HTTP refuses it with', async () => {
    const byKafka = REFUSED.map(sample).map(withOwnId);
    const orders = byKafka.map((event) => order(event, 'lookup'));
    const sent = await run<Sent[]>(SCRIPT, { registry, brokers: instance.stack.brokers, events: orders });
    expect(sent.map(({ error }) => error)).toEqual(REFUSED.map(() => undefined));
    const refused = await Promise.all(byKafka.map(withOwnId).map(overHttp));
    expect(refused.map(({ status }) => status)).toEqual(REFUSED.map(() => 400));
    // A source that is no urn belongs to nobody, so its receipt is nobody's to read.
    const readable = REFUSED.flatMap((name, i) => (name.includes('source-not-a-urn') ? [] : [i]));
    const held = await settledReceipts(readable.map((i) => byKafka[i]!['id'] as string));
    expect(held.map(({ status, code }, at) => `${REFUSED[readable[at]!]}: ${status} ${code}`)).toEqual(
      readable.map((i) => `${REFUSED[i]}: quarantined ${refused[i]!.body['code']}`),
    );
  });

  it('registers the next version with the right to, and its events wait for a release', async () => {
    const created = await instance.minhai([
      'credentials',
      'create',
      ...['--source', 'urn:mca:*', '--name', 'registrar', '--may-register-schemas', '--json'],
    ]);
    const { token } = JSON.parse(created.stdout) as { token: string };
    const next = plain([{ name: 'wardName', type: ['null', 'string'], default: null }]);
    const [event, again] = [withOwnId(sample('plain')), withOwnId(sample('plain'))];
    const refused = await run<Sent[]>(SCRIPT, {
      registry,
      brokers: null,
      events: [order(event, 'register', next)],
    });
    expect(refused[0]!.error).toContain('UNAUTHENTICATED');
    const [sent] = await run<Sent[]>(SCRIPT, {
      registry,
      brokers: instance.stack.brokers,
      user: 'registrar',
      password: token,
      events: [order(again, 'register', next)],
    });
    expect(sent).toMatchObject({ decoded: { wardName: null } });
    expect(sent!.id).not.toBe(latest.schemaId);
    const [receipt] = await settledReceipts([again['id'] as string]);
    expect(receipt).toMatchObject({ status: 'quarantined', code: 'SCHEMA_UNKNOWN' });
  });
});

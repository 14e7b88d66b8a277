import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidV7 } from '@minhai/domain';
import { loadCatalogue, readJsonEvent, toKafkaRecord } from '@minhai/events';
import type { Reconciliation } from '@minhai/gateway';
import { kafkaJsClient, type KafkaClient, type OutgoingRecord } from '@minhai/kafka';
import { createHash } from 'node:crypto';
import { followReceipts, type FollowedReceipts } from './support/receipts.js';
import { startInstance, type TestInstance } from './support/instance.js';
import { eventually } from './support/settled.js';

const SOURCE = 'urn:mca:310105:eldercare';
const INTAKE = 'mca.intake.eldercare';
const catalogue = loadCatalogue();

const idOf = (name: string): string =>
  uuidV7(Date.parse('2020-03-01T00:00:00Z'), createHash('sha256').update(name).digest());

/** Institution `inst-name` closed, under an id made of the name. */
const closing = (name: string, reason = 'lease ended') => ({
  specversion: '1.0',
  id: idOf(name),
  source: SOURCE,
  type: 'cn.gov.mca.eldercare.institution.closed',
  subject: `inst-${name}`,
  time: '2020-03-01T08:00:00+08:00',
  recordedtime: '2020-03-02T08:00:00+08:00',
  regionid: '310105',
  streetid: '310105005',
  data: { institutionId: `inst-${name}`, reason },
});

function recordOf(name: string, reason?: string): OutgoingRecord {
  const read = readJsonEvent(closing(name, reason), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { key, value, headers } = toKafkaRecord(read.value, catalogue);
  return { key, value, headers };
}

/** What a department with its own serializer may get wrong. */
const cutShort = (name: string): OutgoingRecord => {
  const record = recordOf(name);
  return { ...record, value: record.value!.subarray(0, -2) };
};
const nameless: OutgoingRecord = { key: null, value: Buffer.from('hello'), headers: {} };

describe('a department follows what became of its events', () => {
  let instance: TestInstance;
  let kafka: KafkaClient;
  let receipts: FollowedReceipts;
  let token: string;

  beforeAll(async () => {
    instance = await startInstance();
    const created = await instance.minhai([
      'credentials',
      'create',
      '--source',
      SOURCE,
      '--name',
      'eldercare',
      '--json',
    ]);
    ({ token } = JSON.parse(created.stdout) as { token: string });
    kafka = kafkaJsClient({ brokers: instance.stack.brokers.split(','), clientId: 'department' });
    receipts = await followReceipts(kafka, SOURCE);
  });

  afterAll(async () => {
    await receipts?.stop();
    await instance?.stop();
  });

  const viaHttp = async (...events: unknown[]): Promise<Response> =>
    fetch(`${instance.gatewayUrl}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: events.map((event) => JSON.stringify(event)).join('\n'),
    });

  const viaKafka = async (...records: OutgoingRecord[]): Promise<void> => {
    const producer = await kafka.producer();
    await producer.send([{ topic: INTAKE, records }]);
    await producer.close();
  };

  const ask = (query: string, bearer = token): Promise<Response> =>
    fetch(`${instance.gatewayUrl}/v1/reconciliation?${query}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
  const reconciled = async (query: string, bearer?: string): Promise<Reconciliation> =>
    (await (await ask(query, bearer)).json()) as Reconciliation;

  /** Today in Shanghai; a test that runs over midnight asks for both days. */
  const days = (): string => {
    const day = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
    return `from=${day(Date.now() - 600_000)}&to=${day(Date.now())}`;
  };

  const expected = { sent: 8, landed: 4, held: 1, duplicates: 2, conflicts: 1 };

  it('given good, repeated, conflicting and bad events by HTTP and Kafka, then a receipt of each is on the topic', async () => {
    expect((await viaHttp(closing('a'), closing('b'), closing('a'))).status).toBe(202);
    await eventually('the first three are told', () => receipts.told().length === 3);
    await viaKafka(
      recordOf('c'),
      recordOf('b'),
      cutShort('d'),
      recordOf('c', 'another'),
      nameless,
      recordOf('e'),
    );
    // Refused at once: it never reaches the lake and is in no reconciliation.
    expect((await viaHttp({ ...closing('f'), regionid: '999999' })).status).toBe(400);
    await eventually('all are told', () => receipts.told().length === expected.sent);
    const outcomes = receipts.told().map(({ eventId, status, code }) => `${eventId} ${status} ${code}`);
    expect(outcomes.toSorted()).toEqual(
      [
        ...['a', 'b', 'c', 'e'].map((name) => `${idOf(name)} accepted null`),
        ...['a', 'b'].map((name) => `${idOf(name)} duplicate null`),
        `${idOf('c')} conflict ID_CONFLICT`,
        `${idOf('d')} quarantined AVRO_TRUNCATED`,
      ].toSorted(),
    );
    const ofC = receipts.told().filter(({ eventId }) => eventId === idOf('c'));
    expect(ofC.map(({ status }) => status)).toEqual(['accepted', 'conflict']);
    expect(receipts.told().find(({ status }) => status === 'quarantined')!.advice).toMatchObject({
      zh: expect.stringMatching(/[一-鿿]/),
      en: expect.any(String),
    });
  });

  it('given the day’s reconciliation, then it adds up in JSON and CSV and names what did not land', async () => {
    const found = await reconciled(`source=${SOURCE}&${days()}`);
    expect(found.totals).toEqual({ ...expected, heldByCode: { AVRO_TRUNCATED: 1 } });
    expect(found.held.records.map(({ eventId, status }) => [eventId, status]).toSorted()).toEqual(
      [
        [idOf('c'), 'conflict'],
        [idOf('d'), 'quarantined'],
      ].toSorted(),
    );
    const csv = await (await ask(`${days()}&format=csv`)).text();
    const sums = csv
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(3, 8).map(Number))
      .reduce((sum, row) => sum.map((n, i) => n + row[i]!));
    expect(sums).toEqual(Object.values(expected));
  });

  it('given a record whose source cannot be read, then only who is bound to every source sees it', async () => {
    expect((await ask(`source=unattributed&${days()}`)).status).toBe(403);
    const nobodys = await reconciled(`source=unattributed&${days()}`, instance.token);
    expect(nobodys.totals).toMatchObject({ sent: 1, held: 1 });
    const all = await reconciled(days(), instance.token);
    expect(all.totals.sent).toBe(expected.sent + 1);
  });

  it('given the lake is killed and comes back, then the numbers stay and what follows is added and told', async () => {
    const lake = instance.stack.process('lake');
    lake.kill('SIGKILL');
    await viaKafka(recordOf('g'), recordOf('a'));
    await eventually('the lake is back', () => lake.state === 'running' && lake.restarts > 0);
    await eventually('all are told', () => receipts.told().length === expected.sent + 2);
    const { totals } = await reconciled(`source=${SOURCE}&${days()}`);
    expect(totals).toMatchObject({ sent: 10, landed: 5, held: 1, duplicates: 3, conflicts: 1 });
  });

  it('given minhai reconcile, then it prints the same as table, JSON and CSV', async () => {
    const [from, to] = days()
      .split('&')
      .map((part) => part.split('=')[1]!) as [string, string];
    const range = ['--source', SOURCE, '--from', from, '--to', to];
    const table = await instance.minhai(['reconcile', ...range]);
    expect(table).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^sum +10 +5 +1 +3 +1 +AVRO_TRUNCATED 1$/m),
    });
    const json = await instance.minhai(['reconcile', ...range, '--json']);
    expect((JSON.parse(json.stdout) as Reconciliation).totals.sent).toBe(10);
    const csv = await instance.minhai(['reconcile', ...range, '--csv']);
    expect(csv.stdout).toContain(
      `${SOURCE},cn.gov.mca.eldercare.institution.closed,10,5,1,3,1,AVRO_TRUNCATED:1`,
    );
    const held = await instance.minhai(['reconcile', ...range, '--held']);
    expect(held.stdout).toContain(idOf('d'));
    expect((await instance.minhai(['reconcile', '--day', 'never'])).code).toBe(1);
  });
});

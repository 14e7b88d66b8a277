import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INTAKE_CODES, type IntakeCode } from '@minhai/errors';
import { intakeTopic } from '@minhai/events';
import { kafkaJsClient } from '@minhai/kafka';
import type { SampleEvent } from '@minhai/samples';
import { repositoryRoot } from './support/command.js';
import { bedEvent, hostileEvents, legacyEvent } from './support/hostile-events.js';
import {
  hostileRecords,
  recordOf,
  recordOfValid,
  sendBomb,
  type RecordOfEvent,
} from './support/hostile-records.js';
import { startInstance, type TestInstance } from './support/instance.js';
import { eventually } from './support/settled.js';

/** Codes no input of a running instance can get today, with the spec that gets them. */
const ELSEWHERE: Partial<Record<IntakeCode, string>> = {
  // No released contract nests so deeply, and coded fields are strings (docs/adr/0006); the walk knows both.
  AVRO_DEPTH: 'libs/events/src/preflight/walk.unit.spec.ts',
  AVRO_ENUM: 'libs/events/src/preflight/walk.unit.spec.ts',
};

interface Said {
  readonly code?: string;
  readonly pointer?: string;
}

interface Answer extends Said {
  readonly accepted?: number;
  readonly refused?: readonly (Said & { readonly line: number })[];
  readonly warnings?: readonly (Said & { readonly id: string })[];
}

interface Receipt {
  readonly id: string;
  readonly status: string;
  readonly code: string | null;
  readonly pointer: string | null;
}

const said = ({ code, pointer }: Said): string => `${code} ${pointer}`;
const json = (event: SampleEvent): Buffer => Buffer.from(JSON.stringify(event));
const JSON_EVENT = 'application/cloudevents+json';
const LINES = 'application/x-ndjson';
const IDS_OF_A_LOOKUP = 500;

describe('codes of intake', () => {
  const events = hostileEvents();
  const records = hostileRecords();
  /** Every code that any answer, receipt or quarantine entry named. */
  const seen = new Set<string>();
  let instance: TestInstance;

  beforeAll(async () => {
    instance = await startInstance();
  });

  afterAll(() => instance?.stop());

  async function post<T>(
    path: string,
    contentType: string,
    body: Buffer,
    more: Record<string, string> = {},
  ): Promise<{ status: number; answer: T }> {
    const response = await fetch(`${instance.gatewayUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization: `Bearer ${instance.token}`, ...more },
      body: new Uint8Array(body),
    });
    return { status: response.status, answer: (await response.json()) as T };
  }

  async function publish(contentType: string, body: Buffer, more: Record<string, string> = {}) {
    const outcome = await post<Answer>('/v1/events', contentType, body, more);
    const { code, refused = [], warnings = [] } = outcome.answer;
    for (const one of [{ code }, ...refused, ...warnings]) if (one.code !== undefined) seen.add(one.code);
    return outcome;
  }

  async function lookUp(ids: readonly string[]): Promise<readonly Receipt[]> {
    let found: readonly Receipt[] = [];
    await eventually('a receipt for every event', async () => {
      const body = Buffer.from(JSON.stringify({ ids }));
      const { answer } = await post<{ receipts: Receipt[] }>('/v1/receipts/lookup', 'application/json', body);
      found = answer.receipts;
      return found.every(({ status }) => status !== 'pending');
    });
    return found;
  }

  /** What the receipts say, once there is one for each id. */
  async function receiptsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const verdicts = new Map<string, string>();
    for (let from = 0; from < ids.length; from += IDS_OF_A_LOOKUP) {
      for (const { id, status, code, pointer } of await lookUp(ids.slice(from, from + IDS_OF_A_LOOKUP))) {
        if (code !== null) seen.add(code);
        verdicts.set(id, code === null ? status : `${status} ${said({ code, pointer: pointer ?? '' })}`);
      }
    }
    return verdicts;
  }

  /** Past the gateway, as a department with a client of its own does. */
  async function produce(sent: readonly RecordOfEvent[]): Promise<void> {
    const { brokers, topicPrefix } = instance.stack;
    const producer = await kafkaJsClient({ brokers: brokers.split(','), clientId: 'department' }).producer();
    await producer.send(
      sent.map(({ domain, record }) => ({ topic: intakeTopic(topicPrefix, domain), records: [record] })),
    );
    await producer.close();
  }

  it('given hostile lines among good ones, then each gets its code and its field, and the good ones are taken', async () => {
    const good = [bedEvent(), bedEvent()];
    const lines = [json(good[0]!), ...events.map((event) => event.json), json(good[1]!)];
    const { status, answer } = await publish(
      LINES,
      Buffer.from(lines.map((line) => `${line.toString('latin1')}\n`).join(''), 'latin1'),
    );
    expect(status).toBe(202);
    expect(answer.accepted).toBe(2);
    expect(answer.refused!.map((one) => `${one.line}: ${said(one)}`)).toEqual(
      events.map((event, i) => `${i + 2}: ${said(event)}`),
    );
    const ids = good.map(({ id }) => id);
    expect(await receiptsOf(ids)).toEqual(new Map(ids.map((id) => [id, 'accepted'])));
  });

  it('given one hostile event a request, then the problem names the same', async () => {
    const found: string[] = [];
    for (const event of events) found.push(said((await publish(JSON_EVENT, event.json)).answer));
    expect(found).toEqual(events.map(said));
  });

  it('given what only a request can get wrong, then its code', async () => {
    const { stdout } = await instance.minhai([
      'credentials',
      'create',
      '--source',
      'urn:mca:310118:*',
      '--json',
    ]);
    const { token } = JSON.parse(stdout) as { token: string };
    const foreign = await publish(JSON_EVENT, json(bedEvent()), { authorization: `Bearer ${token}` });
    expect([foreign.status, said(foreign.answer)]).toEqual([403, 'SOURCE_NOT_ALLOWED /source']);
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024, ' '));
    const inflated = await publish(LINES, bomb, { 'content-encoding': 'gzip' });
    expect([inflated.status, inflated.answer.code]).toEqual([413, 'INFLATE']);
  });

  it('given a legacy identifier that fails its check, then it is taken with a warning', async () => {
    const event = legacyEvent();
    const { status, answer } = await publish(LINES, json(event));
    expect([status, answer.accepted]).toEqual([202, 1]);
    expect(answer.warnings!.map(said)).toEqual(['USCI_CHECK_WARN /data/usci']);
    expect(await receiptsOf([event.id])).toEqual(new Map([[event.id, 'accepted']]));
  });

  it('given records a department writes to Kafka itself, then each is held under the code HTTP refuses it with', async () => {
    const twins = events.flatMap((event) => {
      const record = recordOf(event.json);
      return record ? [{ ...event, ...record }] : [];
    });
    expect(twins.length).toBeGreaterThan(events.length / 2);
    const sent = [...records, ...twins];
    await produce(sent);
    expect(await receiptsOf(sent.map(({ id }) => id))).toEqual(
      new Map(sent.map((one) => [one.id, `quarantined ${said(one)}`])),
    );
  });

  it('given a batch that inflates beyond the limit, then its offsets are on record and what follows is accepted', async () => {
    const topic = intakeTopic(instance.stack.topicPrefix, 'eldercare');
    const next = recordOfValid(bedEvent());
    await sendBomb(instance.stack.brokers, { topic, partition: 0 });
    await produce([{ ...next, record: { ...next.record, partition: 0 } }]);
    expect(await receiptsOf([next.id])).toEqual(new Map([[next.id, 'accepted']]));
    const [held] = await instance.lake.query<{ message: string; last: bigint }>(
      "SELECT q.message, q.record_offset AS last FROM lake.quarantine q WHERE q.code = 'INFLATE'",
    );
    expect(held!.message).toMatch(new RegExp(`; offsets ${Number(held!.last) - 1} to ${held!.last}$`));
  });

  it('given another content under an id already taken, then a conflict', async () => {
    const first = bedEvent();
    await publish(JSON_EVENT, json(first));
    await receiptsOf([first.id]);
    await publish(JSON_EVENT, json({ ...first, data: { ...first.data, after: 121 } }));
    await instance.settled();
    expect(await receiptsOf([first.id])).toEqual(new Map([[first.id, 'conflict ID_CONFLICT /id']]));
  });

  it('given an event our own side cannot take, then it alone is held as a fault of ours', async () => {
    const [before, poison, after] = [bedEvent(), bedEvent(), bedEvent()];
    await instance.lake.query(`CREATE FUNCTION lake.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.id = '${poison.id}' THEN RAISE EXCEPTION USING ERRCODE = '22021'; END IF; RETURN NEW; END $$`);
    await instance.lake.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON lake.event FOR EACH ROW EXECUTE FUNCTION lake.refuse()',
    );
    await publish(LINES, Buffer.from([before, poison, after].map((one) => JSON.stringify(one)).join('\n')));
    expect([...(await receiptsOf([before.id, poison.id, after.id])).values()]).toEqual([
      'accepted',
      'quarantined HANDLER_ERROR ',
      'accepted',
    ]);
  });

  it('then every offset of the intake topics is accounted for', async () => {
    await instance.settled();
    const [row] = await instance.lake.query<{ read: number; rows: number }>(`
      SELECT (SELECT sum(p.next_offset) FROM lake.intake_partition p)::int AS read,
             ((SELECT count(*) FROM lake.event) + (SELECT count(*) FROM lake.quarantine) +
              (SELECT count(*) FROM lake.receipt))::int AS rows`);
    // The unreadable batch held two records and is one entry.
    expect(row!.rows).toBe(row!.read - 1);
  });

  it('then every code of the closed list was seen, or a spec is named that gets it, and no other code appeared', async () => {
    const held = await instance.lake.query<{ code: string }>(
      `SELECT DISTINCT problem ->> 'code' AS code FROM lake.quarantine q, jsonb_array_elements(q.problems) problem
       UNION SELECT q.code FROM lake.quarantine q`,
    );
    for (const { code } of held) seen.add(code);
    for (const [code, spec] of Object.entries(ELSEWHERE))
      expect([spec, readFileSync(join(repositoryRoot, spec), 'utf8').includes(`'${code}`)]).toEqual([
        spec,
        true,
      ]);
    expect([...seen, ...Object.keys(ELSEWHERE)].sort()).toEqual([...INTAKE_CODES].sort());
  });
});

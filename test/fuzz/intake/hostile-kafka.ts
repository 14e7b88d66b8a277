import { isCode } from '@minhai/errors';
import { intakeTopic, loadCatalogue, readHttpEvent, toKafkaRecord, type KafkaRecord } from '@minhai/events';
import type { OutgoingRecord, Producer } from '@minhai/kafka';
import { avroMutations, pick, type Random, type SampleEvent } from '@minhai/samples';
import type { TestInstance } from '../../e2e/support/instance.js';
import type { Hostile } from './fuzz-plan.js';
import { HEADER_MUTATIONS } from './hostile-headers.js';
import type { HostileInput } from './hostile-http.js';

export interface SentRecords {
  readonly sent: number;
  /** Records that may be in order again by chance. */
  readonly mayPass: number;
}

/** Sends `count` malformed and hostile records to the intake topics, past the gateway. */
export async function sendHostileRecords(
  { stack }: TestInstance,
  producer: Producer,
  { source, random, count, say }: HostileInput,
): Promise<SentRecords> {
  let sent = 0;
  let mayPass = 0;
  while (sent < count) {
    const event = source.next().value as SampleEvent;
    const record = recordOf(event);
    const hostile = [...values(record, random), ...headers(record, random)].slice(0, count - sent);
    const topic = intakeTopic(stack.topicPrefix, record.topicDomain);
    await producer.send([{ topic, records: hostile.map(({ outgoing }) => outgoing) }]);
    sent += hostile.length;
    mayPass += hostile.filter((one) => one.mayPass).length;
    say(sent);
  }
  return { sent, mayPass };
}

interface HostileRecord {
  readonly outgoing: OutgoingRecord;
  readonly mayPass: boolean;
}

function recordOf(event: SampleEvent): KafkaRecord {
  const catalogue = loadCatalogue();
  const read = readHttpEvent(JSON.stringify(event), catalogue);
  if (!read.ok) throw new Error(`a generated event of ${event.type} is not in order`);
  return toKafkaRecord(read.value, catalogue);
}

const values = ({ key, value, headers }: KafkaRecord, random: Random): HostileRecord[] =>
  avroMutations(value, random).map((mutation) => ({
    outgoing: { key, headers, value: mutation.value },
    mayPass: mutation.mayPass,
  }));

const headers = (record: KafkaRecord, random: Random): HostileRecord[] =>
  Object.values(HEADER_MUTATIONS).map((mutate) => ({
    outgoing: mutate(record, (texts) => pick(random, texts)),
    mayPass: false,
  }));

/** What the lake made of the records between two looks at it. */
export async function outcomeOf(
  instance: TestInstance,
  { sent, mayPass }: SentRecords,
  before: ReadonlyMap<string, number>,
): Promise<Hostile> {
  const after = await heldByCode(instance);
  const refused: Record<string, number> = {};
  for (const [code, held] of after) {
    const more = held - (before.get(code) ?? 0);
    if (more > 0) refused[code] = more;
  }
  const held = Object.values(refused).reduce((sum, more) => sum + more, 0);
  const taken = sent - held;
  return {
    sent,
    refused,
    slipped: taken > mayPass ? [`${taken - mayPass} records more than may pass by chance`] : [],
    foreign: Object.keys(refused).filter((code) => !isCode(code)),
  };
}

export async function heldByCode({ lake }: TestInstance): Promise<Map<string, number>> {
  const rows = await lake.query<{ code: string; held: number }>(
    'SELECT quarantine.code, count(*) AS held FROM lake.quarantine AS quarantine GROUP BY quarantine.code',
  );
  return new Map(rows.map(({ code, held }) => [code, Number(held)]));
}

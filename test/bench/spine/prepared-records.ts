import {
  intakeTopic,
  judge,
  loadCatalogue,
  readJsonEvent,
  toKafkaRecord,
  type DomainEvent,
} from '@minhai/events';
import type { OutgoingRecord, Producer, TopicRecords } from '@minhai/kafka';
import type { StructuredEvent } from './event-stream.js';

export interface PreparedRecord {
  readonly topic: string;
  readonly domain: string;
  readonly event: DomainEvent;
  readonly record: OutgoingRecord;
}

const RECORDS_OF_A_SEND = 1_000;
/** A million prepared records at once would take gigabytes. */
const RECORDS_PREPARED = 20_000;

/** The Kafka records of events, all ce_ headers set, ready to send. Throws for an event the product would refuse. */
export function preparedRecords(events: Iterable<StructuredEvent>, topicPrefix: string): PreparedRecord[] {
  const catalogue = loadCatalogue();
  return Array.from(events, (structured) => {
    const read = readJsonEvent(structured, catalogue);
    const problems = read.ok ? judge(read.value, { now: Date.now(), catalogue }).problems : read.problems;
    if (!read.ok || problems.length > 0)
      throw new Error(`the stream holds an event that is refused: ${JSON.stringify(problems[0])}`);
    const { topicDomain, key, value, headers } = toKafkaRecord(read.value, catalogue);
    return {
      topic: intakeTopic(topicPrefix, topicDomain),
      domain: topicDomain,
      event: read.value,
      record: { key, value, headers },
    };
  });
}

export function byTopic(records: readonly PreparedRecord[]): TopicRecords[] {
  const topics = new Map<string, OutgoingRecord[]>();
  for (const { topic, record } of records) {
    const sameTopic = topics.get(topic);
    if (sameTopic) sameTopic.push(record);
    else topics.set(topic, [record]);
  }
  return [...topics].map(([topic, sameTopic]) => ({ topic, records: sameTopic }));
}

/** Sends everything as fast as Kafka acknowledges it. */
export async function sendAll(producer: Producer, records: readonly PreparedRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += RECORDS_OF_A_SEND) {
    await producer.send(byTopic(records.slice(from, from + RECORDS_OF_A_SEND)));
  }
}

/** The same for a stream of any length, prepared while it is sent. */
export async function sendStream(
  producer: Producer,
  events: Iterable<StructuredEvent>,
  topicPrefix: string,
): Promise<void> {
  let portion: StructuredEvent[] = [];
  for (const event of events) {
    if (portion.push(event) < RECORDS_PREPARED) continue;
    await sendAll(producer, preparedRecords(portion, topicPrefix));
    portion = [];
  }
  await sendAll(producer, preparedRecords(portion, topicPrefix));
}

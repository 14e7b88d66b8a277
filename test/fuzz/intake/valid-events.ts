import { readHttpEvent, intakeTopic, loadCatalogue, toKafkaRecord } from '@minhai/events';
import type { OutgoingRecord, Producer } from '@minhai/kafka';
import type { SampleEvent } from '@minhai/samples';
import type { TestInstance } from '../../e2e/support/instance.js';
import { parts, take } from './event-source.js';

const LINES_OF_A_REQUEST = 500;

export interface SentValid {
  readonly ids: readonly string[];
  /** Type, code and pointer of what HTTP refused. */
  readonly refused: readonly string[];
}

/** Sends valid events, one part over HTTP and the next over Kafka. */
export async function sendValid(
  instance: TestInstance,
  producer: Producer,
  { source, count, say }: { source: Iterator<SampleEvent>; count: number; say: (sent: number) => void },
): Promise<SentValid> {
  const ids: string[] = [];
  const refused: string[] = [];
  for (let overHttp = true; ids.length < count; overHttp = !overHttp) {
    const events = take(source, Math.min(LINES_OF_A_REQUEST, count - ids.length));
    if (overHttp) refused.push(...(await overNdjson(instance, events)));
    else for (const part of parts(events, LINES_OF_A_REQUEST)) await producer.send(batchesOf(part, instance));
    ids.push(...events.map(({ id }) => id));
    say(ids.length);
  }
  return { ids, refused };
}

async function overNdjson(instance: TestInstance, events: readonly SampleEvent[]): Promise<string[]> {
  const { refused } = await instance.load(events.map((event) => JSON.stringify(event)));
  return refused.map(({ line, code }) => `${events[line - 1]!.type} ${code}`);
}

function batchesOf(events: readonly SampleEvent[], { stack }: TestInstance) {
  const catalogue = loadCatalogue();
  const byTopic = new Map<string, OutgoingRecord[]>();
  for (const event of events) {
    const read = readHttpEvent(JSON.stringify(event), catalogue);
    if (!read.ok) throw new Error(`a generated event of ${event.type} is not in order`);
    const { topicDomain, key, value, headers } = toKafkaRecord(read.value, catalogue);
    const topic = intakeTopic(stack.topicPrefix, topicDomain);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), { key, value, headers }]);
  }
  return [...byTopic].map(([topic, records]) => ({ topic, records }));
}

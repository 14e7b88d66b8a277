import { intakeTopic, loadCatalogue, readHttpEvent, toKafkaRecord } from '@minhai/events';
import { kafkaJsClient, type OutgoingRecord, type Producer } from '@minhai/kafka';
import { partitionByLength, type BatchOutcome, type Publisher } from './publisher.js';
import type { NumberedLine } from './read-lines.js';

/** Straight to the intake topics, as a department with its own Kafka access does; rules are left to the lake. */
export class KafkaPublisher implements Publisher {
  private readonly catalogue = loadCatalogue();

  private constructor(
    private readonly producer: Producer,
    private readonly topicPrefix: string,
  ) {}

  static async open(brokers: string, topicPrefix: string): Promise<KafkaPublisher> {
    const client = kafkaJsClient({ brokers: brokers.split(','), clientId: 'minhai-publish' });
    return new KafkaPublisher(await client.producer(), topicPrefix);
  }

  async publish(lines: readonly NumberedLine[]): Promise<BatchOutcome> {
    const { sendable, refused } = partitionByLength(lines);
    const topics = new Map<string, OutgoingRecord[]>();
    for (const { number, bytes } of sendable) {
      const outcome = readHttpEvent(bytes, this.catalogue);
      if (!outcome.ok) {
        refused.push({ line: number, id: null, ...outcome.problems[0]! });
        continue;
      }
      const { topicDomain, key, value, headers } = toKafkaRecord(outcome.value, this.catalogue);
      const topic = intakeTopic(this.topicPrefix, topicDomain);
      const records = topics.get(topic) ?? [];
      records.push({ key, value, headers });
      topics.set(topic, records);
    }
    if (topics.size > 0)
      await this.producer.send([...topics].map(([topic, records]) => ({ topic, records })));
    return { refused };
  }

  close(): Promise<void> {
    return this.producer.close();
  }
}

import type { Admin as NativeAdmin, Kafka } from 'kafkajs';
import { CrashError } from '@minhai/errors';
import type { Admin, TopicSpec } from '../port.js';
import { failureOf, protocolTypeOf } from './failure.js';

const attempt = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error, doing);
  }
};

export class KafkaJsAdmin implements Admin {
  private readonly native: NativeAdmin;

  constructor(kafka: Kafka) {
    this.native = kafka.admin();
  }

  connect(): Promise<void> {
    return attempt('connecting to Kafka', () => this.native.connect());
  }

  async ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    const present = new Set(await attempt('listing topics', () => this.native.listTopics()));
    const missing = topics.filter(({ topic }) => !present.has(topic));
    if (missing.length > 0) await this.create(missing);
    for (const { topic, partitions } of topics) {
      const count = await this.partitionCount(topic);
      if (count < partitions) {
        throw new CrashError(
          'UNAVAILABLE',
          `topic ${topic} has ${count} partitions, ${partitions} are needed`,
        );
      }
    }
  }

  private async create(topics: readonly TopicSpec[]): Promise<void> {
    const specs = topics.map(({ topic, partitions, replicationFactor, config }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
    }));
    await attempt('creating topics', async () => {
      try {
        await this.native.createTopics({ topics: specs, waitForLeaders: true });
      } catch (error) {
        // Two services starting together: whoever comes second finds the work done.
        if (!createdMeanwhile(error)) throw error;
      }
    });
  }

  async partitionCount(topic: string): Promise<number> {
    const { topics } = await attempt('reading topic metadata', () =>
      this.native.fetchTopicMetadata({ topics: [topic] }),
    );
    return topics[0]?.partitions.length ?? 0;
  }

  async close(): Promise<void> {
    await this.native.disconnect();
  }
}

const createdMeanwhile = (error: unknown): boolean => {
  const errors = (error as { errors?: readonly unknown[] }).errors ?? [error];
  return errors.every((each) => protocolTypeOf(each) === 'TOPIC_ALREADY_EXISTS');
};

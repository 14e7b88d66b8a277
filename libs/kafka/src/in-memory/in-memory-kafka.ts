import { CrashError, RetryableError } from '@minhai/errors';
import { partitionFor } from '../partitioner.js';
import type {
  Admin,
  BatchConsumer,
  ConsumerOptions,
  IncomingRecord,
  KafkaClient,
  OutgoingRecord,
  Producer,
  TopicPartition,
  TopicRecords,
  TopicSpec,
  UnreadableRange,
} from '../port.js';
import { InMemoryConsumer } from './in-memory-consumer.js';
import { InMemoryGroup } from './in-memory-group.js';
import { InMemoryLog } from './in-memory-log.js';

export interface InMemoryKafkaOptions {
  /** Records handed over at once at most. */
  readonly maxBatch?: number;
  readonly backOffMs?: readonly [first: number, longest: number];
  /** Timestamps of appended records, epoch ms. */
  readonly now?: () => number;
}

/**
 * Kafka for unit specs: same port, same contract spec, no process. One instance is one broker; every consumer made from
 * it takes part in real group assignment. The methods beyond the port let a spec look into it and break it.
 */
export class InMemoryKafka implements KafkaClient {
  private readonly topics = new Map<string, InMemoryLog[]>();
  private readonly groups = new Map<string, InMemoryGroup>();
  private readonly settings: Required<InMemoryKafkaOptions>;
  private available = true;
  private keyless = 0;

  constructor(options: InMemoryKafkaOptions = {}) {
    this.settings = { maxBatch: 500, backOffMs: [1, 20], now: Date.now, ...options };
  }

  async producer(): Promise<Producer> {
    let closed = false;
    return {
      send: async (batches) => {
        if (closed) throw new RetryableError('UNAVAILABLE', 'producer is closed');
        this.append(batches);
      },
      close: async () => {
        closed = true;
      },
    };
  }

  consumer(options: ConsumerOptions): BatchConsumer {
    return new InMemoryConsumer(this.group(options.groupId), options, {
      backOffMs: this.settings.backOffMs,
      maxBatch: this.settings.maxBatch,
      log: (id) => this.log(id),
    });
  }

  async admin(): Promise<Admin> {
    return {
      ensureTopics: async (specs) => specs.forEach((spec) => this.ensureTopic(spec)),
      partitionCount: async (topic) => this.topics.get(topic)?.length ?? 0,
      close: async () => undefined,
    };
  }

  /** Everything ever appended to a partition, oldest first. */
  records(topic: string, partition: number): readonly IncomingRecord[] {
    return this.log({ topic, partition }).all();
  }

  /** While unavailable, sending throws RetryableError and nothing is appended. */
  setAvailable(available: boolean): void {
    this.available = available;
  }

  /** One offset in the place of a record batch that could not be read. */
  appendUnreadable(id: TopicPartition, code: UnreadableRange['code'], reason: string): void {
    this.log(id).appendUnreadable({ code, reason }, this.settings.now());
  }

  /** The offset hint the group committed, as Kafka's own tools would show it. */
  committed(groupId: string, id: TopicPartition): bigint | undefined {
    return this.group(groupId).committed(id);
  }

  /**
   * What a session timeout does: every partition of the group is taken away and assigned again at once, while batches
   * may still be under way. Their `isStale()` turns true.
   */
  expireSessions(groupId: string): void {
    this.group(groupId).reassign();
  }

  private ensureTopic({ topic, partitions }: TopicSpec): void {
    const count = this.topics.get(topic)?.length;
    if (count === undefined) {
      this.topics.set(
        topic,
        Array.from({ length: partitions }, () => new InMemoryLog()),
      );
    } else if (count < partitions) {
      throw new CrashError('UNAVAILABLE', `topic ${topic} has ${count} partitions, ${partitions} are needed`);
    }
  }

  private append(batches: readonly TopicRecords[]): void {
    if (!this.available) throw new RetryableError('UNAVAILABLE', 'broker is not available');
    for (const { topic } of batches) this.logsOf(topic);
    const timestamp = this.settings.now();
    for (const { topic, records } of batches) {
      const logs = this.logsOf(topic);
      for (const record of records) logs[this.partitionOf(record, logs.length)]!.append(record, timestamp);
      logs.forEach((log) => log.announce());
    }
  }

  private partitionOf({ partition, key }: OutgoingRecord, count: number): number {
    if (partition !== undefined) {
      if (partition < 0 || partition >= count)
        throw new RetryableError('UNAVAILABLE', `no partition ${partition}`);
      return partition;
    }
    if (key) return partitionFor(key, count);
    this.keyless += 1;
    return this.keyless % count;
  }

  private logsOf(topic: string): readonly InMemoryLog[] {
    const logs = this.topics.get(topic);
    if (!logs) throw new RetryableError('UNAVAILABLE', `no topic ${topic}`);
    return logs;
  }

  private log({ topic, partition }: TopicPartition): InMemoryLog {
    const log = this.logsOf(topic)[partition];
    if (!log) throw new RetryableError('UNAVAILABLE', `no partition ${topic}/${partition}`);
    return log;
  }

  private group(groupId: string): InMemoryGroup {
    const known = this.groups.get(groupId);
    if (known) return known;
    const group = new InMemoryGroup((topic) => this.logsOf(topic).length);
    this.groups.set(groupId, group);
    return group;
  }
}

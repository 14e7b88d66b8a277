import type { Kafka, Message, Producer as NativeProducer, RecordMetadata, TopicMessages } from 'kafkajs';
import { RetryableError } from '@minhai/errors';
import { partitionFor } from '../partitioner.js';
import type { OutgoingRecord, Producer, TopicRecords } from '../port.js';
import { failureOf } from './failure.js';
import type { KafkaJsSettings } from './options.js';
import { PartitionedMessages } from './partitioned-messages.js';

interface Sending {
  readonly requests: readonly TopicMessages[][];
  /** Of the last request. */
  readonly bytes: number;
}

interface Waiting extends Sending {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** kafkajs asks again on every attempt; writing the answer into the message keeps keyless records where they were. */
const createPartitioner = () => {
  let turn = 0;
  return ({
    partitionMetadata,
    message,
  }: {
    partitionMetadata: readonly unknown[];
    message: Message;
  }): number => {
    if (message.partition !== undefined) return message.partition;
    const count = partitionMetadata.length;
    const partition = message.key ? partitionFor(message.key as Buffer, count) : (turn += 1) % count;
    message.partition = partition;
    return partition;
  };
};

/**
 * An idempotent producer numbers its batches; after a failure kafkajs hands the same numbers to whatever comes next,
 * and a broker that did keep the failed batch would then acknowledge another one unseen. So one request is under way
 * at a time, its own retries come before anything else, and a request that finally failed ends the producer identity:
 * the next send starts a new one. What was handed over meanwhile goes out in one request.
 */
export class KafkaJsProducer implements Producer {
  private native: NativeProducer | undefined;
  private readonly queue: Waiting[] = [];
  private working: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly settings: KafkaJsSettings,
  ) {}

  async connect(): Promise<void> {
    try {
      await this.connected();
    } catch (error) {
      throw failureOf(error, 'connecting to Kafka');
    }
  }

  send(batches: readonly TopicRecords[]): Promise<void> {
    if (this.closed) return Promise.reject(new RetryableError('UNAVAILABLE', 'producer is closed'));
    const sending = requestsOf(batches, this.settings.maxRequestBytes);
    return new Promise((resolve, reject) => {
      this.queue.push({ ...sending, resolve, reject });
      this.working ??= this.work();
    });
  }

  /** Waits for what was handed over before. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
    await this.native?.disconnect();
    this.native = undefined;
  }

  private async work(): Promise<void> {
    for (let group = this.next(); group.length > 0; group = this.next()) await this.deliverAll(group);
    this.working = undefined;
  }

  /** What waits longest, with what fits into one request with it. */
  private next(): Waiting[] {
    const group = this.queue.splice(0, 1);
    let bytes = group[0]?.bytes ?? 0;
    while (group[0]?.requests.length === 1 && this.queue[0]?.requests.length === 1) {
      bytes += this.queue[0].bytes;
      if (bytes > this.settings.maxRequestBytes) break;
      group.push(...this.queue.splice(0, 1));
    }
    return group;
  }

  private async deliverAll(group: readonly Waiting[]): Promise<void> {
    try {
      const requests = group.length === 1 ? group[0]!.requests : [together(group)];
      for (const topicMessages of requests) await this.deliver(topicMessages);
      for (const { resolve } of group) resolve();
    } catch (error) {
      const failure = failureOf(error, 'sending to Kafka');
      const isOfOne = group.length > 1 && !(failure instanceof RetryableError);
      if (!isOfOne) for (const { reject } of group) reject(failure);
      await this.abandon(failure);
      if (isOfOne) for (const one of group) await this.deliverAll([one]);
    }
  }

  private async deliver(topicMessages: TopicMessages[]): Promise<void> {
    const native = await this.connected();
    const told = await native.sendBatch({ acks: -1, timeout: this.settings.requestTimeoutMs, topicMessages });
    requireAll(topicMessages, told);
  }

  private async connected(): Promise<NativeProducer> {
    if (this.native) return this.native;
    const native = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner,
    });
    await native.connect();
    this.native = native;
    return native;
  }

  /** Those who wait were never sent: telling them at once is true and keeps the queue from growing. */
  private async abandon(failure: Error): Promise<void> {
    if (failure instanceof RetryableError) {
      for (const waiting of this.queue.splice(0)) waiting.reject(failure);
    }
    const native = this.native;
    this.native = undefined;
    try {
      await native?.disconnect();
    } catch (error) {
      this.settings.logger.debug({ err: error }, 'abandoned producer did not disconnect');
    }
  }
}

/** kafkajs leaves out, without a word, what goes to a partition that its metadata do not know yet: those are made anew. */
function requireAll(sent: readonly TopicMessages[], told: readonly RecordMetadata[]): void {
  for (const { topic, messages } of sent) {
    const known = new Set(
      told.filter(({ topicName }) => topicName === topic).map(({ partition }) => partition),
    );
    const unknown = messages.find(({ partition }) => !known.has(partition!));
    if (unknown)
      throw new RetryableError('UNAVAILABLE', `partition ${topic}/${unknown.partition} is not known yet`);
  }
}

/** One request with the messages of all, each topic once. */
function together(group: readonly Waiting[]): TopicMessages[] {
  const topics = new Map<string, PartitionedMessages>();
  for (const { topic, messages } of group.flatMap(({ requests }) => requests.flat())) {
    let sameTopic = topics.get(topic);
    if (!sameTopic) topics.set(topic, (sameTopic = new PartitionedMessages()));
    for (const message of messages) sameTopic.push(message);
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }));
}

/** At most what surrounds the bytes of a record, and those of a header. */
const PER_RECORD = 24;
const PER_HEADER = 4;

const sizeOf = ({ key, value, headers, passedOn }: OutgoingRecord): number => {
  let size = PER_RECORD + (key?.length ?? 0) + (value?.length ?? 0) + (passedOn?.bytes.length ?? 0);
  for (const name in headers) size += PER_HEADER + name.length + headers[name]!.length;
  return size;
};

/** Splits by size: a broker takes one record batch per partition and request, and refuses it when it is too large. */
function requestsOf(batches: readonly TopicRecords[], maxBytes: number): Sending {
  const requests: TopicMessages[][] = [[]];
  let bytes = 0;
  for (const { topic, records } of batches) {
    let messages = new PartitionedMessages();
    requests.at(-1)!.push({ topic, messages });
    for (const record of records) {
      const size = sizeOf(record);
      if (bytes > 0 && bytes + size > maxBytes) {
        messages = new PartitionedMessages();
        requests.push([{ topic, messages }]);
        bytes = 0;
      }
      bytes += size;
      // A record without partition is copied: the partitioner writes into it.
      messages.push(record.partition === undefined ? { ...record } : (record as Message));
    }
  }
  const filled = requests
    .map((request) => request.filter(({ messages }) => messages.length > 0))
    .filter(({ length }) => length);
  return { requests: filled, bytes };
}

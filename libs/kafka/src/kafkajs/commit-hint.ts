import type { Consumer } from 'kafkajs';
import type { KafkaLogger } from '../logger.js';
import { partitionKey } from '../partition-session.js';
import type { TopicPartition } from '../port.js';

const INTERVAL_MS = 1_000;
const LONGEST_WAIT_MS = 2_000;

interface Noted {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** Commits to Kafka what the handler has long made durable, once a second, for tools that look at the group's lag. */
export class CommitHint {
  private readonly noted = new Map<string, Noted>();
  private lastCommit = 0;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly consumer: Pick<Consumer, 'commitOffsets'>,
    private readonly logger: KafkaLogger,
  ) {}

  note({ topic, partition }: TopicPartition, nextOffset: bigint): void {
    this.noted.set(partitionKey({ topic, partition }), { topic, partition, offset: nextOffset.toString() });
    if (Date.now() - this.lastCommit >= INTERVAL_MS) void this.commit();
  }

  /** After a rebalance the offsets are somebody else's to commit. */
  forget(): void {
    this.noted.clear();
  }

  /** The last hint before leaving the group; not worth waiting long for. */
  async flush(): Promise<void> {
    await Promise.race([this.commit(), timeout(LONGEST_WAIT_MS)]);
  }

  settled(): Promise<void> {
    return Promise.race([this.underWay, timeout(LONGEST_WAIT_MS)]);
  }

  private commit(): Promise<void> {
    const offsets = [...this.noted.values()];
    this.noted.clear();
    this.lastCommit = Date.now();
    if (offsets.length > 0) this.underWay = this.send(offsets);
    return this.underWay;
  }

  private async send(offsets: Noted[]): Promise<void> {
    try {
      await this.consumer.commitOffsets(offsets);
    } catch (error) {
      this.logger.debug({ err: error }, 'Kafka did not take the offset hint');
    }
  }
}

const timeout = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

import type { Admin, Kafka } from 'kafkajs';
import { CrashError, RetryableError } from '@minhai/errors';
import type { TopicPartition } from '../port.js';
import { failureOf } from './failure.js';

export interface LogRange {
  /** Oldest offset still in the log. */
  readonly low: bigint;
  /** Offset after the newest. */
  readonly high: bigint;
}

const FRESH_MS = 250;

interface Asked {
  readonly at: number;
  readonly answer: Promise<ReadonlyMap<number, LogRange>>;
}

/** What the broker itself says about the extent of a log, seen past the fetch loop that may be the thing that is broken. */
export class LogRanges {
  private admin: Admin | undefined;
  private readonly asked = new Map<string, Asked>();

  constructor(private readonly kafka: Kafka) {}

  /** A log that seems to end before `atLeast` is asked again: the recent answer may be older than that record. */
  async of({ topic, partition }: TopicPartition, atLeast = 0n): Promise<LogRange> {
    let range = (await this.ofTopic(topic)).get(partition);
    if (range && range.high < atLeast) {
      this.asked.delete(topic);
      range = (await this.ofTopic(topic)).get(partition);
    }
    if (range) return range;
    throw new RetryableError('UNAVAILABLE', `broker does not know ${topic}/${partition}`);
  }

  async close(): Promise<void> {
    await this.admin?.disconnect();
    this.admin = undefined;
  }

  /** All partitions of a topic are assigned together: one question serves them all. */
  private ofTopic(topic: string): Promise<ReadonlyMap<number, LogRange>> {
    const recent = this.asked.get(topic);
    if (recent && Date.now() - recent.at < FRESH_MS) return recent.answer;
    const answer = this.ask(topic);
    this.asked.set(topic, { at: Date.now(), answer });
    return answer;
  }

  private async ask(topic: string): Promise<ReadonlyMap<number, LogRange>> {
    try {
      const admin = await this.connected();
      const offsets = await admin.fetchTopicOffsets(topic);
      return new Map(
        offsets.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]),
      );
    } catch (error) {
      throw failureOf(error, `asking for the offsets of ${topic}`);
    }
  }

  private async connected(): Promise<Admin> {
    if (this.admin) return this.admin;
    const admin = this.kafka.admin();
    await admin.connect();
    this.admin = admin;
    return admin;
  }
}

/**
 * Where to read, given what the handler stored and what the log still holds. 0 means “from the oldest record there is”.
 * An offset outside the log means that records are gone (or that the topic is another one): reading on from anywhere
 * would lose or skip events without a trace, so a person has to decide.
 */
export function resumeOffset(
  stored: bigint,
  { low, high }: LogRange,
  { topic, partition }: TopicPartition,
): bigint {
  if (stored === 0n) return low;
  if (stored >= low && stored <= high) return stored;
  const missing =
    stored < low ? 'records were deleted before they were read' : 'the log is shorter than what was read';
  throw new CrashError(
    'UNAVAILABLE',
    `${topic}/${partition} holds offsets ${low} to ${high}, but ${stored} is next: ${missing}`,
  );
}

import { RetryableError, policyOf } from '@minhai/errors';
import { acceptedTopic, type Catalogue } from '@minhai/events';
import type { Producer } from '@minhai/kafka';
import type { Database } from '@minhai/postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failpoints } from '../failpoints/failpoints.js';
import type { PartitionKey } from '../positions/position.store.js';
import { readAcceptedAfter } from './accepted-events.read-model.js';
import { MemoryBudget } from './memory-budget.js';
import { PartitionPublisher } from './partition-publisher.js';
import { findPublished, markPublished } from './publication.store.js';
import type { PublishAlarm } from './publish-alarm.js';

export interface PublishParts {
  readonly database: Database;
  readonly producer: Producer;
  readonly catalogue: Catalogue;
  readonly failpoints: Failpoints;
  readonly alarm: PublishAlarm;
  readonly topicPrefix: string;
  readonly bufferBytes: number;
}

const MARK_EVERY_MS = 250;

/** Keeps one publisher per partition held and stores how far they came, a few times a second for all together. */
export class PublishService {
  /** Publisher → position stored for it. */
  private readonly open = new Map<PartitionPublisher, number>();
  private readonly budget: MemoryBudget;
  private readonly timer: NodeJS.Timeout;
  private marking: Promise<void> = Promise.resolve();
  private isMarking = false;
  private markFailures = 0;

  constructor(private readonly parts: PublishParts) {
    this.budget = new MemoryBudget(parts.bufferBytes);
    this.timer = setInterval(() => void (this.isMarking || this.mark()), MARK_EVERY_MS);
  }

  /** Starts where the last known holder of the partition stopped; `committed` is the newest accepted position. */
  async openPartition(key: PartitionKey, committed: number): Promise<PartitionPublisher> {
    const { database, producer, catalogue, failpoints, alarm, topicPrefix } = this.parts;
    const published = await findPublished(database, key);
    const start = { published, committed };
    const publisher = new PartitionPublisher(key, start, {
      producer,
      topic: acceptedTopic(topicPrefix, key.domain),
      budget: this.budget,
      failpoints,
      alarm,
      readBack: (range) => readAcceptedAfter(database, catalogue, key, range),
      pause: (milliseconds) => sleep(milliseconds),
    });
    this.open.set(publisher, published);
    return publisher;
  }

  async closePartition(publisher: PartitionPublisher): Promise<void> {
    await publisher.stop();
    await this.mark();
    this.open.delete(publisher);
  }

  /** Resolves when more accepted events may be held in memory. */
  room(): Promise<void> {
    return this.budget.room();
  }

  /** Accepted events not yet acknowledged by the broker. */
  lag(): number {
    return [...this.open.keys()].reduce((sum, publisher) => sum + publisher.lag, 0);
  }

  /** Throws while the broker does not take accepted events. */
  check(): void {
    if (this.budget.isFailing) throw new RetryableError('UNAVAILABLE', 'accepted events cannot be published');
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.open.keys()].map((publisher) => this.closePartition(publisher)));
  }

  private mark(): Promise<void> {
    this.marking = this.marking.then(() => this.markDue());
    return this.marking;
  }

  /** A mark that fails is made the next time: until then a new holder would merely repeat. */
  private async markDue(): Promise<void> {
    const due = [...this.open].filter(([publisher, marked]) => publisher.published > marked);
    if (due.length === 0) return;
    const marks = due.map(([{ key, published }]) => ({
      domain: key.domain,
      partition: key.partition,
      position: published,
    }));
    this.isMarking = true;
    try {
      await markPublished(this.parts.database, marks);
      due.forEach(
        ([publisher], i) => this.open.has(publisher) && this.open.set(publisher, marks[i]!.position),
      );
      this.markFailures = 0;
    } catch (error) {
      if (policyOf(error) !== 'retry') this.parts.alarm.fatal(error);
      else if (this.markFailures++ === 0) this.parts.alarm.waiting(error);
    } finally {
      this.isMarking = false;
    }
  }
}

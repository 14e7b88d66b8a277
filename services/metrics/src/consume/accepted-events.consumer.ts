import { Controller, Inject } from '@nestjs/common';
import { CrashError } from '@minhai/errors';
import { type Catalogue, DOMAINS, acceptedTopic } from '@minhai/events';
import type { RecordBatch, TopicPartition } from '@minhai/kafka';
import { OnAssigned, OnBatch, OnRevoked, Telemetry } from '@minhai/nest';
import { CATALOGUE, TOPIC_PREFIX } from '../tokens.js';
import { toPositionedEvent } from './accepted-record.js';
import type { PartitionPlace } from './partition-folder.js';
import { PartitionFolders } from './partition-folders.js';

export const CONSUMER = 'metrics';
/** Of one partition at a time: what waits for a transaction is decoded already. */
const MOST_RECORDS = 500;

export const acceptedTopics = (prefix: string): string[] =>
  DOMAINS.map((domain) => acceptedTopic(prefix, domain));

/** Kafka brings the accepted events; what a batch does and how far it went is one transaction of the engine. */
@Controller()
export class AcceptedEventsConsumer {
  private readonly domains: ReadonlyMap<string, string>;
  private readonly folded: ReturnType<typeof Telemetry.prototype.counter<'domain'>>;

  constructor(
    @Inject(PartitionFolders) private readonly folders: PartitionFolders,
    @Inject(CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(TOPIC_PREFIX) prefix: string,
    @Inject(Telemetry) telemetry: Telemetry,
  ) {
    this.domains = new Map(DOMAINS.map((domain) => [acceptedTopic(prefix, domain), domain]));
    this.folded = telemetry.counter('events_folded_total', 'Accepted events folded into facts', ['domain']);
  }

  @OnAssigned(CONSUMER)
  assigned(partition: TopicPartition): Promise<bigint> {
    return this.folders.claim(this.placeOf(partition));
  }

  @OnRevoked(CONSUMER)
  revoked(partition: TopicPartition): void {
    this.folders.release(this.placeOf(partition));
  }

  @OnBatch(CONSUMER)
  async handle(batch: RecordBatch): Promise<bigint> {
    const place = this.placeOf(batch);
    const folder = this.folders.find(place);
    const first = batch.records[0]!.offset;
    if (!folder || batch.isStale()) return first;
    const records = batch.records.slice(0, MOST_RECORDS);
    const nextOffset = records.at(-1)!.offset + 1n;
    const events = records.map((record) => toPositionedEvent(record, this.catalogue));
    const result = await folder.fold(events, nextOffset);
    if (result.outcome === 'applied') {
      this.folded.inc({ domain: place.domain }, result.events);
      return nextOffset;
    }
    // A rebuild fences everybody out at its exchange; asked again for the partition, we claim it anew.
    if (batch.isStale() || result.isOurs) return first;
    throw new CrashError(
      'HANDLER_ERROR',
      `another process folds partition ${place.partition} of ${place.domain}`,
    );
  }

  private placeOf({ topic, partition }: TopicPartition): PartitionPlace {
    const domain = this.domains.get(topic);
    if (domain === undefined) throw new CrashError('HANDLER_ERROR', `topic ${topic} is not one of ours`);
    return { domain, partition };
  }
}

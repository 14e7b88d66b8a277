import { Controller, Inject } from '@nestjs/common';
import { CrashError } from '@minhai/errors';
import { type Catalogue, DOMAINS, acceptedTopic } from '@minhai/events';
import { FactEngine } from '@minhai/facts/store';
import type { RecordBatch, TopicPartition } from '@minhai/kafka';
import { OnAssigned, OnBatch, OnRevoked, Telemetry } from '@minhai/nest';
import { CATALOGUE, TOPIC_PREFIX } from '../tokens.js';
import { toPositionedEvent } from './accepted-record.js';
import { LakeReader } from './lake.reader.js';
import { PartitionFolder } from './partition-folder.js';

export const CONSUMER = 'metrics';

/** Kafka brings the accepted events; what each batch does and how far it went is one transaction of the engine. */
@Controller()
export class AcceptedEventsConsumer {
  private readonly folders = new Map<string, PartitionFolder>();
  private readonly domains: ReadonlyMap<string, string>;
  private readonly folded: ReturnType<typeof Telemetry.prototype.counter<'domain'>>;

  constructor(
    @Inject(FactEngine) private readonly engine: FactEngine,
    @Inject(LakeReader) private readonly lake: LakeReader,
    @Inject(CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(TOPIC_PREFIX) prefix: string,
    @Inject(Telemetry) telemetry: Telemetry,
  ) {
    this.domains = new Map(DOMAINS.map((domain) => [acceptedTopic(prefix, domain), domain]));
    this.folded = telemetry.counter('events_folded_total', 'Accepted events folded into facts', ['domain']);
  }

  @OnAssigned(CONSUMER)
  async assigned(partition: TopicPartition): Promise<bigint> {
    const place = { domain: this.domainOf(partition), partition: partition.partition };
    const claim = await this.engine.claim(place.domain, place.partition);
    this.folders.set(nameOf(partition), new PartitionFolder(this.engine, this.lake, place, claim));
    return claim.nextOffset;
  }

  @OnRevoked(CONSUMER)
  revoked(partition: TopicPartition): void {
    this.folders.delete(nameOf(partition));
  }

  @OnBatch(CONSUMER)
  async handle(batch: RecordBatch): Promise<bigint> {
    const nextOffset = batch.records.at(-1)!.offset + 1n;
    const folder = this.folders.get(nameOf(batch));
    if (!folder || batch.isStale()) return batch.records[0]!.offset;
    const events = batch.records.map((record) => toPositionedEvent(record, this.catalogue));
    const folded = await folder.fold(events, nextOffset);
    if (folded.outcome === 'applied') {
      this.folded.inc({ domain: this.domainOf(batch) }, folded.events);
      return nextOffset;
    }
    if (batch.isStale()) return batch.records[0]!.offset;
    throw new CrashError('HANDLER_ERROR', `another process folds ${nameOf(batch)}`);
  }

  /** The partitions this process holds now. */
  held(): readonly PartitionFolder[] {
    return [...this.folders.values()];
  }

  private domainOf({ topic }: TopicPartition): string {
    const domain = this.domains.get(topic);
    if (domain === undefined) throw new CrashError('HANDLER_ERROR', `topic ${topic} is not one of ours`);
    return domain;
  }
}

const nameOf = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;

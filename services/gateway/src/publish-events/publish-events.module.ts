import { Module, type DynamicModule } from '@nestjs/common';
import { loadCatalogue } from '@minhai/events';
import type { KafkaClient, Producer } from '@minhai/kafka';
import { HealthRegistry, KAFKA, PRODUCER, Telemetry } from '@minhai/nest';
import type { GatewayConfig } from '../config.js';
import { ArrivalWatch } from './arrival-watch.js';
import { EventBatcher } from './event-batcher.js';
import { EventGate } from './event-gate.js';
import { MemoryBudget } from './memory-budget.js';
import { watchProducer } from './producer-health.js';
import { BodyReception, PublishEventsController } from './publish-events.controller.js';
import { PublishEvents } from './publish-events.service.js';
import type { Reception } from './receive-body.js';
import { RateLimiter } from './token-bucket.js';

const ARRIVAL_GRACE_MS = 10_000;

@Module({})
export class PublishEventsModule {
  static register(config: GatewayConfig, now: () => number): DynamicModule {
    const reception = receptionOf(config);
    return {
      module: PublishEventsModule,
      controllers: [PublishEventsController],
      providers: [
        { provide: BodyReception, useValue: bodyReceptionOf(config, reception) },
        { provide: EventBatcher, inject: [PRODUCER, Telemetry], useFactory: batcherFactory(config) },
        {
          provide: PublishEvents,
          inject: [EventBatcher, KAFKA, HealthRegistry],
          useFactory: (batcher: EventBatcher, kafka: KafkaClient, health: HealthRegistry): PublishEvents => {
            const catalogue = loadCatalogue();
            watchProducer(kafka, health, { catalogue, topicPrefix: config.TOPIC_PREFIX });
            return new PublishEvents({
              gate: new EventGate({ catalogue, topicPrefix: config.TOPIC_PREFIX, now }),
              destination: batcher,
              limiter: limiterOf(config, now),
              reception,
              now,
              ackTimeoutMs: config.ACK_TIMEOUT_MS,
              streamLimits: streamLimitsOf(config),
            });
          },
        },
      ],
    };
  }
}

const receptionOf = (config: GatewayConfig): Reception => ({
  watch: new ArrivalWatch({ minBytesPerSecond: config.BODY_MIN_BYTES_PER_SECOND, graceMs: ARRIVAL_GRACE_MS }),
  budget: new MemoryBudget(config.BODY_MEMORY_BYTES),
});

const bodyReceptionOf = (config: GatewayConfig, reception: Reception): BodyReception =>
  new BodyReception(
    reception,
    { bytes: config.BODY_BYTES, longestMs: config.BODY_SECONDS * 1000 },
    { freeBytes: config.GZIP_FREE_BYTES, maxRatio: config.GZIP_MAX_RATIO },
  );

const batcherFactory =
  (config: GatewayConfig) =>
  (producer: Producer, telemetry: Telemetry): EventBatcher => {
    const batcher = new EventBatcher(producer, {
      lingerMs: config.LINGER_MS,
      flushEvents: config.FLUSH_EVENTS,
      flushesInFlight: config.FLUSHES_IN_FLIGHT,
      outstandingEvents: config.OUTSTANDING_EVENTS,
      outstandingBytes: config.OUTSTANDING_BYTES,
    });
    telemetry.observe('gateway_outstanding_events', 'Events that wait for Kafka', () => batcher.outstanding);
    return batcher;
  };

const limiterOf = (config: GatewayConfig, now: () => number): RateLimiter =>
  new RateLimiter({ perSecond: config.RATE_EVENTS_PER_SECOND, burst: config.RATE_BURST_EVENTS }, now);

const streamLimitsOf = (config: GatewayConfig) => ({
  bytes: config.NDJSON_BYTES,
  lines: config.NDJSON_LINES,
  lineBytes: config.NDJSON_LINE_BYTES,
  outstanding: config.STREAM_OUTSTANDING_EVENTS,
});

import { Kafka, logLevel, type RetryOptions } from 'kafkajs';
import type { Admin, BatchConsumer, ConsumerOptions, KafkaClient, Producer } from '../port.js';
import { KafkaJsAdmin } from './admin.js';
import { amendKafkaJs } from './amend-kafkajs.js';
import { KafkaJsConsumer } from './consumer.js';
import { logCreator } from './log-creator.js';
import { LogRanges } from './log-ranges.js';
import { memberName } from './member-name.js';
import { withDefaults, type KafkaJsOptions, type KafkaJsSettings } from './options.js';
import { KafkaJsProducer } from './producer.js';

/** Producers and admins: a few attempts; whoever calls us knows better how long to go on. */
const BRIEF: RetryOptions = { initialRetryTime: 200, maxRetryTime: 2_000, retries: 5 };
/** Consumers have nobody to tell: about half a minute of looking for the broker every second counts as one crash. */
const PATIENT: RetryOptions = { initialRetryTime: 200, maxRetryTime: 1_000, retries: 30 };

/** Kafka through kafkajs. Opens nothing by itself; every producer, consumer and admin has its own connections. */
export function kafkaJsClient(options: KafkaJsOptions): KafkaClient {
  amendKafkaJs();
  return new KafkaJsClient(withDefaults(options));
}

class KafkaJsClient implements KafkaClient {
  constructor(private readonly settings: KafkaJsSettings) {}

  async producer(): Promise<Producer> {
    const producer = new KafkaJsProducer(this.kafka(BRIEF), this.settings);
    await producer.connect();
    return producer;
  }

  consumer(options: ConsumerOptions): BatchConsumer {
    const member = this.kafka(PATIENT, memberName(this.settings.clientId));
    return new KafkaJsConsumer(member, new LogRanges(this.kafka(BRIEF)), this.settings, options);
  }

  async admin(): Promise<Admin> {
    const admin = new KafkaJsAdmin(this.kafka(BRIEF));
    await admin.connect();
    return admin;
  }

  private kafka(retry: RetryOptions, clientId = this.settings.clientId): Kafka {
    const { brokers, requestTimeoutMs, logger } = this.settings;
    return new Kafka({
      brokers: [...brokers],
      clientId,
      connectionTimeout: 2_000,
      requestTimeout: requestTimeoutMs,
      retry,
      logLevel: logLevel.INFO,
      logCreator: logCreator(logger),
    });
  }
}

import { Kafka, logLevel } from 'kafkajs';
import type { Admin, BatchConsumer, ConsumerOptions, KafkaClient, Producer } from '../port.js';
import { KafkaJsAdmin } from './admin.js';
import { KafkaJsConsumer } from './consumer.js';
import { logCreator } from './log-creator.js';
import { withDefaults, type KafkaJsOptions, type KafkaJsSettings } from './options.js';
import { KafkaJsProducer } from './producer.js';
import { installWireFormat } from './wire/install.js';

/** Few and short: whoever calls us knows better how long to go on. */
const RETRY = { initialRetryTime: 200, maxRetryTime: 2_000, retries: 5 };

/** Kafka through kafkajs. Opens nothing by itself; every producer, consumer and admin has its own connections. */
export function kafkaJsClient(options: KafkaJsOptions): KafkaClient {
  installWireFormat();
  return new KafkaJsClient(withDefaults(options));
}

class KafkaJsClient implements KafkaClient {
  private readonly kafka: Kafka;

  constructor(private readonly settings: KafkaJsSettings) {
    this.kafka = new Kafka({
      brokers: [...settings.brokers],
      clientId: settings.clientId,
      connectionTimeout: 2_000,
      requestTimeout: settings.requestTimeoutMs,
      retry: RETRY,
      logLevel: logLevel.INFO,
      logCreator: logCreator(settings.logger),
    });
  }

  async producer(): Promise<Producer> {
    const producer = new KafkaJsProducer(this.kafka, this.settings);
    await producer.connect();
    return producer;
  }

  consumer(options: ConsumerOptions): BatchConsumer {
    return new KafkaJsConsumer(this.kafka, this.settings, options);
  }

  async admin(): Promise<Admin> {
    const admin = new KafkaJsAdmin(this.kafka);
    await admin.connect();
    return admin;
  }
}

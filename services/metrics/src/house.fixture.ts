import { DOMAINS, type DomainEvent, acceptedTopic, toKafkaRecord } from '@minhai/events';
import { InMemoryKafka, type Producer } from '@minhai/kafka';
import { createLogger, type RunningService } from '@minhai/nest';
import { type Database, openDatabase } from '@minhai/postgres';
import { catalogue } from './accepted-events.fixture.js';
import { type Accepted, acceptInLake } from './lake-tables.fixture.js';
import { type IndicatorAnswer, type MetricsConfig, startMetrics } from './index.js';

/** A database with the metrics schema and the lake's views, made and dropped by the spec. */
interface HouseDatabase {
  url(role: 'minhai_owner' | 'minhai_metrics' | 'analyst'): string;
  drop(): Promise<void>;
}

/** A lake, a broker and the service under test; the lake gives positions per domain, all in partition 0. */
export class House {
  private readonly positions = new Map<string, number>();
  readonly kafka = new InMemoryKafka();
  service!: RunningService;
  private owner!: Database;
  private producer!: Producer;

  constructor(
    readonly database: HouseDatabase,
    private readonly settings: Partial<MetricsConfig> = {},
  ) {}

  async start(): Promise<void> {
    this.owner = openDatabase({ url: this.database.url('minhai_owner'), applicationName: 'spec' });
    const admin = await this.kafka.admin();
    const topics = DOMAINS.map((domain) => acceptedTopic('mca', domain));
    await admin.ensureTopics(
      [...topics, 'mca.indicator.changed'].map((topic) => ({
        topic,
        partitions: 1,
        replicationFactor: 1,
        config: {},
      })),
    );
    this.producer = await this.kafka.producer();
    await this.startService();
  }

  async startService(): Promise<void> {
    const config = {
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: this.database.url('minhai_metrics'),
      KAFKA_BROKERS: ['127.0.0.1:1'],
      TOPIC_PREFIX: 'mca',
      LOG_LEVEL: 'silent' as const,
      CONSUMER_GROUP: 'minhai-metrics',
      ...this.settings,
    };
    const exit = (code: number): never => {
      throw new Error(`the service would exit with ${code}`);
    };
    this.service = await startMetrics(config, {
      kafka: this.kafka,
      docs: false,
      logger: createLogger('metrics', 'silent'),
      exit,
    });
  }

  /** Accepts events in the lake and sends them on, unless Kafka is to lose them. */
  async accept(events: readonly DomainEvent[], { sent = true } = {}): Promise<void> {
    for (const one of events) {
      const record = toKafkaRecord(one, catalogue);
      const position = (this.positions.get(record.topicDomain) ?? 0) + 1;
      this.positions.set(record.topicDomain, position);
      const accepted: Accepted = { domain: record.topicDomain, partition: 0, position, event: one };
      await acceptInLake(this.owner, catalogue, accepted);
      if (sent) await this.send(accepted);
    }
  }

  async send({ domain, position, event: one }: Accepted): Promise<void> {
    const { key, value, headers } = toKafkaRecord(one, catalogue);
    const header = Buffer.alloc(8);
    header.writeBigInt64BE(BigInt(position));
    await this.producer.send([
      {
        topic: acceptedTopic('mca', domain),
        records: [{ key, value, headers: { ...headers, position: header }, partition: 0 }],
      },
    ]);
  }

  async settled(): Promise<void> {
    for (let i = 0; i < 400; i++) {
      const { settled } = (await this.get('/v1/progress')) as { settled: boolean };
      if (settled) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never settled: ${JSON.stringify(await this.get('/v1/progress'))}`);
  }

  async get(path: string): Promise<unknown> {
    const response = await fetch(`${this.service.url}${path}`);
    return response.json();
  }

  async indicator(id: string, query = 'asOf=2020-12-31'): Promise<IndicatorAnswer & { breakdown: unknown }> {
    return (await this.get(`/v1/indicators/${id}?${query}`)) as IndicatorAnswer & { breakdown: unknown };
  }

  sql<Row extends object>(text: string): Promise<Row[]> {
    return this.owner.query<Row>(text);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.producer.close();
    await this.owner.close();
    await this.database.drop();
  }
}

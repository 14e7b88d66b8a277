import { loadCatalogue, intakeTopic } from '@minhai/events';
import { InMemoryKafka, type KafkaClient } from '@minhai/kafka';
import { createLogger, parseConfig } from '@minhai/nest';
import { openDatabase, sqlMigration, type Database } from '@minhai/postgres';
import { testDatabase } from '@minhai/testing';
import { gatewayConfig } from './config.js';
import { openCredentials } from './credentials/open-credentials.js';
import { migrations, schemaName } from './migrations.js';
import { startGateway } from './start-gateway.js';

/** What the lake publishes for the gateway, as a table a spec can fill. */
const PublishedByLake = sqlMigration(
  'PublishedByLake',
  1_732_000_000_001,
  [
    `CREATE TABLE lake.receipt_row (
       event_id uuid, source text, status text, code text, pointer text, message text,
       domain text, partition integer, position bigint, received_at timestamptz)`,
    'CREATE VIEW lake.receipt_status AS SELECT * FROM lake.receipt_row',
    `CREATE TABLE lake.reconciliation (
       day date, source text, type text, status text, code text, records bigint)`,
    `CREATE TABLE lake.reconciliation_held (
       quarantine_id bigint, source text, type text, event_id uuid, status text, code text, pointer text,
       domain text, topic text, partition integer, record_offset bigint, received_at timestamptz)`,
    'GRANT USAGE ON SCHEMA lake TO minhai_gateway',
    'GRANT SELECT ON lake.receipt_status, lake.reconciliation, lake.reconciliation_held TO minhai_gateway',
  ],
  [],
);

export interface GatewayUnderTest {
  readonly url: string;
  readonly port: number;
  readonly kafka: InMemoryKafka;
  /** The database as its owner, to play the lake. */
  readonly owner: Database;
  readonly databaseUrl: string;
  readonly logged: () => string;
  token(...sources: string[]): Promise<string>;
  /** A token that may add schemas to the registry. */
  registrarToken(): Promise<string>;
  revoke(name: string): Promise<void>;
  /** Records in all intake topics. */
  produced(): number;
  stop(): Promise<void>;
}

/** A whole gateway on a real PostgreSQL and an in-memory Kafka, which a spec may put something before. */
export async function startGatewayUnderTest(
  settings: Record<string, string> = {},
  disturb: (kafka: KafkaClient) => KafkaClient = (kafka) => kafka,
): Promise<GatewayUnderTest> {
  const database = await testDatabase({
    name: 'gateway',
    migrations: [
      { name: 'lake', migrations: [PublishedByLake] },
      { name: schemaName, migrations },
    ],
  });
  const databaseUrl = database.url('minhai_gateway');
  const kafka = new InMemoryKafka();
  const topics = [
    ...new Set(
      loadCatalogue()
        .all()
        .map(({ domain }) => intakeTopic('mca', domain)),
    ),
  ];
  const admin = await kafka.admin();
  await admin.ensureTopics(
    topics.map((topic) => ({ topic, partitions: 4, replicationFactor: 1, config: {} })),
  );
  const config = parseConfig(gatewayConfig, {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: '127.0.0.1:1',
    ...settings,
  });
  let log = '';
  const logger = createLogger('gateway', 'debug', { write: (line: string) => void (log += line) });
  const service = await startGateway(config, {
    kafka: disturb(kafka),
    logger,
    exit: () => undefined,
    docs: false,
  });
  const owner = openDatabase({ url: database.url('minhai_owner'), applicationName: 'spec' });
  const opened = await openCredentials(databaseUrl);
  const ids = new Map<string, string>();
  return {
    url: service.url,
    port: service.port,
    kafka,
    owner,
    databaseUrl,
    logged: () => log,
    async token(...sources) {
      const created = await opened.credentials.create(`spec ${ids.size}`, sources);
      ids.set(created.token, created.id);
      return created.token;
    },
    async registrarToken() {
      const created = await opened.credentials.create('registrar', ['urn:mca:*'], ['schemas:write']);
      ids.set(created.token, created.id);
      return created.token;
    },
    async revoke(token) {
      await opened.credentials.revoke(ids.get(token)!);
    },
    produced: () =>
      topics
        .flatMap((topic) => [0, 1, 2, 3].map((partition) => kafka.records(topic, partition).length))
        .reduce((a, b) => a + b),
    async stop() {
      await service.stop();
      await opened.close();
      await owner.close();
      await database.drop();
    },
  };
}

let nextNumber = 0;

/** A valid event; every call has an id of its own. */
export const bedChanged = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  specversion: '1.0',
  id: `01725b0c-0000-7000-8000-${(++nextNumber).toString(16).padStart(12, '0')}`,
  source: 'urn:mca:310105:eldercare',
  type: 'cn.gov.mca.eldercare.bed.changed',
  subject: `chn-inst-${nextNumber}:NURSING`,
  time: '2020-06-01T00:00:00+08:00',
  recordedtime: '2020-06-02T09:00:00+08:00',
  regionid: '310105',
  streetid: '310105001',
  data: {
    institutionId: `chn-inst-${nextNumber}`,
    bedType: 'NURSING',
    bedScope: 'INSTITUTION',
    delta: 20,
    after: 20,
    reason: 'NEW_BUILD',
    dementiaStandardised: false,
    transferId: null,
  },
  ...changes,
});

export const ndjson = (events: readonly unknown[]): string =>
  events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join('\n');

import type { Measurements } from '../../harness/bench.js';

/** One way to run the peer. */
export interface PeerSetting {
  readonly name: string;
  readonly title: string;
  readonly mode: 'insert' | 'upsert';
  readonly tasks: number;
}

/**
 * Among these its best is looked for. Inserts by UNNEST (`dialect.postgres.unnest.insert.enabled`) are not among them:
 * 3.6.0 ends its task on a column of bytes, “byte[] nested inside Object[]”, and a payload is one.
 */
export const PEER_SETTINGS: readonly PeerSetting[] = [
  { name: 'insert1', title: 'insert, 1 task', mode: 'insert', tasks: 1 },
  { name: 'insert2', title: 'insert, 2 tasks', mode: 'insert', tasks: 2 },
  { name: 'upsert2', title: 'upsert by id, 2 tasks', mode: 'upsert', tasks: 2 },
];

export const BATCH_ROWS = 5_000;
/** A record takes 1.3 KB with its schema; a fetch must hold a batch of them, or the batches are never full. */
const FETCH_BYTES = 8 * 1024 * 1024;

export interface WorkerPlace {
  readonly brokers: string;
  readonly restPort: number;
  readonly offsetsFile: string;
  readonly pluginPath: string;
}

/** Properties of a standalone worker. `fetch.min.bytes` stays at 1: all records are there, waiting gains nothing. */
export const workerProperties = (place: WorkerPlace): string =>
  propertiesText({
    'bootstrap.servers': place.brokers,
    listeners: `http://127.0.0.1:${place.restPort}`,
    'plugin.path': place.pluginPath,
    'plugin.discovery': 'service_load',
    'offset.storage.file.filename': place.offsetsFile,
    'key.converter': 'org.apache.kafka.connect.storage.StringConverter',
    'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
    'value.converter.schemas.enable': 'true',
    'consumer.max.poll.records': String(BATCH_ROWS),
    'consumer.max.partition.fetch.bytes': String(FETCH_BYTES),
    'consumer.fetch.min.bytes': '1',
  });

export interface ConnectorPlace {
  readonly topic: string;
  readonly table: string;
  /** `postgresql://role:password@host:port/database`. */
  readonly databaseUrl: string;
  readonly applicationName: string;
}

/** The connector's configuration, as the JSON file that a standalone worker reads. */
export function connectorConfig(setting: PeerSetting, place: ConnectorPlace): Record<string, string> {
  const { host, pathname, username, password } = new URL(place.databaseUrl);
  const query = new URLSearchParams({
    reWriteBatchedInserts: 'true',
    ApplicationName: place.applicationName,
  });
  return {
    name: `bench-${setting.name}`,
    'connector.class': 'io.debezium.connector.jdbc.JdbcSinkConnector',
    'tasks.max': String(setting.tasks),
    topics: place.topic,
    'connection.url': `jdbc:postgresql://${host}${pathname}?${query.toString()}`,
    'connection.username': username,
    'connection.password': decodeURIComponent(password),
    'collection.name.format': place.table,
    'insert.mode': setting.mode,
    'primary.key.mode': 'record_value',
    'primary.key.fields': 'id',
    'schema.evolution': 'none',
    'batch.size': String(BATCH_ROWS),
  };
}

/** Text of a Java properties file, which is Latin-1 and gives the backslash a meaning. */
export const propertiesText = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value.replace(/[\\]|[^\x20-\x7e]/g, escaped)}\n`)
    .join('');

const escaped = (unit: string): string =>
  unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const rateName = ({ name }: PeerSetting): string => `peer.${name}`;
export const cpuName = ({ name }: PeerSetting): string => `peer.${name}.cpu`;

/** The fastest setting of a round and its rows/s; undefined for a round without the peer. */
export function bestOf(round: Measurements): { setting: PeerSetting; rate: number } | undefined {
  const tried = PEER_SETTINGS.filter((setting) => round[rateName(setting)] !== undefined);
  const [best] = tried
    .map((setting) => ({ setting, rate: round[rateName(setting)]! }))
    .sort((a, b) => b.rate - a.rate);
  return best;
}

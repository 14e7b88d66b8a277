import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, sqlLiteral, type Database } from '@minhai/postgres';
import { freePort, spawnGuarded, type GuardedChild } from '@minhai/runtime';
import { repositoryRoot } from '../../../e2e/support/command.js';
import type { Measurements } from '../../harness/bench.js';
import type { BenchInstance } from '../../harness/bench-instance.js';
import { cpuOfEach, cpuOfTree } from '../../harness/cpu.js';
import { watchSteadyRun, type SteadyRun } from '../../harness/steady-run.js';
import { installPeer, PeerUnavailableError, type InstalledPeer } from './install-peer.js';
import { milestoneIds, peerRecord, peerTable } from './peer-records.js';
import {
  connectorConfig,
  cpuName,
  PEER_SETTINGS,
  rateName,
  workerProperties,
  type PeerSetting,
} from './peer-settings.js';

const TOPIC = 'bench.debezium';
const SCHEMA = 'bench_debezium';
const TABLE = `${SCHEMA}.event`;
const ROLE = 'bench_debezium';
const APPLICATION = 'bench-debezium';
const PARTITIONS = 2;
const RECORDS_OF_A_SEND = 1_000;
/** Ten seconds and more of steady work behind the warm-up at the rates that were seen, 25,000 to 40,000 rows/s. */
const LEAST_ROWS = 500_000;
const MILESTONES = 250;
/** A JVM compiles for some seconds: 40 % of the rows are not counted. */
const WARM_SHARE = 0.4;
const STOP_GRACE_MS = 15_000;
/** Kafka's own settings for Connect: 2 GB, G1. */
const JVM = ['-Xms256m', '-Xmx2g', '-XX:+UseG1GC', '-XX:MaxGCPauseMillis=20', '-Djava.awt.headless=true'];

interface Bed {
  readonly instance: BenchInstance;
  readonly installed: InstalledPeer;
  /** Connected as the administrator, to the product's database. */
  readonly admin: Database;
  readonly databaseUrl: string;
  readonly rows: number;
}

/** How many rows the peer writes when a bench has so many events; whole strides of the milestones. */
const peerRows = (events: number): number =>
  Math.ceil(Math.max(events, LEAST_ROWS) / MILESTONES) * MILESTONES;

/**
 * Debezium's JDBC sink on the Kafka and PostgreSQL of a bench whose services are halted: every setting in turn writes
 * the same records, which are in the topic before, into one table with a primary key and no other index.
 *
 * The rate counts rows that are visible in SQL, rows/s, from the moment 40 % of them are to the last: neither the start
 * of the JVM nor its compiling is in it. CPU is µs a row over the same time, of Connect with its database backends.
 * Throws PeerUnavailableError when Debezium cannot be installed or does not get through.
 */
export async function measurePeer(
  instance: BenchInstance,
  events: number,
  say: (message: string) => void,
): Promise<Measurements> {
  const installed = await installPeer();
  const rows = peerRows(events);
  say(`${rows} records for Debezium`);
  await preload(instance, rows);
  const url = new URL(instance.stack.database.admin);
  url.pathname = new URL(instance.stack.database.url('minhai_owner')).pathname;
  const admin = openDatabase({ url: url.toString(), applicationName: 'bench-peer', maxConnections: 1 });
  try {
    const databaseUrl = await prepareDatabase(admin, url);
    const measured: [string, number][] = [];
    for (const setting of PEER_SETTINGS) {
      say(`Debezium, ${setting.title}`);
      const run = await measureSetting({ instance, installed, admin, databaseUrl, rows }, setting);
      measured.push([rateName(setting), run.eventsPerSecond]);
      measured.push([cpuName(setting), run.cpuPerEvent.connect! + run.cpuPerEvent.backends!]);
    }
    return Object.fromEntries(measured);
  } finally {
    await admin.close();
  }
}

async function preload({ kafka }: BenchInstance, rows: number): Promise<void> {
  const admin = await kafka.admin();
  await admin.ensureTopics([{ topic: TOPIC, partitions: PARTITIONS, replicationFactor: 1, config: {} }]);
  await admin.close();
  const producer = await kafka.producer();
  for (let from = 0; from < rows; from += RECORDS_OF_A_SEND) {
    const length = Math.min(RECORDS_OF_A_SEND, rows - from);
    const records = Array.from({ length }, (_, i) => peerRecord(from + i));
    await producer.send([{ topic: TOPIC, records }]);
  }
  await producer.close();
}

/** A role that owns the table and nothing else. Returns its URL. */
async function prepareDatabase(admin: Database, adminUrl: URL): Promise<string> {
  const password = randomBytes(16).toString('hex');
  await admin.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD ${sqlLiteral(password)}`);
  await admin.query(`GRANT CONNECT ON DATABASE ${adminUrl.pathname.slice(1)} TO ${ROLE}`);
  await admin.query(`CREATE SCHEMA ${SCHEMA} AUTHORIZATION ${ROLE}`);
  await admin.query(peerTable(TABLE));
  await admin.query(`ALTER TABLE ${TABLE} OWNER TO ${ROLE}`);
  const url = new URL(adminUrl);
  url.username = ROLE;
  url.password = password;
  return url.toString();
}

async function measureSetting(bed: Bed, setting: PeerSetting): Promise<SteadyRun> {
  const { instance, admin, rows } = bed;
  await admin.query(`TRUNCATE ${TABLE}`);
  await instance.checkpoint();
  const stride = rows / MILESTONES;
  const ids = milestoneIds(rows, stride);
  const connect = await startConnect(bed, setting);
  try {
    return await watchSteadyRun({
      done: async () => (await visible(admin, ids)) * stride,
      target: rows,
      warmShare: WARM_SHARE,
      cpu: async () => ({
        connect: cpuOfTree(connect.pid),
        backends: cpuOfEach(await backends(admin)),
      }),
      drained: async () => (await countRows(admin)) === rows,
    });
  } catch (error) {
    throw new PeerUnavailableError(
      `Debezium (${setting.title}) ${(error as Error).message}:\n${connect.output()}`,
      { cause: error },
    );
  } finally {
    await connect.stop();
  }
}

async function startConnect(bed: Bed, setting: PeerSetting): Promise<GuardedChild> {
  const { instance, installed, databaseUrl } = bed;
  const directory = join(instance.config.home, 'debezium', setting.name);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const [worker, connector] = [join(directory, 'worker.properties'), join(directory, 'connector.json')];
  const properties = workerProperties({
    brokers: instance.stack.brokers,
    restPort: await freePort(),
    offsetsFile: join(directory, 'offsets'),
    pluginPath: installed.pluginPath,
  });
  await writeFile(worker, properties);
  const place = { topic: TOPIC, table: TABLE, databaseUrl, applicationName: APPLICATION };
  await writeFile(connector, JSON.stringify(connectorConfig(setting, place)));
  const logging = `-Dlog4j2.configurationFile=${join(repositoryRoot, 'deploy/kafka/log4j2.properties')}`;
  const main = 'org.apache.kafka.connect.cli.ConnectStandalone';
  return spawnGuarded({
    command: 'java',
    args: [...JVM, logging, '-cp', join(installed.jars, '*'), main, worker, connector],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    logFile: join(directory, 'connect.log'),
    stopSignal: 'SIGTERM',
    graceMs: STOP_GRACE_MS,
  });
}

/** Looked up by primary key, which does not weigh as counting a growing table would. */
async function visible(admin: Database, ids: readonly string[]): Promise<number> {
  const [row] = await admin.query<{ count: number }>(
    `SELECT count(*) FROM unnest($1::uuid[]) m (id), LATERAL (SELECT FROM ${TABLE} t WHERE t.id = m.id OFFSET 0) e`,
    [ids],
  );
  return row!.count;
}

async function countRows(admin: Database): Promise<number> {
  const [row] = await admin.query<{ count: number }>(`SELECT count(*) FROM ${TABLE}`);
  return row!.count;
}

async function backends(admin: Database): Promise<number[]> {
  const rows = await admin.query<{ pid: number }>(
    'SELECT a.pid FROM pg_stat_activity a WHERE a.application_name = $1',
    [APPLICATION],
  );
  return rows.map(({ pid }) => pid);
}

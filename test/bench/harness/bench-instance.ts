import { resolve } from 'node:path';
import { kafkaJsClient, type KafkaClient } from '@minhai/kafka';
import { openDatabase, type Database } from '@minhai/postgres';
import { startInstance, type TestInstance } from '../../e2e/support/instance.js';
import { cpuOfEach, cpuOfTree, type CpuReading } from './cpu.js';

export type ServiceName = 'gateway' | 'lake' | 'metrics';
const SERVICES: readonly ServiceName[] = ['gateway', 'lake', 'metrics'];

/** A whole Minhai for one round of one bench, thrown away afterwards; its services run only when asked for. */
export interface BenchInstance extends TestInstance {
  /** Connected as the owner of all schemas. */
  readonly owner: Database;
  readonly kafka: KafkaClient;
  /** Starts services that were stopped and resolves when they are ready. */
  start(...services: ServiceName[]): Promise<void>;
  halt(...services: ServiceName[]): Promise<void>;
  /** CPU so far: the service, its own backends, and all of PostgreSQL. */
  cpuOf(service: ServiceName): Promise<{ process: CpuReading; backends: CpuReading; postgres: CpuReading }>;
  /** Flushes what earlier work left behind, so that it does not land in the next measurement. */
  checkpoint(): Promise<void>;
}

export interface BenchInstanceOptions {
  readonly profileDirectory?: string | undefined;
  readonly environment?: Readonly<Partial<Record<ServiceName, Readonly<Record<string, string>>>>>;
}

/** Resolves with all services stopped. */
export async function startBenchInstance(options: BenchInstanceOptions = {}): Promise<BenchInstance> {
  const environment = Object.fromEntries(
    SERVICES.map((name) => [
      name,
      { LOG_LEVEL: 'warn', ...profiling(options.profileDirectory), ...options.environment?.[name] },
    ]),
  );
  const instance = await startInstance(environment);
  const { stack } = instance;
  const owner = openDatabase({
    url: stack.database.url('minhai_owner'),
    applicationName: 'bench',
    statementTimeoutMs: 120_000,
  });
  const admin = openDatabase({
    url: stack.database.admin,
    applicationName: 'bench-admin',
    maxConnections: 1,
    statementTimeoutMs: 120_000,
  });
  const halt = async (...services: ServiceName[]): Promise<void> => {
    await Promise.all(services.map((name) => stack.process(name).stop()));
  };
  await halt(...SERVICES);
  return {
    ...instance,
    owner,
    halt,
    kafka: kafkaJsClient({ brokers: stack.brokers.split(','), clientId: 'bench' }),
    start: async (...services) => {
      await Promise.all(services.map((name) => stack.process(name).start()));
    },
    cpuOf: async (service) => ({
      process: cpuOfEach([stack.process(service).pid!]),
      backends: cpuOfEach(await backendsOf(admin, `minhai-${service}`)),
      postgres: cpuOfTree(stack.process('postgres').pid!),
    }),
    checkpoint: async () => void (await admin.query('CHECKPOINT')),
    stop: async () => {
      await Promise.all([owner.close(), admin.close()]);
      await instance.stop();
    },
  };
}

const profiling = (directory: string | undefined): Record<string, string> =>
  directory === undefined
    ? {}
    : {
        NODE_OPTIONS: `--import=${new URL('./cpu-profile.js', import.meta.url).href}`,
        MINHAI_BENCH_PROFILES: resolve(directory),
      };

async function backendsOf(admin: Database, applicationName: string): Promise<number[]> {
  const rows = await admin.query<{ pid: number }>(
    'SELECT a.pid FROM pg_stat_activity a WHERE a.application_name = $1',
    [applicationName],
  );
  return rows.map(({ pid }) => pid);
}

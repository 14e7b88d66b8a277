import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKafkaJars, freePort, startKafka, startPostgres } from '@minhai/runtime';
import { TEST_DATABASE_URL, TEST_KAFKA_BROKERS, TEST_PASSWORD } from './test-environment.js';

export interface TestStack {
  /** Variables for the processes that run the specs. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** One real PostgreSQL and one real Kafka for a whole test run; what the environment already names is used as it is. */
export async function startTestStack(environment: NodeJS.ProcessEnv = process.env): Promise<TestStack> {
  const directory = await mkdtemp(join(tmpdir(), 'minhai-test-'));
  const stops: Stop[] = [];
  const given: Record<string, string> = { [TEST_PASSWORD]: randomBytes(12).toString('hex') };
  try {
    given[TEST_DATABASE_URL] = environment[TEST_DATABASE_URL] ?? (await postgres(directory, stops));
    given[TEST_KAFKA_BROKERS] = environment[TEST_KAFKA_BROKERS] ?? (await kafka(directory, stops));
  } catch (error) {
    await stopAll(directory, stops);
    throw error;
  }
  return { environment: given, stop: () => stopAll(directory, stops) };
}

async function postgres(directory: string, stops: Stop[]): Promise<string> {
  const running = await startPostgres({
    directory: join(directory, 'postgres'),
    port: await freePort(),
    logFile: join(directory, 'postgres.log'),
    durable: false,
  });
  stops.push(() => running.stop());
  return running.url;
}

async function kafka(directory: string, stops: Stop[]): Promise<string> {
  await ensureKafkaJars();
  const running = await startKafka({
    directory: join(directory, 'kafka'),
    port: await freePort(),
    controllerPort: await freePort(),
    logFile: join(directory, 'kafka.log'),
  });
  stops.push(() => running.stop());
  return running.brokers;
}

async function stopAll(directory: string, stops: Stop[]): Promise<void> {
  for (const stop of stops.reverse()) await stop();
  await rm(directory, { recursive: true, force: true });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kafkaJsClient } from '@minhai/kafka';
import { freePort } from '../network/port.js';
import { isAlive, waitForExit } from '../process/process-table.js';
import { startKafka, type RunningKafka } from './start-kafka.js';

const moduleUrl = new URL('./start-kafka.js', import.meta.url).href;

async function withAdmin<T>(
  brokers: string,
  work: (admin: Awaited<ReturnType<ReturnType<typeof kafkaJsClient>['admin']>>) => Promise<T>,
): Promise<T> {
  const admin = await kafkaJsClient({ brokers: [brokers], clientId: 'runtime-spec' }).admin();
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
}

describe('an embedded Kafka', () => {
  const home = mkdtempSync(join(tmpdir(), 'minhai-民-kafka-'));
  const directory = join(home, 'kafka');
  const logFile = join(home, 'kafka.log');
  let options: Parameters<typeof startKafka>[0];
  let running: RunningKafka;

  beforeAll(async () => {
    options = { directory, port: await freePort(), controllerPort: await freePort(), logFile };
    running = await startKafka(options);
  });

  afterAll(async () => {
    await running?.stop();
    rmSync(home, { recursive: true });
  });

  it('serves from a directory with a Chinese name and keeps its topics over SIGKILL', async () => {
    const topic = { topic: 'kept', partitions: 3, replicationFactor: 1, config: {} };
    await withAdmin(running.brokers, (admin) => admin.ensureTopics([topic]));
    running.kill('SIGKILL');
    expect(await running.exited).toEqual({ code: null, signal: 'SIGKILL' });

    running = await startKafka(options);

    expect(await withAdmin(running.brokers, (admin) => admin.partitionCount('kept'))).toBe(3);
  });

  it('names the port and the way out when another program has it', async () => {
    const occupied = await freePort();
    const other = createServer().listen(occupied, '127.0.0.1');
    await once(other, 'listening');
    try {
      const attempt = startKafka({ ...options, directory: join(home, 'second'), port: occupied });
      await expect(attempt).rejects.toThrow(
        new RegExp(`port ${occupied} \\(Kafka\\) is in use.*MINHAI_PORT_BASE`),
      );
    } finally {
      other.close();
    }
  });
});

describe('the parent of an embedded Kafka', () => {
  it('takes it along when it is killed with SIGKILL', async () => {
    const home = mkdtempSync(join(tmpdir(), 'minhai-orphan-'));
    const options = {
      directory: join(home, 'kafka'),
      port: await freePort(),
      controllerPort: await freePort(),
      logFile: join(home, 'log'),
    };
    const script = `import { startKafka } from ${JSON.stringify(moduleUrl)};
      const { pid } = await startKafka(${JSON.stringify(options)});
      process.stdout.write(String(pid));
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await Promise.race([once(parent.stdout, 'data'), once(parent, 'exit')])) as [unknown];
    const pid = Number(String(output));
    expect(isAlive(pid)).toBe(true);

    parent.kill('SIGKILL');

    expect(await waitForExit(pid, 20_000)).toBe(true);
    rmSync(home, { recursive: true });
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../network/port.js';
import { ports } from '../network/ports.js';
import { isAlive, waitForExit } from '../process/process-table.js';
import { readState } from '../supervisor/state-file.js';
import { readInstance } from './instance.js';
import type { Stack, StackOptions } from './stack.js';
import { startStack } from './start-stack.js';

/** The least a service must do: listen, say that it is ready, end with its supervisor. */
const SERVICE = `
import { createServer } from 'node:http';
createServer((request, response) => response.end('{"status":"ready","lag":0}')).listen(Number(process.env.PORT), process.env.HOST);
process.once('disconnect', () => process.exit(0));
`;

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 600) throw new Error('never happened');
    await sleep(50);
  }
}

async function givenOptions(): Promise<StackOptions> {
  const home = mkdtempSync(join(tmpdir(), 'minhai-stack-'));
  chmodSync(home, 0o755);
  const main = join(home, 'service.mjs');
  writeFileSync(main, SERVICE);
  const free = {
    postgres: await freePort(),
    kafka: await freePort(),
    kafkaController: await freePort(),
    gateway: await freePort(),
  };
  return {
    home,
    ports: { ...ports(), ...free },
    portBase: 7300,
    topicPrefix: 'spec',
    domains: ['ref'],
    services: [{ name: 'gateway', main, port: free.gateway, role: 'minhai_gateway' }],
    migrations: [],
    durable: false,
  };
}

describe('a stack', () => {
  let options: StackOptions;
  let stack: Stack;

  beforeAll(async () => {
    options = await givenOptions();
    stack = await startStack(options);
  });

  afterAll(async () => {
    await stack?.stop();
    rmSync(options.home, { recursive: true });
  });

  it('runs every part, and its files tell others where', () => {
    const instance = readInstance(options.home)!;
    expect(instance.supervisor).toBe(process.pid);
    expect(instance.brokers()).toBe(stack.brokers);
    expect(instance.serviceUrl('gateway')).toBe(`http://127.0.0.1:${options.services[0]!.port}`);
    expect(instance.state.processes.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      'gateway running',
      'kafka running',
      'postgres running',
    ]);
  });

  it('keeps passwords in files of the owner only, and lets each role log in', async () => {
    expect(statSync(stack.layout.secretsFile).mode & 0o777).toBe(0o600);
    const client = new pg.Client({ connectionString: readInstance(options.home)!.databaseUrl('analyst') });
    await client.connect();
    const { rows } = await client.query('SELECT current_user::text AS who, current_database()::text AS what');
    await client.end();
    expect(rows).toEqual([{ who: 'analyst', what: 'minhai' }]);
  });

  it('refuses a second one in the same home directory', async () => {
    await expect(startStack(options)).rejects.toThrow(/already running/);
  });

  it('starts a killed service, Kafka or PostgreSQL again', async () => {
    for (const name of ['gateway', 'postgres', 'kafka']) {
      const supervised = stack.process(name);
      const killed = supervised.pid!;
      supervised.kill('SIGKILL');
      await until(() => supervised.state === 'running' && supervised.pid !== killed);
      expect(supervised.restarts).toBe(1);
    }
  });

  it('takes one more service, such as a second gateway', async () => {
    const port = await freePort();
    const second = await stack.addService({ ...options.services[0]!, name: 'gateway-2', port });
    expect(second.state).toBe('running');
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
  });

  it('leaves nothing behind when it stops, and starts again', async () => {
    const pids = stack.processes().map(({ pid }) => pid!);
    await stack.stop();
    expect(pids.map(isAlive)).toEqual(pids.map(() => false));
    expect(readInstance(options.home)!.supervisor).toBeUndefined();
    stack = await startStack(options);
    expect(stack.process('gateway').state).toBe('running');
  });
});

describe('a supervisor killed with SIGKILL', () => {
  it('takes every part along, and the next start works', async () => {
    const options = await givenOptions();
    const moduleUrl = new URL('./start-stack.js', import.meta.url).href;
    const script = `import { startStack } from ${JSON.stringify(moduleUrl)};
      await startStack(${JSON.stringify(options)});
      process.stdout.write('up');`;
    const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await Promise.race([once(supervisor.stdout, 'data'), once(supervisor, 'exit')]);
    const pids = readState(join(options.home, 'run', 'state.json'))!.processes.map(({ pid }) => pid!);
    expect(pids.map(isAlive)).toEqual([true, true, true]);

    supervisor.kill('SIGKILL');

    expect(await Promise.all(pids.map((pid) => waitForExit(pid, 20_000)))).toEqual([true, true, true]);
    const next = await startStack(options);
    await next.stop();
    rmSync(options.home, { recursive: true });
  });
});

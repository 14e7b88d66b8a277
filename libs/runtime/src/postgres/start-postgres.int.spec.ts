import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../network/port.js';
import { isAlive, waitForExit } from '../process/process-table.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';

const moduleUrl = new URL('./start-postgres.js', import.meta.url).href;

/** One that PostgreSQL's own user may enter too, when the specs run as root. */
function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'minhai-postgres-'));
  chmodSync(home, 0o755);
  return home;
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('an embedded PostgreSQL', () => {
  const home = temporaryHome();
  const directory = join(home, 'postgres');
  const logFile = join(home, 'postgres.log');
  let port: number;
  let running: RunningPostgres;
  const start = () => startPostgres({ directory, port, logFile, durable: false });

  beforeAll(async () => {
    port = await freePort();
    running = await start();
  });

  afterAll(async () => {
    await running?.stop();
    rmSync(home, { recursive: true });
  });

  it('answers queries, in UTF-8 and with the order of C.UTF-8', async () => {
    const [row] = await query<{ version: string; encoding: string; locale: string; addresses: string }>(
      running.url,
      `SELECT current_setting('server_version') AS version, pg_encoding_to_char(encoding) AS encoding,
              datlocale AS locale, current_setting('listen_addresses') AS addresses
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({
      version: expect.stringMatching(/^18\./),
      encoding: 'UTF8',
      locale: 'C.UTF-8',
      addresses: '127.0.0.1',
    });
  });

  it('refuses a wrong password', async () => {
    const wrong = running.url.replace(/:[^:@/]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('names the port and the way out when another program has it', async () => {
    const occupied = await freePort();
    const other = createServer().listen(occupied, '127.0.0.1');
    await once(other, 'listening');
    try {
      const attempt = startPostgres({ directory: join(home, 'second'), port: occupied, logFile });
      await expect(attempt).rejects.toThrow(
        new RegExp(`port ${occupied} \\(PostgreSQL\\) is in use.*MINHAI_PORT_BASE`),
      );
    } finally {
      other.close();
    }
  });

  it('comes back after SIGKILL with what was committed', async () => {
    await query(running.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const killed = running;
    killed.kill('SIGKILL');
    expect(await killed.exited).toEqual({ code: null, signal: 'SIGKILL' });
    running = await start();
    expect(await query(running.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('ends a server that a killed start left on the same directory', async () => {
    const left = running;
    running = await start();
    expect(isAlive(left.pid)).toBe(false);
    expect(running.pid).not.toBe(left.pid);
  });
});

describe('the parent of an embedded PostgreSQL', () => {
  it('takes it along when it is killed with SIGKILL', async () => {
    const home = temporaryHome();
    const options = {
      directory: join(home, 'postgres'),
      port: await freePort(),
      logFile: join(home, 'log'),
      durable: true,
    };
    const script = `import { startPostgres } from ${JSON.stringify(moduleUrl)};
      const { pid } = await startPostgres(${JSON.stringify(options)});
      process.stdout.write(String(pid));
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await Promise.race([once(parent.stdout, 'data'), once(parent, 'exit')])) as [unknown];
    const pid = Number(String(output));
    expect(isAlive(pid)).toBe(true);

    parent.kill('SIGKILL');

    expect(await waitForExit(pid, 10_000)).toBe(true);
    rmSync(home, { recursive: true });
  });
});

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAlive, readInstance } from '@minhai/runtime';
import { runMinhai, runNode } from './support/command.js';
import { testEnvironment } from './support/instance.js';
import { eventually } from './support/settled.js';

/** Everything the instance in this home directory runs: services, PostgreSQL, Kafka and their supervisor. */
function runningProcesses(home: string): number[] {
  const instance = readInstance(home);
  const pids = (instance?.state.processes ?? []).map(({ pid }) => pid);
  return [...pids, instance?.supervisor].filter((pid): pid is number => pid != null && isAlive(pid));
}

describe('the front door', () => {
  let environment: Record<string, string>;

  beforeAll(async () => {
    environment = await testEnvironment();
  });

  afterAll(() => rm(environment.MINHAI_HOME!, { recursive: true, force: true }));

  it('given a fresh home, when npm start --exit, then both tables match and nothing is left running', async () => {
    const started = await runNode(['scripts/start.mjs', '--exit'], environment);
    expect(started.stdout + started.stderr).toContain('养老床位');
    expect(started.stdout).not.toContain('✗');
    expect(started.code).toBe(0);
    expect(runningProcesses(environment.MINHAI_HOME!)).toEqual([]);
  });

  it('given the same home, when started again, then the ledger is not loaded twice and the figures still match', async () => {
    const started = await runNode(['scripts/start.mjs', '--exit'], environment);
    expect(started.code).toBe(0);
    expect(started.stdout).not.toContain('✗');
  });

  it('given it runs detached, then status, connect, indicators, receipt and verify answer, and down leaves nothing', async () => {
    const up = await runMinhai(['up', '--detach', '--empty'], environment);
    expect({ code: up.code, stderr: up.stderr }).toMatchObject({ code: 0 });
    const status = JSON.parse((await runMinhai(['status', '--json'], environment)).stdout) as {
      services: { name: string; pid: number; state: string; rssBytes: number }[];
    };
    expect(status.services.map(({ name }) => name).sort()).toEqual([
      'gateway',
      'kafka',
      'lake',
      'metrics',
      'postgres',
    ]);
    expect(status.services.every(({ pid, rssBytes }) => pid > 0 && rssBytes > 1_000_000)).toBe(true);
    const connect = JSON.parse((await runMinhai(['connect', '--json'], environment)).stdout) as {
      analyst: string;
    };
    expect(connect.analyst).toContain('analyst');
    const [line] = (await runMinhai(['ledger', '--district', '310118'], environment)).stdout.split('\n');
    const receipt = await runMinhai(['receipt', (JSON.parse(line!) as { id: string }).id], environment);
    expect(receipt).toMatchObject({ code: 0, stdout: expect.stringContaining('accepted') });
    expect((await runMinhai(['verify'], environment)).code).toBe(0);
    const again = await runMinhai(['up', '--exit'], environment);
    expect(again.code).not.toBe(0);
    expect(again.stderr + again.stdout).toMatch(/already runs|running/i);
    expect((await runMinhai(['down'], environment)).code).toBe(0);
    expect(runningProcesses(environment.MINHAI_HOME!)).toEqual([]);
  });

  it('given the supervisor is killed with SIGKILL, then no process of it survives, and the next start recovers', async () => {
    await runMinhai(['up', '--detach', '--empty'], environment);
    const before = runningProcesses(environment.MINHAI_HOME!);
    expect(before).toHaveLength(6);
    process.kill(readInstance(environment.MINHAI_HOME!)!.supervisor!, 'SIGKILL');
    await eventually('no orphan is left', () => before.every((pid) => !isAlive(pid)), 30_000);
    const { code, stdout, stderr } = await runNode(['scripts/start.mjs', '--exit'], environment);
    expect({ code, said: code === 0 ? '' : `${stdout}${stderr}`.slice(-3_000) }).toEqual({
      code: 0,
      said: '',
    });
  });
});

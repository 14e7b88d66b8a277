import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Exit } from '../process/guarded-child.js';
import { SupervisedProcess, type RunningProcess } from './supervised-process.js';

/** A process without a process: ends when told to. */
class FakeProcess implements RunningProcess {
  readonly exited: Promise<Exit>;
  private end!: (exit: Exit) => void;

  constructor(readonly pid: number) {
    this.exited = new Promise((resolve) => (this.end = resolve));
  }

  kill(signal: NodeJS.Signals): void {
    this.end({ code: null, signal });
  }

  async stop(): Promise<void> {
    this.end({ code: 0, signal: null });
  }
}

function given({ failing = 0, startsIn = 0 } = {}) {
  const started: FakeProcess[] = [];
  const said: string[] = [];
  let attempts = 0;
  const supervised = new SupervisedProcess(
    {
      name: 'lake',
      port: 7325,
      async start(spawned) {
        attempts++;
        if (attempts > 1 && attempts <= 1 + failing) throw new Error('port taken');
        const process = new FakeProcess(attempts);
        // PostgreSQL and Kafka tell of their process only once it is ready.
        if (startsIn > 0) {
          await sleep(startsIn);
          started.push(process);
          return process;
        }
        started.push(process);
        spawned(process);
        return process;
      },
    },
    { changed: () => undefined, say: (message) => said.push(message) },
  );
  return { supervised, started, said };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 300) throw new Error('never happened');
    await sleep(10);
  }
}

describe('a supervised process', () => {
  it('runs once started', async () => {
    const { supervised } = given();
    await supervised.start();
    expect(supervised).toMatchObject({ state: 'running', pid: 1, restarts: 0 });
  });

  it('is started again when it is killed, and says so', async () => {
    const { supervised, said } = given();
    await supervised.start();
    supervised.kill('SIGKILL');
    await until(() => supervised.pid === 2);
    expect(supervised).toMatchObject({ state: 'running', restarts: 1 });
    expect(said).toEqual(['lake ended (signal SIGKILL); starting it again in 250 ms']);
  });

  it('is tried again when it could not even start', async () => {
    const { supervised, said } = given({ failing: 1 });
    await supervised.start();
    supervised.kill('SIGKILL');
    await until(() => supervised.pid === 3);
    expect(said[1]).toBe('lake did not start (port taken); starting it again in 500 ms');
    await supervised.stop();
  });

  it('stays down when it was killed for good, until it is started', async () => {
    const { supervised } = given();
    await supervised.start();
    supervised.kill('SIGKILL', { thenRestart: false });
    await supervised.ended();
    await sleep(300);
    expect(supervised).toMatchObject({ state: 'stopped', pid: undefined });
    await supervised.start();
    expect(supervised).toMatchObject({ state: 'running', pid: 2 });
  });

  it('is not started again after a stop, even while it waits for its restart', async () => {
    const { supervised, started } = given();
    await supervised.start();
    supervised.kill('SIGKILL');
    await until(() => supervised.state === 'waiting');
    await supervised.stop();
    await sleep(300);
    expect(supervised.state).toBe('stopped');
    expect(started).toHaveLength(1);
  });

  it('stays stopped when the stop came in the middle of its start', async () => {
    const { supervised, started } = given({ startsIn: 50 });
    const start = supervised.start();
    await supervised.stop();
    await start;
    await sleep(300);
    expect(supervised).toMatchObject({ state: 'stopped', pid: undefined, restarts: 0 });
    expect(started).toHaveLength(1);
  });
});

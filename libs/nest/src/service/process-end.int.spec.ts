import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const MAIN = fileURLToPath(new URL('./process-under-test.spec.js', import.meta.url));

describe('a service as a process', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  const start = (env: Record<string, string>) => {
    const child = fork(MAIN, {
      env: { ...env, PATH: process.env['PATH'] ?? '' },
      execArgv: [],
      stdio: 'pipe',
    });
    children.push(child);
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const listening = once(child, 'message') as Promise<[{ type: string; port: number }]>;
    const ended = once(child, 'exit').then(([code]) => code as number);
    return { child, listening, ended, output: () => output };
  };

  it('tells its parent where it listens, serves the browsable API, and ends with 0 on SIGTERM', async () => {
    const { child, listening, ended, output } = start({ PORT: '0' });
    const [{ type, port }] = await listening;
    expect(type).toBe('listening');
    const docs = await fetch(`http://127.0.0.1:${port}/docs`);
    expect([docs.status, (await docs.text()).includes('swagger-ui')]).toEqual([200, true]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    for (const line of output().trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ service: 'empty' });
  });

  it('given its parent goes away, then it ends too', async () => {
    const { child, listening, ended } = start({ PORT: '0' });
    await listening;
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('given a configuration that is not usable, then it says what is wrong and ends with 78', async () => {
    const { ended, output } = start({ BEHAVIOUR: 'wild' });
    expect(await ended).toBe(78);
    expect(output()).toMatch(/- PORT: is required[\s\S]*- BEHAVIOUR: /);
  });

  it('given a bug nobody caught, then it ends with 1', async () => {
    const { ended, output } = start({ PORT: '0', BEHAVIOUR: 'bug' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/nobody awaited this/);
  });

  it('given a stop that takes too long, then it ends with 75', async () => {
    const { child, listening, ended } = start({ PORT: '0', BEHAVIOUR: 'slow' });
    await listening;
    const from = Date.now();
    child.kill('SIGINT');
    expect(await ended).toBe(75);
    expect(Date.now() - from).toBeLessThan(11_500);
  }, 20_000);
});

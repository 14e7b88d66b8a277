import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { TwoAtATime } from './two-at-a-time.js';

function slow(log: string[], name: string, fails = false) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async (): Promise<void> => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  return { work, end: () => end() };
}

describe('two works at a time', () => {
  it('begins a work while the one before runs, and the third when the first has ended', async () => {
    const log: string[] = [];
    const [a, b, c] = [slow(log, 'a'), slow(log, 'b'), slow(log, 'c')];
    const works = new TwoAtATime();
    const all = (async () => {
      for (const { work } of [a, b, c]) await works.begin(work);
      await works.ended();
    })();
    await turn();
    expect(log).toEqual(['a begins', 'b begins']);
    a.end();
    await turn();
    expect(log).toEqual(['a begins', 'b begins', 'a ends', 'c begins']);
    b.end();
    c.end();
    await all;
  });

  it('given a work that fails, tells it when the next has ended, too', async () => {
    const log: string[] = [];
    const [a, b] = [slow(log, 'a', true), slow(log, 'b')];
    const works = new TwoAtATime();
    await works.begin(a.work);
    const failing = works.begin(b.work).catch((error: Error) => log.push(`told ${error.message}`));
    a.end();
    await turn();
    expect(log).not.toContain('told a');
    b.end();
    await failing;
    expect(log.slice(-2)).toEqual(['b ends', 'told a']);
  });

  it('given a last work that fails, tells it at the end', async () => {
    const works = new TwoAtATime();
    await works.begin(() => Promise.reject(new Error('last')));
    await expect(works.ended()).rejects.toThrow('last');
  });
});

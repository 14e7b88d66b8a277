import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CrashError, RetryableError } from '@minhai/errors';
import { createLogger } from '../logging/logger.js';
import { Rounds } from './rounds.js';

const ended: number[] = [];

/** Does one thing a round; what is left to do is refused as given. */
class Counting extends Rounds {
  rounds = 0;

  constructor(private readonly work: () => Promise<number>) {
    super({
      logger: createLogger('spec', 'fatal', { write: () => undefined }),
      exit: (code) => void ended.push(code),
      firstMs: 10,
      retryMs: 500,
      failures: { passing: 'again', final: 'the end' },
    });
  }

  protected round(): Promise<number> {
    this.rounds++;
    return this.work();
  }
}

function started(work: () => Promise<number>): Counting {
  const rounds = new Counting(work);
  rounds.onApplicationBootstrap();
  return rounds;
}

beforeEach(() => {
  ended.length = 0;
  jest.useFakeTimers();
});

afterEach(() => void jest.useRealTimers());

describe('rounds', () => {
  it('given rests, begins each round when the one before has rested', async () => {
    const rounds = started(async () => 100);
    await jest.advanceTimersByTimeAsync(9);
    expect(rounds.rounds).toBe(0);
    await jest.advanceTimersByTimeAsync(201);
    expect(rounds.rounds).toBe(3);
    await rounds.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(rounds.rounds).toBe(3);
  });

  it('given a failure that may pass, tries again after a while; given another, ends the process', async () => {
    const passing = started(() => Promise.reject(new RetryableError('UNAVAILABLE', 'away')));
    await jest.advanceTimersByTimeAsync(1_011);
    expect([passing.rounds, ended]).toEqual([3, []]);
    const final = started(() => Promise.reject(new CrashError('HANDLER_ERROR', 'broken')));
    await jest.advanceTimersByTimeAsync(1_011);
    expect([final.rounds, ended]).toEqual([1, [1]]);
  });

  it('given an end in the middle of a round, waits for it', async () => {
    let finish: (rest: number) => void = () => undefined;
    const rounds = started(() => new Promise((resolve) => (finish = resolve)));
    await jest.advanceTimersByTimeAsync(10);
    let isEnded = false;
    const end = rounds.onModuleDestroy().then(() => (isEnded = true));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(isEnded).toBe(false);
    finish(0);
    await end;
    expect(rounds.rounds).toBe(1);
  });
});

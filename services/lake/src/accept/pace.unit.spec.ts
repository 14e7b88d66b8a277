import { describe, expect, it } from '@jest/globals';
import { RetryableError } from '@minhai/errors';
import { Pace } from './pace.js';

const fails = (error: Error) => (): Promise<never> => Promise.reject(error);

describe('Pace', () => {
  it('given a database that does not manage, then slices shrink to a floor and grow back', async () => {
    const pace = new Pace(400);
    const seen: number[] = [];
    for (let i = 0; i < 4; i++) {
      await expect(pace.of(fails(new RetryableError('UNAVAILABLE')))).rejects.toThrow();
      seen.push(pace.records);
    }
    for (let i = 0; i < 4; i++) {
      await pace.of(() => Promise.resolve());
      seen.push(pace.records);
    }
    expect(seen).toEqual([200, 100, 50, 50, 100, 200, 400, 400]);
  });

  it('given a failure of another kind, then the size has nothing to do with it', async () => {
    const pace = new Pace(400);
    await expect(pace.of(fails(new TypeError()))).rejects.toThrow(TypeError);
    expect(pace.records).toBe(400);
  });

  it('given a limit below the floor, then it is kept', async () => {
    const pace = new Pace(10);
    await expect(pace.of(fails(new RetryableError('UNAVAILABLE')))).rejects.toThrow();
    expect(pace.records).toBe(10);
  });
});

import { describe, expect, it } from '@jest/globals';
import { MemoryBudget } from './memory-budget.js';

const settled = async (pending: Promise<void>): Promise<boolean> => {
  let done = false;
  void pending.then(() => (done = true));
  await new Promise((resolve) => setImmediate(resolve));
  return done;
};

describe('MemoryBudget', () => {
  it('given a full budget, when acceptance asks for room, then it waits until something is published', async () => {
    const budget = new MemoryBudget(10);
    expect(budget.take(12)).toBe(true);
    expect(budget.take(1)).toBe(false);
    const waiting = budget.room();
    expect(await settled(waiting)).toBe(false);
    budget.release(12);
    expect(await settled(waiting)).toBe(true);
  });

  it('given a broker that fails, when acceptance asks for room, then it goes on without', async () => {
    const budget = new MemoryBudget(10);
    budget.take(12);
    const waiting = budget.room();
    budget.publisherFailed();
    expect(await settled(waiting)).toBe(true);
    expect(budget.take(1)).toBe(false);
    budget.publisherRecovered();
    expect(await settled(budget.room())).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { decideRestart, freshPolicy, type RestartPolicy } from './restart-policy.js';

/** Ends that came before the process was steady, one after the other. */
function delaysOfFailures(): number[] {
  const delays: number[] = [];
  for (let policy: RestartPolicy = freshPolicy; ;) {
    const decision = decideRestart(policy, 0);
    if (!decision.restart) return delays;
    delays.push(decision.delayMs);
    policy = decision.policy;
  }
}

describe('the restart policy', () => {
  it('waits twice as long after each failure, up to 15 seconds, and gives up after 20', () => {
    const delays = delaysOfFailures();
    expect(delays.slice(0, 8)).toEqual([250, 500, 1000, 2000, 4000, 8000, 15000, 15000]);
    expect(delays).toHaveLength(20);
  });

  it('begins anew with a process that had been steady', () => {
    expect(decideRestart({ failures: 19 }, 60_000)).toEqual({
      restart: true,
      delayMs: 250,
      policy: { failures: 1 },
    });
  });

  it('counts a process that ended soon after it was ready as failed', () => {
    expect(decideRestart({ failures: 3 }, 1_000)).toEqual({
      restart: true,
      delayMs: 2000,
      policy: { failures: 4 },
    });
  });
});

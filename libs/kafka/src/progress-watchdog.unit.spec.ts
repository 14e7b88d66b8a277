import { describe, expect, it } from '@jest/globals';
import { ProgressWatchdog } from './progress-watchdog.js';

describe('progress watchdog', () => {
  const given = (lag: bigint) => {
    const state = { now: 0, lag };
    const watchdog = new ProgressWatchdog({ lag: () => state.lag }, 60_000, () => state.now);
    return { state, watchdog };
  };

  it('given waiting records and silence for the whole time, then it tells', () => {
    const { state, watchdog } = given(5n);
    state.now = 59_999;
    expect(watchdog.look()).toBeUndefined();
    state.now = 60_000;
    expect(watchdog.look()).toMatch(/^5 records wait/);
  });

  it('given nothing waits, then silence is peace, and the time starts when something comes', () => {
    const { state, watchdog } = given(0n);
    state.now = 500_000;
    expect(watchdog.look()).toBeUndefined();
    state.lag = 1n;
    state.now = 559_999;
    expect(watchdog.look()).toBeUndefined();
  });

  it('given batches fail and are repeated, then that is a sign of life', () => {
    const { state, watchdog } = given(5n);
    state.now = 50_000;
    watchdog.sign();
    state.now = 100_000;
    expect(watchdog.look()).toBeUndefined();
  });
});

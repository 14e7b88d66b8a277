import { describe, expect, it } from '@jest/globals';
import { loadLine } from './load-display.js';
import { dueNow, loadOf } from './schedule.js';

describe('a load', () => {
  it('lasts as long as asked, or ten seconds', () => {
    expect(loadOf(100, {}).total).toBe(1_000);
    expect(loadOf(100, { seconds: 2 }).total).toBe(200);
    expect(loadOf(100, { seconds: 2, count: 7 }).total).toBe(7);
    expect(loadOf(0.1, { seconds: 1 }).total).toBe(1);
  });

  it('has due what its rate says, caught up with in bounded steps', () => {
    const load = { rate: 1_000, total: 5_000 };
    expect(dueNow(load, 0, 0, 2_000)).toBe(0);
    expect(dueNow(load, 500, 100, 2_000)).toBe(400);
    expect(dueNow(load, 500, 600, 2_000)).toBe(0);
    expect(dueNow(load, 4_000, 0, 2_000)).toBe(2_000);
    expect(dueNow(load, 60_000, 4_900, 2_000)).toBe(100);
  });

  it('says how it goes', () => {
    const progress = { sent: 4_000, accepted: 3_999, refused: 1, total: 10_000, elapsedMs: 4_000 };
    expect(loadLine(progress)).toBe(
      '4,000 of 10,000 sent · 1,000/s · 3,999 accepted · 1 refused · 6.0 s left',
    );
    expect(loadLine({ ...progress, sent: 10_000 })).not.toContain('left');
    expect(loadLine({ sent: 0, accepted: 0, refused: 0, total: 5, elapsedMs: 0 })).toContain('0/s');
  });
});

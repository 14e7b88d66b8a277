import { describe, expect, it } from '@jest/globals';
import type { FactDefinition } from '../core/definition.js';
import { identified } from './arbitrary-amendments.js';
import { clubEvents, membership, teamSize } from './club.js';
import { assertContinues } from './continues.js';

const withNext = (next: (past: any) => object): FactDefinition => ({
  ...teamSize,
  continues: {
    ...teamSize.continues!,
    next: (past, event) => ({ ...teamSize.continues!.next(past, event)!, ...next(past) }),
  },
});

describe('the contract of going on without a history', () => {
  it.each([membership, teamSize])('given facts that keep it, counts what went on', (fact) => {
    expect(assertContinues(fact, identified(clubEvents), { numRuns: 1_000 })).toBeGreaterThan(20);
  });

  it.each([
    ['tells nothing', withNext(() => ({ rows: [] }))],
    ['does not move on', withNext((past) => ({ past }))],
  ])('given a fact that %s, fails', (_, fact) => {
    expect(() => assertContinues(fact, identified(clubEvents))).toThrow();
  });
});

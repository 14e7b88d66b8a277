import { describe, expect, it } from '@jest/globals';
import { clubEvents, membership, teamSize } from '../testing/club.js';
import { assertSetPrinciple, identified, withAmendments } from '../testing/index.js';
import type { FactDefinition } from './definition.js';

describe('set principle', () => {
  it('given originals in any delivery, then the tables depend on the set alone', () => {
    assertSetPrinciple(membership, identified(clubEvents), { numRuns: 300 });
  });

  it.each([membership, teamSize])(
    'given corrections and voids in any delivery, then the tables depend on the set alone',
    (fact) => {
      assertSetPrinciple(fact, withAmendments(clubEvents), { numRuns: 1500 });
    },
  );

  it('given a fold that looks at the clock, then the property fails', () => {
    let calls = 0;
    const impure: FactDefinition = {
      ...teamSize,
      fold: (history, entity) => {
        const { rows, findings } = teamSize.fold(history, entity);
        return { rows: rows.map((row) => ({ ...row, amount: row.amount + calls++ })), findings };
      },
    };
    expect(() => assertSetPrinciple(impure, withAmendments(clubEvents), { numRuns: 200 })).toThrow();
  });
});

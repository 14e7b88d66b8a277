import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { newestInForce } from './newest-in-force.js';

const decided = (id: string, from: string, until: string | null) =>
  factEvent('specs', { from, until }, { id });
const stretches = (...decisions: ReturnType<typeof decided>[]) =>
  newestInForce(decisions, ({ data }) => data).map(({ decision, from, until, causes }) => [
    decision.id,
    from,
    until,
    causes,
  ]);

describe('of decisions in force the newest counts', () => {
  it('given a newer one, ends the older', () => {
    expect(
      stretches(decided('a', '2018-01-01', '2023-01-01'), decided('b', '2020-01-01', '2025-01-01')),
    ).toEqual([
      ['a', '2018-01-01', '2020-01-01', ['a', 'b']],
      ['b', '2020-01-01', '2025-01-01', ['b']],
    ]);
  });

  it('given a newer one that runs out first, the older counts again', () => {
    expect(stretches(decided('a', '2018-01-01', null), decided('b', '2019-01-01', '2020-01-01'))).toEqual([
      ['a', '2018-01-01', '2019-01-01', ['a', 'b']],
      ['b', '2019-01-01', '2020-01-01', ['b']],
      ['a', '2020-01-01', null, ['a', 'b']],
    ]);
  });

  it('given a gap, nothing counts within it', () => {
    expect(stretches(decided('a', '2018-01-01', '2018-06-01'), decided('b', '2019-01-01', null))).toEqual([
      ['a', '2018-01-01', '2018-06-01', ['a']],
      ['b', '2019-01-01', null, ['b']],
    ]);
  });

  it('given two from one day on, the one decided last counts', () => {
    expect(stretches(decided('a', '2018-01-01', null), decided('b', '2018-01-01', null))).toEqual([
      ['b', '2018-01-01', null, ['b']],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { addDays } from '@minhai/domain';
import type { FactEvent } from '@minhai/facts';
import { assertContinues } from '@minhai/facts/testing';
import fc from 'fast-check';
import { beds, changed, closed, INSTITUTION, opened, relocated } from '../institution-events.fixture.spec.js';
import { fact } from './bed-capacity.fact.js';
import { continues } from './continued-beds.js';

interface Turn {
  readonly what: 'beds' | 'moves' | 'conversion' | 'closes' | 'opens' | 'grows into a care home';
  readonly bedType: 'GENERAL' | 'NURSING' | 'DEMENTIA';
  readonly delta: number;
  /** What the declared stock is wrong by. */
  readonly drift: number;
}

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 12, arbitrary: fc.constant('beds' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'moves' as const,
          'conversion' as const,
          'closes' as const,
          'opens' as const,
          'grows into a care home' as const,
        ),
      },
    ),
    bedType: fc.constantFrom('GENERAL' as const, 'NURSING' as const, 'DEMENTIA' as const),
    delta: fc.integer({ min: -2, max: 9 }),
    drift: fc.oneof({ weight: 15, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  }),
  { maxLength: 10 },
);

/** One institution whose turns come a week apart; it opens before the first of them, or late. */
function lifeOf(turns: readonly Turn[], opensBefore = 0): FactEvent[] {
  const stock: Record<string, number> = {};
  const events = turns.map(({ what, bedType, delta, drift }, i): FactEvent<any> => {
    const day = addDays('2020-01-08', 7 * i);
    if (what === 'moves') return relocated(day, '310105002');
    if (what === 'closes') return closed(day);
    if (what === 'opens') return opened(day);
    if (what === 'grows into a care home') return changed(day, { scope: 'CARE_HOME' });
    const after = (stock[bedType] = (stock[bedType] ?? 0) + delta);
    const conversion = what === 'conversion' ? { reason: 'CONVERSION', transferId: 't-1' } : {};
    return beds(day, bedType, delta, { after: after + drift, ...conversion });
  });
  const opening = opened(addDays('2020-01-05', 7 * opensBefore));
  return [...events.slice(0, opensBefore), opening, ...events.slice(opensBefore)].map((event, i) => ({
    ...event,
    id: `e-${i}`,
  }));
}

const lives = fc.tuple(turns, fc.constantFrom(0, 0, 0, 1, 2)).map(([own, at]) => lifeOf(own, at));

const BEDS: Turn = { what: 'beds', bedType: 'GENERAL', delta: 5, drift: 0 };
const pastOf = (...turns: Partial<Turn>[]) =>
  continues.pastOf(lifeOf(turns.map((turn) => ({ ...BEDS, ...turn }))), INSTITUTION);

describe('beds without their history', () => {
  it('tell what all of it tells', () => {
    expect(assertContinues(fact, lives, { numRuns: 2_000 })).toBeGreaterThan(500);
  });

  it('given an open institution whose beds add up, it goes on', () => {
    expect(pastOf({}, { delta: 3, bedType: 'NURSING' })).toMatchObject({ beds: { GENERAL: 5, NURSING: 3 } });
    expect(pastOf({}, { what: 'moves' }, {})).toMatchObject({ beds: { GENERAL: 10 } });
    expect(continues.pastOf(lifeOf([BEDS, BEDS], 1), INSTITUTION)).toMatchObject({ beds: { GENERAL: 10 } });
  });

  it.each<[string, Partial<Turn>]>([
    ['a conversion', { what: 'conversion' }],
    ['a closing', { what: 'closes' }],
    ['a care home', { what: 'grows into a care home' }],
    ['a declared stock that differs', { drift: 1 }],
    ['fewer beds than none', { delta: -6 }],
    ['more dementia beds than beds', { bedType: 'DEMENTIA', delta: 6 }],
  ])('given %s, the history is needed', (_, turn) => {
    expect(pastOf({}, turn)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identified } from '../testing/arbitrary-amendments.js';
import { clubEvent, clubEvents, JOINED, membership, PLAYED, teamSize } from '../testing/club.js';
import { goesOn, growEntity, plainHistory } from './append.js';
import { continuedFrom, continueEntity, growWhole } from './continued.js';
import type { FactDefinition, FactEvent } from './definition.js';
import { byRecordedTime } from './timeline.js';

const joined = (id: string, day: number, recorded: number): FactEvent =>
  clubEvent({ id, type: JOINED, members: ['ann'], team: 'red', day, recorded });
const played = (id: string, day: number, recorded: number): FactEvent =>
  clubEvent({ id, type: PLAYED, members: ['ann', 'bob'], day, recorded });

const from = (fact: FactDefinition, ...members: FactEvent[]) => continuedFrom(fact, 'red', members)!;

describe('going on without a history', () => {
  it('given an event later in both times, tells what it adds and what comes after it goes on from', () => {
    const growth = continueEntity(teamSize, from(teamSize, joined('a', 1, 1)), [joined('b', 2, 2)])!;
    expect(growth.rows.opened.map(({ value }) => value.dims)).toEqual([{ team: 'red', nth: '2' }]);
    const next = continueEntity(teamSize, growth.remembered, [joined('c', 3, 3)])!;
    expect(next.rows.opened.map(({ value }) => value.dims)).toEqual([{ team: 'red', nth: '3' }]);
  });

  it.each([
    ['happened on a day before', joined('b', 1, 3)],
    ['happened at the same time', joined('b', 2, 3)],
    ['was recorded at the same time', joined('b', 3, 2)],
    ['corrects', { ...joined('b', 3, 3), correctionOf: 'a' }],
  ])('given an event that %s, the history is needed', (_, event) => {
    expect(continueEntity(teamSize, from(teamSize, joined('a', 2, 2)), [event])).toBeUndefined();
  });

  it('given one that does not matter, it need only be later than what does', () => {
    const past = from(membership, joined('a', 1, 1), played('b', 4, 4));
    expect(continueEntity(membership, past, [played('c', 2, 2)])!.rows.opened).toMatchObject([
      { knownFrom: played('c', 2, 2).recordedTime, knownUntil: null },
    ]);
    expect(continueEntity(membership, past, [played('c', 1, 2)])).toBeUndefined();
    expect(continueEntity(membership, past, [played('c', 2, 1)])).toBeUndefined();
  });

  it('given an event that changes what was told, the history is needed', () => {
    const past = from(membership, joined('a', 1, 1));
    expect(continueEntity(membership, past, [played('b', 2, 2)])!.rows.opened).toMatchObject([
      { value: { measure: 'appearances', causes: ['b'] } },
    ]);
    expect(continueEntity(membership, past, [played('b', 2, 2), joined('c', 3, 3)])).toBeUndefined();
  });

  it('given no history, or a fact that always needs it, there is nothing to go on from', () => {
    expect(continuedFrom(teamSize, 'red', [])).toBeUndefined();
    const { continues: _, ...folded } = teamSize;
    expect(continuedFrom(folded, 'red', [joined('a', 1, 1)])).toBeUndefined();
  });

  it('whatever came before, tells what the history tells', () => {
    let continued = 0;
    fc.assert(
      fc.property(identified(clubEvents), fc.nat(), (events, cut) => {
        const own = events.filter(({ data }) => data['team'] !== undefined && data['team'] === 'red');
        const inOrder = own.toSorted(byRecordedTime);
        const before = inOrder.slice(0, cut % (inOrder.length + 1));
        const fresh = inOrder.slice(before.length);
        if (fresh.length === 0 || !goesOn(before, fresh)) return;
        const past = continuedFrom(teamSize, 'red', before);
        const growth = past && continueEntity(teamSize, past, fresh);
        if (!growth) return;
        continued++;
        const { rows, findings } = growEntity(teamSize, 'red', plainHistory(teamSize, 'red', before), fresh);
        expect(growth).toMatchObject({ rows, findings });
      }),
    );
    expect(continued).toBeGreaterThan(0);
  });

  it('of a whole life, tells what folding each state tells', () => {
    const life = [joined('a', 1, 1), joined('b', 2, 2), joined('c', 3, 3)];
    const { continues: _, ...folded } = teamSize;
    expect(growWhole(teamSize, 'red', life).rows.opened).toEqual(growWhole(folded, 'red', life).rows.opened);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clubEvent, clubEvents } from '../testing/club.js';
import { withAmendments } from '../testing/index.js';
import { effectiveSet, resolveChains } from './amendment.js';
import type { FactEvent } from './definition.js';

type Circumstances = Partial<Omit<Parameters<typeof clubEvent>[0], 'id'>>;

const idOf = (name: string): string =>
  `00000000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0')}`;

const original = (name: string, recorded = 0, more: Circumstances = {}): FactEvent =>
  clubEvent({ members: ['ann'], ...more, id: idOf(name), recorded });
const correction = (name: string, of: string, recorded: number, more: Circumstances = {}): FactEvent =>
  original(name, recorded, { ...more, correctionOf: idOf(of) });
const voiding = (name: string, of: string, recorded: number, more: Circumstances = {}): FactEvent => ({
  ...original(name, recorded, { ...more, voids: idOf(of) }),
  type: 'cn.gov.mca.record.voided',
});

const nameOf = (event: { id: string }): string =>
  Buffer.from(event.id.slice(24).replace(/^(00)+/, ''), 'hex').toString();
const namesOf = (events: readonly { id: string }[]): string[] => events.map(nameOf).sort();

/** What is left, for every order in which the events could be looked at. */
function resolved(...events: FactEvent[]) {
  const result = resolveChains(events);
  const summary = ({ effective, orphans, unauthorised }: typeof result) => ({
    effective: namesOf(effective),
    orphans: namesOf(orphans),
    unauthorised: namesOf(unauthorised.map(({ amendment }) => amendment)),
  });
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => {
      expect(summary(resolveChains(order))).toEqual(summary(result));
    }),
    { numRuns: 20 },
  );
  return summary(result);
}

const left = (...effective: string[]) => ({ effective, orphans: [], unauthorised: [] });

describe('amendments', () => {
  it('given originals only, then all count, each once', () => {
    expect(resolved(original('a'), original('b'), original('a'))).toEqual(left('a', 'b'));
  });

  it('given corrections of corrections, then the one recorded last counts', () => {
    expect(resolved(original('a'), correction('b', 'a', 1), correction('c', 'b', 2))).toEqual(left('c'));
    expect(resolved(original('a'), correction('b', 'a', 5), correction('c', 'b', 2))).toEqual(left('b'));
    expect(resolved(original('a'), correction('b', 'a', 1), correction('c', 'a', 2))).toEqual(left('c'));
  });

  it('given a correction recorded before its target, then the target counts', () => {
    expect(resolved(original('a', 5), correction('b', 'a', 1))).toEqual(left('a'));
  });

  it('given the same registration time, then the greater id counts', () => {
    expect(resolved(original('b'), correction('a', 'b', 0), correction('c', 'b', 0))).toEqual(left('c'));
    expect(resolved(original('b'), correction('a', 'b', 0))).toEqual(left('b'));
  });

  it('given a void of the original, then nothing of its tree is left, whatever was recorded later', () => {
    expect(
      resolved(original('a'), correction('b', 'a', 1), correction('c', 'b', 9), voiding('v', 'a', 2)),
    ).toEqual(left());
  });

  it('given a void of a correction, then what it corrected counts again, with its other branches', () => {
    expect(
      resolved(original('a'), correction('b', 'a', 1), correction('c', 'b', 2), voiding('v', 'b', 3)),
    ).toEqual(left('a'));
    expect(
      resolved(original('a'), correction('b', 'a', 1), correction('c', 'a', 2), voiding('v', 'c', 3)),
    ).toEqual(left('b'));
  });

  it('given a void twice, or of an unknown event, then it is as if once, or as if never', () => {
    expect(resolved(original('a'), voiding('v', 'a', 1), voiding('w', 'a', 2))).toEqual(left());
    expect(resolved(original('a'), voiding('v', 'x', 1))).toEqual(left('a'));
  });

  it('given a correction of an unknown event, then it stands by itself and is an orphan', () => {
    expect(resolved(correction('b', 'x', 1))).toEqual({ effective: ['b'], orphans: ['b'], unauthorised: [] });
  });

  it('given several corrections of one unknown event, then the last stands for it; of another subject, each for its own', () => {
    expect(resolved(correction('b', 'x', 1), correction('c', 'x', 2))).toMatchObject({
      effective: ['c'],
      orphans: ['b', 'c'],
    });
    expect(
      resolved(correction('b', 'x', 1), correction('c', 'x', 2, { subject: 'other' })).effective,
    ).toEqual(['b', 'c']);
  });

  it('given a void of an unknown event, then corrections of it by that source are gone too', () => {
    expect(resolved(correction('b', 'x', 1), voiding('v', 'x', 2))).toEqual(left());
    expect(
      resolved(correction('b', 'x', 1), voiding('v', 'x', 2, { source: 'urn:mca:310118:club' })).effective,
    ).toEqual(['b']);
  });

  it.each([
    ['source', { source: 'urn:mca:310118:club' }],
    ['type', { type: 'test.club.member.left' }],
    ['subject', { subject: 'other' }],
  ])('given a correction of another %s, then neither it nor what builds on it counts', (_, more) => {
    const events = [original('a'), correction('b', 'a', 1, more), correction('c', 'b', 2, more)];
    expect(resolved(...events)).toEqual({ effective: ['a'], orphans: [], unauthorised: ['b'] });
  });

  it('given a void by another source, then it does nothing; the source itself may void what it sent wrongly', () => {
    const foreign = { source: 'urn:mca:310118:club' };
    expect(resolved(original('a'), voiding('v', 'a', 1, foreign))).toEqual({
      effective: ['a'],
      orphans: [],
      unauthorised: ['v'],
    });
    expect(resolved(original('a'), correction('b', 'a', 1, foreign), voiding('v', 'b', 2, foreign))).toEqual(
      left('a'),
    );
  });

  it('given a void or correction of a void, then the void stays', () => {
    expect(resolved(original('a'), voiding('v', 'a', 1), voiding('w', 'v', 2))).toEqual({
      ...left(),
      unauthorised: ['w'],
    });
    expect(resolved(original('a'), voiding('v', 'a', 1), correction('c', 'v', 2))).toEqual({
      ...left(),
      unauthorised: ['c'],
    });
  });

  it('given cycles, then the one recorded last counts; a void of any takes all', () => {
    const cycle = [correction('a', 'c', 1), correction('b', 'a', 2), correction('c', 'b', 3)];
    expect(resolved(...cycle)).toEqual(left('c'));
    expect(resolved(...cycle, correction('d', 'b', 4))).toEqual(left('d'));
    expect(resolved(...cycle, correction('d', 'b', 4), voiding('v', 'a', 5))).toEqual(left());
    expect(resolved(correction('a', 'a', 1))).toEqual(left('a'));
    expect(resolved(original('a'), voiding('v', 'w', 1), voiding('w', 'v', 2))).toEqual({
      ...left('a'),
      unauthorised: ['v', 'w'],
    });
  });

  it('given a moment, then only what was recorded until then is known', () => {
    const events = [original('a', 0), correction('b', 'a', 2), voiding('v', 'b', 4)];
    const at = (minute: number) => namesOf(effectiveSet(events, events[0]!.recordedTime + minute * 60_000));
    expect([0, 1, 2, 3, 4].map(at)).toEqual([['a'], ['a'], ['b'], ['b'], ['a']]);
    expect(at(-1)).toEqual([]);
  });

  it('given any events, then what is effective is a set of content events that every order agrees on', () => {
    const shuffled = withAmendments(clubEvents).chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, order]) => {
        const effective = resolveChains(events).effective.map(({ id }) => id);
        expect(
          resolveChains(order)
            .effective.map(({ id }) => id)
            .sort(),
        ).toEqual(effective.sort());
        expect(new Set(effective).size).toBe(effective.length);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classify } from './classify.js';

const candidate = (id: string, content: string) => ({ event: { id }, contentHash: Buffer.from(content) });
const ids = (candidates: readonly { event: { id: string }; contentHash: Buffer }[]) =>
  candidates.map(({ event, contentHash }) => `${event.id}${contentHash.toString()}`);

describe('classify', () => {
  it('given an empty lake and distinct ids, then all are fresh in their order', () => {
    const result = classify([candidate('b', '1'), candidate('a', '1')], new Map());
    expect(ids(result.fresh)).toEqual(['b1', 'a1']);
  });

  it('given an accepted id, then the same content repeats it and another conflicts with it', () => {
    const result = classify([candidate('a', '1'), candidate('a', '2')], new Map([['a', Buffer.from('1')]]));
    expect([ids(result.fresh), ids(result.repeats), ids(result.conflicts)]).toEqual([[], ['a1'], ['a2']]);
  });

  it('given one id three times within a batch, then the first stays and the others are told apart', () => {
    const result = classify([candidate('a', '1'), candidate('a', '2'), candidate('a', '1')], new Map());
    expect([ids(result.fresh), ids(result.repeats), ids(result.conflicts)]).toEqual([['a1'], ['a1'], ['a2']]);
  });

  it('given any split of a sequence into batches, then the outcome is the same as in one', () => {
    const event = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'))
      .map(([id, c]) => candidate(id, c));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.nat(12), (events, cut) => {
        const whole = classify(events, new Map());
        const first = classify(events.slice(0, cut), new Map());
        const lake = new Map(first.fresh.map((item) => [item.event.id, item.contentHash]));
        const second = classify(events.slice(cut), lake);
        for (const part of ['fresh', 'repeats', 'conflicts'] as const) {
          expect([...first[part], ...second[part]]).toEqual(whole[part]);
        }
      }),
    );
  });
});

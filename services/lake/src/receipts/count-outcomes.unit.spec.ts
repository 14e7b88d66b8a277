import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countOutcomes } from './count-outcomes.js';

const A = 'urn:mca:310105:eldercare';
const judged = (source: string, type: string) => ({ event: { source, type } });
const heldOf = (source: string | null, type: string | null, code: string) => ({
  source,
  type,
  problems: [{ code }],
});

describe('countOutcomes', () => {
  it('counts by source, type, status and code', () => {
    const counts = countOutcomes({
      placed: [{ candidate: judged(A, 'x') }, { candidate: judged(A, 'y') }, { candidate: judged(A, 'x') }],
      repeats: [judged(A, 'x')],
      held: [heldOf(A, 'x', 'REGION'), heldOf(A, 'x', 'ID_CONFLICT'), heldOf(null, null, 'FRAME')],
    });
    expect(counts.map((row) => Object.values(row).join(' '))).toEqual([
      `${A} x accepted  2`,
      `${A} y accepted  1`,
      `${A} x duplicate  1`,
      `${A} x quarantined REGION 1`,
      `${A} x conflict ID_CONFLICT 1`,
      `  quarantined FRAME 1`,
    ]);
  });

  it.each(['urn:mca:000000000000000000', 'urn:mca:310105:under_score', 'urn:mca:'])(
    'given %s, which no credential can be bound to, then it counts for nobody',
    (source) => {
      const [row] = countOutcomes({ placed: [], repeats: [], held: [heldOf(source, null, 'ENVELOPE')] });
      expect(row).toMatchObject({ source: '', records: 1 });
    },
  );

  it('given anything, then the counts add up to the records', () => {
    const event = fc.constantFrom(judged(A, 'x'), judged(A, 'y'), judged('urn:mca:310118:marriage', 'x'));
    const held = fc
      .tuple(
        fc.constantFrom(null, A),
        fc.constantFrom(null, 'x'),
        fc.constantFrom('FRAME', 'ID_CONFLICT', 'SIZE'),
      )
      .map(([source, type, code]) => heldOf(source, type, code));
    fc.assert(
      fc.property(fc.array(event), fc.array(event), fc.array(held), (accepted, repeats, bad) => {
        const placed = accepted.map((candidate) => ({ candidate }));
        const counts = countOutcomes({ placed, repeats, held: bad });
        const keys = counts.map(({ source, type, status, code }) => [source, type, status, code].join());
        expect(new Set(keys).size).toBe(keys.length);
        expect(counts.reduce((sum, { records }) => sum + records, 0)).toBe(
          accepted.length + repeats.length + bad.length,
        );
      }),
    );
  });
});

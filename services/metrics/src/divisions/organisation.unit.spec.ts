import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, quotientOf } from '../evaluate/evaluate.js';
import type { Lookup } from '../evaluate/window.js';
import { getIndicator, lookupOf, moved } from '../standing/movements.fixture.js';
import {
  type Organisation,
  UNASSIGNED,
  memberIn,
  organised,
  readOrganisation,
  withheldMembers,
} from './organisation.js';

const organisation = (standing: string[], successors: Record<string, string[]> = {}): Organisation => ({
  standing: new Set(standing),
  successors: new Map(Object.entries(successors)),
});

describe('as organised now', () => {
  it('given a 街镇 that stands, or of whose end nothing is known, it stays', () => {
    expect(memberIn(organisation(['a'], { a: ['b'] }), 'a')).toBe('a');
    expect(memberIn(organisation(['a']), 'z')).toBe('z');
    expect(memberIn(organisation(['a']), 'unknown')).toBe('unknown');
  });

  it('given mergers one after another, leads to the last', () => {
    expect(memberIn(organisation(['c'], { a: ['b'], b: ['c'] }), 'a')).toBe('c');
  });

  it('given a division, is unassigned; but not when its parts came together again', () => {
    expect(memberIn(organisation(['b', 'c'], { a: ['b', 'c'] }), 'a')).toBe(UNASSIGNED);
    expect(memberIn(organisation(['d'], { a: ['b', 'c'], b: ['d'], c: ['d'] }), 'a')).toBe('d');
  });

  it('given nobody who took over, or a circle, is unassigned', () => {
    expect(memberIn(organisation([], { a: [] }), 'a')).toBe(UNASSIGNED);
    expect(memberIn(organisation([], { a: ['b'], b: ['a'] }), 'a')).toBe(UNASSIGNED);
  });

  it('given a withheld 街镇, withholds the member that it became, and no other', () => {
    const merged = organisation(['b', 'c', 'd'], { a: ['b'] });
    expect(withheldMembers(merged, new Set(['a', 'c']))).toEqual(new Set(['b', 'c']));
    expect(withheldMembers(merged, new Set(['310105']))).toEqual(new Set(['310105']));
  });

  it('given a successor in another district, leads there', () => {
    expect(memberIn(organisation([], { '310105001': ['310106009'] }), '310105001')).toBe('310106009');
  });

  it('is read from the facts of a day', () => {
    const lookup: Lookup = ({ measure }) =>
      measure === 'reference.divisions'
        ? [
            { street: 'b', dims: { level: 'STREET' }, amount: 1n },
            { street: 'b', dims: { level: 'VILLAGE' }, amount: 9n },
            { street: 'a', dims: { level: 'STREET' }, amount: 0n },
          ]
        : [{ street: 'a', dims: { successors: 'b c' }, amount: 1n }];
    expect(readOrganisation(lookup, '2021-01-01')).toEqual(organisation(['b'], { a: ['b', 'c'] }));
  });

  it('given any history of divisions, keeps the sum, and every member stands, is unassigned, or is not known to have ended', () => {
    const street = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'unknown');
    const named = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.array(fc.record({ street, amount: fc.bigInt({ min: -9n, max: 99n }) })),
        fc.subarray(['a', 'b', 'c', 'd', 'e']),
        fc.dictionary(named, fc.uniqueArray(named, { maxLength: 3 })),
        (rows, standing, successors) => {
          const now = organisation(standing, successors);
          const amounts = rows.map((row) => ({ ...row, dims: {} }));
          const mapped = organised(() => amounts, now)({ measure: 'm', from: null, to: '2021-01-01' });
          const sum = (of: readonly { readonly amount: bigint }[]) =>
            of.reduce((all, { amount }) => all + amount, 0n);
          expect(sum(mapped)).toBe(sum(amounts));
          for (const { street: member } of mapped)
            expect(
              ['unknown', UNASSIGNED].includes(member) ||
                now.standing.has(member) ||
                !now.successors.has(member),
            ).toBe(true);
          expect(organised(() => mapped, now)({ measure: 'm', from: null, to: '2021-01-01' })).toEqual(
            mapped,
          );
        },
      ),
    );
  });

  it('given two covered 街镇 merged later, coverage counts both above and below, and the sums are the district’s', () => {
    const indicator = getIndicator('qpu-assistive-rental-coverage');
    const covered = lookupOf([
      ...['a', 'b', 'c'].map((street) => ({
        ...moved('reference.divisions', 1, '2004-01-01', { level: 'STREET' }),
        street,
      })),
      ...['a', 'b'].map((street) => ({ ...moved('assistive.covered-streets', 1, '2019-01-01'), street })),
    ]);
    const now = organised(covered, organisation(['c', 'm'], { a: ['m'], b: ['m'] }));
    const figures = (street?: string) =>
      figuresOf(quotientOf(indicator, '2020-12-31', now, street ? { street } : {}), 1);
    expect([figures('m'), figures('c')]).toEqual([
      { value: '100.0', numerator: '2', denominator: '2' },
      { value: '0.0', numerator: '0', denominator: '1' },
    ]);
    expect(figures()).toEqual(figuresOf(quotientOf(indicator, '2020-12-31', covered), 1));
  });
});

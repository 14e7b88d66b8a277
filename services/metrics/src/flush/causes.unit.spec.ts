import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import { causesOf } from './causes.js';
import { type MovedMonth, packIds } from './moved-cell.js';

const uuid = fc.uuid({ version: 7 });
const indicator = INDICATORS[0]!;

const noteOf = (ids: readonly string[], street = 'unknown'): MovedMonth => ({
  measure: 'm',
  district: indicator.district,
  street,
  dims: '{}',
  month: '2020-01',
  amount: 1n,
  days: 1,
  causes: packIds(ids),
});

describe('causes of a change', () => {
  it('given any notes, counts every event once and names the first by id', () => {
    fc.assert(
      fc.property(fc.array(fc.array(uuid, { maxLength: 40 }), { maxLength: 4 }), (notes) => {
        const all = [...new Set(notes.flat())].sort();
        expect(
          causesOf(
            indicator,
            indicator.district,
            notes.map((ids) => noteOf(ids)),
          ),
        ).toEqual({ count: all.length, events: all.slice(0, 20) });
      }),
    );
  });

  it('given a 街镇, tells its own; without any, those that moved the months it shares', () => {
    const [a, b] = fc.sample(uuid, 2) as [string, string];
    const notes = [noteOf([a], '310105001'), noteOf([b], '310105002')];
    expect(causesOf(indicator, '310105001', notes)).toEqual({ count: 1, events: [a] });
    expect(causesOf(indicator, '310105009', notes).count).toBe(2);
  });
});

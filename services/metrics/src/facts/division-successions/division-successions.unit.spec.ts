import { describe, expect, it } from '@jest/globals';
import type { RefDivisionChanged } from '@minhai/schemas';
import { givenHistory } from '@minhai/testing';
import { divisionChange } from '../division.fixture.spec.js';
import { fact } from './division-successions.fact.js';

const change = (
  kind: RefDivisionChanged['change'],
  validFrom: string,
  more: Partial<Pick<RefDivisionChanged, 'validTo' | 'successors'>> = {},
) => divisionChange({ change: kind, validFrom, ...more });
const rows = (...events: ReturnType<typeof change>[]) =>
  givenHistory(fact, events)
    .folded('310105001')
    .rows.map(({ validFrom, validUntil, dims, street }) => [
      street,
      validFrom,
      validUntil,
      dims['successors'],
    ]);

describe('successions of 街镇', () => {
  it('given a 街镇 that stands, or is renamed, there is none', () => {
    expect(rows(change('ESTABLISHED', '1990-01-01'), change('RENAMED', '2000-01-01'))).toEqual([]);
  });

  it('given a merger, names who took over from the day after its last', () => {
    const merged = change('MERGED', '1990-01-01', { validTo: '2021-06-30', successors: ['310105102'] });
    expect(rows(change('ESTABLISHED', '1990-01-01'), merged)).toEqual([
      ['310105001', '2021-07-01', null, '310105102'],
    ]);
  });

  it('given a split, names all of them once, in order', () => {
    const split = change('ABOLISHED', '1990-01-01', {
      validTo: '2021-06-30',
      successors: ['310105103', '310105102', '310105103'],
    });
    expect(rows(split)).toEqual([['310105001', '2021-07-01', null, '310105102 310105103']]);
  });

  it('given no successor, is told all the same', () => {
    expect(rows(change('ABOLISHED', '1990-01-01', { validTo: '2021-06-30' }))).toEqual([
      ['310105001', '2021-07-01', null, ''],
    ]);
  });

  it('given an establishment anew, counts until then', () => {
    const merged = change('MERGED', '2010-01-01', { successors: ['310105102'] });
    expect(rows(merged, change('ESTABLISHED', '2015-01-01'))).toEqual([
      ['310105001', '2010-01-01', '2015-01-01', '310105102'],
    ]);
  });
});

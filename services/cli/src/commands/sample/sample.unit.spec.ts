import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '@minhai/events';
import { chance } from './sample.js';
import { requireType } from './require-type.js';

const NOW = Date.parse('2026-03-04T11:22:33+08:00');

describe('the type of a sample', () => {
  const catalogue = loadCatalogue();

  it.each(['eldercare.bed.changed', 'cn.gov.mca.eldercare.bed.changed'])('may be given as %s', (name) => {
    expect(requireType(name, catalogue)).toBe('cn.gov.mca.eldercare.bed.changed');
  });

  it.each([
    ['eldercare.bed.change', /eldercare\.bed\.changed/],
    ['bed.changed', /eldercare\.bed\.changed/],
    ['mariage.registered', /marriage\.registered/],
    ['zzzzzzzzzzzzzzzz', /--list/],
  ])('%s is not one, and the nearest are named', (name, said) => {
    expect(() => requireType(name, catalogue)).toThrow(said);
  });
});

describe('a seed', () => {
  it('gives the same all day', () => {
    const morning = chance('7', NOW);
    const evening = chance('7', NOW + 3_600_000);
    expect([morning.now, morning.random()]).toEqual([evening.now, evening.random()]);
  });

  it('is another in every call without one', () => {
    expect(chance(undefined, NOW).random()).not.toBe(chance(undefined, NOW).random());
  });
});

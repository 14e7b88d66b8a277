import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.js';

describe('options of the bench', () => {
  it('has defaults for everything but the suite', () => {
    expect(parseOptions(['spine'])).toMatchObject({
      suite: 'spine',
      only: [],
      json: false,
      settings: { rounds: 3, events: 100_000, stateRows: 1_000_000, lakeEvents: 1_000_000 },
    });
    expect(() => parseOptions([])).toThrow('name one suite');
  });

  it('takes goals in any case', () => {
    expect(parseOptions(['spine', '--only', 'p1,P2', '--rounds', '1']).only).toEqual(['P1', 'P2']);
  });

  it.each([
    ['--rounds', '0'],
    ['--events', '10'],
    ['--events', 'many'],
  ])('refuses %s %s', (option, value) => {
    expect(() => parseOptions(['spine', option, value])).toThrow(RangeError);
  });
});

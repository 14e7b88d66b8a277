import { describe, expect, it } from '@jest/globals';
import { union } from './covered-days.js';

const stretch = (from: string, until: string | null, ...causes: string[]) => ({ from, until, causes });

describe('union', () => {
  it('given stretches that overlap or touch, makes one of them with the causes of both', () => {
    expect(
      union([stretch('2020-03-01', '2020-05-01', 'c'), stretch('2020-01-01', '2020-03-01', 'a', 'b')]),
    ).toEqual([stretch('2020-01-01', '2020-05-01', 'a', 'b', 'c')]);
  });

  it('given a stretch within another, leaves it out with its causes', () => {
    const long = stretch('2020-01-01', '2020-12-01', 'a');
    expect(
      union([stretch('2020-01-01', '2020-02-01', 'x'), long, stretch('2020-03-01', '2020-12-01', 'y')]),
    ).toEqual([long]);
    expect(union([stretch('2020-01-01', null, 'a'), stretch('2020-03-01', null, 'y')])).toEqual([
      stretch('2020-01-01', null, 'a'),
    ]);
  });

  it('given days between, keeps them apart', () => {
    const apart = [stretch('2020-01-01', '2020-02-01', 'a'), stretch('2020-02-02', null, 'b')];
    expect(union(apart.toReversed())).toEqual(apart);
  });
});

import { describe, expect, it } from '@jest/globals';
import { countedOnce } from './counted-once.js';

const span = (name: string, from: string, until: string | null) => ({ name, from, until });
const turns = (...spans: ReturnType<typeof span>[]) =>
  countedOnce(spans).map(({ name, from, until }) => `${name} ${from} ${until}`);

describe('counted once', () => {
  it('given spans apart, leaves them as they are', () => {
    expect(turns(span('b', '2020-03-01', null), span('a', '2020-01-01', '2020-02-01'))).toEqual([
      'a 2020-01-01 2020-02-01',
      'b 2020-03-01 null',
    ]);
  });

  it('given an overlap, the first keeps its days and the second takes over', () => {
    expect(turns(span('a', '2020-01-01', '2020-06-01'), span('b', '2020-03-01', null))).toEqual([
      'a 2020-01-01 2020-06-01',
      'b 2020-06-01 null',
    ]);
  });

  it('given one within another or after an open one, leaves it out', () => {
    expect(turns(span('a', '2020-01-01', '2020-06-01'), span('b', '2020-02-01', '2020-06-01'))).toEqual([
      'a 2020-01-01 2020-06-01',
    ]);
    expect(turns(span('a', '2020-01-01', null), span('b', '2020-02-01', '2020-06-01'))).toHaveLength(1);
  });
});

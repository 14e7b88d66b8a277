import { describe, expect, it } from '@jest/globals';
import { factEvent } from '@minhai/testing';
import { countedInTurn, countedOnce, overlapsOf } from './counted-once.js';

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

describe('tenures of one person', () => {
  const tenure = (key: string, from: string, until: string | null, endedBy = 'none') => ({
    key,
    from,
    until,
    begin: factEvent('begun', { key }, { time: from }),
    causes: until === null ? [`${key}-begun`] : [`${key}-begun`, endedBy],
  });
  const first = tenure('a', '2020-01-01', '2020-06-01', 'a-ended');

  it('given one that waited for another to end, name that end among the causes of its turn', () => {
    const [, second] = countedInTurn([first, tenure('b', '2020-03-01', null)]);
    expect([second!.from, second!.causes]).toEqual(['2020-06-01', ['b-begun', 'a-ended']]);
  });

  it('given one that did not wait, leave its causes as they are', () => {
    const [, second] = countedInTurn([first, tenure('b', '2020-06-01', null)]);
    expect(second!.causes).toEqual(['b-begun']);
  });

  it('given two keys at once, overlap; given one key, or days apart, do not', () => {
    const second = tenure('b', '2020-03-01', null);
    expect(overlapsOf([first, second])).toEqual([[first.begin, second.begin]]);
    expect(overlapsOf([first, tenure('a', '2020-03-01', null)])).toEqual([]);
    expect(overlapsOf([first, tenure('b', '2020-06-01', null)])).toEqual([]);
  });

  it('given a key begun again while another lasts, the one that began first is the earlier, whatever their order', () => {
    const second = tenure('b', '2020-07-01', null);
    const again = tenure('a', '2020-09-01', null);
    expect(overlapsOf([first, again, second])).toEqual([[second.begin, again.begin]]);
  });
});

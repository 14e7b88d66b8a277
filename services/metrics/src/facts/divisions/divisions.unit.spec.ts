import { describe, expect, it } from '@jest/globals';
import type { RefDivisionChanged } from '@minhai/schemas';
import { givenHistory } from '@minhai/testing';
import { divisionChange } from '../division.fixture.spec.js';
import { fact } from './divisions.fact.js';

const division = (
  change: RefDivisionChanged['change'],
  validFrom: string,
  validTo: string | null = null,
  place: Partial<RefDivisionChanged> = {},
) => divisionChange({ change, validFrom, validTo, ...place });
const fold = (...events: ReturnType<typeof division>[]) => givenHistory(fact, events).folded('310105001');
const spans = (...events: ReturnType<typeof division>[]) =>
  fold(...events).rows.map(({ validFrom, validUntil }) => [validFrom, validUntil]);

describe('divisions', () => {
  it('given established and abolished, stands between', () => {
    expect(spans(division('ESTABLISHED', '1990-01-01'), division('ABOLISHED', '2010-07-01'))).toEqual([
      ['1990-01-01', '2010-07-01'],
    ]);
  });

  it('given a last valid day, stands through it', () => {
    expect(spans(division('ESTABLISHED', '1990-01-01', '2009-12-31'))).toEqual([
      ['1990-01-01', '2010-01-01'],
    ]);
  });

  it('given renamed, stands on without counting twice', () => {
    const history = [division('ESTABLISHED', '1990-01-01'), division('RENAMED', '2005-01-01')];
    expect(spans(...history)).toEqual([
      ['1990-01-01', '2005-01-01'],
      ['2005-01-01', null],
    ]);
    expect(fold(...history).findings).toEqual([]);
  });

  it('given two establishments that overlap, reports the state and counts one at a time', () => {
    const history = [
      division('ESTABLISHED', '1990-01-01', '2020-12-31'),
      division('ESTABLISHED', '2000-01-01'),
    ];
    expect(spans(...history)).toEqual([
      ['1990-01-01', '2000-01-01'],
      ['2000-01-01', null],
    ]);
    expect(fold(...history).findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'established while it stands', day: '2000-01-01' } },
    ]);
    const again = [history[0]!, division('ESTABLISHED', '2021-01-01')];
    expect(fold(...again).findings).toEqual([]);
  });

  it('given an abolition alone, misses the predecessor', () => {
    expect(fold(division('ABOLISHED', '2010-01-01')).findings).toMatchObject([
      { rule: 'MISSING_PREDECESSOR', severity: 'info', detail: { case: 'changed before established' } },
    ]);
  });

  it('given a second end, reports it; given an end on the day after the last one, that is the same end', () => {
    const ended = [division('ESTABLISHED', '1990-01-01'), division('ABOLISHED', '2010-01-01')];
    const again = division('ABOLISHED', '2012-01-01');
    expect(fold(...ended, again).findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'ended twice', day: '2012-01-01' } },
    ]);
    expect(spans(...ended, again)).toEqual([['1990-01-01', '2010-01-01']]);
    const lasting = division('ESTABLISHED', '1990-01-01', '2009-12-31');
    expect(fold(lasting, division('ABOLISHED', '2010-01-01')).findings).toEqual([]);
  });

  it('given a version that begins before the last day of another, reports the overlap', () => {
    const history = [division('ESTABLISHED', '1990-01-01', '2009-12-31'), division('RENAMED', '2005-01-01')];
    expect(fold(...history).findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'overlaps the version before', day: '2005-01-01' } },
    ]);
  });

  it('given an end while children stand, reports how many; once they end in time, nothing', () => {
    const village = (change: RefDivisionChanged['change'], day: string, code: string) =>
      division(change, day, change === 'ABOLISHED' ? day : null, {
        code,
        level: 'VILLAGE',
        parent: '310105001',
      });
    const history = [
      division('ESTABLISHED', '1990-01-01'),
      village('ESTABLISHED', '1990-01-01', '310105001001'),
      village('ESTABLISHED', '1990-01-01', '310105001002'),
      village('ABOLISHED', '2010-06-01', '310105001002'),
      division('ABOLISHED', '2010-06-30', '2010-06-30'),
    ];
    expect(fold(...history).findings).toMatchObject([
      { rule: 'STATE', detail: { case: 'ended before its children', day: '2010-07-01', children: 1 } },
    ]);
    expect(fold(...history, village('ABOLISHED', '2010-06-30', '310105001001')).findings).toEqual([]);
    expect(fold(...history).rows).toHaveLength(1);
  });
});

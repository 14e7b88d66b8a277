import { describe, expect, it } from '@jest/globals';
import { endOfDay, searchOf } from './search.js';

describe('endOfDay', () => {
  it('lets a day mean the whole day, in Shanghai', () => {
    expect(endOfDay('2021-01-15')).toBe('2021-01-15T23:59:59.999+08:00');
    expect(endOfDay('2021-01-15T00:00:00Z')).toBe('2021-01-15T00:00:00Z');
    expect(endOfDay(undefined)).toBeUndefined();
  });
});

describe('searchOf', () => {
  it('asks with what is given', () => {
    expect(searchOf({ asOf: '2020-12-31', knownAt: undefined, limit: '3' }).toString()).toBe(
      'asOf=2020-12-31&limit=3',
    );
  });
});

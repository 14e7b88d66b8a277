import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { beds, opened, told } from '../institution-events.fixture.spec.js';
import { fact } from './bed-capacity.fact.js';

const careHome = opened('2019-01-01', { scope: 'CARE_HOME' });
const sizes = (...events: FactEvent<any>[]) =>
  told(fact)
    .cases(...events)
    .filter((text) => text.includes('care home size'));

describe('the size of a 长者照护之家', () => {
  it('given 10 to 49 beds, or another kind of house, says nothing', () => {
    const grown = [beds('2019-02-01', 'GENERAL', 10), beds('2019-03-01', 'NURSING', 39)];
    expect(sizes(careHome, ...grown)).toEqual([]);
    expect(sizes(opened('2019-01-01'), beds('2019-02-01', 'GENERAL', 50))).toEqual([]);
  });

  it('given fewer or more, says so once, until it has the right size', () => {
    const few = beds('2019-02-01', 'GENERAL', 9);
    expect(sizes(careHome, few)).toEqual(['LIMIT: care home size']);
    const right = beds('2019-03-01', 'NURSING', 40);
    expect(sizes(careHome, few, right)).toEqual(['LIMIT: care home size']);
    const many = beds('2019-04-01', 'NURSING', 1);
    expect(sizes(careHome, few, right, many)).toEqual(['LIMIT: care home size', 'LIMIT: care home size']);
  });

  it('given it has none yet, or none any more, says nothing', () => {
    expect(sizes(careHome)).toEqual([]);
    expect(sizes(careHome, beds('2019-02-01', 'GENERAL', 20), beds('2019-03-01', 'GENERAL', -20))).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { street } from '../division.fixture.spec.js';
import { DESIGNATED, fact } from './street-designations.fact.js';

const STREET = '310105001';
const designated = (kind: string, time: string) =>
  factEvent(DESIGNATED, { street: STREET, kind, basis: null }, { time });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, [street(STREET), ...events]).folded(STREET);

describe('titles of a 街镇', () => {
  it('given two titles, has each from its day on', () => {
    const { rows, findings } = fold(
      designated('SMART_HEALTH', '2019-03-01'),
      designated('DEMENTIA_FRIENDLY', '2020-11-01'),
    );
    expect(rows.map(({ dims, validFrom, validUntil }) => [dims['kind'], validFrom, validUntil])).toEqual([
      ['SMART_HEALTH', '2019-03-01', null],
      ['DEMENTIA_FRIENDLY', '2020-11-01', null],
    ]);
    expect(findings).toEqual([]);
  });

  it('given one title twice, counts it once and reports the second', () => {
    const { rows, findings } = fold(
      designated('SMART_HEALTH', '2019-03-01'),
      designated('SMART_HEALTH', '2020-11-01'),
    );
    expect(rows.map(({ validFrom }) => validFrom)).toEqual(['2019-03-01']);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'designated twice' } }]);
  });
});

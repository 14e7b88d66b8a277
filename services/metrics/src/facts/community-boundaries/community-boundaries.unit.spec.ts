import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { fact } from './community-boundaries.fact.js';

const inspected = (time: string, round: number, result = 'CONSISTENT') =>
  factEvent(
    'cn.gov.mca.community.boundary.inspected',
    { boundaryId: 'b-1', round, neighbourRegion: '310107', lengthKm: '5.500', result },
    { time, street: undefined },
  );
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('310105:b-1');
const rows = (...events: FactEvent<any>[]) =>
  fold(...events).rows.map(({ measure, dims, validFrom }) => [measure, dims['round'], validFrom]);
const cases = (...events: FactEvent<any>[]) => fold(...events).findings.map(({ detail }) => detail['case']);

describe('a boundary', () => {
  it('given two rounds, is known from the first and done in each', () => {
    expect(rows(inspected('2018-04-18', 4), inspected('2023-04-18', 5, 'REMEDIED'))).toEqual([
      ['community.boundaries', undefined, '2018-04-18'],
      ['community.boundaries-inspected', '4', '2018-04-18'],
      ['community.boundaries-inspected', '5', '2023-04-18'],
    ]);
  });

  it('given a dispute, is done only with the inspection that leaves none', () => {
    expect(rows(inspected('2023-04-18', 5, 'DISPUTED'))).toEqual([
      ['community.boundaries', undefined, '2023-04-18'],
    ]);
    const settled = [inspected('2023-04-18', 5, 'DISPUTED'), inspected('2023-09-18', 5)];
    expect(rows(...settled).at(-1)).toEqual(['community.boundaries-inspected', '5', '2023-09-18']);
    expect(cases(...settled)).toEqual([]);
  });

  it('given an inspection more than a round needs, or of a round gone by, reports it', () => {
    expect(cases(inspected('2023-04-18', 5), inspected('2023-09-18', 5))).toEqual([
      'inspected again in a round that was done',
    ]);
    expect(cases(inspected('2023-04-18', 5), inspected('2023-09-18', 4))).toEqual([
      'inspected for a round older than the last',
    ]);
  });

  it('is a boundary of its own on each side', () => {
    const read = fact.reads['cn.gov.mca.community.boundary.inspected']!;
    expect(read(inspected('2023-04-18', 5))).toEqual(['310105:b-1']);
    expect(read({ ...inspected('2023-04-18', 5), regionId: '310107' })).toEqual(['310107:b-1']);
  });
});

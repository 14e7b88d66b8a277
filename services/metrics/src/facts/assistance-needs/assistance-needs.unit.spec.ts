import { describe, expect, it } from '@jest/globals';
import type { FactEvent } from '@minhai/facts';
import { factEvent, givenHistory } from '@minhai/testing';
import { ASSESSED, fact } from './assistance-needs.fact.js';

const assessed = (time: string, grade: string, street = '310105001', needs: object = {}) =>
  factEvent(ASSESSED, { householdRef: 'hh_00000001', assessedOn: time, grade, ...needs }, { time, street });
const fold = (...events: FactEvent<any>[]) => givenHistory(fact, events).folded('hh_00000001');
const standing = (...events: FactEvent<any>[]) =>
  fold(...events)
    .rows.filter(({ measure }) => measure === 'assistance.need-grade')
    .map(({ street, dims, validFrom, validUntil }) => [street, dims['grade'], validFrom, validUntil]);

describe('grades of need', () => {
  it('given a new assessment, the former grade ends and the newest counts where it was made', () => {
    expect(standing(assessed('2019-05-01', 'HIGH'), assessed('2020-05-01', 'LOW', '310105002'))).toEqual([
      ['310105001', 'HIGH', '2019-05-01', '2020-05-01'],
      ['310105002', 'LOW', '2020-05-01', null],
    ]);
  });

  it('given needs, counts the household under each of them', () => {
    const { rows } = fold(
      assessed('2020-05-01', 'HIGH', '310105001', { needsLiving: true, needsFamilyCare: true }),
    );
    expect(
      rows.filter(({ measure }) => measure === 'assistance.need-households').map(({ dims }) => dims['need']),
    ).toEqual(['LIVING', 'FAMILY_CARE']);
  });

  it('given two assessments of one day, both were made, the later holds, and it is reported', () => {
    const { rows, findings } = fold(assessed('2020-05-01', 'HIGH'), assessed('2020-05-01', 'LOW'));
    expect(rows.filter(({ measure }) => measure === 'assistance.need-assessments')).toHaveLength(2);
    expect(rows.filter(({ measure }) => measure === 'assistance.need-grade')).toMatchObject([
      { dims: { grade: 'LOW' } },
    ]);
    expect(findings).toMatchObject([{ rule: 'STATE', detail: { case: 'assessed twice on a day' } }]);
  });

  it('withholds figures of few households', () => {
    expect(new Set(fact.measures.map(({ privacy }) => privacy))).toEqual(new Set(['protected-people']));
  });
});

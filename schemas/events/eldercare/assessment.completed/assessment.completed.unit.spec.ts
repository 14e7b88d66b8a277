import { describe, expect, it } from '@jest/globals';
import { ASSESSMENT_SCHEMES, assessGbt42195, GBT42195_ITEMS, isSchemeValidOn } from '@minhai/domain';
import fc from 'fast-check';
import { codeAt, codeList } from '../../../code-list.js';
import type { CareLevel } from '../../../codelists.generated.js';
import type { RuleEvent } from '../../../contract.js';
import type { EldercareAssessmentCompleted } from '../../../payloads.generated.js';
import { rules } from './rules.js';

const assessed = (data: Partial<EldercareAssessmentCompleted>): RuleEvent<EldercareAssessmentCompleted> => ({
  type: 'cn.gov.mca.eldercare.assessment.completed',
  subject: 'AS-1',
  time: Date.parse('2023-06-01T00:00:00+08:00'),
  recordedTime: Date.parse('2023-06-02T00:00:00+08:00'),
  regionId: '310105',
  data: {
    assessmentId: 'AS-1',
    personRef: 'per_8k3n5w2r',
    scheme: 'GBT42195',
    level: 'ABILITY_0',
    validFrom: '2023-06-01',
    validTo: '2024-05-31',
    assessors: ['per_a1s2d3f4', 'per_q9w8e7r6'],
    itemScores: null,
    total: null,
    coma: null,
    dementia: null,
    otherMentalDisorder: null,
    careRiskEvents: null,
    ...data,
  },
});

const brokenBy = (data: Partial<EldercareAssessmentCompleted>): string[] =>
  rules.filter(({ holds }) => !holds(assessed(data))).map(({ name }) => name);

const NATIONAL = codeList('care-level')
  .codes.map(({ code }) => code as CareLevel)
  .filter((code) => code.startsWith('ABILITY_'));

describe('an assessment by GB/T 42195', () => {
  it('given any scores and conditions, then exactly the level they give is in order', () => {
    fc.assert(
      fc.property(
        fc.tuple(...GBT42195_ITEMS.map(({ max }) => fc.nat(max))),
        fc.record({ coma: fc.boolean(), dementia: fc.boolean(), careRiskEvents: fc.nat(3) }),
        (itemScores, conditions) => {
          const { total, level } = assessGbt42195(itemScores, conditions)!;
          const inOrder = NATIONAL.filter(
            (code) => brokenBy({ itemScores, total, level: code, ...conditions }).length === 0,
          );
          expect(inOrder).toEqual([`ABILITY_${level}`]);
        },
      ),
    );
  });
});

describe('the code list of schemes', () => {
  it('has the schemes of the domain, each valid on the same days', () => {
    for (const scheme of ASSESSMENT_SCHEMES)
      for (const day of ['2020-01-01', '2022-12-29', '2022-12-30', '2025-12-31'])
        expect([scheme, day, codeAt('assessment-scheme', scheme, day) !== undefined]).toEqual([
          scheme,
          day,
          isSchemeValidOn(scheme, day),
        ]);
    expect(codeList('assessment-scheme').codes.map(({ code }) => code)).toEqual([...ASSESSMENT_SCHEMES]);
  });
});

import { at } from '../chance/calendar.js';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Payload } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import type { DistrictCode } from '../reference/districts.js';
import { type Grade, type NeedAssessment, needAssessmentsOf } from './needs.js';

/** The worst of the ten scores decides the grade under the sample rules. */
const RULE_VERSION = 'SAMPLE-1';
const WORST: Readonly<Record<Grade, readonly [number, number]>> = {
  HIGH: [80, 96],
  MEDIUM: [50, 79],
  LOW: [20, 49],
  NONE: [4, 19],
};
const SCORES = [
  'incomeScore',
  'housingScore',
  'illnessScore',
  'disabilityScore',
  'educationScore',
  'employmentScore',
  'socialSecurityScore',
  'socialParticipationScore',
  'childBurdenScore',
  'childEnvironmentScore',
] as const;

type Scores = Record<(typeof SCORES)[number], number>;
type Need = Payload<'assistance.need.assessed'>;

/** From this score on an indicator speaks of a need. */
const NEEDED = 20;

/** What the visit found: every indicator up to the worst one, which another household has elsewhere. */
function foundFor({ household }: NeedAssessment, grade: Grade, chance: Chance) {
  const worst = chance.between(...WORST[grade]);
  const scores = Object.fromEntries(
    SCORES.map((name, i) => [name, i === household % SCORES.length ? worst : chance.below(worst + 1)]),
  ) as Scores;
  const materialDimension = Math.max(scores.incomeScore, scores.housingScore);
  const healthDimension = Math.max(scores.illnessScore, scores.disabilityScore);
  return {
    ...scores,
    materialDimension,
    healthDimension,
    educationDimension: scores.educationScore,
    employmentDimension: scores.employmentScore,
    socialSupportDimension: Math.max(scores.socialSecurityScore, scores.socialParticipationScore),
    childrenDimension: Math.max(scores.childBurdenScore, scores.childEnvironmentScore),
    needsLiving: materialDimension >= NEEDED,
    needsHealth: healthDimension >= NEEDED,
    needsFamilyRelations: scores.childEnvironmentScore >= NEEDED,
    needsFamilyCare: Math.max(scores.disabilityScore, scores.childBurdenScore) >= NEEDED,
    needsEmployment: scores.employmentScore >= NEEDED,
    needsMajorChange: scores.illnessScore >= 2 * NEEDED,
    grade,
  } satisfies Partial<Need>;
}

function assessmentEntry(district: DistrictCode, assessment: NeedAssessment): Chapter {
  const { household, street, on, grade, firstGrade, atMidnightUtc } = assessment;
  const name = `${district}-${String(household).padStart(4, '0')}`;
  const chance = chanceOf(`need|${name}|${on}`);
  const householdRef = `hh_${digestOf(`assessed|${name}`).toString('hex', 0, 8)}`;
  const time = at(on, atMidnightUtc ? 0 : 9 + chance.below(8));
  const data: Need = {
    householdRef,
    assessedOn: on,
    ruleVersion: RULE_VERSION,
    ...foundFor(assessment, grade, chance),
    assessor: `PG-${1 + chance.below(6)}`,
  };
  const draft = draftOf(
    { district, street, subject: `${householdRef}:${on}`, time },
    'assistance.need.assessed',
    data,
  );
  const first = firstGrade && foundFor(assessment, firstGrade, chance);
  return entry({ ...draft, utc: atMidnightUtc }, first ? corrected(assessment.trap, first) : assessment.trap);
}

const corrected = (trap: TrapNote | undefined, first: object): TrapNote | undefined =>
  trap && { ...trap, mishap: { kind: 'corrected', first, correctedOn: '2021-02-05' } };

/** Assessments of need (救助需求综合评估): all ten scores, grades over all 街镇. */
export const needsChapter = (district: DistrictCode): Chapter =>
  join(needAssessmentsOf(district).map((assessment) => assessmentEntry(district, assessment)));

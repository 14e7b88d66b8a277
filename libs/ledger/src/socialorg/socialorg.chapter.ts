import { addMonths, type BusinessDay } from '@minhai/domain';
import type { SocialorgKind, SocialorgRating } from '@minhai/schemas';
import { at, workingDayBetween } from '../chance/calendar.js';
import { type Chance, chanceOf } from '../chance/seeded.js';
import { type Chapter, entry, join } from '../posting/chapter.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import type { Career, Step } from './careers.js';
import { type Organisation, organisationsOf, usciOf } from './organisations.js';

const KINDS: Readonly<Record<SocialorgKind, { noun: string; capitalFen: number }>> = {
  ASSOCIATION: { noun: '协会', capitalFen: 3_000_000 },
  PRIVATE_NON_ENTERPRISE: { noun: '服务中心', capitalFen: 10_000_000 },
  FOUNDATION: { noun: '基金会', capitalFen: 200_000_000 },
};
const FIELDS = [
  '社区服务',
  '助老',
  '文化体育',
  '教育培训',
  '公益慈善',
  '环境保护',
  '健康促进',
  '科技普及',
  '行业促进',
];
const SCORES: Readonly<Record<SocialorgRating, readonly [number, number]>> = {
  A1: [500, 599],
  A2: [600, 699],
  A3: [700, 849],
  A4: [850, 949],
  A5: [950, 1000],
};
const RATING_YEARS = 5;

/** Social organisations: registrations, ratings, departures. */
export const socialorgChapter = (district: DistrictCode): Chapter =>
  join(organisationsOf(district).map((organisation) => organisationChapter(district, organisation)));

type SocialorgEvent = Extract<TypeName, `socialorg.${string}`>;

/** A body with its identifier: what every event of it starts from. */
interface Body {
  readonly district: DistrictCode;
  readonly usci: string;
  readonly organisation: Organisation;
}

const bodyDraft = <T extends SocialorgEvent>(
  { district, usci, organisation }: Body,
  type: T,
  time: number,
  data: Payload<T>,
): Draft<T> => {
  const { street, atMidnightUtc: utc } = organisation;
  return draftOf({ district, subject: usci, time, street, utc }, type, data);
};

function organisationChapter(district: DistrictCode, organisation: Organisation): Chapter {
  const { trap, career } = organisation;
  const usci = usciOf(district, organisation);
  const body: Body = { district, usci, organisation };
  return join([entry(registration(body), trap), ...(career ? careerEntries(body, career) : [])]);
}

function registration(body: Body): Draft {
  const { kind, number, registered, atMidnightUtc } = body.organisation;
  const field = FIELDS[number % FIELDS.length]!;
  const ordinal = String(number).padStart(4, '0');
  return bodyDraft(body, 'socialorg.registered', at(registered, atMidnightUtc ? 0 : 10), {
    usci: body.usci,
    name: `示例${DISTRICTS[body.district].shortName}${field}${KINDS[kind].noun}（第${ordinal}号）`,
    kind,
    registrar: body.district,
    supervisor: '示例业务主管单位',
    industry: field,
    capitalFen: KINDS[kind].capitalFen,
  });
}

/** Steps follow in the order of the table; those of one day an hour apart. */
function careerEntries(body: Body, career: Career): Chapter[] {
  const chance = chanceOf(`career|${body.usci}`);
  let ratedOn: BusinessDay = '';
  return career.steps.map((step, index) => {
    const on = workingDayBetween(step.from, step.to, chance);
    const time = at(on, 13 + index);
    if (step.kind === 'rated') ratedOn = on;
    return entry(stepDraft(body, step, { time, ratedOn, chance }), step.trap);
  });
}

interface Moment {
  readonly time: number;
  /** Of the rating that the step gives or takes back. */
  readonly ratedOn: BusinessDay;
  readonly chance: Chance;
}

function stepDraft(body: Body, step: Step, { time, ratedOn, chance }: Moment): Draft {
  const { usci } = body;
  switch (step.kind) {
    case 'rated': {
      const level = chance.pick(step.levels);
      const validTo = addMonths(ratedOn, RATING_YEARS * 12);
      return bodyDraft(body, 'socialorg.rated', time, {
        usci,
        level,
        score: chance.between(...SCORES[level]),
        ratedOn,
        validTo,
      });
    }
    case 'revoked':
      return bodyDraft(body, 'socialorg.rating.revoked', time, { usci, ratedOn, reason: step.reason });
    case 'deregistered':
      return bodyDraft(body, 'socialorg.deregistered', time, { usci, reason: step.reason });
  }
}

import { addDays, dayOf } from '@minhai/domain';
import { apportionedList } from '../chance/apportion.js';
import { at } from '../chance/calendar.js';
import { chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { bookOf } from '../marriage/registrations.js';

const MINUTE_MS = 60_000;

/** 17 456 couples of 2019 in Shanghai had a party from 苏浙皖; one request in a hundred, by the marriages of each district. */
export const REQUESTS_2019: Readonly<Record<DistrictCode, number>> = { '310105': 103, '310118': 72 };

/** How they came out, in parts of a hundred; synthetic, as no statistics are published. */
const OUTCOMES = [
  ['MATCH', 55],
  ['NO_MATCH', 33],
  ['PARTIAL', 4],
  ['REFUSED', 8],
] as const;
type Outcome = (typeof OUTCOMES)[number][0];

const PARTNERS = ['32', '33', '34'] as const;

const NO_AGREEMENT: TrapNote = {
  name: 'request-after-the-agreement',
  expectation: 'asks 安徽 after the agreement with it ended: counted, answered by a refusal, and a finding',
};
const ANSWERED_TWICE: TrapNote = {
  name: 'answered-twice',
  expectation: 'a second answer to one request: the first counts, and a finding',
};
const TWICE: TrapNote = {
  name: 'request-delivered-twice',
  expectation: 'same id, same bytes: one request',
  mishap: { kind: 'delivered-twice', again: '2019-12-20' },
};

interface Course {
  readonly district: DistrictCode;
  readonly requestId: string;
  readonly to: (typeof PARTNERS)[number];
  readonly time: number;
  readonly outcome: Outcome;
}

const hex = (name: string): string => digestOf(name).toString('hex');

const draftOf = <T extends Extract<TypeName, `exchange.${string}`>>(
  { district, requestId, time }: Pick<Course, 'district' | 'requestId' | 'time'>,
  type: T,
  data: Payload<T>,
): Draft<T> => ({
  district,
  type,
  system: 'exchange',
  subject: requestId,
  mark: `${type}|${time}`,
  time,
  recorded: time,
  data,
});

function requestDraft(course: Course): Draft {
  const { requestId, to, time } = course;
  return draftOf(course, 'exchange.request.submitted', {
    requestId,
    fromRegion: '31',
    toRegion: to,
    resource: 'MARRIAGE_STATUS',
    purpose: 'MARRIAGE_REGISTRATION',
    authorisationId: `SQ${requestId}`,
    subjectToken: hex(`token|${requestId}`),
    queryFields: ['maritalStatus'],
    dueOn: addDays(dayOf(time), 14),
  });
}

const refusal = (course: Course, reason: 'NO_AGREEMENT' | 'AUTHORISATION_EXPIRED'): Draft =>
  draftOf({ ...course, time: course.time + 2 * MINUTE_MS }, 'exchange.request.refused', {
    requestId: course.requestId,
    reason,
  });

function answer(course: Course, result: Exclude<Outcome, 'REFUSED'>, minutes: number): Draft {
  const { requestId, time } = course;
  const found = result === 'NO_MATCH' ? [] : [{ field: 'maritalStatus', value: 'UNMARRIED' }];
  return draftOf({ ...course, time: time + minutes * MINUTE_MS }, 'exchange.response.delivered', {
    requestId,
    result,
    answers: found,
    asOf: dayOf(time),
    evidenceHash: hex(`evidence|${requestId}|${minutes}`),
    signature: hex(`signature|${requestId}|a`) + hex(`signature|${requestId}|b`),
  });
}

function courseDrafts(course: Course): Draft[] {
  const { requestId, outcome, time } = course;
  if (outcome === 'REFUSED') return [requestDraft(course), refusal(course, 'AUTHORISATION_EXPIRED')];
  const accepted = draftOf({ ...course, time: time + MINUTE_MS }, 'exchange.request.accepted', { requestId });
  return [requestDraft(course), accepted, answer(course, outcome, 3)];
}

/** With 江苏 and 浙江 through 2021, with 安徽 to the end of November 2019. */
const agreementDrafts = (district: DistrictCode): Draft[] =>
  PARTNERS.map((partner) => {
    const agreementId = `XY${district}-31-${partner}-2018`;
    return {
      ...draftOf(
        { district, requestId: agreementId, time: at('2018-12-03', 9) },
        'exchange.agreement.activated',
        {
          agreementId,
          regions: ['31', partner],
          resources: ['MARRIAGE_STATUS', 'MARRIAGE_CERT'],
          legalBasis: '示例长三角民政合作备忘录',
          purposes: ['MARRIAGE_REGISTRATION'],
          validTo: partner === '34' ? '2019-11-30' : '2021-12-31',
        },
      ),
    };
  });

/** Every so many marriages of 2019 one request, a quarter of an hour before the couple is registered. */
function coursesOf(district: DistrictCode): Course[] {
  const marriages = bookOf(district, 'J', 2019);
  const count = REQUESTS_2019[district];
  const outcomes = chanceOf(`exchange|${district}`).shuffled(apportionedList(count, OUTCOMES));
  return outcomes.map((outcome, i) => {
    const { time } = marriages[Math.floor((i * marriages.length) / count)]!;
    const requestId = `RQ${district}-2019-${String(i + 1).padStart(4, '0')}`;
    const to = dayOf(time) > '2019-11-30' ? PARTNERS[i % 2]! : PARTNERS[i % 3]!;
    return { district, requestId, to, time: time - 15 * MINUTE_MS, outcome };
  });
}

/** What comes of the requests of 2019: what is asked, refused and answered, each request once. */
export function exchangeOutcomes(district: DistrictCode): Readonly<Record<Outcome, number>> {
  const outcomes = apportionedList(REQUESTS_2019[district], OUTCOMES);
  const count = (one: Outcome): number => outcomes.filter((outcome) => outcome === one).length;
  return {
    MATCH: count('MATCH'),
    NO_MATCH: count('NO_MATCH'),
    PARTIAL: count('PARTIAL'),
    REFUSED: count('REFUSED') + 1,
  };
}

/** Requests of the marriage offices to the neighbouring provinces in 2019. */
export function exchangeChapter(district: DistrictCode): Chapter {
  const courses = coursesOf(district);
  const matched = courses.find(({ outcome }) => outcome === 'MATCH')!;
  const unagreed: Course = {
    district,
    requestId: `RQ${district}-2019-9001`,
    to: '34',
    time: at('2019-12-10', 10),
    outcome: 'REFUSED',
  };
  return join([
    ...agreementDrafts(district).map((draft) => entry(draft)),
    ...courses.flatMap((course, i) =>
      courseDrafts(course).map((draft, step) => entry(draft, i === 5 && step === 0 ? TWICE : undefined)),
    ),
    entry(answer(matched, 'MATCH', 90), ANSWERED_TWICE),
    entry(requestDraft(unagreed), NO_AGREEMENT),
    entry(refusal(unagreed, 'NO_AGREEMENT'), NO_AGREEMENT),
  ]);
}

import { at } from '../chance/calendar.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { PUBLISHED_STATISTICS } from './reported-values.js';

const SURVEY = 'SV-ELDERCARE-SERVICE';
const ON = { 2019: '2019-11-29', 2020: '2020-11-30' } as const;

interface Round {
  readonly year: keyof typeof ON;
  readonly street?: string;
  readonly sample: number;
  readonly valid: number;
  readonly satisfied: number;
}

/** One survey in two rounds; the newest holds, as corrected, and the result of a street is apart. */
export function surveyChapter(district: DistrictCode): Chapter {
  const { survey, knownOn15January } = PUBLISHED_STATISTICS[district];
  if (survey.valid === 0) return join([]);
  const corrected: TrapNote = {
    name: 'survey-corrected',
    expectation: 'neutral answers were first counted as satisfied: the corrected counts of the round hold',
    mishap: {
      kind: 'corrected',
      first: { satisfied: knownOn15January.satisfied },
      correctedOn: '2021-02-22',
    },
  };
  const ofStreet: TrapNote = {
    name: 'survey-of-a-street-is-apart',
    expectation: 'the answers of a street are among those of the district and not added to them',
  };
  const street = DISTRICTS[district].streets[0]!.code;
  return join([
    entry(roundDraft(district, { year: 2019, sample: 2000, valid: 1890, satisfied: 1720 })),
    entry(roundDraft(district, { year: 2020, sample: 2000, ...survey }), corrected),
    entry(roundDraft(district, { year: 2020, street, sample: 200, valid: 190, satisfied: 150 }), ofStreet),
  ]);
}

function roundDraft(
  district: DistrictCode,
  { year, street, ...counts }: Round,
): Draft<'survey.result.published'> {
  const region = street ?? district;
  const subject = `${SURVEY}:${year}:${region}`;
  const time = at(ON[year], 15);
  return {
    district,
    type: 'survey.result.published',
    system: 'survey',
    subject,
    mark: 'published',
    time,
    recorded: registrationAfter(time, subject),
    ...(street && { street }),
    data: {
      survey: SURVEY,
      round: String(year),
      region,
      ...counts,
      veryDissatisfied: 12,
      method: 'MIXED',
    },
  };
}

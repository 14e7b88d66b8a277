import { type BusinessMonth, monthsBetween } from '@minhai/domain';
import type { RescueMode } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { at } from '../chance/calendar.js';
import { chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import { reportTimes } from '../posting/month-report.js';
import type { DistrictCode } from '../reference/districts.js';

/** Rescues of 2016 to 2020: “2100 余” is printed; any number below 2200 would do. */
export const RESCUES_2016_TO_2020: Readonly<Record<DistrictCode, number>> = { '310105': 2_137, '310118': 0 };

const MODES: readonly RescueMode[] = ['SELF', 'ESCORTED', 'POLICE'];
const MONTHS = monthsBetween('2016-01', '2020-12');
/** The month of which single episodes are on record besides its reports. */
const RECORDED_MONTH: BusinessMonth = '2020-12';
const EPISODES = 9;

const RECORDED: TrapNote = {
  name: 'rescues-reported-and-recorded',
  expectation: 'the report of December 2020 holds these episodes too: each rescue counts once',
};
const BEFORE: TrapNote = {
  name: 'rescues-before-the-plan',
  expectation: 'December 2015 is not of the years 2016 to 2020',
};
const MIDNIGHT: TrapNote = {
  name: 'rescue-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021 in Shanghai: a rescue of the next plan',
};
const NOTES: Readonly<Record<string, TrapNote>> = {
  'SELF:2017-03': {
    name: 'rescues-reported-twice',
    expectation: 'same id, same bytes: reported once',
    mishap: { kind: 'delivered-twice', again: '2017-04-20' },
  },
  'POLICE:2018-07': {
    name: 'rescues-corrected',
    expectation: 'first reported with a digit too many: the corrected count holds',
    mishap: { kind: 'corrected', first: { count: 120 }, correctedOn: '2018-08-21' },
  },
};

const reportDraft = (
  district: DistrictCode,
  mode: RescueMode,
  period: BusinessMonth,
  count: number,
): Draft<'rescue.admission.reported'> => ({
  district,
  type: 'rescue.admission.reported',
  system: 'rescue',
  subject: `${district}:${mode}:${period}`,
  mark: 'reported',
  ...reportTimes(period),
  data: { region: district, mode, period, count },
});

function reportEntries(district: DistrictCode): Chapter[] {
  const chance = chanceOf(`rescues|${district}`);
  const cells = MONTHS.flatMap((period) => MODES.map((mode) => ({ mode, period })));
  const counts = apportion(
    RESCUES_2016_TO_2020[district],
    cells.map(() => chance.between(8, 12)),
  );
  return [
    ...cells.map(({ mode, period }, i) =>
      entry(reportDraft(district, mode, period, counts[i]!), NOTES[`${mode}:${period}`]),
    ),
    entry(reportDraft(district, 'SELF', '2015-12', 14), BEFORE),
  ];
}

/** Somebody who was taken in. */
interface Episode {
  readonly district: DistrictCode;
  readonly episodeId: string;
  readonly mode: RescueMode;
  readonly time: number;
  readonly utc?: true;
}

type EpisodeEvent = Extract<TypeName, `rescue.${string}`>;

const episodeDraft = <T extends EpisodeEvent>(
  { district, episodeId, utc }: Episode,
  type: T,
  time: number,
  data: Payload<T>,
): Draft<T> => draftOf({ district, subject: episodeId, time, utc }, type, data);

function admission(episode: Episode, anonymous: boolean): Draft {
  const { district, episodeId, mode, time } = episode;
  return episodeDraft(episode, 'rescue.person.admitted', time, {
    episodeId,
    ...(anonymous
      ? { anonymousRef: `WM${district}-${episodeId.slice(-4)}` }
      : { personRef: `per_${digestOf(`rescued|${episodeId}`).toString('hex', 0, 8)}` }),
    station: `JZZ${district}-01`,
    mode,
    ageBand: 'ADULT',
  });
}

const HOUR_MS = 3_600_000;

/** Who is not identified is sought by a notice; everybody leaves within days. */
function episodeDrafts(episode: Episode, anonymous: boolean): Draft[] {
  const { episodeId, time } = episode;
  return [
    admission(episode, anonymous),
    ...(anonymous
      ? [
          episodeDraft(episode, 'rescue.notice.published', time + 4 * HOUR_MS, {
            episodeId,
            channels: ['NATIONAL_SITE'],
          }),
        ]
      : []),
    episodeDraft(episode, 'rescue.person.discharged', time + 60 * HOUR_MS, {
      episodeId,
      destinationRegion: '340104',
      mode: 'ESCORTED_HOME',
      exchangeRequestId: `XC${episodeId}`,
    }),
  ];
}

const episodeIdOf = (district: DistrictCode, number: number): string =>
  `JZ${district}-2020-${String(number).padStart(4, '0')}`;

function episodeEntries(district: DistrictCode): Chapter[] {
  const drafts = Array.from({ length: EPISODES }, (_, i) => {
    const day = `${RECORDED_MONTH}-${String(3 + 2 * i).padStart(2, '0')}`;
    const episode = {
      district,
      episodeId: episodeIdOf(district, i + 1),
      mode: MODES[i % 3]!,
      time: at(day, 9),
    };
    return episodeDrafts(episode, i % 4 === 0);
  });
  const next: Episode = {
    district,
    episodeId: episodeIdOf(district, EPISODES + 1),
    mode: 'POLICE',
    time: at('2021-01-01', 0),
    utc: true,
  };
  return [...drafts.flat().map((draft) => entry(draft, RECORDED)), entry(admission(next, false), MIDNIGHT)];
}

/** Rescues of 长宁: the months of five years, and single episodes of the last one. */
export const rescueChapter = (district: DistrictCode): Chapter =>
  RESCUES_2016_TO_2020[district] === 0
    ? join([])
    : join([...reportEntries(district), ...episodeEntries(district)]);

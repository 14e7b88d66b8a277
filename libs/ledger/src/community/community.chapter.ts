import { at } from '../chance/calendar.js';
import { digestOf } from '../chance/seeded.js';
import { type Chapter, chapterOf, entry, join, type TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { draftOf } from '../posting/draft.js';
import { complexesChapter } from './complexes.js';
import { guestHallsChapter } from './guest-halls.js';
import { PUBLISHED_COMMUNITY } from './published-community.js';
import { socialWorkersChapter } from './social-workers.js';
import { workersChapter } from './workers.js';

/** Community work: workers, households on 社区云, guest halls, social workers, boundaries, complexes. */
export const communityChapter = (district: DistrictCode): Chapter =>
  join([
    workersChapter(district),
    cloudChapter(district),
    guestHallsChapter(district),
    socialWorkersChapter(district),
    boundariesChapter(district),
    complexesChapter(district),
  ]);

const TRIAL: TrapNote = {
  name: 'cloud-registration-voided',
  expectation: 'a trial registration voided the same day: no household at the base, and that is a real zero',
  mishap: { kind: 'voided', voidedOn: '2020-11-11', because: 'TEST' },
};

/** The platform opens with the plan: nobody is on it at the end of 2020. */
function cloudChapter(district: DistrictCode): Chapter {
  const street = DISTRICTS[district].streets[0]!.code;
  const householdRef = `hh_${digestOf(`cloud|${district}`).toString('hex', 0, 8)}`;
  const time = at('2020-11-11', 9, 30);
  const draft = draftOf(
    { district, subject: householdRef, time, street },
    'community.cloud.household.registered',
    { householdRef, villageId: `${street}001`, persons: 3, via: 'PLATFORM' },
  );
  return entry({ ...draft, recorded: at('2020-11-11', 9, 40) }, TRIAL);
}

/** The neighbours of 长宁: 徐汇, 静安, 普陀, 闵行. Days and lengths are invented. */
const NEIGHBOURS = ['310104', '310106', '310107', '310112'];

/** The round before the plan: it tells which boundaries the fifth has to cover. */
const boundariesChapter = (district: DistrictCode): Chapter =>
  chapterOf(
    NEIGHBOURS.slice(0, PUBLISHED_COMMUNITY[district].boundaries).map((neighbourRegion, i) => {
      const boundaryId = `JX-${neighbourRegion}-${district}`;
      return draftOf(
        { district, subject: `${boundaryId}:4`, time: at(`2018-0${4 + i}-18`, 15) },
        'community.boundary.inspected',
        {
          boundaryId,
          round: 4,
          neighbourRegion,
          lengthKm: `${5 + 2 * i}.500`,
          result: i === 2 ? 'REMEDIED' : 'CONSISTENT',
        },
      );
    }),
  );

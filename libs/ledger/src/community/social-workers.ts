import { apportionedList } from '../chance/apportion.js';
import { at, workingDayBetween } from '../chance/calendar.js';
import { type Chance, chanceOf, digestOf } from '../chance/seeded.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { PUBLISHED_COMMUNITY } from './published-community.js';

const SECOND: TrapNote = {
  name: 'second-certificate-of-a-social-worker',
  expectation: 'two certificates, one person',
};
/** Of those with a second certificate this many hold a related one first. */
const RELATED_FIRST = 12;

/** Persons certified by the end of 2020; the plan prints no base for them. */
export function socialWorkersChapter(district: DistrictCode): Chapter {
  const { persons, certificates } = PUBLISHED_COMMUNITY[district].socialWorkers;
  const weights = DISTRICTS[district].streets.map(({ code, committees }) => [code, committees] as const);
  const streets = chanceOf(`social-workers|${district}`).shuffled(apportionedList(persons, weights));
  return join(
    streets.flatMap((street, index) =>
      certificateEntries({ district, street, number: index + 1, second: index < certificates - persons }),
    ),
  );
}

interface Holder {
  readonly district: DistrictCode;
  readonly street: string;
  readonly number: number;
  readonly second: boolean;
}

function certificateEntries({ district, street, number, second }: Holder): Chapter[] {
  const name = `SGS${district}-${String(number).padStart(4, '0')}`;
  const personRef = `per_${digestOf(`person|${name}`).toString('hex', 0, 8)}`;
  const chance = chanceOf(name);
  const related = second && number <= RELATED_FIRST;
  const certificate = (ordinal: 1 | 2, period: readonly [string, string]): Chapter => {
    const certNo = `${name}-${ordinal}`;
    const circumstances: Circumstances = {
      district,
      subject: `${personRef}:${certNo}`,
      time: at(workingDayBetween(...period, chance), 10),
      street,
    };
    const isRelated = related && ordinal === 1;
    const data = {
      personRef,
      certNo,
      level: isRelated ? undefined : levelOf(ordinal, chance),
      relatedCertificate: isRelated,
    };
    return entry(
      draftOf(circumstances, 'community.socialworker.certified', data),
      second ? SECOND : undefined,
    );
  };
  const first = certificate(1, ['2012-03-01', '2017-12-29']);
  return second ? [first, certificate(2, ['2018-03-01', '2020-11-30'])] : [first];
}

const levelOf = (ordinal: 1 | 2, chance: Chance): 'ASSISTANT' | 'INTERMEDIATE' =>
  ordinal === 2 ? 'INTERMEDIATE' : chance.pick(['ASSISTANT', 'ASSISTANT', 'INTERMEDIATE']);

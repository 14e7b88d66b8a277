import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { type District, type DistrictCode, DISTRICTS } from './districts.js';
import { type Population, POPULATIONS, POPULATIONS_AS_OF } from './populations.js';

/** Both districts and all their streets have stood unchanged since before the first event of the ledger. */
const VALID_FROM = '2004-01-01';
/** The day the division list was loaded; history keeps its own event time. */
const LOADED_ON = '2004-01-02';
/** 市辖区: what stands between the municipality and its districts in GB/T 2260. */
const CITY = '310100';
const PUBLISHED_ON = '2021-01-08';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'DISTRICT' | 'STREET';
  readonly parent: string;
}

const divisionsOf = (district: District): Division[] => [
  { code: district.code, name: district.name, level: 'DISTRICT', parent: CITY },
  ...district.streets.map(({ code, name }): Division => ({
    code,
    name,
    level: 'STREET',
    parent: district.code,
  })),
];

const divisionDraft = (district: DistrictCode, division: Division): Draft<'ref.division.changed'> => ({
  district,
  type: 'ref.division.changed',
  system: 'ref',
  subject: division.code,
  mark: VALID_FROM,
  time: at(VALID_FROM, 0),
  recorded: at(LOADED_ON, 9),
  data: { ...division, validFrom: VALID_FROM, successors: [], change: 'ESTABLISHED' },
});

const populationDraft = (
  district: DistrictCode,
  { measure, value, source, synthetic }: Population,
): Draft<'ref.population.published'> => ({
  district,
  type: 'ref.population.published',
  system: 'ref',
  subject: `${district}:${measure}:${POPULATIONS_AS_OF}`,
  mark: 'published',
  time: at(POPULATIONS_AS_OF, 0),
  recorded: at(PUBLISHED_ON, 10),
  data: { region: district, measure, value, asOf: POPULATIONS_AS_OF, source, synthetic },
});

/** Divisions and denominators. */
export const referenceChapter = (code: DistrictCode): Chapter =>
  join([
    chapterOf(divisionsOf(DISTRICTS[code]).map((division) => divisionDraft(code, division))),
    ...POPULATIONS[code].map((population) => entry(populationDraft(code, population), population.trap)),
  ]);

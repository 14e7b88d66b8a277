import type { BusinessDay } from '@minhai/domain';
import type { FuneralCemeteryFunction } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { stemOf, streetNameOf } from '../reference/districts.js';
import { cemeteryIdOf, type Zone, ZONES } from './zones.js';

const DISTRICT = '310118';
const DAYS: readonly BusinessDay[] = ['2016-04-01', '2017-03-31', '2018-04-02', '2019-04-01'];

const ONCE: TrapNote = {
  name: 'two-columbaria-one-town',
  expectation: 'a town with two columbaria is one town covered',
};
const URBAN: TrapNote = {
  name: 'columbarium-in-a-subdistrict',
  expectation: 'a columbarium in 夏阳街道: no town, so neither covered nor counted',
};
const OTHER_KIND: TrapNote = {
  name: 'cemetery-is-no-columbarium',
  expectation: '白鹤镇 has a public cemetery and no columbarium: the one town that is not covered',
};

interface Site {
  readonly street: string;
  readonly kind: 'PUBLIC_COLUMBARIUM' | 'PUBLIC_CEMETERY';
  readonly note?: TrapNote;
}

const columbarium = (street: string, note?: TrapNote): Site => ({
  street,
  kind: 'PUBLIC_COLUMBARIUM',
  ...(note && { note }),
});

/** Invented: columbaria in seven of the eight towns. */
const SITES: readonly Site[] = [
  ...['310118102', '310118103', '310118104', '310118105', '310118106', '310118107', '310118109'].map(
    (street) => columbarium(street),
  ),
  columbarium('310118104', ONCE),
  columbarium('310118001', URBAN),
  { street: '310118110', kind: 'PUBLIC_CEMETERY', note: OTHER_KIND },
];

function siteDraft({ street, kind }: Site, index: number): Draft {
  const facilityId = `BZ${DISTRICT}-${String(index + 1).padStart(2, '0')}`;
  const circumstances: Circumstances = {
    district: DISTRICT,
    street,
    subject: facilityId,
    time: at(DAYS[index % DAYS.length]!, 9),
  };
  const name = `示例${stemOf(streetNameOf(DISTRICT, street))}${kind === 'PUBLIC_COLUMBARIUM' ? '骨灰堂' : '公益性公墓'}`;
  return draftOf(circumstances, 'funeral.facility.opened', { facilityId, name, kind });
}

const TWICE: TrapNote = {
  name: 'cemetery-function-delivered-twice',
  expectation: 'same id, same bytes: one function',
  mishap: { kind: 'delivered-twice', again: '2020-12-28' },
};
const MIDNIGHT: TrapNote = {
  name: 'cemetery-function-at-midnight',
  expectation:
    '2020-12-31T16:00:00Z is 2021 in Shanghai: the second cemetery has three functions at the end of 2020',
};

interface Enabling {
  readonly cemetery: Zone['cemetery'];
  readonly name: FuneralCemeteryFunction;
  readonly on: BusinessDay;
  readonly note?: TrapNote;
}

const ENABLINGS: readonly Enabling[] = [
  { cemetery: '01', name: 'BUSINESS', on: '2018-10-08', note: TWICE },
  { cemetery: '01', name: 'MEMORIAL_MONITORING', on: '2019-03-18' },
  { cemetery: '01', name: 'ONLINE_MEMORIAL', on: '2020-03-09' },
  { cemetery: '01', name: 'ONLINE_BOOKING', on: '2020-03-16' },
  { cemetery: '02', name: 'BUSINESS', on: '2019-10-14' },
  { cemetery: '02', name: 'ONLINE_MEMORIAL', on: '2020-03-23' },
  { cemetery: '02', name: 'ONLINE_BOOKING', on: '2020-03-23' },
  { cemetery: '02', name: 'MEMORIAL_MONITORING', on: '2021-01-01', note: MIDNIGHT },
];

function enablingDraft({ cemetery, name, on, note }: Enabling): Draft {
  const { street } = ZONES.find((zone) => zone.cemetery === cemetery)!;
  const cemeteryId = cemeteryIdOf({ cemetery });
  const time = at(on, note === MIDNIGHT ? 0 : 10);
  const draft = draftOf(
    { district: DISTRICT, street, subject: `${cemeteryId}:${name}`, time },
    'funeral.cemetery.function.enabled',
    { cemeteryId, function: name },
  );
  return { ...draft, utc: note === MIDNIGHT ? true : undefined };
}

/** What the sites of 青浦 come to at the end of 2020; the plan publishes no base. */
export const FUNERAL_SITES_2020 = {
  towns: 8,
  columbariumTowns: 7,
  commercialCemeteries: 2,
  digitalCemeteries: 1,
  functions: { BUSINESS: 2, MEMORIAL_MONITORING: 1, ONLINE_MEMORIAL: 2, ONLINE_BOOKING: 2 },
} as const;

/** Columbaria and other public sites of 青浦, and what its commercial cemeteries do by computer. */
export const funeralSitesChapter = (district: string): Chapter =>
  district === DISTRICT
    ? join([
        ...SITES.map((site, index) => entry(siteDraft(site, index), site.note)),
        ...ENABLINGS.map((enabling) => entry(enablingDraft(enabling), enabling.note)),
      ])
    : join([]);

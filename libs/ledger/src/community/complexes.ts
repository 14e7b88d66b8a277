import type { BusinessDay } from '@minhai/domain';
import type { CommunityFacilityKind } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { PUBLISHED_COMMUNITY } from './published-community.js';

interface Facility {
  /** Position in the list of streets. */
  readonly street: number;
  readonly kind: CommunityFacilityKind;
  readonly opened: BusinessDay;
  readonly closed?: BusinessDay;
  readonly trap?: TrapNote;
}

const TWO_IN_ONE: TrapNote = {
  name: 'two-complexes-one-street',
  expectation: 'a second complex opened beside the first: its street is covered once',
};
const ONE_PURPOSE: TrapNote = {
  name: 'centre-of-one-purpose',
  expectation: 'a centre for affairs alone is no comprehensive facility: its street is not covered',
};
const CLOSED: TrapNote = {
  name: 'complex-closed',
  expectation: 'the only complex of its street closed in 2020: not covered at the end of the year',
};

/** The first streets have a complex; those after them have what must not count. All are invented. */
function facilitiesOf(district: DistrictCode): Facility[] {
  const covered = PUBLISHED_COMMUNITY[district].complexStreets;
  return [
    ...Array.from({ length: covered }, (_, street): Facility => ({
      street,
      kind: 'COMPREHENSIVE',
      opened: `201${6 + (street % 4)}-0${1 + street}-16`,
    })),
    { street: 0, kind: 'COMPREHENSIVE', opened: '2020-05-18', trap: TWO_IN_ONE },
    { street: covered, kind: 'AFFAIRS_CENTRE', opened: '2018-07-02', trap: ONE_PURPOSE },
    { street: covered + 1, kind: 'COMPREHENSIVE', opened: '2018-09-10', closed: '2020-10-30', trap: CLOSED },
  ];
}

export const complexesChapter = (district: DistrictCode): Chapter =>
  join(facilitiesOf(district).flatMap((facility, index) => lifeOf(district, facility, index + 1)));

function lifeOf(
  district: DistrictCode,
  { street, kind, opened, closed, trap }: Facility,
  number: number,
): Chapter[] {
  const facilityId = `ZH${district}-${String(number).padStart(2, '0')}`;
  const on = (day: BusinessDay, hour: number): Circumstances => ({
    district,
    subject: facilityId,
    time: at(day, hour),
    street: DISTRICTS[district].streets[street]!.code,
  });
  const opening = draftOf(on(opened, 9), 'community.facility.opened', {
    facilityId,
    name: `示例社区综合服务设施（第${number}号）`,
    kind,
    floorAreaM2: `${1000 + 50 * number}.00`,
    newTown: false,
  });
  if (!closed) return [entry(opening, trap)];
  const closing = draftOf(on(closed, 17), 'community.facility.closed', { facilityId, kind });
  return [entry(opening), entry(closing, trap)];
}

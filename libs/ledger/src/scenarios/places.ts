import type { EldercareFacilityKind } from '@minhai/schemas';
import { buildUsci } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import type { Draft } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode, stemOf } from '../reference/districts.js';
import { dayOf, happened } from './happening.js';
import { openInstitutions, standing, stillOpen, streetsWithout, take } from './register.js';

interface NewFacilities {
  readonly kinds: readonly (readonly [EldercareFacilityKind, number])[];
  /** Whole ㎡ of all their sites; each has a site of its own. */
  readonly area: number;
}

/** Facilities run by professional organisations. */
export function facilitiesOpened(district: DistrictCode, { kinds, area }: NewFacilities): Draft[] {
  const { streets, shortName } = DISTRICTS[district];
  const list = kinds.flatMap(([kind, count]) => Array<EldercareFacilityKind>(count).fill(kind));
  const areas = apportion(
    area,
    list.map(() => 1),
  );
  return list.map((kind, index) => {
    const { code: street, name } = streets[index % streets.length]!;
    const number = String(index + 1).padStart(4, '0');
    const facilityId = `SS${district}-25${number}`;
    return happened(
      { district, subject: facilityId, on: dayOf(index), hour: 8, street },
      'eldercare.facility.opened',
      {
        facilityId,
        name: `示例${shortName}${stemOf(name)}新建设施（第25${number}号）`,
        kind,
        siteId: `CS${district}-25${number}`,
        floorAreaM2: `${areas[index]!}.00`,
        isBranch: false,
        operatorType: 'PROFESSIONAL',
        level: kind === 'ACTIVITY_ROOM' ? 'CITY' : 'STREET',
      },
    );
  });
}

/** What the new meal sites of a scenario serve, evenly. */
export function mealsServed(district: DistrictCode, sites: number, portions: number): Draft[] {
  const { streets } = DISTRICTS[district];
  return apportion(portions, Array<number>(sites).fill(1)).map((portionsPerDay, index) => {
    const facilityId = `SS${district}-25${String(index + 1).padStart(4, '0')}`;
    const street = streets[index % streets.length]!.code;
    return happened(
      { district, subject: facilityId, on: dayOf(index), hour: 9, street },
      'eldercare.mealsite.capacity.changed',
      { facilityId, mode: 'DINE_IN', delta: portionsPerDay, portionsPerDay },
    );
  });
}

/** A rental point in every street that has none open. */
export function rentalPointsOpened(district: DistrictCode): Draft[] {
  const open = stillOpen(district, 'assistive.rentalpoint.opened', 'assistive.rentalpoint.closed', 'pointId');
  return streetsWithout(district, open).map(({ code: street, name }, index) => {
    const pointId = `FJ${district}-25${String(index + 1).padStart(2, '0')}`;
    return happened(
      { district, subject: pointId, on: dayOf(index * 5), street },
      'assistive.rentalpoint.opened',
      { pointId, name: `示例${stemOf(name)}康复辅具租赁点（25）` },
    );
  });
}

/** Demonstration halls, spread over the villages that have halls. */
export function guestHallsOpened(district: DistrictCode, count: number): Draft[] {
  const halls = standing(district, 'community.guesthall.opened');
  const villages = [...new Map(halls.map((hall) => [hall.data.villageId, hall])).values()];
  return Array.from({ length: count }, (_, index) => {
    const { street, data } = villages[index % villages.length]!;
    const hallId = `KT${district}-25${String(index + 1).padStart(4, '0')}`;
    return happened({ district, subject: hallId, on: dayOf(index), street }, 'community.guesthall.opened', {
      hallId,
      name: `示例示范睦邻客堂间（第25${index + 1}号）`,
      villageId: data.villageId,
      kind: data.kind,
      demonstration: true,
    });
  });
}

/** Every open institution has a contract that outlives the plan; `more` are those a scenario opens. */
export function medicalContractsSigned(
  district: DistrictCode,
  more: readonly { readonly institutionId: string; readonly street: string }[],
): Draft[] {
  const open = openInstitutions(district).map(({ street, data }) => ({ ...data, street }));
  return [...open, ...more].map(({ street, institutionId }, index) => {
    const medicalUsci = buildUsci(`12${district}`, String(90_800 + index).padStart(8, '0'));
    return happened(
      { district, subject: `${institutionId}:${medicalUsci}`, on: '2025-06-16', hour: 15, street },
      'eldercare.medical.contract.signed',
      { institutionId, medicalUsci, kind: 'CONTRACTED' },
    );
  });
}

/** An adviser point at street level wherever none is open. */
export function adviserPointsOpened(district: DistrictCode): Draft[] {
  const open = stillOpen(
    district,
    'eldercare.adviserpoint.opened',
    'eldercare.adviserpoint.closed',
    'pointId',
  );
  const ofStreets = open.filter(({ data }) => data.level === 'STREET');
  return streetsWithout(district, ofStreets).map(({ code: street, name }, index) => {
    const pointId = `GW${district}-25${String(index + 1).padStart(2, '0')}`;
    return happened(
      { district, subject: pointId, on: dayOf(index * 6), street },
      'eldercare.adviserpoint.opened',
      { pointId, level: 'STREET', name: `示例${stemOf(name)}养老顾问点（25）` },
    );
  });
}

/** Streets that are not smart-health demonstration streets become such. */
export function smartStreetsDesignated(district: DistrictCode): Draft[] {
  const designated = standing(district, 'eldercare.street.designated')
    .map(({ data }) => data)
    .filter(({ kind }) => kind === 'SMART_HEALTH');
  return streetsWithout(district, designated).map(({ code: street }, index) =>
    happened(
      { district, subject: `${street}:SMART_HEALTH`, on: dayOf(index * 8), street },
      'eldercare.street.designated',
      { street, kind: 'SMART_HEALTH', basis: '示例命名通知' },
    ),
  );
}

/** Organisations still registered are rated 3A anew: ratings of the 2020 ledger have run out by 2025. */
export function organisationsRated(district: DistrictCode, count: number): Draft[] {
  const registered = stillOpen(district, 'socialorg.registered', 'socialorg.deregistered', 'usci').filter(
    ({ time }) => time < Date.parse('2018-01-01T00:00:00+08:00'),
  );
  return take(count, registered, 'organisations registered before 2018').map(({ street, data: { usci } }) =>
    happened({ district, subject: usci, on: '2023-06-15', hour: 13, street }, 'socialorg.rated', {
      usci,
      level: 'A3',
      score: 812,
      ratedOn: '2023-06-15',
      validTo: '2028-06-15',
    }),
  );
}

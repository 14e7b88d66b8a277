import { lastDayOfMonth } from '@minhai/domain';
import { apportion } from '../chance/apportion.js';
import type { Draft } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { dayOf, happened } from './happening.js';
import { standing } from './register.js';

const LAST_MONTH = '2025-12';
const LAST_DAY = lastDayOfMonth(LAST_MONTH);

/** Registered elderly at the end of the plan; the other denominators stay as published. */
export const populationPublished = (district: DistrictCode, value: number): Draft[] => [
  happened(
    { district, subject: `${district}:HUKOU_60P:${LAST_DAY}`, on: LAST_DAY },
    'ref.population.published',
    {
      region: district,
      measure: 'HUKOU_60P',
      value,
      asOf: LAST_DAY,
      source: '示例统计公报',
      synthetic: true,
    },
  ),
];

/** Households on 社区云 at the end of the plan, by 街镇. */
export function cloudReported(district: DistrictCode, households: number): Draft[] {
  const { streets } = DISTRICTS[district];
  const counts = apportion(
    households,
    streets.map(({ committees }) => committees),
  );
  return streets.map(({ code: street }, index) =>
    happened(
      { district, subject: `${street}:${LAST_MONTH}`, on: LAST_DAY, hour: 18, street },
      'community.cloud.household.reported',
      { region: street, period: LAST_MONTH, households: counts[index]!, persons: counts[index]! * 2 },
    ),
  );
}

export const milestonesCompleted = (
  district: DistrictCode,
  plan: string,
  milestones: readonly string[],
): Draft[] =>
  milestones.map((milestone, index) => {
    const completedOn = dayOf(index * 6 + 4);
    return happened(
      { district, subject: `${plan}:${milestone}`, on: completedOn },
      'plan.milestone.completed',
      {
        plan,
        milestone,
        completedOn,
        evidence: '示例验收文件',
      },
    );
  });

/** Every boundary of the fourth round is inspected again in the fifth. */
export const boundariesInspected = (district: DistrictCode): Draft[] =>
  standing(district, 'community.boundary.inspected').map(({ data }, index) =>
    happened(
      { district, subject: `${data.boundaryId}:5`, on: dayOf(index * 9) },
      'community.boundary.inspected',
      {
        ...data,
        round: 5,
        result: 'CONSISTENT',
      },
    ),
  );

export const childWardOpened = (district: DistrictCode, institutionId: string, street: string): Draft[] => [
  happened({ district, subject: institutionId, on: '2023-09-15', street }, 'child.ward.opened', {
    institutionId,
    beds: 20,
  }),
];

/** Ten burials in a zone opened in 2025, one of them in a large plot. */
export function burialsInNewZone(district: DistrictCode, street: string): Draft[] {
  const zone = { cemeteryId: `GM${district}-01`, zoneId: 'C25' };
  return [
    happened(
      { district, subject: `${zone.cemeteryId}:${zone.zoneId}`, on: '2025-03-17', hour: 8, street },
      'funeral.zone.opened',
      { ...zone, openedOn: '2025-03-17', plotsPlanned: 200, kind: 'COMMERCIAL' },
    ),
    ...Array.from({ length: 10 }, (_, index) => {
      const burialNo = `AZ${district}-01-C25-${String(index + 1).padStart(4, '0')}`;
      return happened(
        { district, subject: burialNo, on: '2025-10-15', hour: 9, street },
        'funeral.burial.completed',
        {
          burialNo,
          deceasedRef: `per_25${String(index).padStart(14, '0')}`,
          ...zone,
          plotAreaM2: index === 0 ? '0.80' : '0.60',
          form: 'EARTH',
        },
      );
    }),
  ];
}

/** Registration files checked in 2025, all in order. */
export const filesChecked = (district: DistrictCode, count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => {
    const fileNo = `DA${district}-2025-${String(index + 1).padStart(4, '0')}`;
    return happened({ district, subject: fileNo, on: '2025-11-14' }, 'marriage.quality.checked', {
      fileNo,
      officeRegion: district,
      passed: true,
      defects: [],
    });
  });

/** Everybody with a severe disability and without work who wants to be cared for is. */
export const severelyDisabledInCare = (district: DistrictCode, persons: number): Draft[] =>
  ['severe-disabled-in-care', 'severe-disabled-wanting-care'].map((indicator) =>
    happened(
      { district, subject: `${district}:${indicator}:2025`, on: LAST_DAY, hour: 18 },
      'stat.value.reported',
      {
        region: district,
        indicator,
        period: '2025',
        value: String(persons),
        unit: 'PERSON',
        reporter: '示例处',
      },
    ),
  );

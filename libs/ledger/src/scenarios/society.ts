import type { AssistiveProjectKind, StatUnit } from '@minhai/schemas';
import type { Draft } from '../posting/cloud-event.js';
import type { DistrictCode } from '../reference/districts.js';
import { dayOf, happened } from './happening.js';
import { personOf } from './people.js';
import { stillOpen, streetsWithout } from './register.js';

const LAST_DAY = '2025-12-31';

/** A comprehensive facility in every 街镇 that has none. */
export function complexesOpened(district: DistrictCode): Draft[] {
  const open = stillOpen(district, 'community.facility.opened', 'community.facility.closed', 'facilityId');
  const comprehensive = open.filter(({ data }) => data.kind === 'COMPREHENSIVE');
  return streetsWithout(district, comprehensive).map(({ code: street }, index) => {
    const facilityId = `ZH${district}-25${String(index + 1).padStart(2, '0')}`;
    return happened(
      { district, subject: facilityId, on: dayOf(index * 7), street },
      'community.facility.opened',
      {
        facilityId,
        name: `示例社区综合服务设施（2025第${index + 1}号）`,
        kind: 'COMPREHENSIVE',
        floorAreaM2: '1200.00',
      },
    );
  });
}

/** Projects of the assistive-device industry; parks lie with the neighbours. */
export const projectsRegistered = (
  district: DistrictCode,
  kinds: readonly (readonly [AssistiveProjectKind, number])[],
): Draft[] =>
  kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => {
      const projectId = `FX${district}-${kind.replaceAll('_', '-')}-${index + 1}`;
      return happened(
        { district, subject: projectId, on: dayOf(index * 10) },
        'assistive.project.registered',
        {
          projectId,
          name: `示例辅具项目（${kind}第${index + 1}号）`,
          kind,
          siteRegion: kind === 'INDUSTRY_PARK' && index > 0 ? '330421' : district,
        },
      );
    }),
  );

export const consultantsCertified = (district: DistrictCode, count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => {
    const certNo = `ZX${district}-${String(index + 1).padStart(4, '0')}`;
    const personRef = personOf(certNo);
    return happened({ district, subject: personRef, on: dayOf(index) }, 'assistive.consultant.certified', {
      personRef,
      certNo,
      level: 'JUNIOR',
    });
  });

/** What is reported for 2025: [indicator, value, unit]. */
export const valuesReported = (
  district: DistrictCode,
  values: readonly (readonly [indicator: string, value: string, unit: StatUnit])[],
): Draft[] =>
  values.map(([indicator, value, unit]) =>
    happened({ district, subject: `${district}:${indicator}:2025`, on: LAST_DAY }, 'stat.value.reported', {
      region: district,
      indicator,
      period: '2025',
      value,
      unit,
      reporter: '示例区民政局',
    }),
  );

export const satisfactionPublished = (district: DistrictCode, valid: number, satisfied: number): Draft[] => [
  happened(
    { district, subject: `SV-ELDERCARE-SERVICE:2025:${district}`, on: '2025-11-28' },
    'survey.result.published',
    {
      survey: 'SV-ELDERCARE-SERVICE',
      round: '2025',
      region: district,
      sample: valid,
      valid,
      satisfied,
      veryDissatisfied: 0,
      method: 'MIXED',
    },
  ),
];

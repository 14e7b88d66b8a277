import { type BusinessDay, formatMarriageWordNumber } from '@minhai/domain';
import { digestOf } from '../chance/seeded.js';
import { RUN_OUT_REGISTRAR } from '../marriage/registers.js';
import { registrarNoOf } from '../marriage/registrars.js';
import type { Draft } from '../posting/cloud-event.js';
import { type DistrictCode, stemOf, streetNameOf } from '../reference/districts.js';
import { happened } from './happening.js';

const VISITED_ON: BusinessDay = '2025-09-09';

/** Every registrar in office, the one whose certificate had run out too, for the rest of the plan. */
export const registrarsCertified = (officeRegion: DistrictCode): Draft[] =>
  Array.from({ length: RUN_OUT_REGISTRAR }, (_, index) => {
    const registrarNo = registrarNoOf(officeRegion, index + 1);
    return happened(
      { district: officeRegion, subject: registrarNo, on: '2022-12-15' },
      'marriage.registrar.certified',
      { registrarNo, officeRegion, certNo: `ZS${registrarNo}-2022`, validTo: '2027-12-14' },
    );
  });

/** The marriages of 2025, all of them booked before. */
export const marriedByAppointment = (district: DistrictCode, count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => {
    const certWordNo = formatMarriageWordNumber({
      prefix: 'J',
      office: district,
      year: 2025,
      sequence: index + 1,
    });
    const appointmentNo = `YY${district}-2025-${String(index + 1).padStart(4, '0')}`;
    const personOf = (part: string): string =>
      `per_${digestOf(`person|${certWordNo}|${part}`).toString('hex', 0, 8)}`;
    const visit = { district, subject: appointmentNo, on: VISITED_ON };
    return [
      happened({ ...visit, on: '2025-09-01', hour: 20 }, 'marriage.appointment.booked', {
        appointmentNo,
        officeRegion: district,
        slotOn: VISITED_ON,
        slotMinute: 600,
        kind: 'MARRIAGE',
      }),
      happened(visit, 'marriage.appointment.attended', { appointmentNo, officeRegion: district, certWordNo }),
      happened({ ...visit, subject: certWordNo }, 'marriage.registered', {
        certWordNo,
        partyA: personOf('A'),
        partyB: personOf('B'),
        hukouRegionA: district,
        hukouRegionB: '340104',
        officeRegion: district,
        registrarNo: registrarNoOf(district, 1),
        kind: 'MARRIAGE',
        foreign: false,
      }),
    ];
  }).flat();

/** The last town without a public columbarium gets one. */
export function columbariumOpened(district: DistrictCode, street: string): Draft {
  const facilityId = `BZ${district}-25`;
  return happened({ district, subject: facilityId, on: '2022-04-01', street }, 'funeral.facility.opened', {
    facilityId,
    name: `示例${stemOf(streetNameOf(district, street))}骨灰堂`,
    kind: 'PUBLIC_COLUMBARIUM',
  });
}

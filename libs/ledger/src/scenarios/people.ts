import { addDays, type BusinessDay } from '@minhai/domain';
import { digestOf } from '../chance/seeded.js';
import type { Draft, TypeName } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { dayOf, happened } from './happening.js';
import { type Standing, standing, take } from './register.js';

const LAST_DAY: BusinessDay = '2030-12-31';

/** A person nobody of the ledger is, the same for the same name. */
export const personOf = (name: string): string => `per_${digestOf(`scenario|${name}`).toString('hex', 0, 8)}`;
const streetOf = (district: DistrictCode, index: number): string => {
  const { streets } = DISTRICTS[district];
  return streets[index % streets.length]!.code;
};

/** Those whose key is in none of the other registers. */
function without<T extends TypeName>(
  register: readonly Standing<T>[],
  keyOf: (entry: Standing<T>) => string,
  others: readonly string[],
): Standing<T>[] {
  const excluded = new Set(others);
  return [...new Map(register.map((entry) => [keyOf(entry), entry])).values()].filter(
    (entry) => !excluded.has(keyOf(entry)),
  );
}

/** Carers in post without any certificate get one that outlives the plan. */
export function carersCertified(district: DistrictCode, count: number): Draft[] {
  const persons = without(
    standing(district, 'eldercare.carer.registered'),
    ({ data }) => data.personRef,
    [...standing(district, 'eldercare.carer.left'), ...standing(district, 'eldercare.carer.certified')].map(
      ({ data }) => data.personRef,
    ),
  );
  return take(count, persons, 'carers without a certificate').map(({ street, data }, index) => {
    const certNo = `ZS2025-${data.carerId}`;
    const on = dayOf(index);
    return happened(
      { district, subject: `${data.personRef}:${certNo}`, on, street },
      'eldercare.carer.certified',
      {
        personRef: data.personRef,
        certNo,
        level: 'LEVEL_5',
        issuer: '示例职业技能评价中心',
        issuedOn: on,
        validTo: LAST_DAY,
      },
    );
  });
}

/** New carers of 2025, trained before their first day and certified. */
export function carersHired(district: DistrictCode, count: number): Draft[] {
  const employers = standing(district, 'eldercare.institution.opened');
  return Array.from({ length: count }, (_, index) => {
    const { street, data } = employers[index]!;
    const carerId = `HL${district}-25${String(index).padStart(2, '0')}`;
    const personRef = personOf(carerId);
    const hiredOn: BusinessDay = '2025-09-01';
    const trainedOn = addDays(hiredOn, -10);
    return [
      happened(
        { district, subject: `${carerId}:GQPX-2025`, on: trainedOn, hour: 16, street },
        'eldercare.carer.trained',
        { carerId, course: 'GQPX-2025', hours: 40, preJob: true, completedOn: trainedOn },
      ),
      happened({ district, subject: carerId, on: hiredOn, hour: 8, street }, 'eldercare.carer.registered', {
        carerId,
        personRef,
        employerKind: 'INSTITUTION',
        employerId: data.institutionId,
        hiredOn,
      }),
    ];
  }).flat();
}

/** Community workers in post without a certificate. */
export function communityWorkersCertified(district: DistrictCode, count: number): Draft[] {
  const workers = without(
    standing(district, 'community.worker.hired'),
    ({ data }) => data.workerId,
    [...standing(district, 'community.worker.left'), ...standing(district, 'community.worker.certified')].map(
      ({ data }) => data.workerId,
    ),
  );
  return take(count, workers, 'community workers without a certificate').map(({ street, data }, index) =>
    happened({ district, subject: data.workerId, on: dayOf(index), street }, 'community.worker.certified', {
      workerId: data.workerId,
      personRef: data.personRef,
      level: 'ASSISTANT',
      certNo: `SG2025-${data.workerId}`,
    }),
  );
}

export const childWorkersCertified = (district: DistrictCode, count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => {
    const certNo = `SW-2025-${district}-${String(index + 1).padStart(3, '0')}`;
    const personRef = personOf(certNo);
    const street = streetOf(district, index);
    return happened(
      { district, subject: `${personRef}:${certNo}`, on: dayOf(index * 4), street },
      'child.welfare.worker.certified',
      { personRef, certNo, level: 'ASSISTANT', post: 'DIRECTOR' },
    );
  });

export const socialWorkersCertified = (district: DistrictCode, count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => {
    const certNo = `SGS2025-${district}-${String(index + 1).padStart(4, '0')}`;
    const personRef = personOf(certNo);
    const street = streetOf(district, index);
    return happened(
      { district, subject: `${personRef}:${certNo}`, on: dayOf(index), street },
      'community.socialworker.certified',
      { personRef, certNo, level: 'ASSISTANT', relatedCertificate: false },
    );
  });

/** One event a person: there is no report of passports by number. */
export const passportsIssued = (district: DistrictCode, count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => {
    const passportNo = `GYHZ${district}-9${String(index).padStart(5, '0')}-1`;
    const on = dayOf(index);
    return happened(
      { district, subject: passportNo, on, hour: 9 + (index % 8), street: streetOf(district, index) },
      'volunteer.passport.issued',
      { passportNo, personRef: personOf(passportNo), issuedOn: on },
    );
  });

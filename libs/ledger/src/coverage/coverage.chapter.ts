import { buildUsci } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import type { Draft } from '../posting/cloud-event.js';
import { type Circumstances, draftOf } from '../posting/draft.js';
import { DISTRICTS, type DistrictCode, stemOf, streetNameOf } from '../reference/districts.js';
import { type AdviserPoint, adviserPointsOf } from './adviser-points.js';
import { type Designation, designationsOf } from './designations.js';
import { type MedicalContract, medicalContractsOf } from './medical-contracts.js';

/** Synthetic organisation bodies of health centres start here, one a street. */
const FIRST_HEALTH_CENTRE = 60_001;

/** What elder care covers street by street and house by house: titles, adviser points, medical contracts. */
export const coverageChapter = (district: DistrictCode): Chapter =>
  join([
    ...designationsOf(district).map((designation) =>
      entry(designationDraft(district, designation), designation.trap),
    ),
    ...adviserPointsOf(district).map((point, index) => adviserChapter(district, point, index + 1)),
    ...medicalContractsOf(district).map((contract) => contractChapter(district, contract)),
  ]);

const designationDraft = (district: DistrictCode, { street, kind, on }: Designation): Draft =>
  draftOf(
    { district, street, subject: `${street}:${kind}`, time: at(on, 9) },
    'eldercare.street.designated',
    {
      street,
      kind,
      basis: '示例命名通知',
    },
  );

function adviserChapter(district: DistrictCode, point: AdviserPoint, number: number): Chapter {
  const { street, opened, closed, institutionId, trap } = point;
  const pointId = `GW${district}-${String(number).padStart(2, '0')}`;
  const level = institutionId === null ? 'STREET' : 'INSTITUTION';
  const on = (time: number): Circumstances => ({ district, street, subject: pointId, time });
  const opening = draftOf(on(at(opened, 9)), 'eldercare.adviserpoint.opened', {
    pointId,
    level,
    name: `示例${stemOf(streetNameOf(district, street))}养老顾问点`,
    institutionId: institutionId ?? undefined,
  });
  if (!closed) return entry(opening, trap);
  const closing = draftOf(on(at(closed, 17)), 'eldercare.adviserpoint.closed', {
    pointId,
    level,
    reason: 'PREMISES_ENDED',
  });
  return join([chapterOf([opening]), entry(closing, trap)]);
}

function contractChapter(district: DistrictCode, contract: MedicalContract): Chapter {
  const { institutionId, street, within, signed, validTo, ended, trap } = contract;
  const body = FIRST_HEALTH_CENTRE + DISTRICTS[district].streets.findIndex(({ code }) => code === street);
  const medicalUsci = buildUsci(`12${district}`, String(body).padStart(8, '0'));
  const on = (time: number): Circumstances => ({
    district,
    street,
    subject: `${institutionId}:${medicalUsci}`,
    time,
  });
  const signing = draftOf(on(at(signed, 15)), 'eldercare.medical.contract.signed', {
    institutionId,
    medicalUsci,
    kind: within ? 'INTERNAL' : 'CONTRACTED',
    validTo,
  });
  const ending = ended && [
    draftOf(on(at(ended, 17)), 'eldercare.medical.contract.ended', {
      institutionId,
      medicalUsci,
      reason: 'PARTY_CLOSED',
    }),
  ];
  return join([entry(signing, trap), chapterOf(ending ? ending : [])]);
}

import { buildUsci } from '@minhai/domain';
import type { BedType } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { institutionIdOf } from '../eldercare/institution.js';
import type { Draft, Payload } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode, stemOf } from '../reference/districts.js';
import { type Happening, dayOf, happened } from './happening.js';
import type { Goals } from './goals.js';
import { standing } from './register.js';

/** Institutions of a scenario are numbered from here. */
export const FIRST_NUMBER = 901;

type BedChange = Payload<'eldercare.bed.changed'>;

const bedDraft = (where: Omit<Happening, 'subject'>, data: BedChange): Draft =>
  happened({ ...where, subject: `${data.institutionId}:${data.bedType}` }, 'eldercare.bed.changed', data);

/** New nursing-type beds, part of them with dementia care. */
export function newInstitutions(
  district: DistrictCode,
  { newInstitutions: { count, beds }, dementiaBeds }: Goals,
): Draft[] {
  const { streets, shortName } = DISTRICTS[district];
  const even = Array<number>(count).fill(1);
  const dementia = apportion(dementiaBeds, even);
  return apportion(beds, even).flatMap((nursing, index) => {
    const { code: street, name } = streets[index % streets.length]!;
    const institutionId = institutionIdOf(district, FIRST_NUMBER + index);
    const on = dayOf(index * 7);
    const opened = { institutionId, bedScope: 'INSTITUTION' as const, dementiaStandardised: false };
    return [
      happened({ district, subject: institutionId, on, hour: 8, street }, 'eldercare.institution.opened', {
        institutionId,
        name: `示例${shortName}${stemOf(name)}新建第${index + 1}养护院`,
        usci: buildUsci(`52${district}`, String(90_001 + FIRST_NUMBER + index).padStart(8, '0')),
        legalForm: 'PRIVATE_NON_ENTERPRISE',
        operationMode: 'PUBLIC_PRIVATE',
        scope: 'INSTITUTION',
        openedOn: on,
        recordNo: `BA${district}-${on.slice(0, 4)}-${FIRST_NUMBER + index}`,
        hasNursingHospital: false,
      }),
      bedDraft(
        { district, on, street },
        { ...opened, bedType: 'NURSING', delta: nursing, after: nursing, reason: 'NEW_BUILD' },
      ),
      bedDraft(
        { district, on, hour: 11, street },
        {
          ...opened,
          bedType: 'DEMENTIA',
          delta: dementia[index]!,
          after: dementia[index]!,
          reason: 'NEW_BUILD',
          dementiaStandardised: true,
        },
      ),
    ];
  });
}

interface Stock {
  readonly institutionId: string;
  readonly street: string;
  readonly scope: BedChange['bedScope'];
  readonly beds: Readonly<Record<'GENERAL' | 'NURSING', number>>;
}

/** What open institutions declared last, the largest stock of general beds first. */
function generalStocks(district: DistrictCode): Stock[] {
  const closed = new Set(
    standing(district, 'eldercare.institution.closed').map(({ data }) => data.institutionId),
  );
  // Beds that somebody lies in are not converted.
  const taken = new Set(
    standing(district, 'eldercare.resident.admitted').map(({ data }) => data.institutionId),
  );
  const last = new Map<string, { street: string; data: BedChange }>();
  for (const change of standing(district, 'eldercare.bed.changed'))
    last.set(`${change.data.institutionId}:${change.data.bedType}`, change);
  const after = (institutionId: string, type: BedType): number =>
    last.get(`${institutionId}:${type}`)?.data.after ?? 0;
  return [...last.values()]
    .filter(({ data }) => data.bedType === 'GENERAL' && data.bedScope !== 'HOME')
    .filter(({ data }) => !closed.has(data.institutionId) && !taken.has(data.institutionId))
    .map(({ street, data: { institutionId, bedScope } }) => ({
      institutionId,
      street,
      scope: bedScope,
      beds: { GENERAL: after(institutionId, 'GENERAL'), NURSING: after(institutionId, 'NURSING') },
    }))
    .sort((a, b) => b.beds.GENERAL - a.beds.GENERAL || (a.institutionId < b.institutionId ? -1 : 1));
}

/** General beds become nursing-type beds: two halves under one transfer, institution by institution. */
export function conversions(district: DistrictCode, { conversions: wanted }: Goals): Draft[] {
  let missing = wanted;
  const drafts = generalStocks(district).flatMap(({ institutionId, street, scope, beds }, index) => {
    const count = Math.min(missing, beds.GENERAL);
    missing -= count;
    if (count === 0) return [];
    const half = (bedType: 'GENERAL' | 'NURSING', delta: number): Draft =>
      bedDraft(
        { district, on: dayOf(index * 3 + 1), street },
        {
          institutionId,
          bedType,
          bedScope: scope,
          delta,
          after: beds[bedType] + delta,
          reason: 'CONVERSION',
          dementiaStandardised: false,
          transferId: `ZX2025-${institutionId}`,
        },
      );
    return [half('GENERAL', -count), half('NURSING', count)];
  });
  if (missing > 0) throw new RangeError(`the ledger lacks ${missing} general beds to convert`);
  return drafts;
}

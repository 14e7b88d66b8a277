import { buildUsci, type BusinessDay } from '@minhai/domain';
import type { InstitutionLegalForm } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join, type TrapNote } from '../posting/chapter.js';
import { type Draft, type Payload, registrationAfter } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import type { Mishap } from '../posting/mishaps.js';
import { DISTRICTS, type DistrictCode, stemOf, streetNameOf } from '../reference/districts.js';
import { CHAIN_TRAPS } from './chains.js';
import {
  type BedMishap,
  type BedTrap,
  type Institution,
  institutionIdOf,
  type Movement,
} from './institution.js';
import { institutionsOf } from './ordinary-institutions.js';

const USCI_CATEGORY: Readonly<Record<InstitutionLegalForm, string>> = {
  PUBLIC: '12',
  PRIVATE_NON_ENTERPRISE: '52',
  ENTERPRISE: '91',
};
/** Synthetic organisation bodies of institutions start here; those of social organisations at 1. */
const FIRST_BODY = 90_001;
const NUMERALS = '一二三四五六七八九十';

/** An institution with what its number in the district decides. */
interface Registered {
  readonly district: DistrictCode;
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly institution: Institution;
}

/** Institutions and their beds. */
export function eldercareChapter(district: DistrictCode): Chapter {
  const perStreet = new Map<string, number>();
  return join(
    institutionsOf(district).map((institution, index) => {
      const ordinal = (perStreet.get(institution.street) ?? 0) + 1;
      perStreet.set(institution.street, ordinal);
      const number = index + 1;
      const id = institutionIdOf(district, number);
      return institutionChapter({
        district,
        number,
        id,
        name: nameOf(district, institution, ordinal),
        institution,
      });
    }),
  );
}

function nameOf(district: DistrictCode, { street, scope, homeBeds }: Institution, ordinal: number): string {
  const place = `${DISTRICTS[district].shortName}${stemOf(streetNameOf(district, street))}`;
  const counted = ordinal <= 10 ? NUMERALS[ordinal - 1]! : `十${NUMERALS[ordinal - 11]!}`;
  if (homeBeds) return `示例${place}家庭照护服务站`;
  if (scope === 'CARE_HOME') return `示例${place}长者照护之家`;
  return scope === 'NURSING_HOSPITAL' ? `示例${place}护理院` : `示例${place}第${counted}养护院`;
}

const institutionChapter = (registered: Registered): Chapter =>
  join([
    entry(openedDraft(registered), chainTrap(registered)),
    chapterOf(closedDraft(registered)),
    relocation(registered),
    ...bedEntries(registered),
  ]);

type InstitutionEvent =
  'eldercare.institution.opened' | 'eldercare.institution.changed' | 'eldercare.institution.closed';

const institutionDraft = <T extends InstitutionEvent>(
  { district, id, institution: { street, chainBrand } }: Registered,
  type: T,
  time: number,
  data: Payload<T>,
): Draft<T> => ({
  ...draftOf({ district, subject: id, time, street }, type, data),
  // Only the second version can name a chain.
  version: chainBrand ? 2 : undefined,
});

function openedDraft(registered: Registered): Draft {
  const { district, number, id, name, institution } = registered;
  const { opened, legalForm, mode, scope, relocated, hasNursingHospital, chainBrand } = institution;
  const year = opened.slice(0, 4);
  const draft = institutionDraft(registered, 'eldercare.institution.opened', at(opened, 8, 30), {
    institutionId: id,
    name,
    usci: buildUsci(USCI_CATEGORY[legalForm] + district, String(FIRST_BODY + number).padStart(8, '0')),
    legalForm,
    operationMode: mode,
    scope,
    openedOn: opened,
    recordNo: year >= '2019' ? `BA${district}-${year}-${String(number).padStart(3, '0')}` : undefined,
    hasNursingHospital: hasNursingHospital ?? false,
    ...(chainBrand && { chainBrand }),
  });
  return { ...draft, street: relocated?.from ?? institution.street };
}

const chainTrap = ({ institution: { chainBrand, street } }: Registered): TrapNote | undefined =>
  chainBrand ? CHAIN_TRAPS[`${chainBrand}|${street}`] : undefined;

function closedDraft(registered: Registered): Draft[] {
  const { closed, chainBrand } = registered.institution;
  if (!closed) return [];
  const data = {
    institutionId: registered.id,
    reason: '租赁合同到期，停止服务',
    ...(chainBrand && { chainBrand }),
  };
  return [institutionDraft(registered, 'eldercare.institution.closed', at(closed, 17), data)];
}

/** The street of the envelope is the new one. */
function relocation(registered: Registered): Chapter {
  const { relocated } = registered.institution;
  if (!relocated) return chapterOf([]);
  const data = { institutionId: registered.id, reason: 'RELOCATED' } as const;
  const draft = institutionDraft(registered, 'eldercare.institution.changed', at(relocated.on, 8, 30), data);
  return entry(draft, noteOf(relocated.trap, 0));
}

/** `after` follows the effective history: an ineffective movement states what it would have made of the stock. */
function bedEntries(registered: Registered): Chapter[] {
  const stock = new Map<string, number>();
  return registered.institution.movements.map((movement) => {
    const before = stock.get(movement.bedType) ?? 0;
    if (!movement.ineffective) stock.set(movement.bedType, before + movement.delta);
    return entry(bedDraft(registered, movement, before), movement.trap && noteOf(movement.trap, before));
  });
}

/** What an institution reports of one day is registered together: beds after their opening, halves at one moment. */
function bedDraft(
  { district, id, institution }: Registered,
  movement: Movement,
  before: number,
): Draft<'eldercare.bed.changed'> {
  const { bedType, delta, reason, transfer, atMidnightUtc } = movement;
  const time = atMidnightUtc ? at(movement.on, 0) : at(movement.on, reason === 'CLOSURE' ? 16 : 9);
  const street = streetOn(institution, movement.on);
  const circumstances = { district, subject: `${id}:${bedType}`, time, street, utc: atMidnightUtc };
  const draft = draftOf(circumstances, 'eldercare.bed.changed', {
    institutionId: id,
    bedType,
    bedScope: institution.homeBeds ? 'HOME' : institution.scope,
    delta,
    after: before + delta,
    reason,
    dementiaStandardised: bedType === 'DEMENTIA',
    transferId: transfer,
  });
  return { ...draft, mark: `${movement.on}|${reason}|${delta}`, recorded: registrationAfter(time, id) };
}

const streetOn = ({ street, relocated }: Institution, day: BusinessDay): string =>
  relocated && day < relocated.on ? relocated.from : street;

const noteOf = ({ name, expectation, mishap }: BedTrap, before: number): TrapNote => ({
  name,
  expectation,
  mishap: mishap && mishapOf(mishap, before),
});

/** Turns "reported as +80" into the payload that said so. */
function mishapOf(mishap: BedMishap, before: number): Mishap {
  const counting = (delta: number): object => ({ delta, after: before + delta });
  switch (mishap.kind) {
    case 'corrected':
      return {
        kind: 'corrected',
        correctedOn: mishap.correctedOn,
        ...(mishap.firstDelta !== undefined && { first: counting(mishap.firstDelta) }),
        ...(mishap.firstOn && { firstTime: at(mishap.firstOn, 9) }),
      };
    case 'correction-voided':
      return { ...mishap, wrong: counting(mishap.wrongDelta) };
    default:
      return mishap;
  }
}

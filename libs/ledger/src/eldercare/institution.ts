import type { BusinessDay } from '@minhai/domain';
import type {
  BedChange,
  BedType,
  InstitutionLegalForm,
  InstitutionOperationMode,
  InstitutionScope,
  VoidReason,
} from '@minhai/schemas';
import type { DistrictCode } from '../reference/districts.js';

/** What went wrong with a bed record, in the terms of beds. */
export type BedMishap =
  | { readonly kind: 'delivered-twice'; readonly again: BusinessDay }
  | { readonly kind: 'recorded-late'; readonly recordedOn: BusinessDay }
  | {
      readonly kind: 'corrected';
      readonly firstDelta?: number;
      readonly firstOn?: BusinessDay;
      readonly correctedOn: BusinessDay;
    }
  | {
      readonly kind: 'correction-voided';
      readonly wrongDelta: number;
      readonly correctedOn: BusinessDay;
      readonly voidedOn: BusinessDay;
    }
  | {
      readonly kind: 'voided';
      readonly voidedOn: BusinessDay;
      readonly because: VoidReason;
      readonly voidArrivesFirst?: boolean;
    };

export interface BedTrap {
  readonly name: string;
  readonly expectation: string;
  readonly mishap?: BedMishap;
}

/** A change of beds as it truly took effect. Types of one institution are separate running stocks. */
export interface Movement {
  readonly on: BusinessDay;
  readonly bedType: BedType;
  readonly delta: number;
  readonly reason: BedChange;
  /** Joins the two halves of a conversion. */
  readonly transfer?: string;
  /** Posted, but without effect: voided, or half of a conversion whose other half never came. */
  readonly ineffective?: true;
  /** At 00:00 Shanghai, written as 16:00Z of the day before. */
  readonly atMidnightUtc?: true;
  readonly trap?: BedTrap;
}

/** An invented institution and all that happened to its beds. */
export interface Institution {
  readonly street: string;
  readonly scope: InstitutionScope;
  readonly legalForm: InstitutionLegalForm;
  readonly mode: InstitutionOperationMode;
  readonly opened: BusinessDay;
  readonly closed?: BusinessDay;
  /** Beds at home under contract: kept in the books, outside every total. */
  readonly homeBeds?: true;
  readonly hasNursingHospital?: true;
  /** Of a chain, in version 2 of the contract. */
  readonly chainBrand?: string;
  /** Moves with its beds; `street` is where it stands at the end. */
  readonly relocated?: { readonly on: BusinessDay; readonly from: string; readonly trap: BedTrap };
  readonly movements: readonly Movement[];
}

/** As every event names it: `YL310105-007`; numbers follow the list of institutions of the district, from 1. */
export const institutionIdOf = (district: DistrictCode, number: number): string =>
  `YL${district}-${String(number).padStart(3, '0')}`;

/** What an institution that needs a line of its own leaves to say. */
export type DeclaredInstitution = Pick<Institution, 'street' | 'opened' | 'movements'> & Partial<Institution>;

export const declared = (institution: DeclaredInstitution): Institution => ({
  scope: 'INSTITUTION',
  legalForm: 'PRIVATE_NON_ENTERPRISE',
  mode: 'PUBLIC_PRIVATE',
  ...institution,
});

/** The two movements that open an institution. */
export const opening = (on: BusinessDay, reason: BedChange, general: number, nursing: number): Movement[] => [
  { on, bedType: 'GENERAL', delta: general, reason },
  { on, bedType: 'NURSING', delta: nursing, reason },
];

/** General beds become nursing beds: two halves that sum to zero. */
export const conversion = (on: BusinessDay, beds: number, transfer: string, trap?: BedTrap): Movement[] => [
  { on, bedType: 'GENERAL', delta: -beds, reason: 'CONVERSION', transfer, ...(trap && { trap }) },
  { on, bedType: 'NURSING', delta: beds, reason: 'CONVERSION', transfer, ...(trap && { trap }) },
];

/** A 长者照护之家: 10 to 49 beds. */
export const careHome = (
  street: string,
  opened: BusinessDay,
  general: number,
  nursing: number,
): Institution =>
  declared({
    street,
    opened,
    scope: 'CARE_HOME',
    movements: opening(opened, opened < '2016-01-01' ? 'OPENING' : 'REBUILD', general, nursing),
  });

/** Beds of a type at the end, counting what took effect by then. */
export const bedsAtEnd = (institution: Institution, bedType: BedType, end: BusinessDay): number =>
  institution.homeBeds
    ? 0
    : institution.movements
        .filter((movement) => movement.bedType === bedType && !movement.ineffective && movement.on <= end)
        .reduce((total, movement) => total + movement.delta, 0);

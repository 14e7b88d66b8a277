import { MEDICAL_RELIEF_2020, type MedicalRelief } from './assistance/medical-relief.js';
import { latePersonTimes, PERSON_TIMES_2016_TO_2020 } from './assistance/person-times.js';
import { LATE_DONATION_FEN, PUBLISHED_DONATIONS_FEN } from './charity/donations.js';
import { PUBLISHED_SITES } from './charity/sites.js';
import { BURIALS_2020 } from './funeral/zones.js';
import type { DistrictCode } from './reference/districts.js';
import { RESCUES_2016_TO_2020 } from './rescue/rescue.chapter.js';
import { PUBLISHED_DISTINCTIONS } from './socialorg/distinctions.js';
import { PASSPORT_HOLDERS } from './volunteers/volunteers.chapter.js';

/** Charity, volunteers, burials, rescue and relief; nothing where the district's plan has no such figure. */
export interface PublicGood {
  readonly charityShops: number;
  readonly bases: number;
  readonly basesEver: number;
  readonly donationsFenIn2020: number;
  readonly passportHolders: number;
  /** In 2020. */
  readonly burials: { readonly all: number; readonly inNewZones: number; readonly smallInNewZones: number };
  readonly rescues2016To2020: number;
  readonly personTimes2016To2020: number;
  /** Of 低保 and 特困 in 2020. */
  readonly medicalRelief: MedicalRelief;
  readonly partyPoints: number;
  readonly decoupled: number;
}

/** Bases revoked in December 2020 of which one knew only in February 2021. */
const LATE_REVOCATIONS = 1;

export function publicGoodOf(district: DistrictCode): PublicGood {
  const { shop, base } = PUBLISHED_SITES[district];
  return {
    charityShops: shop.standing,
    bases: base.standing,
    basesEver: base.standing + base.gone,
    donationsFenIn2020: PUBLISHED_DONATIONS_FEN[district],
    passportHolders: PASSPORT_HOLDERS[district],
    burials: district === '310118' ? BURIALS_2020 : { all: 0, inNewZones: 0, smallInNewZones: 0 },
    rescues2016To2020: RESCUES_2016_TO_2020[district],
    personTimes2016To2020: PERSON_TIMES_2016_TO_2020[district],
    medicalRelief: MEDICAL_RELIEF_2020[district],
    ...PUBLISHED_DISTINCTIONS[district],
  };
}

/** What of it was another figure on 2021-01-15. */
export const publicGoodOn15January = (district: DistrictCode) => ({
  publicGoodBases: PUBLISHED_SITES[district].base.standing + LATE_REVOCATIONS,
  donationsFenIn2020:
    PUBLISHED_DONATIONS_FEN[district] - (PUBLISHED_DONATIONS_FEN[district] === 0 ? 0 : LATE_DONATION_FEN),
  personTimes2016To2020: PERSON_TIMES_2016_TO_2020[district] - latePersonTimes(district),
});

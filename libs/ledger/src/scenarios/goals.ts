import type { DistrictCode } from '../reference/districts.js';

/** What is added from 2021 to 2025, on top of the 2020 ledger, so that each target is reached and no more. */
export interface Goals {
  /** Registered elderly at the end of 2025: what the beds are a share of. */
  readonly hukou60Plus: number;
  /** New institutions, all of their beds nursing-type; `beds` is their sum. */
  readonly newInstitutions: { readonly count: number; readonly beds: number };
  /** General beds that become nursing-type beds. */
  readonly conversions: number;
  /** Nursing-type beds of the new institutions with dementia care. */
  readonly dementiaBeds: number;
  readonly carersCertified: number;
  readonly cloudHouseholds: number;
}

export const GOALS: Readonly<Record<DistrictCode, Goals>> = {
  '310105': {
    hukou60Plus: 247_233,
    newInstitutions: { count: 8, beds: 830 },
    conversions: 1_388,
    dementiaBeds: 240,
    carersCertified: 92,
    cloudHouseholds: 140_000,
  },
  '310118': {
    hukou60Plus: 271_428,
    newInstitutions: { count: 12, beds: 1_202 },
    conversions: 2_408,
    dementiaBeds: 588,
    carersCertified: 111,
    cloudHouseholds: 259_638,
  },
};

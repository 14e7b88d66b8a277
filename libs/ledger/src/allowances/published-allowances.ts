import { type BusinessMonth, monthsBetween } from '@minhai/domain';
import type { AllowanceAgeBand } from '@minhai/schemas';
import type { DistrictCode } from '../reference/districts.js';

/** What an age band was paid over the whole period. */
export interface Band {
  readonly ageBand: AllowanceAgeBand;
  /** A month, for one person: sample values. */
  readonly rateFen: number;
  /** Months paid, over all persons. */
  readonly personMonths: number;
  /** Too few persons of a street to be told by street. */
  readonly ofDistrict?: true;
}

/** The allowance began in May 2016. */
export const ALLOWANCE_MONTHS: readonly BusinessMonth[] = monthsBetween('2016-05', '2020-12');

/** 长宁: 11.12 亿元 = 1 112 000 000 yuan = 111 200 000 000 fen over 2016–2020. 青浦's plan names no figure. */
export const ALLOWANCE_BANDS: Readonly<Record<DistrictCode, readonly Band[]>> = {
  '310105': [
    { ageBand: 'AGE_65_69', rateFen: 7_500, personMonths: 2_827_738 },
    { ageBand: 'AGE_70_79', rateFen: 15_000, personMonths: 3_360_000 },
    { ageBand: 'AGE_80_89', rateFen: 18_000, personMonths: 1_400_000 },
    { ageBand: 'AGE_90_99', rateFen: 35_000, personMonths: 391_999, ofDistrict: true },
    { ageBand: 'AGE_100_UP', rateFen: 60_000, personMonths: 11_200, ofDistrict: true },
  ],
  '310118': [],
};

/** First reported with this many persons too many, corrected in February 2021. */
export const OVERSTATED = {
  ageBand: 'AGE_80_89',
  region: '310105102',
  period: '2020-12',
  persons: 100,
} as const;

export interface PublishedAllowances {
  readonly fen2016To2020: number;
  readonly knownOn15January: { readonly fen2016To2020: number };
}

export const PUBLISHED_ALLOWANCES: Readonly<Record<DistrictCode, PublishedAllowances>> = {
  '310105': {
    fen2016To2020: 111_200_000_000,
    knownOn15January: { fen2016To2020: 111_201_800_000 },
  },
  '310118': { fen2016To2020: 0, knownOn15January: { fen2016To2020: 0 } },
};

import type { DistrictCode } from '../reference/districts.js';

/** Beds of one street at 2020-12-31, and over how many unremarkable institutions the rest of it is spread. */
export interface StreetBeds {
  readonly street: string;
  readonly beds: number;
  readonly nursing: number;
  /** Besides the institutions that are declared one by one. */
  readonly ordinary: number;
}

export interface PublishedBeds {
  readonly beds: number;
  readonly nursing: number;
  readonly dementia: number;
  /** Gross, by reason 新建, 改建, 扩建, in 2020. */
  readonly newIn2020: number;
  readonly closedIn2020: number;
  readonly stockAtEndOf2019: number;
  /** Known on 2021-01-15, before the late report and the corrections of February. */
  readonly knownOn15January: { readonly beds: number; readonly newIn2020: number };
  readonly streets: readonly StreetBeds[];
}

const row = (street: string, beds: number, nursing: number, ordinary: number): StreetBeds => ({
  street,
  beds,
  nursing,
  ordinary,
});

/** The figures every bed event is calibrated to. Street rows add up to the district (a spec says so). */
export const PUBLISHED_BEDS: Readonly<Record<DistrictCode, PublishedBeds>> = {
  '310105': {
    beds: 6567,
    nursing: 2233,
    dementia: 120,
    newIn2020: 258,
    closedIn2020: 30,
    stockAtEndOf2019: 6339,
    knownOn15January: { beds: 6547, newIn2020: 238 },
    streets: [
      row('310105102', 3314, 1127, 11),
      row('310105002', 810, 275, 4),
      row('310105008', 763, 259, 3),
      row('310105001', 592, 201, 3),
      row('310105010', 531, 181, 3),
      row('310105009', 207, 70, 1),
      row('310105006', 203, 69, 2),
      row('310105004', 49, 17, 0),
      row('310105005', 49, 17, 0),
      row('310105011', 49, 17, 0),
    ],
  },
  '310118': {
    beds: 8278,
    nursing: 2070,
    dementia: 312,
    newIn2020: 340,
    closedIn2020: 36,
    stockAtEndOf2019: 7974,
    knownOn15January: { beds: 8268, newIn2020: 330 },
    streets: [
      row('310118102', 1654, 414, 4),
      row('310118001', 1189, 297, 3),
      row('310118003', 1154, 289, 3),
      row('310118105', 859, 215, 3),
      row('310118106', 853, 213, 3),
      row('310118002', 591, 148, 2),
      row('310118103', 567, 142, 1),
      row('310118110', 433, 108, 1),
      row('310118107', 380, 95, 1),
      row('310118104', 300, 75, 1),
      row('310118109', 298, 74, 1),
    ],
  },
};

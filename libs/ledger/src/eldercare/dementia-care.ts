import type { BusinessDay } from '@minhai/domain';
import type { DistrictCode } from '../reference/districts.js';
import type { BedTrap } from './institution.js';

/** Beds for dementia care are a mark on nursing beds that exist already: they change no total. */
export interface DementiaCare {
  readonly street: string;
  /** Which ordinary institution of the street, from 0. */
  readonly institution: number;
  readonly beds: number;
  readonly on: BusinessDay;
  readonly trap?: BedTrap;
}

const care = (street: string, institution: number, beds: number, on: BusinessDay): DementiaCare => ({
  street,
  institution,
  beds,
  on,
});

const FLAG_IS_NOT_NEW: BedTrap = {
  name: 'dementia-is-a-flag',
  expectation: 'the beds gain the mark in 2020 by rebuilding: dementia beds rise, total and new beds do not',
};

export const DEMENTIA_CARE: Readonly<Record<DistrictCode, readonly DementiaCare[]>> = {
  '310105': [
    care('310105102', 0, 30, '2019-05-20'),
    care('310105102', 1, 30, '2019-10-14'),
    care('310105002', 0, 30, '2019-11-18'),
    { ...care('310105008', 0, 30, '2020-07-20'), trap: FLAG_IS_NOT_NEW },
  ],
  '310118': [
    care('310118102', 0, 39, '2019-03-18'),
    care('310118102', 1, 39, '2019-06-17'),
    care('310118001', 0, 39, '2019-06-17'),
    care('310118001', 1, 39, '2019-09-16'),
    care('310118003', 0, 39, '2019-10-21'),
    care('310118105', 0, 39, '2019-11-25'),
    care('310118105', 1, 39, '2019-12-02'),
    { ...care('310118002', 0, 39, '2020-08-24'), trap: FLAG_IS_NOT_NEW },
  ],
};

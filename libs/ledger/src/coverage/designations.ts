import type { BusinessDay } from '@minhai/domain';
import type { StreetDesignation } from '@minhai/schemas';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

export interface Designation {
  readonly street: string;
  readonly kind: StreetDesignation;
  readonly on: BusinessDay;
  readonly trap?: TrapNote;
}

const TWICE: TrapNote = {
  name: 'designation-delivered-twice',
  expectation: 'same id, same bytes: one title',
  mishap: { kind: 'delivered-twice', again: '2020-12-28' },
};

/** 长宁 has built dementia-friendly communities in every street; all other titles are invented. */
const TITLES: Readonly<Record<DistrictCode, Readonly<Record<StreetDesignation, readonly number[]>>>> = {
  '310105': { DEMENTIA_FRIENDLY: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], SMART_HEALTH: [0, 1, 5, 9] },
  '310118': { DEMENTIA_FRIENDLY: [0, 1, 3], SMART_HEALTH: [0] },
};
const DAYS: readonly BusinessDay[] = ['2018-12-17', '2019-11-25', '2020-12-21'];

/** The streets in three rounds, those of the list in turn. */
export const designationsOf = (district: DistrictCode): Designation[] =>
  (['DEMENTIA_FRIENDLY', 'SMART_HEALTH'] as const).flatMap((kind) =>
    TITLES[district][kind].map((index, ordinal) => ({
      street: DISTRICTS[district].streets[index]!.code,
      kind,
      on: DAYS[ordinal % DAYS.length]!,
      ...(kind === 'DEMENTIA_FRIENDLY' && ordinal === 2 && { trap: TWICE }),
    })),
  );

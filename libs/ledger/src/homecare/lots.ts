import type { BusinessMonth } from '@minhai/domain';
import type { TrapNote } from '../posting/chapter.js';
import type { DistrictCode } from '../reference/districts.js';

/** First and last month, both included. */
export type Months = readonly [first: BusinessMonth, last: BusinessMonth];

/** A grant from a month of `from` on, until a month of `ended` when it ended. */
export interface Service {
  readonly from: Months;
  readonly ended?: Months;
  /** In the street after the person's own. */
  readonly elsewhere?: true;
  readonly trap?: TrapNote;
}

/** Persons served in the same way. */
export interface Lot {
  readonly name: string;
  readonly count: number;
  readonly services: readonly Service[];
  /** Has a month of service in 2020. */
  readonly served: boolean;
}

const IN_2019: Months = ['2019-03', '2019-10'];
const only = (month: BusinessMonth): Months => [month, month];

const served = (name: string, count: number, ...services: Service[]): Lot => ({
  name,
  count,
  services,
  served: true,
});
const apart = (name: string, count: number, ...services: Service[]): Lot => ({
  ...served(name, count, ...services),
  served: false,
});

/** 青浦: 6 066 persons served in 2020 under 6 420 grants. 长宁's plan names no figure. */
export const HOMECARE_LOTS: Readonly<Record<DistrictCode, readonly Lot[]>> = {
  '310105': [],
  '310118': [
    served('granted in 2020', 4999, { from: ['2020-01', '2020-11'] }),
    served('granted in 2019', 598, { from: IN_2019 }),
    served('granted in 2019, ended in 2020', 1, {
      from: IN_2019,
      ended: only('2020-02'),
      trap: { name: 'homecare-served-in-january', expectation: 'one month of service in 2020 counts' },
    }),
    served('ended in 2020', 113, { from: ['2020-01', '2020-05'], ended: ['2020-06', '2020-12'] }),
    served(
      'granted twice',
      350,
      { from: ['2020-01', '2020-04'], ended: ['2020-05', '2020-07'] },
      {
        from: ['2020-08', '2020-11'],
        trap: {
          name: 'homecare-granted-twice',
          expectation: 'two grants of one person: 6 420 grants, 6 066 persons',
        },
      },
    ),
    served(
      'granted again after moving',
      4,
      { from: ['2020-01', '2020-04'], ended: ['2020-05', '2020-07'] },
      {
        from: ['2020-08', '2020-11'],
        elsewhere: true,
        trap: { name: 'homecare-moved', expectation: 'counted once, in the street served first in 2020' },
      },
    ),
    served('grant recorded late', 1, {
      from: only('2020-12'),
      trap: {
        name: 'homecare-recorded-late',
        expectation: 'granted for 2020-12, recorded on 2021-02-03',
        mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
      },
    }),
    apart('ended with 2019', 3, {
      from: IN_2019,
      ended: only('2020-01'),
      trap: { name: 'homecare-ended-with-2019', expectation: 'no service from 2020-01 on: not of 2020' },
    }),
    apart('granted from 2021', 2, {
      from: only('2021-01'),
      trap: { name: 'homecare-from-2021', expectation: 'first month 2021-01: not of 2020' },
    }),
    apart('grant voided', 1, {
      from: only('2020-06'),
      trap: {
        name: 'homecare-voided',
        expectation: 'entered twice over, voided on 2020-07-09',
        mishap: { kind: 'voided', voidedOn: '2020-07-09', because: 'DUPLICATE' },
      },
    }),
  ],
};

export interface PublishedHomecare {
  readonly persons: number;
  /** Grants under which they were served in 2020. */
  readonly grants: number;
  readonly knownOn15January: { readonly persons: number };
}

export const PUBLISHED_HOMECARE: Readonly<Record<DistrictCode, PublishedHomecare>> = {
  '310105': { persons: 0, grants: 0, knownOn15January: { persons: 0 } },
  '310118': { persons: 6066, grants: 6420, knownOn15January: { persons: 6065 } },
};

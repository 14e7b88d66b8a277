import type { BusinessDay } from '@minhai/domain';
import type { TrapNote } from '../posting/chapter.js';

/** A zone of a cemetery of 青浦 and the burials of 2020 in it that are on record one by one. */
export interface Zone {
  readonly cemetery: '01' | '02';
  readonly zone: string;
  readonly street: string;
  readonly openedOn: BusinessDay;
  readonly small: number;
  readonly large: number;
  readonly opening?: TrapNote;
  /** Why its burials are no burials in a new zone. */
  readonly notNew?: TrapNote;
}

export const ZONES: readonly Zone[] = [
  {
    cemetery: '01',
    zone: 'A01',
    street: '310118106',
    openedOn: '2012-04-05',
    small: 0,
    large: 60,
  },
  {
    cemetery: '01',
    zone: 'A07',
    street: '310118106',
    openedOn: '2020-03-16',
    small: 120,
    large: 20,
    opening: {
      name: 'zone-opening-arrives-last',
      expectation: 'held up until after its burials: they are in a zone opened in the year all the same',
      mishap: { kind: 'held-up', until: '2020-12-30' },
    },
  },
  {
    cemetery: '02',
    zone: 'B03',
    street: '310118102',
    openedOn: '2019-12-30',
    small: 20,
    large: 0,
    notNew: {
      name: 'zone-of-last-year',
      expectation: 'small plots in a zone opened in 2019: neither numerator nor denominator of 2020',
    },
  },
  {
    cemetery: '02',
    zone: 'B04',
    street: '310118102',
    openedOn: '2020-06-08',
    small: 89,
    large: 11,
  },
];

export const cemeteryIdOf = ({ cemetery }: Pick<Zone, 'cemetery'>): string => `GM310118-${cemetery}`;

/** Burials of 2020 that are only in the monthly reports. */
export const ONLY_REPORTED = { EARTH: 340, COLUMBARIUM: 400, SEA: 40 } as const;

const sum = (zones: readonly Zone[], of: (zone: Zone) => number): number =>
  zones.reduce((total, zone) => total + of(zone), 0);

const newZones = ZONES.filter(({ openedOn }) => openedOn.startsWith('2020'));

/** What the burials of 2020 come to; the plan publishes no base. */
export const BURIALS_2020 = {
  inNewZones: sum(newZones, ({ small, large }) => small + large),
  smallInNewZones: sum(newZones, ({ small }) => small),
  all:
    sum(ZONES, ({ small, large }) => small + large) +
    Object.values<number>(ONLY_REPORTED).reduce((total, count) => total + count, 0),
} as const;

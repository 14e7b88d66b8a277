import type { BusinessDay } from '@minhai/domain';
import { apportionedList } from '../chance/apportion.js';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

export type SiteKind = 'shop' | 'base';

/** What is published of 慈善超市 and 公益基地 at 2020-12-31, and how many are gone besides. */
export interface PublishedSites {
  readonly standing: number;
  readonly gone: number;
}

export const PUBLISHED_SITES: Readonly<Record<DistrictCode, Readonly<Record<SiteKind, PublishedSites>>>> = {
  '310105': { shop: { standing: 11, gone: 2 }, base: { standing: 537, gone: 9 } },
  // 600 bases were ever created; a figure of those still certified is not published.
  '310118': { shop: { standing: 12, gone: 1 }, base: { standing: 586, gone: 14 } },
};

/** A shop or base that stood from a day on, perhaps until another. */
export interface Site {
  readonly number: number;
  readonly street: string;
  readonly from: BusinessDay;
  readonly until?: BusinessDay;
  /** Opened once more after it was gone. */
  readonly again?: BusinessDay;
  readonly standardised: boolean;
  readonly atMidnightUtc?: true;
  readonly opening?: TrapNote;
  readonly closing?: TrapNote;
}

const trapsOf = (kind: SiteKind): Readonly<Record<number, Partial<Site>>> => ({
  1: {
    opening: {
      name: `${kind}-delivered-twice`,
      expectation: 'same id, same bytes: one site',
      mishap: { kind: 'delivered-twice', again: '2020-01-15' },
    },
  },
  2: {
    opening: {
      name: `${kind}-standard-corrected`,
      expectation: 'first entered as below the standard: standardised, and one site',
      mishap: { kind: 'corrected', first: { standardised: false }, correctedOn: '2020-03-12' },
    },
  },
  3: {
    until: '2016-06-30',
    again: '2018-03-05',
    closing: { name: `${kind}-opened-again`, expectation: 'gone and back: one site, ever one' },
  },
});

const LATE_CLOSING: TrapNote = {
  name: 'site-closing-recorded-late',
  expectation: 'gone in December 2020, recorded 2021-02-03: counted until then by whoever asks as known',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
};

/** Every site that counts or once did, then those that must not count. */
export function sitesOf(district: DistrictCode, kind: SiteKind): Site[] {
  const { standing, gone } = PUBLISHED_SITES[district][kind];
  const chance = chanceOf(`${kind}s|${district}`);
  const streets = streetsOf(district, kind, standing + gone);
  const traps = trapsOf(kind);
  const sites = streets.map((street, i): Site => {
    const closed = i < standing ? undefined : workingDayBetween('2020-02-03', '2020-11-20', chance);
    return {
      number: i + 1,
      street,
      from: workingDayBetween('2012-02-01', i === 2 ? '2015-12-18' : '2019-12-20', chance),
      ...(closed && { until: closed }),
      standardised: true,
      ...traps[i + 1],
      ...(kind === 'base' && i === standing && { until: '2020-12-10', closing: LATE_CLOSING }),
    };
  });
  return [...sites, ...uncounted(district, kind, sites.length)];
}

/** Shops stand one in each street and the rest in the first ones; bases by the number of committees. */
function streetsOf(district: DistrictCode, kind: SiteKind, count: number): string[] {
  const { streets } = DISTRICTS[district];
  if (kind === 'shop') return Array.from({ length: count }, (_, i) => streets[i % streets.length]!.code);
  const shares = streets.map(({ code, committees }) => [code, committees] as const);
  return chanceOf(`base streets|${district}`).shuffled(apportionedList(count, shares));
}

function uncounted(district: DistrictCode, kind: SiteKind, last: number): Site[] {
  const street = DISTRICTS[district].streets.at(-1)!.code;
  const site = (offset: number, from: BusinessDay, rest: Partial<Site>): Site => ({
    number: last + offset,
    street,
    from,
    standardised: true,
    ...rest,
  });
  return [
    site(1, '2019-05-14', {
      opening: {
        name: `${kind}-voided`,
        expectation: 'a test entry whose void comes first: never a site',
        mishap: { kind: 'voided', voidedOn: '2019-05-20', because: 'TEST', voidArrivesFirst: true },
      },
    }),
    site(2, '2021-01-01', {
      atMidnightUtc: true,
      opening: {
        name: `${kind}-at-midnight`,
        expectation: '2020-12-31T16:00:00Z is 2021 in Shanghai: not of the stock of 2020',
      },
    }),
  ];
}

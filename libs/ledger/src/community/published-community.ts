import type { DistrictCode } from '../reference/districts.js';

/** What is published of community work at 2020-12-31, and what is chosen so that it follows. */
export interface PublishedCommunity {
  readonly workers: {
    readonly hired: number;
    readonly left: number;
    /** Of those still in post. */
    readonly certified: number;
    readonly certifiedLeavers: number;
    /** Certificate holders in post as known on 2021-01-15; one more is recorded in February. */
    readonly certifiedKnownOn15January: number;
    /** Workers in post as known on 2021-01-15; one departure is recorded in February. */
    readonly inPostKnownOn15January: number;
  };
  readonly guestHalls: {
    readonly open: number;
    readonly demonstration: number;
    /** Opened in 2018 and closed in 2020: never in the stock of 2020-12-31. */
    readonly closed: number;
    readonly openKnownOn15January: number;
    readonly demonstrationKnownOn15January: number;
  };
  /** No base is published; the number is invented. */
  readonly socialWorkers: { readonly persons: number; readonly certificates: number };
  /** 区界 known from the round before the plan. */
  readonly boundaries: number;
  /** Streets with a comprehensive facility; no base is published, the number is invented. */
  readonly complexStreets: number;
}

const NO_WORKERS: PublishedCommunity['workers'] = {
  hired: 0,
  left: 0,
  certified: 0,
  certifiedLeavers: 0,
  certifiedKnownOn15January: 0,
  inPostKnownOn15January: 0,
};

export const PUBLISHED_COMMUNITY: Readonly<Record<DistrictCode, PublishedCommunity>> = {
  '310105': {
    workers: {
      hired: 2150,
      left: 150,
      certified: 430,
      certifiedLeavers: 25,
      certifiedKnownOn15January: 429,
      inPostKnownOn15January: 2001,
    },
    guestHalls: {
      open: 0,
      demonstration: 0,
      closed: 0,
      openKnownOn15January: 0,
      demonstrationKnownOn15January: 0,
    },
    socialWorkers: { persons: 0, certificates: 0 },
    boundaries: 4,
    complexStreets: 6,
  },
  '310118': {
    workers: NO_WORKERS,
    guestHalls: {
      open: 1055,
      demonstration: 184,
      closed: 6,
      openKnownOn15January: 1056,
      demonstrationKnownOn15January: 183,
    },
    socialWorkers: { persons: 386, certificates: 418 },
    boundaries: 0,
    complexStreets: 4,
  },
};

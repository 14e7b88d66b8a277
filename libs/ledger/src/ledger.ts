import { allowancesChapter } from './allowances/allowances.chapter.js';
import { assistanceChapter } from './assistance/assistance.chapter.js';
import { communityChapter } from './community/community.chapter.js';
import { assistiveChapter } from './assistive/assistive.chapter.js';
import { childChapter } from './child/child.chapter.js';
import { coverageChapter } from './coverage/coverage.chapter.js';
import { eldercareChapter } from './eldercare/eldercare.chapter.js';
import { eldercareServicesChapter } from './eldercare-services/eldercare-services.chapter.js';
import { facilitiesChapter } from './facilities/facilities.chapter.js';
import { carersChapter } from './carers/carers.chapter.js';
import { homecareChapter } from './homecare/homecare.chapter.js';
import { needsChapter } from './assistance/needs.chapter.js';
import { fundChapter } from './fund/fund.chapter.js';
import { medicalReliefChapter } from './assistance/medical-relief.js';
import { personTimesChapter } from './assistance/person-times.js';
import { charityChapter } from './charity/charity.chapter.js';
import { exchangeChapter } from './exchange/exchange.chapter.js';
import { burialsChapter } from './funeral/burials.chapter.js';
import { cremationsChapter } from './funeral/cremations.js';
import { funeralSitesChapter } from './funeral/sites.js';
import { marriageChapter } from './marriage/marriage.chapter.js';
import { type Chapter, join, type Trap } from './posting/chapter.js';
import type { LedgerEvent } from './posting/cloud-event.js';
import type { DistrictCode } from './reference/districts.js';
import { referenceChapter } from './reference/reference.chapter.js';
import { rescueChapter } from './rescue/rescue.chapter.js';
import { distinctionsChapter } from './socialorg/distinctions.js';
import { socialorgChapter } from './socialorg/socialorg.chapter.js';
import { statisticsChapter } from './statistics/statistics.chapter.js';
import { volunteersChapter } from './volunteers/volunteers.chapter.js';

const CHAPTERS = [
  referenceChapter,
  eldercareChapter,
  facilitiesChapter,
  socialorgChapter,
  assistanceChapter,
  marriageChapter,
  communityChapter,
  assistiveChapter,
  childChapter,
  coverageChapter,
  carersChapter,
  homecareChapter,
  allowancesChapter,
  distinctionsChapter,
  charityChapter,
  volunteersChapter,
  burialsChapter,
  cremationsChapter,
  funeralSitesChapter,
  exchangeChapter,
  rescueChapter,
  personTimesChapter,
  medicalReliefChapter,
  eldercareServicesChapter,
  statisticsChapter,
  needsChapter,
  fundChapter,
] as const;

const ledgers = new Map<DistrictCode, Chapter>();

/** Built once per process: a ledger is a constant that happens to be computed. */
function ledgerOf(district: DistrictCode): Chapter {
  const known = ledgers.get(district);
  if (known) return known;
  const chapter = join(CHAPTERS.map((write) => write(district)));
  const sorted = [...chapter.postings].sort(
    (a, b) => a.arrival - b.arrival || (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0),
  );
  const ledger = { ...chapter, postings: sorted };
  ledgers.set(district, ledger);
  return ledger;
}

/** Every delivery in the order of its arrival; an event delivered twice stands twice. */
export const ledgerEvents = (district: DistrictCode): LedgerEvent[] =>
  ledgerOf(district).postings.map(({ event }) => event);

/** The ledger as NDJSON, one structured CloudEvent a line, ending in a newline. Same bytes on every machine. */
export const ledgerLines = (district: DistrictCode): string =>
  ledgerEvents(district)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');

/** What is unusual in the ledger, and what must come of it. */
export const ledgerTraps = (district: DistrictCode): readonly Trap[] => ledgerOf(district).traps;

import type { BusinessDay } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Chapter, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft, Payload } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { donationEntries } from './donations.js';
import { type Site, sitesOf } from './sites.js';

/** 慈善超市, 公益基地 and donations. */
export const charityChapter = (district: DistrictCode): Chapter =>
  join([
    ...sitesOf(district, 'shop').flatMap((site) => lifeOf(site, shopWriter(district, site))),
    ...sitesOf(district, 'base').flatMap((site) => lifeOf(site, baseWriter(district, site))),
    ...donationEntries(district),
  ]);

interface Writer {
  opening(time: number): Draft;
  closing(time: number): Draft;
}

function lifeOf(site: Site, writer: Writer): Chapter[] {
  const chapters = [entry(writer.opening(momentOf(site.from, site)), site.opening)];
  const turn = (day: BusinessDay | undefined, write: (time: number) => Draft, note?: TrapNote): void => {
    if (day) chapters.push(entry(write(at(day, 14)), note));
  };
  turn(site.until, writer.closing, site.closing);
  turn(site.again, writer.opening);
  return chapters;
}

const momentOf = (day: BusinessDay, { atMidnightUtc }: Site): number => at(day, atMidnightUtc ? 0 : 10);

type SiteEvent =
  'charity.shop.opened' | 'charity.shop.closed' | 'charity.base.certified' | 'charity.base.revoked';

const siteDraft = <T extends SiteEvent>(
  { district, site, id }: { readonly district: DistrictCode; readonly site: Site; readonly id: string },
  type: T,
  time: number,
  data: Payload<T>,
): Draft<T> =>
  draftOf({ district, subject: id, time, street: site.street, utc: site.atMidnightUtc }, type, data);

const numbered = (number: number): string => String(number).padStart(4, '0');

function shopWriter(district: DistrictCode, site: Site): Writer {
  const shopId = `CS${district}-${numbered(site.number)}`;
  const name = `示例${DISTRICTS[district].shortName}慈善超市（第${numbered(site.number)}号）`;
  const { standardised } = site;
  const of = { district, site, id: shopId };
  return {
    opening: (time) => siteDraft(of, 'charity.shop.opened', time, { shopId, name, standardised }),
    closing: (time) => siteDraft(of, 'charity.shop.closed', time, { shopId, reason: 'CEASED' }),
  };
}

function baseWriter(district: DistrictCode, site: Site): Writer {
  const baseId = `GYJD${district}-${numbered(site.number)}`;
  const name = `示例${DISTRICTS[district].shortName}公益基地（第${numbered(site.number)}号）`;
  const { standardised } = site;
  const of = { district, site, id: baseId };
  return {
    opening: (time) => siteDraft(of, 'charity.base.certified', time, { baseId, name, standardised }),
    closing: (time) => siteDraft(of, 'charity.base.revoked', time, { baseId, reason: 'FAILED_REVIEW' }),
  };
}

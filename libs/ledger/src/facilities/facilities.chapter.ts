import type { EldercareFacilityKind, EldercareFacilityLevel, EldercareOperatorType } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Chapter, chapterOf, entry, join } from '../posting/chapter.js';
import type { Draft, Payload } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import { DISTRICTS, type DistrictCode, stemOf, streetNameOf } from '../reference/districts.js';
import type { Facility, Serving, Site } from './facility.js';
import { facilitiesOf } from './ordinary-facilities.js';

interface Nature {
  readonly noun: string;
  readonly level: EldercareFacilityLevel;
  /** As often as they stand here. */
  readonly operators: readonly EldercareOperatorType[];
}

const NATURES: Readonly<Record<EldercareFacilityKind, Nature>> = {
  INTEGRATED_CENTRE: { noun: '综合为老服务中心', level: 'STREET', operators: ['PROFESSIONAL'] },
  DAY_CENTRE: {
    noun: '日间服务中心',
    level: 'STREET',
    operators: ['PROFESSIONAL', 'PROFESSIONAL', 'GOVERNMENT'],
  },
  MEAL_SITE: { noun: '助餐点', level: 'STREET', operators: ['PROFESSIONAL', 'PROFESSIONAL', 'COMMITTEE'] },
  ACTIVITY_ROOM: {
    noun: '标准化老年活动室',
    level: 'CITY',
    operators: ['COMMITTEE', 'COMMITTEE', 'PROFESSIONAL'],
  },
  COMMUNITY_CARE: { noun: '社区托养点', level: 'VILLAGE', operators: ['PROFESSIONAL'] },
  SPORTS_HOME: { noun: '长者运动健康之家', level: 'STREET', operators: ['PROFESSIONAL'] },
  SERVICE_STATION: { noun: '养老服务站', level: 'VILLAGE', operators: ['COMMITTEE', 'GOVERNMENT'] },
};

/** A facility with what its number in the district decides. */
interface Registered {
  readonly district: DistrictCode;
  readonly id: string;
  readonly name: string;
  readonly facility: Facility;
  readonly siteIdOf: (site: Site) => string;
}

/** Community facilities, their sites and their meals. */
export function facilitiesChapter(district: DistrictCode): Chapter {
  const siteIds = new Map<string, string>();
  const siteIdOf = ({ key }: Site): string => {
    const known = siteIds.get(key) ?? `CS${district}-${String(siteIds.size + 1).padStart(4, '0')}`;
    siteIds.set(key, known);
    return known;
  };
  return join(
    facilitiesOf(district).map((facility, index) => {
      const number = String(index + 1).padStart(4, '0');
      return facilityChapter({
        district,
        id: `SS${district}-${number}`,
        name: nameOf(district, facility, number),
        facility,
        siteIdOf,
      });
    }),
  );
}

const nameOf = (district: DistrictCode, { kind, site }: Facility, number: string): string =>
  `示例${DISTRICTS[district].shortName}${stemOf(streetNameOf(district, site.street))}${NATURES[kind].noun}（第${number}号）`;

const facilityChapter = (registered: Registered): Chapter =>
  join([opening(registered), ...changes(registered), ...servings(registered), closing(registered)]);

type FacilityEvent = Extract<
  Draft['type'],
  `eldercare.facility.${string}` | 'eldercare.mealsite.capacity.changed'
>;

/** Version 2 of these says which site is left, and so whose area. */
const NAMES_THE_SITE: readonly string[] = ['eldercare.facility.changed', 'eldercare.facility.closed'];

const facilityDraft = <T extends FacilityEvent>(
  { district, id, facility }: Registered,
  type: T,
  time: number,
  data: Payload<T>,
): Draft<T> => {
  const circumstances = {
    district,
    subject: id,
    time,
    street: facility.site.street,
    utc: facility.atMidnightUtc,
  };
  return { ...draftOf(circumstances, type, data), version: NAMES_THE_SITE.includes(type) ? 2 : 1 };
};

function opening(registered: Registered): Chapter {
  const { id, name, facility, siteIdOf } = registered;
  const { kind, opened, relocated, atMidnightUtc, trap } = facility;
  const site = relocated?.from ?? facility.site;
  const draft = facilityDraft(registered, 'eldercare.facility.opened', at(opened, atMidnightUtc ? 0 : 8, 0), {
    facilityId: id,
    name,
    kind,
    siteId: siteIdOf(site),
    floorAreaM2: squareMetres(site),
    isBranch: false,
    operatorType: chanceOf(`operator|${id}`).pick(NATURES[kind].operators),
    level: NATURES[kind].level,
  });
  return entry({ ...draft, street: site.street }, trap);
}

function changes(registered: Registered): Chapter[] {
  const { id: facilityId, facility, siteIdOf } = registered;
  const { relocated, branchSince, site } = facility;
  const change = (on: string, data: Omit<Payload<'eldercare.facility.changed'>, 'facilityId'>): Draft =>
    facilityDraft(registered, 'eldercare.facility.changed', at(on, 8, 30), { facilityId, ...data });
  const move = (from: Site) =>
    ({
      reason: 'RELOCATED',
      fromSiteId: siteIdOf(from),
      siteId: siteIdOf(site),
      floorAreaM2: squareMetres(site),
    }) as const;
  return [
    ...(relocated ? [entry(change(relocated.on, move(relocated.from)), relocated.trap)] : []),
    ...(branchSince
      ? [entry(change(branchSince.on, { reason: 'CONVERTED', isBranch: true }), branchSince.trap)]
      : []),
  ];
}

/** `portionsPerDay` follows the true history of each mode. */
function servings(registered: Registered): Chapter[] {
  const portions: Record<Serving['mode'], number> = { DINE_IN: 0, DELIVERY: 0 };
  return (registered.facility.servings ?? []).map(({ on, mode, delta, trap }) => {
    portions[mode] += delta;
    const time = at(on, registered.facility.atMidnightUtc ? 0 : 9);
    const data = { facilityId: registered.id, mode, delta, portionsPerDay: portions[mode] };
    return entry(facilityDraft(registered, 'eldercare.mealsite.capacity.changed', time, data), trap);
  });
}

function closing(registered: Registered): Chapter {
  const { facility, siteIdOf, id: facilityId } = registered;
  const { closed, site } = facility;
  if (!closed) return chapterOf([]);
  const data = { facilityId, reason: 'PREMISES_ENDED', siteId: siteIdOf(site) } as const;
  return entry(facilityDraft(registered, 'eldercare.facility.closed', at(closed.on, 17), data), closed.trap);
}

const squareMetres = ({ area }: Site): string =>
  `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}`;

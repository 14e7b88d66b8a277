import type { BusinessDay } from '@minhai/domain';
import type { EldercareFacilityKind } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import type { TrapNote } from '../posting/chapter.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { DECLARED_FACILITIES } from './declared-facilities.js';
import { type Facility, portionsAt, type Site, standsAt } from './facility.js';
import { servingsOf } from './meals.js';
import { PUBLISHED_FACILITIES } from './published-facilities.js';

export const END: BusinessDay = '2020-12-31';

/** How large a site of a kind is next to another: a weight, never a figure. */
const SIZE: Readonly<Record<EldercareFacilityKind, number>> = {
  INTEGRATED_CENTRE: 30,
  DAY_CENTRE: 8,
  MEAL_SITE: 4,
  ACTIVITY_ROOM: 5,
  COMMUNITY_CARE: 5,
  SPORTS_HOME: 4,
  SERVICE_STATION: 2,
};

const ONCE: TrapNote = {
  name: 'area-once-a-site',
  expectation: 'two kinds under one roof each state the area of the site: two facilities, one area',
};

/** A facility to be: where it belongs, and under whose roof. */
interface Plot {
  readonly street: string;
  readonly kind: EldercareFacilityKind;
  readonly key: string;
  readonly hostKey: string | null;
}

/** All facilities of a district: what the declared ones leave of the published figures, then the declared ones. */
export function facilitiesOf(district: DistrictCode): Facility[] {
  const plots = plotsOf(district);
  const sites = sitesOf(district, plots);
  const servings = servingsOf(
    district,
    plots.filter(({ kind }) => kind === 'MEAL_SITE'),
    mealsLeft(district),
  );
  const ordinary = plots.map((plot): Facility => {
    const chance = chanceOf(`facility|${plot.key}`);
    const isRecent = plot.kind !== 'MEAL_SITE' && chance.below(6) === 0;
    const opened = isRecent
      ? workingDayBetween('2019-02-11', '2020-10-30', chance)
      : workingDayBetween('2012-03-05', '2018-12-28', chance);
    return {
      kind: plot.kind,
      site: sites.get(plot.hostKey ?? plot.key)!,
      opened,
      ...(servings.has(plot.key) && { servings: servings.get(plot.key)!(opened) }),
      ...(plot.hostKey !== null && { trap: ONCE }),
    };
  });
  return [...ordinary, ...DECLARED_FACILITIES[district]];
}

const standing = (district: DistrictCode): Facility[] =>
  DECLARED_FACILITIES[district].filter((facility) => standsAt(END, facility));

type Keys = ReadonlyMap<EldercareFacilityKind, readonly string[]>;

function plotsOf(district: DistrictCode): Plot[] {
  const { streets } = DISTRICTS[district];
  const keys = streets.map(({ code }, index) => keysOf(district, code, index));
  const hosts = hostsOf(district, keys);
  return streets.flatMap(({ code: street }, index) =>
    [...keys[index]!].flatMap(([kind, list]) =>
      list.map((key) => ({ street, kind, key, hostKey: hosts.get(key) ?? null })),
    ),
  );
}

/** The ordinary facilities of one street by kind: its share less what is declared. */
function keysOf(district: DistrictCode, street: string, index: number): Keys {
  const declared = standing(district).filter(({ site }) => site.street === street);
  return new Map(
    PUBLISHED_FACILITIES[district].kinds.map(([kind, count]) => {
      const left = byStreet(district, count)[index]! - declared.filter((it) => it.kind === kind).length;
      return [kind, Array.from({ length: left }, (_, i) => `${street}|${kind}|${i + 1}`)];
    }),
  );
}

/** Who shares whose site: guests stay within their street, and a host takes one. */
function hostsOf(district: DistrictCode, streets: readonly Keys[]): Map<string, string> {
  const hosts = new Map<string, string>();
  for (const { guest, host, count } of PUBLISHED_FACILITIES[district].shared) {
    const shares = apportion(
      count,
      streets.map((keys) => keys.get(host)!.length),
    );
    streets.forEach((keys, index) => {
      const guests = keys.get(guest)!.filter((key) => !hosts.has(key));
      if (shares[index]! > guests.length) throw new RangeError(`too few of ${guest} to share ${host}`);
      guests.slice(0, shares[index]).forEach((key, i) => hosts.set(key, keys.get(host)![i]!));
    });
  }
  return hosts;
}

/** Committees are the weight of a 街镇; the largest remainder makes parts add up. */
const byStreet = (district: DistrictCode, count: number): number[] =>
  apportion(
    count,
    DISTRICTS[district].streets.map(({ committees }) => committees),
  );

/** Sites of their own, and the area that the declared ones leave to them. */
function sitesOf(district: DistrictCode, plots: readonly Plot[]): Map<string, Site> {
  const taken = new Map(standing(district).map(({ site }) => [site.key, site.area]));
  const left = PUBLISHED_FACILITIES[district].area - [...taken.values()].reduce((a, b) => a + b, 0);
  const own = plots.filter(({ hostKey }) => hostKey === null);
  const chance = chanceOf(`facility sites|${district}`);
  const areas = apportion(
    left,
    own.map(({ kind }) => SIZE[kind] * chance.between(7, 13)),
  );
  return new Map(own.map(({ key, street }, i) => [key, { key, street, area: areas[i]! }]));
}

/** Portions by 街镇 that the declared meal sites leave to the ordinary ones. */
const mealsLeft = (district: DistrictCode): (readonly [string, number])[] =>
  PUBLISHED_FACILITIES[district].meals.map(([street, portions]) => [
    street,
    portions -
      standing(district)
        .filter(({ site }) => site.street === street)
        .reduce((sum, facility) => sum + portionsAt(END, facility), 0),
  ]);

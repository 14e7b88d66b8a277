import { describe, expect, it } from '@jest/globals';
import { dayOf } from '@minhai/domain';
import { expectations } from '../expectations.fixture.js';
import { ledgerEvents, ledgerTraps } from '../ledger.js';
import type { LedgerEvent } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';
import { facilitiesOf } from './ordinary-facilities.js';
import { PUBLISHED_FACILITIES } from './published-facilities.js';

// An oracle of its own: what events say, corrections and voids applied, and nothing of the tables.

const END = '2020-12-31';
const MID_JANUARY = '2021-01-15';
const districts = Object.keys(DISTRICTS) as DistrictCode[];
const OURS = /\.(facility|mealsite|record)\./;
const recordedOn = (event: LedgerEvent): string => dayOf(Date.parse(event.recordedtime));

/** Events of a type in effect by `asOf`, as known on `knownOn`, oldest first. */
function inEffect(district: DistrictCode, type: string, asOf: string, knownOn: string): LedgerEvent[] {
  const known = [...new Map(ledgerEvents(district).map((event) => [event.id, event])).values()]
    .filter(({ type }) => OURS.test(type))
    .filter((event) => recordedOn(event) <= knownOn)
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  const replaced = new Set(known.flatMap(({ correctionof, voids }) => [correctionof ?? '', voids ?? '']));
  return known.filter(
    (event) =>
      event.type === `cn.gov.mca.eldercare.${type}` &&
      !replaced.has(event.id) &&
      dayOf(Date.parse(event.time)) <= asOf,
  );
}

function standing(district: DistrictCode, asOf = END, knownOn = '2030-01-01') {
  const closed = new Set(inEffect(district, 'facility.closed', asOf, knownOn).map(({ subject }) => subject));
  const open = new Map<string, any>();
  for (const { subject, data, streetid } of inEffect(district, 'facility.opened', asOf, knownOn))
    if (!closed.has(subject)) open.set(subject, { ...data, street: streetid });
  for (const { subject, data, streetid } of inEffect(district, 'facility.changed', asOf, knownOn))
    open.set(subject, { ...open.get(subject), ...data, street: streetid });
  const portions = inEffect(district, 'mealsite.capacity.changed', asOf, knownOn).filter(({ subject }) =>
    open.has(subject),
  );
  const sites = new Map<string, number>(
    [...open.values()].map((it) => [it.siteId, Math.round(Number(it.floorAreaM2) * 100)]),
  );
  return { open: [...open.values()], sites, portions };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const tally = <T>(list: readonly T[], keyOf: (item: T) => string, amountOf: (item: T) => number) => {
  const counts: Record<string, number> = {};
  for (const item of list) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + amountOf(item);
  return counts;
};
const served = ({ data }: LedgerEvent): number => Number(data.delta);

describe('facilities of 长宁', () => {
  const { open, sites, portions } = standing('310105');

  it('come out as published', () => {
    expect([open.length, sum(sites.values()), sum(portions.map(served))]).toEqual([639, 2_772_204, 3000]);
    expect(((sum(sites.values()) / 100 / 693_051) * 1000).toFixed(2)).toBe('40.00');
  });

  it('stand on 614 sites, of which 25 host two kinds', () => {
    const perSite = Object.values(
      tally(
        open,
        ({ siteId }) => siteId,
        () => 1,
      ),
    );
    expect([perSite.length, perSite.filter((count) => count === 2).length, Math.max(...perSite)]).toEqual([
      614, 25, 2,
    ]);
  });

  it('were five more, opened in 2019 and closed in 2020', () => {
    const closed = facilitiesOf('310105').filter((it) => it.closed);
    expect(closed.map((it) => [it.opened.slice(0, 4), it.closed!.on.slice(0, 4)])).toEqual(
      Array(5).fill(['2019', '2020']),
    );
    const left = closed.flatMap((it) => it.servings ?? []);
    expect(sum(left.map(({ delta }) => delta))).toBe(165);
  });
});

describe('facilities of 青浦', () => {
  it('come out as published', () => {
    const { open, sites } = standing('310118');
    expect(
      tally(
        open,
        ({ kind }) => kind,
        () => 1,
      ),
    ).toEqual({
      INTEGRATED_CENTRE: 13,
      MEAL_SITE: 36,
      DAY_CENTRE: 133,
      ACTIVITY_ROOM: 282,
    });
    expect([sum(sites.values()), sites.size]).toEqual([13_000_000, 362]);
  });

  it('have a branch among the centres in 2021 only', () => {
    const branches = (asOf: string) =>
      standing('310118', asOf).open.filter(({ isBranch }) => isBranch).length;
    expect([branches(END), branches('2021-12-31')]).toEqual([0, 1]);
  });
});

describe.each(districts)('facilities of %s', (district) => {
  const { facilities } = expectations(district);
  const known = facilities.knownOn15January2021;

  it('agree with what is expected, street by street', () => {
    const { open, portions } = standing(district);
    expect(
      tally(
        open,
        ({ kind }) => kind,
        () => 1,
      ),
    ).toEqual(facilities.kinds);
    expect(tally(portions, ({ streetid }) => streetid!, served)).toEqual(facilities.portionsByStreet);
    const streets = DISTRICTS[district].streets.map(({ code }) => code);
    expect(
      Object.keys(
        tally(
          open,
          ({ street }) => street,
          () => 1,
        ),
      ).sort(),
    ).toEqual(streets);
  });

  it('say one area for one site, and none says nothing', () => {
    const { open, sites } = standing(district);
    expect(open.filter((it) => Math.round(Number(it.floorAreaM2) * 100) !== sites.get(it.siteId))).toEqual(
      [],
    );
    expect([...sites.values()].filter((area) => area <= 0)).toEqual([]);
  });

  it('differ on 15 January 2021 exactly by what was recorded later', () => {
    const { open, sites, portions } = standing(district, END, MID_JANUARY);
    expect([open.length, sum(sites.values()), sum(portions.map(served))]).toEqual([
      known.total,
      known.area,
      known.portions,
    ]);
  });

  it('set traps that move the figure they aim at', () => {
    const { shared } = PUBLISHED_FACILITIES[district];
    const eventsOf = (name: string) =>
      ledgerTraps(district).find((trap) => trap.name === name)!.eventIds.length;
    expect(eventsOf('area-once-a-site')).toBe(sum(shared.map(({ count }) => count)));
    for (const name of ['facility-delivered-twice', 'facility-voided', 'facility-recorded-late'])
      expect(eventsOf(name)).toBeGreaterThan(0);
    const { open, portions } = standing(district, '2021-01-01');
    expect(open.length - facilities.total).toBe(1);
    expect(sum(portions.map(served)) - facilities.portions).toBe(district === '310105' ? 100 : 0);
  });
});

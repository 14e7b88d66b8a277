import { describe, expect, it } from '@jest/globals';
import { yearOf } from '@minhai/domain';
import { expectations } from './expectations.fixture.js';
import { ledgerTraps } from './ledger.js';
import { type Effective, effective, grouped, MID_JANUARY } from './oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from './reference/districts.js';

const END = '2020-12-31';
const districts = Object.keys(DISTRICTS) as DistrictCode[];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const upTo = (events: readonly Effective[], asOf = END): Effective[] =>
  events.filter(({ day }) => day <= asOf);
const inYears = (events: readonly Effective[], from: number, to = from): Effective[] =>
  events.filter(({ day }) => yearOf(day) >= from && yearOf(day) <= to);

interface Turns {
  readonly opens: string;
  readonly closes: string;
  readonly key: string;
}

const SHOPS: Turns = { opens: 'charity.shop.opened', closes: 'charity.shop.closed', key: 'shopId' };
const BASES: Turns = { opens: 'charity.base.certified', closes: 'charity.base.revoked', key: 'baseId' };

/** Keys ever opened, and those opened more often than closed. */
function standing(district: DistrictCode, { opens, closes, key }: Turns, knownAt?: number) {
  const turns = [
    ...upTo(effective(district, opens, knownAt)).map((turn) => ({ ...turn, by: 1 })),
    ...upTo(effective(district, closes, knownAt)).map((turn) => ({ ...turn, by: -1 })),
  ];
  const groups = [...grouped(turns, ({ data }) => data[key] as string).values()];
  return { ever: groups.length, now: groups.filter((all) => sum(all.map(({ by }) => by)) > 0).length };
}

/** Reports of streets, and of a district only what its streets leave; single records are within the reports. */
function reported(
  events: readonly Effective[],
  series: (event: Effective) => string,
  of: (data: any) => number,
) {
  const months = grouped(events, (event) => `${event.data.period}|${series(event)}`);
  return sum(
    [...months.values()].map((reports) => {
      const amounts = (length: number) =>
        sum(reports.filter(({ data }) => data.region.length === length).map(({ data }) => of(data)));
      return Math.max(amounts(6), amounts(9));
    }),
  );
}

const personTimes = (district: DistrictCode, knownAt?: number): number =>
  reported(
    inYears(effective(district, 'assistance.benefit.reported', knownAt), 2016, 2020),
    ({ data }) => data.item,
    (data) => data.personTimes,
  );

const donations = (district: DistrictCode, knownAt?: number): number =>
  sum(
    inYears(effective(district, 'charity.donation.received', knownAt), 2020).map(
      ({ data }) => data.cashFen + data.inKindFen,
    ),
  );

function burials(district: DistrictCode) {
  const zones = new Set(
    inYears(effective(district, 'funeral.zone.opened'), 2020).map(
      ({ data }) => `${data.cemeteryId}:${data.zoneId}`,
    ),
  );
  const single = inYears(effective(district, 'funeral.burial.completed'), 2020);
  const inNewZones = single.filter(({ data }) => zones.has(`${data.cemeteryId}:${data.zoneId}`));
  const reports = inYears(effective(district, 'funeral.burial.reported'), 2020);
  return {
    all: reported(
      reports,
      ({ data }) => data.form,
      (data) => data.count,
    ),
    inNewZones: inNewZones.length,
    smallInNewZones: inNewZones.filter(({ data }) => Number(data.plotAreaM2) <= 0.6).length,
    reported: {
      inNewZones: sum(reports.map(({ data }) => data.newZoneCount)),
      smallInNewZones: sum(reports.map(({ data }) => data.newZoneSmallCount)),
    },
  };
}

function passportHolders(district: DistrictCode): number {
  const revoked = new Set(
    upTo(effective(district, 'volunteer.passport.revoked')).map(({ data }) => data.passportNo),
  );
  const live = upTo(effective(district, 'volunteer.passport.issued')).filter(
    ({ data }) => !revoked.has(data.passportNo),
  );
  return new Set(live.map(({ data }) => data.personRef)).size;
}

describe.each(districts)('public good of %s', (district) => {
  const expected = expectations(district).publicGood;
  const shops = standing(district, SHOPS);
  const bases = standing(district, BASES);

  it('agrees with the events: sites, donations, volunteers, bodies', () => {
    expect([shops.now, bases.now, bases.ever]).toEqual([
      expected.charityShops,
      expected.bases,
      expected.basesEver,
    ]);
    expect(donations(district)).toBe(expected.donationsFenIn2020);
    expect(passportHolders(district)).toBe(expected.passportHolders);
    expect([
      upTo(effective(district, 'socialorg.party.point.designated')).length,
      upTo(effective(district, 'socialorg.decoupled')).length,
    ]).toEqual([expected.partyPoints, expected.decoupled]);
  });

  it('agrees with the events: burials, rescues, relief', () => {
    const { reported: inReports, ...counted } = burials(district);
    expect(counted).toEqual(expected.burials);
    expect(inReports).toEqual({
      inNewZones: expected.burials.inNewZones,
      smallInNewZones: expected.burials.smallInNewZones,
    });
    expect(
      reported(
        inYears(effective(district, 'rescue.admission.reported'), 2016, 2020),
        ({ data }) => data.mode,
        (data) => data.count,
      ),
    ).toBe(expected.rescues2016To2020);
    expect(personTimes(district)).toBe(expected.personTimes2016To2020);
    const relief = inYears(effective(district, 'assistance.medical.reported'), 2020).filter(
      ({ data }) => data.category !== 'LOW_INCOME',
    );
    expect({
      selfPayFen: sum(relief.map(({ data }) => data.selfPayFen)),
      reliefFen: sum(relief.map(({ data }) => data.reliefFen)),
    }).toEqual(expected.medicalRelief);
  });

  it('differs on 15 January 2021 exactly by what was recorded later', () => {
    const known = expectations(district).knownOn15January2021;
    expect({
      publicGoodBases: standing(district, BASES, MID_JANUARY).now,
      donationsFenIn2020: donations(district, MID_JANUARY),
      personTimes2016To2020: personTimes(district, MID_JANUARY),
    }).toEqual({
      publicGoodBases: known.publicGoodBases,
      donationsFenIn2020: known.donationsFenIn2020,
      personTimes2016To2020: known.personTimes2016To2020,
    });
  });
});

describe('single records beside reports', () => {
  const single = (district: DistrictCode, type: string, month: string): Effective[] =>
    effective(district, type).filter(({ day }) => day.startsWith(month));

  it('are never more than their month reports', () => {
    const rescues = effective('310105', 'rescue.admission.reported');
    for (const [mode, all] of grouped(
      single('310105', 'rescue.person.admitted', '2020-12'),
      ({ data }) => data.mode as string,
    )) {
      const report = rescues.find(({ data }) => data.mode === mode && data.period === '2020-12');
      expect(report!.data.count).toBeGreaterThanOrEqual(all.length);
    }
    const relief = effective('310118', 'assistance.medical.reported');
    for (const [street, all] of grouped(
      single('310118', 'assistance.medical.settled', '2020-09'),
      ({ event }) => event.streetid!,
    )) {
      const report = relief.find(
        ({ data }) => data.region === street && data.category === 'DIBAO' && data.period === '2020-09',
      )!;
      expect(report.data.selfPayFen).toBeGreaterThanOrEqual(sum(all.map(({ data }) => data.selfPayFen)));
      expect(report.data.reliefFen).toBeGreaterThanOrEqual(sum(all.map(({ data }) => data.reliefFen)));
    }
  });

  it('and restricted projects are not overspent', () => {
    const restricted = (type: string) =>
      sum(
        effective('310118', type)
          .filter(({ data }) => data.restrictedProject)
          .map(({ data }) => data.cashFen + data.inKindFen),
      );
    expect(restricted('charity.expenditure.made')).toBe(restricted('charity.donation.received'));
  });
});

describe('published figures of public good', () => {
  it('come out', () => {
    expect(expectations('310105').publicGood).toMatchObject({
      charityShops: 11,
      bases: 537,
      rescues2016To2020: 2137,
      personTimes2016To2020: 2_422_000,
      partyPoints: 20,
      decoupled: 29,
    });
    const { charityShops, basesEver, donationsFenIn2020, medicalRelief, burials } =
      expectations('310118').publicGood;
    expect([charityShops, basesEver, donationsFenIn2020]).toEqual([12, 600, 13_000_000_000]);
    expect((100 * medicalRelief.reliefFen) / medicalRelief.selfPayFen).toBe(91);
    expect(((100 * burials.smallInNewZones) / burials.inNewZones).toFixed(2)).toBe('87.08');
    expect(((100 * burials.smallInNewZones) / burials.all).toFixed(2)).toBe('19.00');
  });

  it('have their traps', () => {
    const names = (district: DistrictCode) => ledgerTraps(district).map(({ name }) => name);
    expect(names('310105')).toEqual(
      expect.arrayContaining([
        'base-opened-again',
        'rescues-reported-and-recorded',
        'person-times-of-the-district-too',
        'decoupled-before-deregistration',
      ]),
    );
    expect(names('310118')).toEqual(
      expect.arrayContaining([
        'donation-refunded',
        'donations-spent',
        'one-volunteer-two-passports',
        'zone-of-last-year',
        'plots-on-the-boundary',
        'relief-of-other-beneficiaries',
      ]),
    );
  });
});

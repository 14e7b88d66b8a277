import { describe, expect, it } from '@jest/globals';
import { effective, grouped } from '../oracle.fixture.js';
import { expectations } from '../expectations.fixture.js';
import { ledgerEvents, ledgerTraps } from '../ledger.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

// An oracle of its own, as in figures.unit.spec: it knows corrections, voids and each count, and nothing of the tables.

const END = '2020-12-31';
const MID_JANUARY = Date.parse('2021-01-16T00:00:00+08:00');
const districts = Object.keys(DISTRICTS) as DistrictCode[];
const distinct = (keys: readonly string[]): number => new Set(keys).size;

/** What began by the end of 2020 and had not ended by then, by the key of its data. */
function standing(
  types: readonly [begin: string, end: string],
  key: string,
  district: DistrictCode,
  knownAt?: number,
) {
  const [begun, ended] = types.map((type) =>
    effective(district, type, knownAt).filter(({ day }) => day <= END),
  );
  return begun!.filter(
    ({ data, event }) => !ended!.some((end) => end.data[key] === data[key] && end.event.time > event.time),
  );
}

const rentalStreets = (district: DistrictCode, knownAt?: number): string[] =>
  standing(
    ['assistive.rentalpoint.opened', 'assistive.rentalpoint.closed'],
    'pointId',
    district,
    knownAt,
  ).map(({ event }) => event.streetid!);

const stations = (district: DistrictCode, knownAt?: number): number => {
  const newest = grouped(
    standing(
      ['child.protection.station.certified', 'child.protection.station.revoked'],
      'street',
      district,
      knownAt,
    ).sort((a, b) => (a.day < b.day ? -1 : 1)),
    ({ data }) => data.street,
  );
  return [...newest.values()].filter((assessments) => assessments.at(-1)!.data.passed).length;
};

const workers = (district: DistrictCode, knownAt?: number): number =>
  distinct(
    standing(['child.welfare.worker.certified', 'child.welfare.worker.left'], 'certNo', district, knownAt)
      .filter(({ data }) => (data.validTo ?? END) >= END)
      .map(({ data }) => data.personRef),
  );

const designated = (district: DistrictCode, kind: string): number =>
  distinct(
    effective(district, 'eldercare.street.designated')
      .filter(({ data, day }) => data.kind === kind && day <= END)
      .map(({ data }) => data.street),
  );

const advised = (district: DistrictCode): number =>
  distinct(
    standing(['eldercare.adviserpoint.opened', 'eldercare.adviserpoint.closed'], 'pointId', district)
      .filter(({ data }) => data.level === 'STREET')
      .map(({ event }) => event.streetid!),
  );

function contracted(district: DistrictCode): { open: number; contracted: number } {
  const open = standing(
    ['eldercare.institution.opened', 'eldercare.institution.closed'],
    'institutionId',
    district,
  ).map(({ data }) => data.institutionId);
  const contracts = standing(
    ['eldercare.medical.contract.signed', 'eldercare.medical.contract.ended'],
    'institutionId',
    district,
  ).filter(({ data }) => (data.validTo ?? END) >= END && open.includes(data.institutionId));
  return { open: open.length, contracted: distinct(contracts.map(({ data }) => data.institutionId)) };
}

describe('coverage as published', () => {
  it('长宁: 11 rental points in 8 of 10 streets, 10 of 10 stations, 16 workers, dementia-friendly throughout', () => {
    const points = rentalStreets('310105');
    expect([points.length, distinct(points), DISTRICTS['310105'].streets.length]).toEqual([11, 8, 10]);
    expect(points.filter((street) => ['310105010', '310105011'].includes(street))).toEqual([]);
    expect([stations('310105'), workers('310105'), designated('310105', 'DEMENTIA_FRIENDLY')]).toEqual([
      10, 16, 10,
    ]);
  });

  it('青浦: rental points in 8 of 11 streets, which can only be 72.7 %', () => {
    const points = rentalStreets('310118');
    expect([distinct(points), DISTRICTS['310118'].streets.length]).toEqual([8, 11]);
    expect(points.filter((street) => ['310118103', '310118104', '310118110'].includes(street))).toEqual([]);
  });
});

describe.each(districts)('coverage of %s', (district) => {
  const { coverage, childWorkers } = expectations(district);

  it('agrees with the events', () => {
    const points = rentalStreets(district);
    const { open, contracted: withContract } = contracted(district);
    const { knownOn15January2021, ...counts } = coverage;
    expect(counts).toEqual({
      streets: DISTRICTS[district].streets.length,
      rentalPoints: points.length,
      rentalStreets: distinct(points),
      compliantStations: stations(district),
      dementiaFriendlyStreets: designated(district, 'DEMENTIA_FRIENDLY'),
      smartHealthStreets: designated(district, 'SMART_HEALTH'),
      adviserStreets: advised(district),
      openInstitutions: open,
      contractedInstitutions: withContract,
    });
    expect({
      rentalStreets: distinct(rentalStreets(district, MID_JANUARY)),
      compliantStations: stations(district, MID_JANUARY),
    }).toEqual(knownOn15January2021);
    expect({ inPost: workers(district), knownOn15January2021: workers(district, MID_JANUARY) }).toEqual(
      childWorkers,
    );
  });

  it('would be wrong for a reader who walks into its traps', () => {
    const trapped = (name: string) => {
      const ids = ledgerTraps(district).find((trap) => trap.name === name)!.eventIds;
      return ledgerEvents(district).filter(({ id }) => ids.includes(id));
    };
    const covered = new Set(rentalStreets(district));
    for (const name of ['rental-point-closed', 'rental-point-voided', 'rental-point-at-midnight'])
      expect(trapped(name).filter(({ streetid }) => covered.has(streetid!))).toEqual([]);
    expect(
      trapped('rental-point-closed-beside-another').every(({ streetid }) => covered.has(streetid!)),
    ).toBe(true);
    for (const name of ['rental-point-at-midnight', 'child-worker-at-midnight'])
      expect(trapped(name).map(({ time }) => time)).toEqual(['2020-12-31T16:00:00Z']);
    expect(trapped('station-revoked-and-certified-again').map(({ type }) => type.split('.').at(-1))).toEqual([
      'revoked',
      'certified',
    ]);
    expect(trapped('two-certificates-one-person')).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { monthOf, yearOf } from '@minhai/domain';
import { expectations } from './expectations.fixture.js';
import { type Effective, effective, grouped, MID_JANUARY } from './oracle.fixture.js';
import { DISTRICTS, type DistrictCode } from './reference/districts.js';

// A small oracle of its own: it knows the rules of each count, and nothing of the tables.

const END = '2020-12-31';
const districts = Object.keys(DISTRICTS) as DistrictCode[];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Bed changes that count: not at home, and conversions only with both halves. */
function bedChanges(district: DistrictCode, knownAt?: number): Effective[] {
  const all = effective(district, 'eldercare.bed.changed', knownAt).filter(
    ({ data }) => data.bedScope !== 'HOME',
  );
  const transfers = grouped(
    all.filter(({ data }) => data.transferId),
    ({ data }) => data.transferId as string,
  );
  return all.filter(
    ({ data }) =>
      !data.transferId || sum(transfers.get(data.transferId)!.map((half) => half.data.delta)) === 0,
  );
}

function stock(district: DistrictCode, types: readonly string[], asOf = END, knownAt?: number): number {
  const counted = bedChanges(district, knownAt).filter(
    ({ data, day }) => types.includes(data.bedType) && day <= asOf,
  );
  return sum(counted.map(({ data }) => data.delta));
}

function stockByStreet(district: DistrictCode, types: readonly string[], asOf = END): Record<string, number> {
  const moves = new Map(
    effective(district, 'eldercare.institution.changed')
      .filter(({ data, day }) => data.reason === 'RELOCATED' && day <= asOf)
      .map(({ event, data }) => [data.institutionId, event.streetid!]),
  );
  const streets: Record<string, number> = {};
  for (const { event, data, day } of bedChanges(district)) {
    if (!types.includes(data.bedType) || day > asOf) continue;
    const street = moves.get(data.institutionId) ?? event.streetid!;
    streets[street] = (streets[street] ?? 0) + data.delta;
  }
  return streets;
}

const newBeds = (district: DistrictCode, year: number, knownAt?: number): number =>
  sum(
    bedChanges(district, knownAt)
      .filter(({ data, day }) => data.bedType !== 'DEMENTIA' && yearOf(day) === year && data.delta > 0)
      .filter(({ data }) => ['NEW_BUILD', 'REBUILD', 'EXPANSION'].includes(data.reason))
      .map(({ data }) => data.delta),
  );

function organisations(district: DistrictCode, knownAt?: number) {
  const upTo = (type: string) =>
    effective(district, `socialorg.${type}`, knownAt).filter(({ day }) => day <= END);
  const registered = new Set(upTo('registered').map(({ data }) => data.usci));
  const left = new Map(upTo('deregistered').map(({ data, day }) => [data.usci, day]));
  const revoked = new Set(upTo('rating.revoked').map(({ data }) => `${data.usci}|${data.ratedOn}`));
  const high = upTo('rated').filter(
    ({ data, day }) => ['A3', 'A4', 'A5'].includes(data.level) && day < (left.get(data.usci) ?? '9999'),
  );
  const valid = high.filter(
    ({ data }) => data.validTo >= END && !left.has(data.usci) && !revoked.has(`${data.usci}|${data.ratedOn}`),
  );
  return {
    everRegistered: registered.size,
    deregistered: left.size,
    stock: registered.size - left.size,
    everThreeA: new Set(high.map(({ data }) => data.usci)).size,
    validThreeA: new Set(valid.map(({ data }) => data.usci)).size,
  };
}

const inYear = (district: DistrictCode, type: string, year: number, knownAt?: number): number =>
  effective(district, type, knownAt).filter(({ day }) => yearOf(day) === year).length;

/** 低保 of a month by street: from the first month on, not suspended, not over. */
function relief(district: DistrictCode, month: string, knownAt?: number) {
  const of = (verb: string) =>
    effective(district, `assistance.benefit.${verb}`, knownAt).filter(({ data }) => data.fromMonth <= month);
  const states = [...of('suspended'), ...of('resumed'), ...of('terminated')].sort((a, b) =>
    a.data.fromMonth < b.data.fromMonth ? -1 : 1,
  );
  const last = new Map(states.map(({ event, data }) => [data.caseId, event.type]));
  const persons = new Map(
    of('adjusted')
      .filter(({ data }) => data.persons)
      .map(({ data }) => [data.caseId, data.persons]),
  );
  const rows = effective(district, 'assistance.approval.granted', knownAt)
    .filter(
      ({ data }) =>
        data.category === 'DIBAO' && data.effectiveMonth <= month && (data.validTo ?? '9999') >= month,
    )
    .filter(({ data }) => (last.get(data.caseId) ?? 'resumed').endsWith('resumed'));
  const streets = grouped(rows, ({ event }) => event.streetid!);
  return [...streets]
    .map(([street, cases]) => ({
      street,
      households: new Set(cases.map(({ data }) => data.householdRef)).size,
      persons: sum(cases.map(({ data }) => persons.get(data.caseId) ?? data.persons)),
    }))
    .sort((a, b) => (a.street < b.street ? -1 : 1));
}

const population = (district: DistrictCode, measure: string, knownAt?: number): number =>
  effective(district, 'ref.population.published', knownAt).find(({ data }) => data.measure === measure)!.data
    .value;

const byStreet = <Row extends { street: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.street < b.street ? -1 : 1));
const total = (rows: readonly { households: number; persons: number }[]) => ({
  households: sum(rows.map((row) => row.households)),
  persons: sum(rows.map((row) => row.persons)),
});

const TOTAL = ['GENERAL', 'NURSING'];

describe('figures of 长宁', () => {
  const district = '310105';
  const beds = stock(district, TOTAL);

  it('come out as published: beds', () => {
    expect([beds, stock(district, ['NURSING']), stock(district, ['DEMENTIA'])]).toEqual([6567, 2233, 120]);
    expect([stock(district, TOTAL, '2019-12-31'), newBeds(district, 2020)]).toEqual([6339, 258]);
    expect(((100 * beds) / population(district, 'HUKOU_60P')).toFixed(2)).toBe('3.00');
    expect(((100 * stock(district, ['NURSING'])) / beds).toFixed(3)).toBe('34.003');
  });

  it('come out as published: social organisations', () => {
    const counts = organisations(district);
    expect(counts).toEqual({
      everRegistered: 821,
      deregistered: 28,
      stock: 793,
      everThreeA: 145,
      validThreeA: 135,
    });
    expect(((100 * counts.validThreeA) / counts.stock).toFixed(2)).toBe('17.02');
    expect(((10_000 * counts.stock) / population(district, 'HUKOU_POP')).toFixed(1)).toBe('13.5');
  });

  it('come out as published: marriages and divorces of 2019', () => {
    expect([
      inYear(district, 'marriage.registered', 2019),
      inYear(district, 'marriage.divorce.registered', 2019),
    ]).toEqual([4240, 1950]);
  });

  it('given the closing moved from April to March, then April is restated', () => {
    const asKnown = Date.parse('2020-05-15T00:00:00+08:00');
    expect(stock(district, TOTAL, '2020-04-15', asKnown) - stock(district, TOTAL, '2020-04-15')).toBe(18);
  });

  it('given the midnight expansion, then it belongs to 2021', () => {
    expect(stock(district, TOTAL, '2021-01-01') - beds).toBe(20);
  });
});

describe('figures of 青浦', () => {
  const district = '310118';

  it('come out as published', () => {
    expect([stock(district, TOTAL), stock(district, ['NURSING']), stock(district, ['DEMENTIA'])]).toEqual([
      8278, 2070, 312,
    ]);
    expect(((100 * 2070) / 8278).toFixed(3)).toBe('25.006');
    expect(organisations(district)).toMatchObject({ everRegistered: 928, deregistered: 23, stock: 905 });
    expect([
      inYear(district, 'marriage.registered', 2019),
      inYear(district, 'marriage.divorce.registered', 2019),
    ]).toEqual([2922, 1548]);
  });
});

describe.each(districts)('expectations of %s', (district) => {
  const expected = expectations(district);

  it('agree with the events', () => {
    const { beds } = expected;
    expect(stock(district, TOTAL)).toBe(beds.total);
    expect(stock(district, ['DEMENTIA'])).toBe(beds.dementia);
    expect(newBeds(district, 2020)).toBe(beds.newIn2020);
    expect(stock(district, TOTAL, '2019-12-31')).toBe(beds.stockAtEndOf2019);
    expect(beds.total).toBe(beds.stockAtEndOf2019 + beds.newIn2020 - beds.closedIn2020);
    expect(organisations(district)).toEqual(expected.socialorgs);
    for (const year of [2019, 2020] as const) {
      expect(inYear(district, 'marriage.registered', year)).toBe(expected.marriages[year]);
      expect(inYear(district, 'marriage.divorce.registered', year)).toBe(expected.divorces[year]);
    }
    for (const [measure, value] of Object.entries(expected.populations))
      expect(population(district, measure)).toBe(value);
  });

  it('agree street by street, and streets add up', () => {
    const { streets, total: beds, nursing } = expected.beds;
    expect(stockByStreet(district, TOTAL)).toEqual(
      Object.fromEntries(streets.map((row) => [row.street, row.beds])),
    );
    expect(stockByStreet(district, ['NURSING'])).toEqual(
      Object.fromEntries(streets.map((row) => [row.street, row.nursing])),
    );
    expect([sum(streets.map((row) => row.beds)), sum(streets.map((row) => row.nursing))]).toEqual([
      beds,
      nursing,
    ]);
    expect(relief(district, monthOf(END))).toEqual(byStreet(expected.relief.streets));
    expect(total(expected.relief.streets)).toEqual({
      households: expected.relief.households,
      persons: expected.relief.persons,
    });
  });

  it('differ on 15 January 2021 exactly by what was recorded later', () => {
    const known = expected.knownOn15January2021;
    const counts = organisations(district, MID_JANUARY);
    const households = total(relief(district, monthOf(END), MID_JANUARY));
    expect(known).toMatchObject({
      hukou60Plus: population(district, 'HUKOU_60P', MID_JANUARY),
      beds: stock(district, TOTAL, END, MID_JANUARY),
      newBedsIn2020: newBeds(district, 2020, MID_JANUARY),
      socialorgs: counts.stock,
      everThreeA: counts.everThreeA,
      validThreeA: counts.validThreeA,
      divorcesIn2020: inYear(district, 'marriage.divorce.registered', 2020, MID_JANUARY),
      reliefHouseholds: households.households,
      reliefPersons: households.persons,
    });
  });
});

import type { SeriesRow } from '../evaluate/series.js';
import { groupBy } from '../facts/group-by.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { PeopleOf } from './region-figures.js';
import { peopleBehind } from './threshold.js';
import { type RegionCounts, withheldRegions } from './withheld-regions.js';

type CountedRow = Pick<SeriesRow, 'indicator' | 'region' | 'periodEnd' | 'numerator' | 'denominator'>;

/**
 * The figures at month ends that must be withheld; `rows` has all regions of each month end that it has any of. A month
 * that looks like the one before is decided like it, without deciding again.
 */
export function withheldRows<Row extends CountedRow>(
  indicators: readonly IndicatorDefinition[],
  rows: readonly Row[],
  peopleOf: PeopleOf = peopleBehind,
): ReadonlySet<Row> {
  const withheld = new Set<Row>();
  const byIndicator = groupBy(rows, ({ indicator }) => indicator);
  for (const indicator of indicators) {
    const people = peopleOf(indicator);
    if (!people) continue;
    const decide = remembering((district, streets) => withheldRegions(people, district, streets));
    for (const ofDay of groupBy(byIndicator.get(indicator.id) ?? [], ({ periodEnd }) => periodEnd).values())
      for (const row of withheldOf(indicator.district, ofDay, decide)) withheld.add(row);
  }
  return withheld;
}

type Decide = (district: RegionCounts, streets: readonly RegionCounts[]) => ReadonlySet<string>;

function withheldOf<Row extends CountedRow>(code: string, rows: readonly Row[], decide: Decide): Row[] {
  const district = rows.find(({ region }) => region === code);
  if (!district) return [];
  const streets = rows.filter((row) => row !== district);
  const regions = decide(
    district,
    streets.toSorted((a, b) => (a.region < b.region ? -1 : 1)),
  );
  return rows.filter(({ region }) => regions.has(region));
}

function remembering(decide: Decide): Decide {
  const known = new Map<string, ReadonlySet<string>>();
  return (district, streets) => {
    const name = [district, ...streets]
      .map(({ region, numerator, denominator }) => `${region} ${numerator} ${denominator}`)
      .join();
    const decided = known.get(name) ?? decide(district, streets);
    known.set(name, decided);
    return decided;
  };
}

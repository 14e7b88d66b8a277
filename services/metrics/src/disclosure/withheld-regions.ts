import type { PeopleBehind } from './threshold.js';
import { extended, type PublishedTable, type Withheld } from './published-table.js';
import { protectTable } from './protect-table.js';

/** A figure of one region as it would be published; counts as decimals without a fraction. */
export interface RegionCounts {
  readonly region: string;
  readonly numerator: string;
  readonly denominator: string | null;
}

/**
 * The regions whose figure must be withheld from readers without the grant: of the 街镇 of one indicator at one date,
 * and the district itself where even its sum would tell. Empty for figures behind which no people are counted.
 *
 * A share is a table of two rows, those who have it and those who have not, with the denominators as sums: whoever sees
 * 97 of 98 knows of the one. A figure is withheld whole, with its numerator, its denominator and its value.
 */
export function withheldRegions(
  people: PeopleBehind | undefined,
  district: RegionCounts,
  streets: readonly RegionCounts[],
): ReadonlySet<string> {
  if (!people) return new Set();
  if (streets.length === 0) return isSmall(people, district) ? new Set([district.region]) : new Set();
  const table = tableOf(people, streets);
  const withheld = protectTable(table, people.k);
  const last = table.cells[0]!.length - 1;
  return new Set([
    ...streets.filter((_, column) => isWithheld(table, withheld, column)).map(({ region }) => region),
    ...(isWithheld(table, withheld, last) ? [district.region] : []),
  ]);
}

/** Any cell of the column that somebody would see otherwise. */
const isWithheld = (
  { cells, hidesColumnSums }: PublishedTable,
  withheld: Withheld,
  column: number,
): boolean =>
  withheld.some(
    (row, r) => row[column]! && !(hidesColumnSums && r === cells.length - 1 && column < row.length - 1),
  );

function tableOf(people: PeopleBehind, streets: readonly RegionCounts[]): PublishedTable {
  const numerators = streets.map(({ numerator }) => countOf(numerator));
  if (!people.denominator) return { cells: extended([numerators]), hidesColumnSums: true };
  const denominators = streets.map(({ denominator }) => countOf(denominator ?? '0'));
  if (!people.numerator || numerators.some((count, i) => count > denominators[i]!))
    return { cells: extended([denominators]), hidesColumnSums: true };
  return { cells: extended([numerators, denominators.map((count, i) => count - numerators[i]!)]) };
}

function isSmall(people: PeopleBehind, { numerator, denominator }: RegionCounts): boolean {
  const isFew = (count: number): boolean => count > 0 && count < people.k;
  const above = countOf(numerator);
  const below = countOf(denominator ?? '0');
  return (
    (people.numerator && isFew(above)) ||
    (people.denominator && (isFew(below) || (people.numerator && isFew(below - above))))
  );
}

/** Counts of people are whole; a measure in tenths or months of people is rounded down, which only withholds more. */
const countOf = (decimal: string): number => Math.max(0, Math.floor(Number(decimal)));

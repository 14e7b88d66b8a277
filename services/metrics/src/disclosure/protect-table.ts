import { intervalOf } from './interval-attack.js';
import { neverShown, type PublishedTable, type Withheld } from './published-table.js';

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * What must be withheld of a table of counts of people so that no count from 1 to k − 1 can be told: the small ones
 * themselves, and of the others as many as it takes that what is shown leaves every small one at least k possible
 * values, one of them k or more. Zeros are shown. Deterministic: partners are taken in the order of rows and columns,
 * so that a table that hardly changes from month to month keeps its partners.
 */
export function protectTable(table: PublishedTable, k: number): Withheld {
  const { cells } = table;
  const withheld = cells.map((counts, row) =>
    counts.map((count, column) => neverShown(table, row, column) || (count > 0 && count < k)),
  );
  for (const small of smallOnes(table, k)) {
    while (!isSafe(cells, withheld, small, k)) withholdMore(table, withheld, small, k);
  }
  return withheld;
}

/** The places of counts that must not be told. */
export const smallOnes = (table: PublishedTable, k: number): Place[] =>
  table.cells.flatMap((counts, row) =>
    counts.flatMap((count, column) =>
      count > 0 && count < k && !neverShown(table, row, column) ? [{ row, column }] : [],
    ),
  );

function isSafe(cells: PublishedTable['cells'], withheld: Withheld, place: Place, k: number): boolean {
  const { low, high } = intervalOf(cells, withheld, place, k);
  return high >= k && high - low + 1 >= k;
}

/** One more rectangle whose corners can balance the small count; without any, the next cell that is still shown. */
function withholdMore({ cells }: PublishedTable, withheld: boolean[][], small: Place, k: number): void {
  const rectangle = bestRectangle(cells, withheld, small, k);
  const more = rectangle ?? nextShown(cells, withheld, small);
  for (const { row, column } of more) withheld[row]![column] = true;
}

interface Rectangle {
  readonly corners: readonly Place[];
  /** How much the three other corners can balance, up to what is needed. */
  readonly room: number;
  readonly sums: number;
  readonly fresh: number;
}

/** The first of those that leave most room, touch fewest sums and withhold least. */
function bestRectangle(
  cells: PublishedTable['cells'],
  withheld: Withheld,
  small: Place,
  k: number,
): readonly Place[] | undefined {
  let best: Rectangle | undefined;
  for (let row = 0; row < cells.length; row++) {
    for (let column = 0; row !== small.row && column < cells[0]!.length; column++) {
      if (column === small.column) continue;
      const candidate = rectangleOf(cells, withheld, small, { row, column }, k);
      if (candidate && (!best || isBetter(candidate, best))) best = candidate;
    }
  }
  return best?.corners;
}

function rectangleOf(
  ...[cells, withheld, small, opposite, k]: [PublishedTable['cells'], Withheld, Place, Place, number]
): Rectangle | undefined {
  const corners = [
    opposite,
    { row: small.row, column: opposite.column },
    { row: opposite.row, column: small.column },
  ];
  const counts = corners.map(({ row, column }) => cells[row]![column]!);
  const fresh = corners.filter(({ row, column }) => !withheld[row]![column]!).length;
  if (fresh === 0 || counts.includes(0)) return undefined;
  const isSum = ({ row, column }: Place): boolean =>
    row === cells.length - 1 || column === cells[0]!.length - 1;
  return {
    corners,
    fresh,
    room: Math.min(k, ...counts.map((count) => count - 1)),
    sums: corners.filter((corner) => isSum(corner) && !withheld[corner.row]![corner.column]!).length,
  };
}

const isBetter = (a: Rectangle, b: Rectangle): boolean =>
  (a.sums === 0) !== (b.sums === 0)
    ? a.sums === 0
    : a.room !== b.room
      ? a.room > b.room
      : a.sums !== b.sums
        ? a.sums < b.sums
        : a.fresh < b.fresh;

/** Counts before sums; of these those of the small one’s own row and column first. */
function nextShown(cells: PublishedTable['cells'], withheld: Withheld, small: Place): readonly Place[] {
  const distance = ({ row, column }: Place): number =>
    Number(row === cells.length - 1) * 4 +
    Number(column === cells[0]!.length - 1) * 4 +
    Number(row !== small.row && column !== small.column);
  const shown = cells.flatMap((counts, row) =>
    counts.flatMap((count, column) => (count > 0 && !withheld[row]![column]! ? [{ row, column }] : [])),
  );
  const [next] = shown.sort((a, b) => distance(a) - distance(b));
  if (!next) throw new RangeError('a small count cannot be told from nothing: the table has no sums');
  return [next];
}

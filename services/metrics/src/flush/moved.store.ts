import { firstDayOfMonth, monthOf, type BusinessDay } from '@minhai/domain';
import type { MovedCell } from '@minhai/facts/store';
import { type Queryable, type Statement, type Transaction, bulkStatement } from '@minhai/postgres';
import { type MovedMonth, packIds } from './moved-cell.js';

const INSERT = bulkStatement(
  'metrics.note_moved',
  {
    measure: 'text',
    district: 'text',
    street: 'text',
    dims: 'text',
    month: 'date',
    amount: 'int8',
    days: 'int4',
    causes: 'bytea',
  },
  (rows, names) => `INSERT INTO metrics.moved (${names}) SELECT ${names} FROM ${rows}`,
);

interface Sum {
  readonly cell: MovedCell;
  readonly month: BusinessDay;
  amount: number;
  days: number;
  readonly causes: Set<string>;
}

function byMonth(cells: readonly MovedCell[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const cell of cells) {
    const month = firstDayOfMonth(monthOf(cell.day));
    const name = `${cell.measure}\n${cell.district}\n${cell.street}\n${cell.dims}\n${month}`;
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = { cell, month, amount: 0, days: 0, causes: new Set() }));
    sum.amount += cell.amount;
    sum.days += cell.begun;
    for (const cause of cell.causes) sum.causes.add(cause);
  }
  return [...sums.values()];
}

/**
 * What the flusher has to do, told by the fold in its own transaction, whichever process folds. A note is never
 * updated, so folding partitions do not wait for each other.
 */
export async function noteMoved(tx: Transaction, cells: readonly MovedCell[]): Promise<void> {
  const sums = byMonth(cells);
  if (sums.length === 0) return;
  await tx.prepared(
    INSERT,
    INSERT.bind({
      measure: sums.map(({ cell }) => cell.measure),
      district: sums.map(({ cell }) => cell.district),
      street: sums.map(({ cell }) => cell.street),
      dims: sums.map(({ cell }) => cell.dims),
      month: sums.map(({ month }) => month),
      amount: sums.map(({ amount }) => amount),
      days: sums.map(({ days }) => days),
      causes: sums.map(({ causes }) => packIds(causes)),
    }),
  );
}

/** Notes that everything may have moved: after a start the definitions may be other ones, after a rebuild the cells are. */
export const noteEverythingMoved = (db: Queryable): Promise<unknown> =>
  db.query('INSERT INTO metrics.moved (measure) VALUES (NULL)');

const LOOK: Statement = {
  name: 'metrics.look_for_moved',
  text: 'SELECT EXISTS (SELECT FROM metrics.moved) AS moved, f.version FROM metrics.flush_state f',
};

/** Whether there are notes, and the number of the last flush. */
export async function lookForMoved(
  db: Queryable,
): Promise<{ readonly moved: boolean; readonly version: number }> {
  const [row] = await db.prepared<{ moved: boolean; version: number }>(LOOK, []);
  return row!;
}

type TakenRow = Omit<MovedMonth, 'month' | 'amount' | 'measure'> & {
  measure: string | null;
  month: BusinessDay;
  amount: number;
};

/** Everything: the note that says so was among them. */
export type Taken = readonly MovedMonth[] | 'everything';

const TAKE: Statement = {
  name: 'metrics.take_moved',
  text: 'DELETE FROM metrics.moved RETURNING measure, district, street, dims, month, amount, days, causes',
};

/** Takes the notes that the transaction's snapshot sees, and with them nothing that the cells of it do not hold. */
export async function takeMoved(tx: Transaction): Promise<Taken> {
  const rows = await tx.prepared<TakenRow>(TAKE, []);
  const notes: MovedMonth[] = [];
  for (const { measure, month, amount, ...row } of rows) {
    if (measure === null) return 'everything';
    notes.push({ ...row, measure, month: monthOf(month), amount: BigInt(amount) });
  }
  return notes;
}

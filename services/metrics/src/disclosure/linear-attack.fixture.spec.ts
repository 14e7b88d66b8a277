import { solve, type Constraint, type Model } from 'yalps';
import type { Withheld } from './published-table.js';

/**
 * An attacker who knows linear programming and nothing of our code: variables are the withheld cells, at least 1 each
 * (0 where nobody ever sees them); every row and column adds up to its sum.
 */
export function linearInterval(
  cells: readonly (readonly number[])[],
  withheld: Withheld,
  hidden: (row: number, column: number) => boolean,
  target: { readonly row: number; readonly column: number },
): { low: number; high: number } {
  const lastRow = cells.length - 1;
  const lastColumn = cells[0]!.length - 1;
  const variables = new Map<string, Map<string, number>>();
  const constraints = new Map<string, Constraint>();
  const known = new Map<string, number>();
  const places = cells.flatMap((counts, row) => counts.map((count, column) => ({ row, column, count })));
  for (const { row, column, count } of places) {
    const signs: [string, number][] = [
      [`row ${row}`, column === lastColumn ? -1 : 1],
      [`column ${column}`, row === lastRow ? -1 : 1],
    ];
    if (!withheld[row]![column]!) {
      signs.forEach(([rule, sign]) => known.set(rule, (known.get(rule) ?? 0) + sign * count));
      continue;
    }
    const name = `${row},${column}`;
    variables.set(name, new Map([...signs, [name, 1]]));
    constraints.set(name, { min: hidden(row, column) ? 0 : 1 });
  }
  for (let row = 0; row <= lastRow; row++)
    constraints.set(`row ${row}`, { equal: -(known.get(`row ${row}`) ?? 0) });
  for (let column = 0; column <= lastColumn; column++)
    constraints.set(`column ${column}`, { equal: -(known.get(`column ${column}`) ?? 0) });
  const objective = `${target.row},${target.column}`;
  const ask = (direction: 'minimize' | 'maximize'): number => {
    const model: Model = { direction, objective, constraints, variables };
    const { status, result } = solve(model);
    if (status === 'unbounded') return Infinity;
    if (status !== 'optimal') throw new Error(`attack failed: ${status}`);
    return Math.round(result);
  };
  return { low: ask('minimize'), high: ask('maximize') };
}

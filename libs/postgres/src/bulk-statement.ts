import { binaryArray, type ArrayType, type ArrayValues } from './binary-array.js';
import type { Statement } from './database.js';

type ColumnTypes = Readonly<Record<string, ArrayType>>;

/** Column name → values; all columns equally long. */
export type ColumnValues<C extends ColumnTypes> = {
  readonly [K in keyof C]: readonly (ArrayValues[C[K]] | null | undefined)[];
};

/**
 * A prepared statement over `unnest` of typed columns. `build` receives
 * `unnest($1::uuid[], …) AS rows(id, …)` and returns the whole SQL.
 */
export interface BulkStatement<C extends ColumnTypes> extends Statement {
  bind(values: ColumnValues<C>): Buffer[];
}

export function bulkStatement<C extends ColumnTypes>(
  name: string,
  columns: C,
  build: (rows: string, columnNames: string) => string,
): BulkStatement<C> {
  const names = Object.keys(columns);
  const placeholders = names.map((column, i) => `$${i + 1}::${columns[column]}[]`).join(', ');
  const list = names.join(', ');
  return {
    name,
    text: build(`unnest(${placeholders}) AS rows(${list})`, list),
    bind: (values) => {
      const length = values[names[0]!]!.length;
      return names.map((column) => {
        if (values[column]!.length !== length)
          throw new TypeError(`column ${column} of ${name} has another length`);
        return binaryArray(columns[column]!, values[column] as never);
      });
    },
  };
}

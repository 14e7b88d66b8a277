import { type Queryable, type Transaction, sqlIdentifier } from '@minhai/postgres';
import { columnsOf, type DomainView, type ViewRow } from './domain-view.js';

const tableOf = ({ name }: DomainView): string => `metrics.${sqlIdentifier(name)}`;

const named = (columns: readonly { readonly name: string }[], write: (column: string) => string): string[] =>
  columns.map(({ name }) => write(sqlIdentifier(name)));

/** All rows of a district. */
export const readViewRows = (db: Queryable, view: DomainView, district: string): Promise<ViewRow[]> =>
  db.query<ViewRow>(
    `SELECT ${named(columnsOf(view), (name) => `t.${name}::text AS ${name}`).join(', ')}
     FROM ${tableOf(view)} t WHERE t.district = $1`,
    [district],
  );

export async function upsertViewRows(
  tx: Transaction,
  view: DomainView,
  rows: readonly ViewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = named(columnsOf(view), (name) => name).join(', ');
  const upsert = {
    name: `metrics.upsert_${view.name}`,
    text: `INSERT INTO ${tableOf(view)} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${tableOf(view)}, $1::jsonb)
      ON CONFLICT (${named(view.key, (name) => name).join(', ')}) DO UPDATE
        SET ${named(view.values, (name) => `${name} = excluded.${name}`).join(', ')}`,
  };
  await tx.prepared(upsert, [JSON.stringify(rows)]);
}

export async function deleteViewRows(
  tx: Transaction,
  view: DomainView,
  rows: readonly ViewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const remove = {
    name: `metrics.delete_${view.name}`,
    text: `DELETE FROM ${tableOf(view)} t USING jsonb_populate_recordset(NULL::${tableOf(view)}, $1::jsonb) g
      WHERE ${named(view.key, (name) => `t.${name} = g.${name}`).join(' AND ')}`,
  };
  await tx.prepared(remove, [JSON.stringify(rows)]);
}

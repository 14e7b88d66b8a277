import { type GeneratedObject, VIEW_READERS, maskedColumn } from '@minhai/postgres';
import type { Titles } from '@minhai/facts';
import { commentsOn } from '../gold/comment-sql.js';
import { columnsOf, type DomainView } from './domain-view.js';

/** The view for readers: the table with its titles, counts of few people masked. */
export function goldDomainView(view: DomainView): GeneratedObject {
  const { name, titles } = view;
  const columns = columnsOf(view);
  return {
    name: `gold.${name}`,
    create: `CREATE OR REPLACE VIEW gold.${name} WITH (security_barrier = true) AS
        SELECT ${columns.map((column) => selected(view, column.name)).join(', ')} FROM metrics.${name} t;
      ${commentsOn('VIEW', name, bilingual(titles), Object.fromEntries(columns.map((column) => [column.name, bilingual(column.titles)])))}
      GRANT SELECT ON gold.${name} TO ${VIEW_READERS}`,
    drop: `DROP VIEW gold.${name}`,
  };
}

function selected({ name, people }: DomainView, column: string): string {
  if (!people?.includes(column)) return `t.${column}`;
  const mask = `CASE WHEN NOT t.withheld THEN t.${column} END`;
  return `${maskedColumn({ schema: 'gold', view: name, column, value: `t.${column}`, mask })} AS ${column}`;
}

const bilingual = ({ zh, en }: Titles): string => `${zh} · ${en}`;

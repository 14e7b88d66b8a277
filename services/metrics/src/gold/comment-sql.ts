import { sqlIdentifier, sqlLiteral } from '@minhai/postgres';

/** Statements with a semicolon each: titles of a table or view of gold and of its columns. */
export const commentsOn = (
  kind: 'TABLE' | 'VIEW',
  name: string,
  title: string,
  columns: Readonly<Record<string, string>>,
): string =>
  [
    `COMMENT ON ${kind} gold.${sqlIdentifier(name)} IS ${sqlLiteral(title)};`,
    ...Object.entries(columns).map(
      ([column, text]) =>
        `COMMENT ON COLUMN gold.${sqlIdentifier(name)}.${sqlIdentifier(column)} IS ${sqlLiteral(text)};`,
    ),
  ].join('\n');

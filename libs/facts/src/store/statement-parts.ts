/** Columns that name a row or finding, and the interval in which it was held true. */
export const KEY = { fact: 'int2', entity: 'text' } as const;
export const NAME = { ...KEY, id: 'uuid', known_from: 'timestamptz' } as const;
export const INTERVAL = { ...NAME, known_until: 'timestamptz' } as const;
export const CELL_KEY = {
  measure: 'text',
  district: 'text',
  street: 'text',
  dims: 'text',
  day: 'date',
} as const;

/** Adds the position within the arrays, from 1, to `unnest(…) AS rows(…)`. */
export const numbered = (rows: string): string =>
  rows.replace(/ AS rows\((.*)\)$/, ' WITH ORDINALITY AS rows($1, number)');

export const sameName = (idColumn: string): string =>
  `t.fact = rows.fact AND t.entity = rows.entity AND t.${idColumn} = rows.id AND t.known_from = rows.known_from`;

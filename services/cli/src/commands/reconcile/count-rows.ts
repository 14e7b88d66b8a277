import type { Counts, Reconciliation } from '@minhai/gateway';

/** Pure: one row per day, source and type, and the sum of all at the end. */
export const countRows = ({ days, totals }: Reconciliation): string[][] => [
  ...days.flatMap(({ day, source, types }) =>
    types.map((counts) => [day, source ?? '(unattributed)', counts.type ?? '(unknown)', ...cells(counts)]),
  ),
  ['sum', '', '', ...cells(totals)],
];

const cells = ({ sent, landed, held, duplicates, conflicts, heldByCode }: Counts): string[] => [
  ...[sent, landed, held, duplicates, conflicts].map(String),
  Object.entries(heldByCode)
    .map(([code, records]) => `${code} ${records}`)
    .join(', '),
];

import type { HeldRecord } from './held-record.js';
import type { SourceDay } from './reconciliation.js';

type Cell = string | number | null;

/** A byte order mark, by which spreadsheet programs know UTF-8. */
const BOM = '\uFEFF';

/** RFC 4180. A text that a spreadsheet would take for a formula is made one it does not. */
function cellOf(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const linesOf = (rows: readonly (readonly Cell[])[]): string =>
  BOM + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

const COUNT_TITLES = [
  'day',
  'source',
  'type',
  'sent',
  'landed',
  'held',
  'duplicates',
  'conflicts',
  'heldByCode',
];

/** One line per day, source and type, so that a column adds up. Unknown source and type are empty. */
export const countsCsv = (days: readonly SourceDay[]): string =>
  linesOf([
    COUNT_TITLES,
    ...days.flatMap(({ day, source, types }) =>
      types.map((counts): Cell[] => [
        day,
        source,
        counts.type,
        counts.sent,
        counts.landed,
        counts.held,
        counts.duplicates,
        counts.conflicts,
        codesOf(counts.heldByCode),
      ]),
    ),
  ]);

const codesOf = (heldByCode: Readonly<Record<string, number>>): string =>
  Object.entries(heldByCode)
    .map(([code, records]) => `${code}:${records}`)
    .join(' ');

const HELD_TITLES = [
  'receivedAt',
  'source',
  'type',
  'eventId',
  'status',
  'code',
  'pointer',
  'topic',
  'partition',
  'offset',
  'adviceZh',
  'adviceEn',
];

/** One line per record that did not land. */
export const heldCsv = (records: readonly HeldRecord[]): string =>
  linesOf([
    HELD_TITLES,
    ...records.map((held): Cell[] => [
      held.receivedAt,
      held.source,
      held.type,
      held.eventId,
      held.status,
      held.code,
      held.pointer,
      held.origin.topic,
      held.origin.partition,
      held.origin.offset,
      held.advice?.zh ?? null,
      held.advice?.en ?? null,
    ]),
  ]);

import { type CsvCell, csvOf } from '@minhai/nest/csv';
import type { HeldRecord } from './held-record.js';
import type { SourceDay } from './reconciliation.js';

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
  csvOf([
    COUNT_TITLES,
    ...days.flatMap(({ day, source, types }) =>
      types.map((counts): CsvCell[] => [
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
  csvOf([
    HELD_TITLES,
    ...records.map((held): CsvCell[] => [
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

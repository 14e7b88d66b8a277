import { isBusinessDay, isBusinessMonth } from '@minhai/domain';
import { cellText } from '../../../spreadsheet/cell-text.js';
import type { Cell } from '../../../spreadsheet/sheet.js';
import type { DateFormat } from '../mapping/mapping.js';

/** A wall-clock time in Shanghai. */
export interface DayAndTime {
  readonly day: string;
  /** `HH:MM:SS`. */
  readonly time: string;
}

const TIME = String.raw`(?:[ T]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})?)?秒?)?`;
const FORMS: Readonly<Record<Exclude<DateFormat, 'excel'>, RegExp>> = {
  'Y-M-D': new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`),
  'Y/M/D': new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${TIME}$`),
  'Y.M.D': new RegExp(`^(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})${TIME}$`),
  Y年M月D日: new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?${TIME}$`),
  YYYYMMDD: new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`),
};
const SERIAL = /^[1-9]\d{4}(\.\d+)?$/;
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet’s calendar from 1900-03-01 on; five digits begin in 1927, so a year is not taken for a day. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/**
 * The day and time of a cell in one of the formats; undefined for everything else, two-digit years among it.
 * A day without a time is 00:00:00.
 */
export function readDayAndTime(cell: Cell, formats: readonly DateFormat[]): DayAndTime | undefined {
  if (cell instanceof Date) return ofUtc(cell.getTime());
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/\s*([年月日号/.-])\s*/g, '$1');
  for (const format of formats) {
    const found = format === 'excel' ? ofSerial(text) : ofText(text, FORMS[format]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofText(text: string, form: RegExp): DayAndTime | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match as unknown as string[];
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
  const found = {
    day: `${year}-${two(month)}-${two(day)}`,
    time: `${two(hour)}:${two(minute)}:${two(second)}`,
  };
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isTime && isBusinessDay(found.day) ? found : undefined;
}

function ofSerial(text: string): DayAndTime | undefined {
  if (!SERIAL.test(text)) return undefined;
  return ofUtc(SERIAL_EPOCH + Number(text) * DAY_MS);
}

function ofUtc(milliseconds: number): DayAndTime | undefined {
  if (Number.isNaN(milliseconds)) return undefined;
  const text = new Date(Math.round(milliseconds / 1000) * 1000).toISOString();
  return isBusinessDay(text.slice(0, 10)) ? { day: text.slice(0, 10), time: text.slice(11, 19) } : undefined;
}

const MONTH = /^(\d{4})(?:[-/.年])?(\d{1,2})月?$/;

/** `YYYY-MM` of a month (2020-7, 2020年7月, 202007) or of a day of it. */
export function readMonth(cell: Cell, formats: readonly DateFormat[]): string | undefined {
  const match = cell instanceof Date ? null : MONTH.exec(cellText(cell).normalize('NFKC').replace(/\s/g, ''));
  const month = match
    ? `${match[1]}-${match[2]!.padStart(2, '0')}`
    : readDayAndTime(cell, formats)?.day.slice(0, 7);
  return month !== undefined && isBusinessMonth(month) ? month : undefined;
}

import { parseInstant } from '@minhai/domain';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1800, 0, 1);
const LAST = Date.UTC(3000, 0, 1);

/**
 * Epoch milliseconds of an RFC 3339 instant of the years 1800–2999, undefined for anything else. The usual forms
 * (`…T08:00:00+08:00`, `…Z`, with or without three digits of milliseconds) are read by hand: two of them stand in
 * every event.
 */
export function readInstant(text: string): number | undefined {
  const instant = readFixedForm(text) ?? parseInstant(text);
  return instant !== undefined && instant >= FIRST && instant < LAST ? instant : undefined;
}

function readFixedForm(text: string): number | undefined {
  const millisecondDigits = text.charCodeAt(19) === 0x2e ? 4 : 0;
  const zone = 19 + millisecondDigits;
  const isUtc = text.length === zone + 1 && text.charCodeAt(zone) === 0x5a;
  if (!isUtc && text.length !== zone + 6) return undefined;
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d || text.charCodeAt(10) !== 0x54)
    return undefined;
  if (text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) return undefined;
  const day = epochDay(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const millisecond = millisecondDigits === 0 ? 0 : two(text, 20) * 10 + digit(text, 22);
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  const offset = isUtc ? 0 : readOffset(text, zone);
  const instant =
    day * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond - offset * MINUTE_MS;
  return Number.isNaN(instant) ? undefined : instant;
}

/** NaN for anything but a digit, and NaN spreads. */
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

function readOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  const hours = two(text, at + 1);
  const minutes = two(text, at + 4);
  if ((sign !== 0x2b && sign !== 0x2d) || text.charCodeAt(at + 3) !== 0x3a || hours > 23 || minutes > 59)
    return Number.NaN;
  return sign === 0x2d ? -(hours * 60 + minutes) : hours * 60 + minutes;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a Gregorian date, NaN when there is no such day. */
function epochDay(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  if (!(day >= 1 && day <= length)) return Number.NaN;
  // Years counted from March put the leap day last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

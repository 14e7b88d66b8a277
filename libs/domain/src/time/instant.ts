import { dayOf, startOfDay } from './business-day.js';

const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Epoch milliseconds of an RFC 3339 instant, or undefined when the text is not one.
 * An offset is required; digits below a millisecond are cut; a leap second is refused.
 */
export function parseInstant(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [, day, hour, minute, second, fraction = '', offset] = match as unknown as string[];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined;
  const milliseconds = Number(`${fraction}000`.slice(0, 3));
  const local =
    midnight + Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + milliseconds;
  return local - offsetOf(offset!);
}

function offsetOf(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset[0] === '-' ? -minutes : minutes) * 60_000;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** RFC 3339 in Asia/Shanghai, e.g. `2020-12-31T16:00:00+08:00`; milliseconds only when there are any. */
export function formatInstant(epochMs: number): string {
  const day = dayOf(epochMs);
  const ofDay = epochMs - startOfDay(day);
  const hour = twoDigits[Math.floor(ofDay / 3_600_000)];
  const minute = twoDigits[Math.floor(ofDay / 60_000) % 60];
  const second = twoDigits[Math.floor(ofDay / 1000) % 60];
  const fraction = ofDay % 1000 === 0 ? '' : `.${String(ofDay % 1000).padStart(3, '0')}`;
  return `${day}T${hour}:${minute}:${second}${fraction}+08:00`;
}

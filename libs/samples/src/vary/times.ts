import {
  addMonths,
  dayOf,
  firstDayOfMonth,
  formatInstant,
  formatMarriageWordNumber,
  isBusinessDay,
  isBusinessMonth,
  monthOf,
  parseInstant,
  parseMarriageWordNumber,
  startOfDay,
  yearOf,
} from '@minhai/domain';
import { between } from '../random.js';
import { fieldsOf, type SampleEvent } from '../sample-event.js';
import { mapTexts } from './texts.js';
import type { Variation, VariationContext } from './variation.js';

const MONTHS_BACK = 24;
const DAY_MS = 86_400_000;

/** Moves the whole event by months into the two years before now: instants, days, months and years of word numbers. */
export const shiftByMonths: Variation = (event, context) =>
  shift(event, context, between(context.random, 0, MONTHS_BACK - 1));

/** The same by whole years, for rules that count days within a year or look at the season. */
export const shiftByYears: Variation = (event, context) => {
  const months = monthsUntilNow(event, context.now);
  shift(event, context, (((months % 12) + 12) % 12) + 12 * between(context.random, 0, MONTHS_BACK / 12));
};

/** Another hour of the same days; registration keeps its distance. */
export const shiftTimeOfDay: Variation = (event, { random, now }) => {
  const time = instantOf(event.time);
  const recorded = instantOf(event.recordedtime);
  const room = startOfDay(dayOf(Math.max(time, recorded))) + DAY_MS - 1 - Math.max(time, recorded);
  const by = Math.floor((random() * Math.max(0, Math.min(room, now - recorded))) / 1000) * 1000;
  event.time = formatInstant(time + by);
  event.recordedtime = formatInstant(recorded + by);
};

/** For a clock that runs before the samples were written. */
export const shiftBeforeNow: Variation = (event, context) => shift(event, context, 0);

function shift(event: SampleEvent, { eventType, now }: VariationContext, monthsBeforeNow: number): void {
  let months = monthsUntilNow(event, now) - monthsBeforeNow;
  if (moved(event.recordedtime, months) > now) months--;
  const [from, to] = [yearOfInstant(event.time), yearOf(dayOf(moved(event.time, months)))];
  event.time = formatInstant(moved(event.time, months));
  event.recordedtime = formatInstant(moved(event.recordedtime, months));
  mapTexts(event.data, fieldsOf(eventType), (text, { shape, check }) => {
    if (shape.kind === 'date' && isBusinessDay(text)) return addMonths(text, months);
    if (check === 'month' && isBusinessMonth(text)) return monthOf(addMonths(firstDayOfMonth(text), months));
    if (check === 'marriage-word-number') return withYear(text, from, to);
    return text;
  });
}

function withYear(text: string, from: number, to: number): string {
  const number = parseMarriageWordNumber(text);
  return number?.year === from ? formatMarriageWordNumber({ ...number, year: to }) : text;
}

function moved(instant: string, months: number): number {
  const time = instantOf(instant);
  const day = dayOf(time);
  return startOfDay(addMonths(day, months)) + (time - startOfDay(day));
}

const monthIndex = (epochMs: number): number => {
  const day = dayOf(epochMs);
  return yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
};

const monthsUntilNow = ({ recordedtime }: SampleEvent, now: number): number =>
  monthIndex(now) - monthIndex(instantOf(recordedtime));

const yearOfInstant = (instant: string): number => yearOf(dayOf(instantOf(instant)));

/** Samples are valid, so they carry instants; another text becomes the epoch and is refused. */
const instantOf = (text: string): number => parseInstant(text) ?? 0;

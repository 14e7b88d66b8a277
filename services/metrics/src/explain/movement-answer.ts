import {
  type BusinessDay,
  type Decimal,
  formatDecimal,
  formatInstant,
  subtractDecimals,
} from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import type { Figures } from '../evaluate/evaluate.js';
import type { EventShare, PartName, Share } from './decompose.js';
import { type EvidenceRow, entityName } from './evidence.js';
import { pageOf, restOf, staleCursor } from './event-page.js';
import { type Fraction, formatFraction, rounded } from '../evaluate/fraction.js';
import { type Movement, type PrintedPart, formatShare } from './movement.js';

/** Decimals as strings; `exact` is the value before any rounding, `12/35`. */
export interface PrintedShare {
  readonly value: string | null;
  readonly exact: string | null;
  readonly numerator: string;
  readonly denominator: string;
}

export interface MovingEntity {
  readonly fact: string;
  /** `***`: a person or household, for readers without the right. */
  readonly entity: string;
}

export interface MovingEvent extends PrintedShare {
  readonly id: string;
  readonly type: string | null;
  /** Null for readers who may not see few people's figures, where people are counted. */
  readonly day: BusinessDay | null;
  readonly recordedTime: string | null;
  readonly street: string | null;
  readonly entities: readonly MovingEntity[];
}

export interface MovementPart extends PrintedShare {
  readonly part: PartName;
  readonly titles: Titles;
  readonly eventCount: number;
  readonly events: readonly MovingEvent[];
  /** What the events not listed in this answer add up to, those of earlier pages included; null when all are. */
  readonly rest: (PrintedShare & { readonly eventCount: number }) | null;
  readonly nextCursor: string | null;
}

export interface ReadingAnswer extends Figures {
  readonly asOf: BusinessDay;
  readonly knownAt: string | null;
}

export interface MovementAnswer {
  readonly indicator: string;
  readonly name: Titles;
  readonly unit: string;
  readonly region: string;
  readonly from: ReadingAnswer;
  readonly to: ReadingAnswer;
  /** What the parts add up to: as printed to the last digit, and exactly. */
  readonly difference: PrintedShare;
  /** Why there is no value to explain; null when there is. */
  readonly remark: Titles | null;
  readonly parts: readonly MovementPart[];
}

export const PART_TITLES: Readonly<Record<PartName, Titles>> = {
  definition: { zh: '指标口径变化', en: 'another definition' },
  corrections: { zh: '更正', en: 'corrections' },
  voids: { zh: '作废', en: 'voids' },
  late: { zh: '迟报', en: 'late arrivals' },
  divisions: { zh: '区划变更', en: 'changes of divisions' },
  'earlier-period': { zh: '上期不再计入', en: 'left behind with the earlier period' },
  numerator: { zh: '分子变动', en: 'numerator events' },
  denominator: { zh: '分母变动', en: 'denominator events' },
};

export const NO_VALUE: Titles = {
  zh: '至少一次读数的分母为零，没有数值可以解释；分子与分母分别说明',
  en: 'the denominator is nothing at one reading at least, so there is no value to explain; numerator and denominator are explained each for itself',
};

/** More decimals than the figure has, so that a single event is seen to move it. */
const EVENT_DECIMALS = 4;

export interface Presentation {
  readonly decimals: number;
  readonly rows: readonly EvidenceRow[];
  readonly limit: number;
  readonly part?: PartName | undefined;
  readonly cursor?: string | undefined;
  /** Facts whose entities everybody may see; null: the reader may see all. */
  readonly shownFacts: ReadonlySet<string> | null;
  /** Whether day and place of single events may be told. */
  readonly tellsPlaces: boolean;
}

export const differenceOf = ({ exact, printed }: Movement): PrintedShare =>
  shareOf(exact, formatShare(printed));

/** Throws RefusedError for a cursor of a part that is no more. */
export function partsOf(movement: Movement, presentation: Presentation): MovementPart[] {
  const asked = movement.parts.filter(
    ({ part }) => presentation.part === undefined || part === presentation.part,
  );
  if (presentation.cursor !== undefined && asked.length === 0) throw staleCursor();
  return asked.map((part) => partOf(part, movement, presentation));
}

function partOf(part: PrintedPart, movement: Movement, presentation: Presentation): MovementPart {
  const { limit, cursor, decimals } = presentation;
  const { events, nextCursor } = pageOf(part, limit, cursor);
  const hidden = part.events.length - events.length;
  return {
    part: part.part,
    titles: PART_TITLES[part.part],
    ...shareOf(part, formatShare(part.printed)),
    eventCount: part.events.length,
    events: events.map((event) => eventOf(event, movement, presentation)),
    rest:
      hidden === 0
        ? null
        : { eventCount: hidden, ...printedShare(remainder(part, events), decimals + EVENT_DECIMALS) },
    nextCursor,
  };
}

const remainder = (part: PrintedPart, shown: readonly EventShare[]): Share => ({
  value: restOf(part, shown),
  numerator: shown.reduce((rest, { numerator }) => subtractDecimals(rest, numerator), part.numerator),
  denominator: shown.reduce((rest, { denominator }) => subtractDecimals(rest, denominator), part.denominator),
});

function eventOf(share: EventShare, { attribution }: Movement, presentation: Presentation): MovingEvent {
  const event = attribution.eventOf(share.eventId);
  const told = event && presentation.tellsPlaces ? event : undefined;
  const about = [share.eventId, event?.voids ?? event?.correctionOf];
  const rows = presentation.rows.filter(({ causes }) => causes.some((cause) => about.includes(cause)));
  return {
    id: share.eventId,
    type: event?.type ?? null,
    day: told?.day ?? null,
    recordedTime: told ? formatInstant(told.recordedTime) : null,
    street: told?.street ?? null,
    ...printedShare(share, presentation.decimals + EVENT_DECIMALS),
    entities: [...new Map(rows.map((row) => [entityName(row), row])).values()].map(({ fact, entity }) => ({
      fact,
      entity: presentation.shownFacts === null || presentation.shownFacts.has(fact) ? entity : '***',
    })),
  };
}

const printedShare = (share: Share, decimals: number): PrintedShare =>
  shareOf(share, share.value && formatDecimal(rounded(share.value, decimals)));

const shareOf = (
  { value, numerator, denominator }: { value: Fraction | null; numerator: Decimal; denominator: Decimal },
  printed: string | null,
): PrintedShare => ({
  value: printed,
  exact: value && formatFraction(value),
  numerator: formatDecimal(numerator),
  denominator: formatDecimal(denominator),
});

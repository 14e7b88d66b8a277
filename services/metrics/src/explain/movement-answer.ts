import {
  type BusinessDay,
  type Decimal,
  formatDecimal,
  formatInstant,
  subtractDecimals,
} from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import { MASKED_KEY, type ShownCases, shownCount } from '../disclosure/shown-cases.js';
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

/** A share of single cases; all null to readers who may not see those. */
export type CaseShare = { readonly [K in keyof PrintedShare]: string | null };

export interface MovingEvent extends CaseShare {
  readonly id: string;
  readonly type: string | null;
  /** Null to readers who may not see single cases, as its shares. */
  readonly day: BusinessDay | null;
  readonly recordedTime: string | null;
  readonly street: string | null;
  readonly entities: readonly MovingEntity[];
}

export interface MovementPart extends PrintedShare {
  readonly part: PartName;
  readonly titles: Titles;
  /** Null where they are few and the reader may not see single cases; none of them is listed then. */
  readonly eventCount: number | null;
  readonly events: readonly MovingEvent[];
  /** What the events not listed in this answer add up to, those of earlier pages included; null when all are. */
  readonly rest: (CaseShare & { readonly eventCount: number }) | null;
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
  readonly showsKey: ShownCases['showsKey'];
  /** Whether day, place and share of single events may be told. */
  readonly tellsCases: boolean;
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
  const whole = {
    part: part.part,
    titles: PART_TITLES[part.part],
    ...shareOf(part, formatShare(part.printed)),
  };
  const eventCount = presentation.tellsCases ? part.events.length : shownCount(part.events.length);
  if (eventCount === null) return { ...whole, eventCount, events: [], rest: null, nextCursor: null };
  const { events, nextCursor } = pageOf(part, presentation.limit, presentation.cursor);
  const hidden = part.events.length - events.length;
  return {
    ...whole,
    eventCount,
    events: events.map((event) => eventOf(event, movement, presentation)),
    rest:
      hidden === 0 ? null : { eventCount: hidden, ...caseShare(() => remainder(part, events), presentation) },
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
  const told = event && presentation.tellsCases ? event : undefined;
  const about = [share.eventId, event?.voids ?? event?.correctionOf];
  const rows = presentation.rows.filter(({ causes }) => causes.some((cause) => about.includes(cause)));
  return {
    id: share.eventId,
    type: event?.type ?? null,
    day: told?.day ?? null,
    recordedTime: told ? formatInstant(told.recordedTime) : null,
    street: told?.street ?? null,
    ...caseShare(() => share, presentation),
    entities: [...new Map(rows.map((row) => [entityName(row), row])).values()].map(({ fact, entity }) => ({
      fact,
      entity: presentation.showsKey(fact) ? entity : MASKED_KEY,
    })),
  };
}

const NOT_TOLD: CaseShare = { value: null, exact: null, numerator: null, denominator: null };

function caseShare(shareOfCases: () => Share, { tellsCases, decimals }: Presentation): CaseShare {
  if (!tellsCases) return NOT_TOLD;
  const share = shareOfCases();
  return shareOf(share, share.value && formatDecimal(rounded(share.value, decimals + EVENT_DECIMALS)));
}

const shareOf = (
  { value, numerator, denominator }: { value: Fraction | null; numerator: Decimal; denominator: Decimal },
  printed: string | null,
): PrintedShare => ({
  value: printed,
  exact: value && formatFraction(value),
  numerator: formatDecimal(numerator),
  denominator: formatDecimal(denominator),
});

import { shownCount } from '../disclosure/shown-cases.js';
import { difference } from '../evaluate/difference.js';
import { isCounted, termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import type { EditionContents, EditionFigure } from './contents.js';
import type { RestatedPart } from './restatement-parts.js';

type Shown = Pick<EditionFigure, 'value' | 'numerator' | 'denominator' | 'withheld'>;

/** An event that came, or was registered, after the edition, and belongs to what a changed figure counts. */
export interface LaterEvent {
  readonly id: string;
  readonly type: string;
  readonly domain: string;
  readonly partition: number;
  readonly position: number;
  /** RFC 3339. */
  readonly recordedAt: string;
  /** `correction` and `void` amend an earlier event; `late` reports something that had been missing. */
  readonly kind: 'correction' | 'void' | 'late';
}

/** Where a later event counts. */
export interface LaterCause {
  readonly measure: string;
  readonly street: string;
  readonly dims: Readonly<Record<string, string>>;
  readonly event: LaterEvent;
}

/** Null where either side has no value. */
export interface Difference {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** The same figures three times: as published; known up to the same time, by today’s lake; known today. */
export interface Readings {
  readonly published: EditionContents;
  readonly arrived: EditionContents;
  readonly present: EditionContents;
}

export interface ChangedFigure {
  readonly indicator: string;
  readonly region: string;
  readonly published: Shown;
  readonly present: Shown;
  /** Whether any reading of it is withheld: what leads from one to another would tell it. */
  readonly withheld: boolean;
  /** present − published, and the two steps it is the sum of. */
  readonly difference: Difference;
  /** What had been registered by the pinned time but reached the lake after the pinned positions. */
  readonly arrivedLater: Difference;
  /** What was registered after the pinned time. */
  readonly registeredLater: Difference;
  /** What `registeredLater` is the sum of; null where a figure is withheld. */
  readonly parts: readonly RestatedPart[] | null;
  /**
   * How many later events belong to what the figure counts; the first of them follow. Null, and none follows, where they
   * would tell of few people.
   */
  readonly eventCount: number | null;
  readonly events: readonly LaterEvent[];
}

const SHOWN_EVENTS = 50;

/** What a figure is whose region has nothing to count: nothing of a count, no value of a quotient. */
const nothingLike = ({ denominator }: Shown): Shown =>
  denominator === null
    ? { value: '0', numerator: '0', denominator, withheld: false }
    : { value: null, numerator: '0', denominator: '0', withheld: false };

/** The figures that would be published otherwise today; pure. In the order of indicators and regions. */
export function changedFigures({ published, arrived, present }: Readings): ChangedFigure[] {
  const before = byName(published);
  const between = byName(arrived);
  const after = byName(present);
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old && now && isSame(old, now)) return [];
    const known = (old ?? now)!;
    const shown = (figure: EditionFigure | undefined) => shownOf(figure ?? nothingLike(known));
    const [first, middle, last] = [shown(old), shown(between.get(name)), shown(now)];
    return {
      indicator: known.indicator,
      region: known.region,
      published: first,
      present: last,
      withheld: [first, middle, last].some(({ withheld }) => withheld),
      difference: differenceOf(first, last),
      arrivedLater: differenceOf(first, middle),
      registeredLater: differenceOf(middle, last),
      parts: null,
      eventCount: 0,
      events: [],
    };
  });
}

/** Adds to a changed figure the later events that it counts. */
export function withEvents(
  figure: ChangedFigure,
  indicator: IndicatorDefinition,
  causes: readonly LaterCause[],
): ChangedFigure {
  const whole = figure.region === indicator.district;
  const own = causes.filter(
    ({ measure, street, dims }) =>
      (whole || street === figure.region) &&
      termsOf(indicator).some((term) => term.measure === measure && isCounted(term, dims)),
  );
  const events = [...new Map(own.map(({ event }) => [event.id, event])).values()].toSorted(
    (a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.domain, b.domain) || compare(a.id, b.id),
  );
  return { ...figure, eventCount: events.length, events: events.slice(0, SHOWN_EVENTS) };
}

/**
 * A changed figure to a reader who may not see single cases of what it counts: of few events their number and ids would
 * tell whose the difference is. Of a withheld figure the number of events would be the number of people.
 */
export function withoutFewCases(figure: ChangedFigure): ChangedFigure {
  const eventCount = figure.withheld || figure.eventCount === null ? null : shownCount(figure.eventCount);
  const parts = figure.parts?.map((part) => ({ ...part, eventCount: shownCount(part.eventCount ?? 0) }));
  return { ...figure, eventCount, events: eventCount === null ? [] : figure.events, parts: parts ?? null };
}

const byName = ({ figures }: EditionContents): Map<string, EditionFigure> =>
  new Map(figures.map((figure) => [`${figure.indicator} ${figure.region}`, figure]));

const isSame = (a: Shown, b: Shown): boolean =>
  a.value === b.value &&
  a.numerator === b.numerator &&
  a.denominator === b.denominator &&
  a.withheld === b.withheld;

const shownOf = ({ value, numerator, denominator, withheld }: Shown): Shown => ({
  value,
  numerator,
  denominator,
  withheld,
});

const differenceOf = (before: Shown, now: Shown): Difference => ({
  value: difference(before.value, now.value),
  numerator: difference(before.numerator, now.numerator),
  denominator: difference(before.denominator, now.denominator),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

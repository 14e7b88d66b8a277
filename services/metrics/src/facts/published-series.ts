import type { BusinessDay } from '@minhai/domain';
import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from './finding.js';
import { groupBy } from './group-by.js';
import { byRecording } from './recording.js';
import type { Stretch } from './span.js';

/** A figure that holds from its day until the next one of its series. */
export interface Published<Event extends FactEvent<any>> extends Stretch {
  readonly event: Event;
}

export interface SeriesRules<Event extends FactEvent<any>> {
  /** The period a figure is about: a month, a round, a date. */
  readonly periodOf: (event: Event) => string;
  /** The first day on which it holds. */
  readonly fromOf: (event: Event) => BusinessDay;
}

export interface Series<Event extends FactEvent<any>> {
  /** One per period, oldest first; of two that begin on one day only the one of the longer period. */
  readonly figures: readonly Published<Event>[];
  /** One per period, those hidden by a longer one included. */
  readonly standing: readonly Event[];
  /** Of one period: what was superseded and by what. */
  readonly superseded: readonly (readonly [Event, Event])[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of several figures of one period the one recorded last holds (tie: the greater id). */
export function seriesOf<Event extends FactEvent<any>>(
  history: readonly Event[],
  { periodOf, fromOf }: SeriesRules<Event>,
): Series<Event> {
  const superseded: (readonly [Event, Event])[] = [];
  const standing = [...groupBy(history, periodOf).values()].map((same) => {
    const recorded = same.toSorted(byRecording);
    recorded.slice(1).forEach((later, i) => superseded.push([recorded[i]!, later]));
    return recorded.at(-1)!;
  });
  // `2021` is a longer period than `2021-12`, which ends on the same day.
  standing.sort(
    (a, b) =>
      compare(fromOf(a), fromOf(b)) ||
      periodOf(b).length - periodOf(a).length ||
      compare(periodOf(a), periodOf(b)),
  );
  const figures = standing.map((event, i): Published<Event> => {
    const next = standing[i + 1];
    const causes = next ? [event.id, next.id] : [event.id];
    return { event, from: fromOf(event), until: next ? fromOf(next) : null, causes };
  });
  return { figures: figures.filter(({ from, until }) => from !== until), standing, superseded };
}

/** Figures that were published may be published anew; editions that used the old ones are restated. */
export const restated = <Event extends FactEvent<any>>(
  superseded: Series<Event>['superseded'],
  periodOf: SeriesRules<Event>['periodOf'],
): Finding[] =>
  superseded.map(([earlier, later]) =>
    finding('PERIOD_RESTATED', [earlier, later], { case: 'published again', period: periodOf(later) }),
  );

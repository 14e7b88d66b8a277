import {
  type BusinessDay,
  dayOf,
  firstDayOfYear,
  formatInstant,
  isDistrictCode,
  yearOf,
} from '@minhai/domain';
import type { Database } from '@minhai/postgres';
import { readWindows } from '../cells/measure.reader.js';
import { inSnapshot } from '../cells/snapshot.js';
import { type Rights, peopleHiddenFrom } from '../disclosure/shown-figures.js';
import {
  type Organisation,
  organisationWindows,
  organised,
  readOrganisation,
} from '../divisions/organisation.js';
import { type Lookup, ownPeriod, termsOf } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { badParameter } from '../indicators-api/bad-parameter.js';
import { getIndicator } from '../indicators-api/get-indicator.js';
import type { Clock } from '../tokens.js';
import { readingOf, requireAggregate } from './aggregation.js';
import { readChanges } from './change.reader.js';
import { type SeriesPeriod, periodsOf, usualStart } from './periods.js';
import { pointsOf } from './points.js';
import { prefixLookup } from './prefix-lookup.js';
import { withheldIn } from './withheld-points.js';
import { MOST_POINTS, type SeriesAnswer, type SeriesQuery } from './series.api.js';

/** An indicator over time, straight from the cells, or from the rows as known at a time. */
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly indicators: readonly IndicatorDefinition[],
    private readonly clock: Clock,
  ) {}

  async series(id: string, query: SeriesQuery, reader: Rights): Promise<SeriesAnswer> {
    const indicator = getIndicator(this.indicators, id);
    const { by, aggregate } = query;
    requireAggregate(aggregate, indicator, 'periods');
    const street = streetAsked(indicator, query);
    const periods = this.periods(query);
    const { lookup, organisation } = await this.read(indicator, periods, query);
    const people = peopleHiddenFrom(reader, indicator);
    return {
      id,
      district: indicator.district,
      region: street ?? indicator.district,
      name: { zh: indicator.names.zh, en: indicator.names.en },
      unit: indicator.unit,
      kind: indicator.kind,
      by,
      aggregate,
      reading: readingOf(indicator.kind, aggregate),
      organised: query.organised,
      knownAt: query.knownAt === undefined ? null : formatInstant(query.knownAt),
      points: pointsOf(indicator, organisation ? organised(lookup, organisation) : lookup, {
        periods,
        aggregate,
        street,
        withheldIn: withheldIn(indicator, aggregate, { people, lookup, organisation }),
      }),
    };
  }

  private periods({ by, from, to = dayOf(this.clock()) }: SeriesQuery): SeriesPeriod[] {
    const start = from ?? usualStart(by, to);
    if (start > to) throw badParameter('/from', `must not be after ${to}`);
    const periods = periodsOf(by, start, to, MOST_POINTS);
    if (periods.length > MOST_POINTS)
      throw badParameter(
        '/from',
        `a series has at most ${MOST_POINTS} points; ask for fewer ${by}s, or for longer ones with by`,
      );
    return periods;
  }

  private read(
    indicator: IndicatorDefinition,
    periods: readonly SeriesPeriod[],
    { organised: how, organisedAt, ...query }: SeriesQuery,
  ): Promise<SeriesReading> {
    const [first, last] = [periods[0]!, periods.at(-1)!];
    const { district } = indicator;
    const knownAt = query.knownAt ?? null;
    return inSnapshot(this.database, async (tx) => {
      const changes = await readChanges(tx, {
        district,
        measures: termsOf(indicator).map(({ measure }) => measure),
        from: firstDayNeeded(indicator, first.from),
        to: last.to,
        knownAt,
      });
      const lookup = prefixLookup(changes);
      if (how === 'then') return { lookup, organisation: null };
      const day = organisedAt ?? last.to;
      const divisions = await readWindows(tx, district, organisationWindows(day), knownAt);
      return { lookup, organisation: readOrganisation(divisions, day) };
    });
  }
}

/** What the records say, and the organisation under which it is asked for. */
interface SeriesReading {
  readonly lookup: Lookup;
  readonly organisation: Organisation | null;
}

/** A flow counts from the first day of its year or plan. */
function firstDayNeeded(indicator: IndicatorDefinition, day: BusinessDay): BusinessDay {
  return firstDayOfYear(ownPeriod(indicator, day)?.from ?? yearOf(day));
}

function streetAsked(
  { district, breakdown, id }: IndicatorDefinition,
  { region }: SeriesQuery,
): string | undefined {
  if (region === undefined || region === district) return undefined;
  if (isDistrictCode(region)) throw badParameter('/region', `${id} is a figure of ${district}`);
  if (breakdown === null)
    throw badParameter(
      '/region',
      `${id} is kept for the district only, because a part of it is published for the whole district; ask for region=${district}`,
    );
  return region;
}

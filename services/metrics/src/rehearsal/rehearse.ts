import { type BusinessDay, compareDecimals, lastDayOfYear, parseDecimal, yearOf } from '@minhai/domain';
import { type TellingDifference, tellingDifferences } from '../disclosure/differencing.js';
import { cutsOf } from '../disclosure/published-cuts.js';
import { type PeopleBehind, peopleBehind } from '../disclosure/threshold.js';
import { type PeopleOf, figuresAt, shownBase } from '../disclosure/region-figures.js';
import { withheldRegions } from '../disclosure/withheld-regions.js';
import { withheldRows } from '../disclosure/withheld-rows.js';
import { difference } from '../evaluate/difference.js';
import { type EvaluatedIndicator, evaluate } from '../evaluate/evaluate.js';
import { type MonthCell, type SeriesRow, seriesOf } from '../evaluate/series.js';
import type { Lookup } from '../evaluate/window.js';
import type { IndicatorDefinition } from '../indicators/definition.js';

/** One figure by both definitions; null: none, or withheld because it tells of few people. */
export interface FigureChange {
  readonly region: string;
  readonly periodEnd: BusinessDay;
  readonly before: string | null;
  readonly after: string | null;
  /** after − before; null when either is null. */
  readonly difference: string | null;
}

export interface HistoryChange {
  /** Month ends that either definition has a figure for. */
  readonly figures: number;
  readonly changed: number;
  readonly first: FigureChange | null;
  readonly last: FigureChange | null;
  /** By the size of the difference; of equal ones the earliest. */
  readonly largest: FigureChange | null;
}

export interface RegionChange extends HistoryChange {
  readonly region: string;
}

type Standing = Pick<EvaluatedIndicator, 'value' | 'completion' | 'status'>;

export interface PlanDateChange {
  readonly asOf: BusinessDay;
  readonly before: Standing | null;
  readonly after: Standing;
  readonly difference: string | null;
}

export interface BaseChange {
  readonly before: EvaluatedIndicator['base'];
  readonly after: EvaluatedIndicator['base'];
  readonly changes: boolean;
}

export interface SmallCells {
  /** The strictest threshold of the people counted; null: none are counted. */
  readonly k: number | null;
  /** Figures of 街镇 at month ends that count 1 to k − 1 people. */
  readonly underThreshold: number;
  /** Those and the figures that must be withheld with them. */
  readonly withheld: number;
}

export interface RehearsalReport {
  readonly district: HistoryChange;
  /** Every 街镇 and `unknown` that either definition has figures for. */
  readonly streets: readonly RegionChange[];
  readonly base: BaseChange;
  readonly planDates: readonly PlanDateChange[];
  /** Whether the status at any of these dates would be another. */
  readonly statusChanges: boolean;
  readonly smallCells: { readonly before: SmallCells | null; readonly after: SmallCells };
  /** At plan dates: counts of people that differ from one another, or from other indicators’, by too few. */
  readonly tellingDifferences: readonly TellingDifference[];
}

export interface RehearsalInput {
  readonly current: IndicatorDefinition | undefined;
  readonly proposed: IndicatorDefinition;
  /** Of the measures of both. */
  readonly cells: readonly MonthCell[];
  /** Other indicators of the district that count the same people. Default: none. */
  readonly others?: readonly IndicatorDefinition[];
  /** Answers the windows of all at `planDatesOf`. */
  readonly lookup: Lookup;
  /** Which of an indicator’s counts are counts of people. Default: as its measures say. */
  readonly peopleOf?: PeopleOf;
}

const FIRST_PLAN_YEAR = 2020;
const LAST_PLAN_YEAR = 2025;

/** The base day and the ends of the years of the plan. */
export function planDatesOf({ base, target }: IndicatorDefinition): BusinessDay[] {
  const last = target?.year ?? LAST_PLAN_YEAR;
  const first = Math.min(base ? yearOf(base.asOf) : FIRST_PLAN_YEAR, last);
  const ends = Array.from({ length: last - first + 1 }, (_, i) => lastDayOfYear(first + i));
  return [...new Set([...(base ? [base.asOf] : []), ...ends])].sort();
}

/** What a definition would change, everywhere and always; pure. */
export function rehearse(input: RehearsalInput): RehearsalReport {
  const { current, proposed, cells, peopleOf = peopleBehind } = input;
  const before = current && new Series(current, cells, peopleOf(current));
  const after = new Series(proposed, cells, peopleOf(proposed));
  const changes = changesOf(before, after);
  const streets = [...new Set(changes.map(({ region }) => region))]
    .filter((it) => it !== proposed.district)
    .sort();
  const of = (region: string) => changes.filter((change) => change.region === region);
  const evaluated = planDatesOf(proposed).map((asOf) => bothAt(input, asOf));
  const planDates = evaluated.map(planDate);
  return {
    district: summaryOf(of(proposed.district)),
    streets: streets.map((region) => ({ region, ...summaryOf(of(region)) })),
    base: baseChange(evaluated[0]!),
    planDates,
    statusChanges: planDates.some((date) => date.before !== null && date.before.status !== date.after.status),
    smallCells: { before: before?.smallCells() ?? null, after: after.smallCells() },
    tellingDifferences: planDatesOf(proposed).flatMap((asOf) => tellingAt(input, asOf)),
  };
}

/** Of the proposed definition’s cuts; what is withheld is compared with nothing. */
function tellingAt(
  { proposed, others = [], lookup, peopleOf = peopleBehind }: RehearsalInput,
  asOf: BusinessDay,
): TellingDifference[] {
  const published = [proposed, ...others].flatMap((indicator) => {
    const { district, streets, withheld } = figuresAt(indicator, asOf, lookup, peopleOf(indicator));
    return [district, ...streets]
      .filter(({ region }) => !withheld.has(region))
      .map((figures) => ({ name: indicator.id, indicator, ...figures }));
  });
  const isOwn = (name: string): boolean => name.startsWith(`${proposed.id} `);
  return tellingDifferences(cutsOf(published, asOf)).filter(
    ({ wider, narrower }) => isOwn(wider) || isOwn(narrower),
  );
}

/** The figures of one definition at all month ends, and which of them are withheld. */
class Series {
  readonly rows: ReadonlyMap<string, SeriesRow>;
  private readonly hidden: ReadonlySet<string>;

  constructor(
    private readonly indicator: IndicatorDefinition,
    cells: readonly MonthCell[],
    private readonly people: PeopleBehind | undefined,
  ) {
    const rows = seriesOf(indicator, cells);
    this.rows = new Map(rows.map((row) => [nameOf(row), row]));
    this.hidden = new Set([...withheldRows([indicator], rows, () => people)].map(nameOf));
  }

  isHidden(name: string): boolean {
    return this.hidden.has(name);
  }

  smallCells(): SmallCells {
    const streets = [...this.rows].filter(([, { region }]) => region !== this.indicator.district);
    return {
      k: this.people?.k ?? null,
      underThreshold: streets.filter(([, row]) => withheldRegions(this.people, row, []).size > 0).length,
      withheld: streets.filter(([name]) => this.isHidden(name)).length,
    };
  }
}

interface Change extends FigureChange {
  readonly isChanged: boolean;
}

const nameOf = ({ region, periodEnd }: Pick<SeriesRow, 'region' | 'periodEnd'>): string =>
  `${periodEnd} ${region}`;

function changesOf(before: Series | undefined, after: Series): Change[] {
  const names = [...new Set([...(before?.rows.keys() ?? []), ...after.rows.keys()])].sort();
  return names.map((name) => {
    const [old, now] = [before?.rows.get(name), after.rows.get(name)];
    const { region, periodEnd } = (now ?? old)!;
    const hidden = after.isHidden(name) || (before?.isHidden(name) ?? false);
    const values = hidden ? [null, null] : [old?.value ?? null, now?.value ?? null];
    const isChanged =
      (old?.value ?? null) !== (now?.value ?? null) || (old === undefined) !== (now === undefined);
    const [was, is] = values as [string | null, string | null];
    return { region, periodEnd, before: was, after: is, difference: difference(was, is), isChanged };
  });
}

function summaryOf(changes: readonly Change[]): HistoryChange {
  const changed = changes.filter(({ isChanged }) => isChanged).map(({ isChanged: _, ...change }) => change);
  return {
    figures: changes.length,
    changed: changed.length,
    first: changed[0] ?? null,
    last: changed.at(-1) ?? null,
    largest: changed.reduce<FigureChange | null>(larger, null),
  };
}

function larger(best: FigureChange | null, change: FigureChange): FigureChange | null {
  if (change.difference === null) return best;
  if (best === null) return change;
  return compareDecimals(sizeOf(change), sizeOf(best)) > 0 ? change : best;
}

const sizeOf = ({ difference }: FigureChange) => {
  const value = parseDecimal(difference!)!;
  return value.unscaled < 0n ? { ...value, unscaled: -value.unscaled } : value;
};

interface Both {
  readonly asOf: BusinessDay;
  readonly before: EvaluatedIndicator | null;
  readonly after: EvaluatedIndicator;
}

/** Both definitions at a day; without the values where the district’s figure is withheld by either. */
function bothAt(
  { current, proposed, lookup, peopleOf = peopleBehind }: RehearsalInput,
  asOf: BusinessDay,
): Both {
  const isWithheld = (indicator: IndicatorDefinition): boolean =>
    figuresAt(indicator, asOf, lookup, peopleOf(indicator)).withheld.has(indicator.district);
  const hidden = isWithheld(proposed) || (current !== undefined && isWithheld(current));
  const at = (indicator: IndicatorDefinition): EvaluatedIndicator => {
    const evaluated = evaluate(indicator, asOf, lookup);
    const base = evaluated.base && shownBase(indicator, evaluated.base, lookup, peopleOf(indicator));
    return hidden ? { ...evaluated, base, value: null, completion: null } : { ...evaluated, base };
  };
  return { asOf, before: current ? at(current) : null, after: at(proposed) };
}

const standingOf = ({ value, completion, status }: EvaluatedIndicator): Standing => ({
  value,
  completion,
  status,
});

const planDate = ({ asOf, before, after }: Both): PlanDateChange => ({
  asOf,
  before: before && standingOf(before),
  after: standingOf(after),
  difference: difference(before?.value ?? null, after.value),
});

/** At the base day, which is the first of the plan dates. */
const baseChange = ({ before, after }: Both): BaseChange => ({
  before: before?.base ?? null,
  after: after.base,
  changes: before !== null && before.base?.match !== after.base?.match,
});

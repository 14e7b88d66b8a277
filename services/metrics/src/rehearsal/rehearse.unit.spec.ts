import { describe, expect, it } from '@jest/globals';
import { lastDayOfMonth } from '@minhai/domain';
import type { PeopleBehind } from '../disclosure/threshold.js';
import type { MonthCell } from '../evaluate/series.js';
import type { Lookup } from '../evaluate/window.js';
import { INDICATORS } from '../indicators/catalogue.generated.js';
import type { IndicatorDefinition, Term } from '../indicators/definition.js';
import { planDatesOf, rehearse } from './rehearse.js';

const D = '310105';
const get = (id: string): IndicatorDefinition => INDICATORS.find((indicator) => indicator.id === id)!;

/** A cell counts on the last day of its month. */
const cell = (
  month: `${number}-${number}`,
  amount: number,
  of: { measure?: string; dims?: Record<string, string>; street?: string } = {},
): MonthCell => ({
  measure: of.measure ?? 'eldercare.beds',
  district: D,
  street: of.street ?? '310105001',
  dims: of.dims ?? { bedType: 'GENERAL', scope: 'INSTITUTION' },
  month: month as MonthCell['month'],
  first: lastDayOfMonth(month as NonNullable<MonthCell['month']>),
  last: lastDayOfMonth(month as NonNullable<MonthCell['month']>),
  amount: BigInt(amount),
});

const lookupOf =
  (cells: readonly MonthCell[]): Lookup =>
  ({ measure, from, to }) =>
    cells.filter((one) => one.measure === measure && (from === null || one.first >= from) && one.last <= to);

const rehearsed = (
  current: IndicatorDefinition | undefined,
  proposed: IndicatorDefinition,
  cells: readonly MonthCell[],
  people?: PeopleBehind,
) => rehearse({ current, proposed, cells, lookup: lookupOf(cells), peopleOf: () => people });

const beds = get('chn-eldercare-beds');
const home = { scope: 'HOME', bedType: 'GENERAL' };
const everyScope: readonly Term[] = [{ measure: 'eldercare.beds' }];
const cells = [
  cell('2020-01', 100),
  cell('2020-03', 20, { dims: home }),
  cell('2020-11', 7, { dims: home, street: '310105002' }),
  cell('2020-12', 1),
];

describe('rehearsing a definition', () => {
  it('given the same definition, then nothing changes', () => {
    const report = rehearsed(beds, beds, cells);
    expect(report.district).toEqual({ figures: 12, changed: 0, first: null, last: null, largest: null });
    expect(report).toMatchObject({ statusChanges: false, base: { changes: false } });
  });

  it('given beds in homes that count, then says from when, where and by how much', () => {
    const { district, streets, planDates } = rehearsed(beds, { ...beds, numerator: everyScope }, cells);
    expect(district).toEqual({
      figures: 12,
      changed: 10,
      first: { region: D, periodEnd: '2020-03-31', before: '100', after: '120', difference: '20' },
      last: { region: D, periodEnd: '2020-12-31', before: '101', after: '128', difference: '27' },
      largest: { region: D, periodEnd: '2020-11-30', before: '100', after: '127', difference: '27' },
    });
    expect(streets.map(({ region, changed, first }) => [region, changed, first?.periodEnd])).toEqual([
      ['310105001', 10, '2020-03-31'],
      ['310105002', 12, '2020-01-31'],
    ]);
    expect(planDates[0]).toMatchObject({
      asOf: '2020-12-31',
      before: { value: '101' },
      after: { value: '128' },
      difference: '27',
    });
  });

  it('given a base and a target, then says whether their match and status change', () => {
    const based: IndicatorDefinition = {
      ...beds,
      base: { asOf: '2020-12-31', published: '101', literal: '101' },
      target: { literal: '120', comparator: 'gte', value: '120', year: 2025 },
    };
    const report = rehearsed(based, { ...based, numerator: everyScope }, cells);
    expect(report.base).toMatchObject({ before: { match: true }, after: { match: false }, changes: true });
    expect(report.statusChanges).toBe(true);
    expect(report.planDates.map(({ asOf }) => asOf)).toEqual(planDatesOf(based));
  });

  it('given a new indicator, then every figure is a change without a before', () => {
    const { district, planDates } = rehearsed(undefined, beds, cells);
    expect(district).toMatchObject({ figures: 12, changed: 12, first: { before: null }, largest: null });
    expect(planDates[0]).toMatchObject({ before: null, difference: null });
  });

  it('given the same cells in another order, then the same report', () => {
    const proposed = { ...beds, numerator: everyScope };
    expect(rehearsed(beds, proposed, cells.toReversed())).toEqual(rehearsed(beds, proposed, cells));
  });
});

describe('small counts of people', () => {
  const few: PeopleBehind = { k: 10, numerator: true, denominator: false };
  const persons = get('chn-dibao-persons');
  const own = { measure: persons.numerator[0]!.measure, dims: whereOf(persons.numerator[0]!) };
  const people = [
    cell('2020-01', 40, own),
    cell('2020-01', 3, { ...own, street: '310105002' }),
    cell('2020-01', 60, { ...own, street: '310105003' }),
  ];

  function whereOf({ where = {} }: Term): Record<string, string> {
    return Object.fromEntries(Object.entries(where).map(([dim, members]) => [dim, members[0]!]));
  }

  it('given counts of few, then they are counted and their figures withheld with a partner', () => {
    const { smallCells, streets } = rehearsed(persons, persons, people, few);
    expect(smallCells.after).toEqual({ k: 10, underThreshold: 1, withheld: 2 });
    expect(smallCells.before).toEqual(smallCells.after);
    expect(streets).toHaveLength(3);
  });

  it('given a definition that would show them, then their values stay out of the report', () => {
    const doubled = { ...persons, factor: persons.factor * 2 };
    const { streets } = rehearsed(persons, doubled, people, few);
    const of = (region: string) => streets.find((street) => street.region === region)!;
    expect(of('310105002').first).toMatchObject({ before: null, after: null, difference: null });
    expect(of('310105003').first).not.toMatchObject({ after: null });
  });

  it('given a district that counts few, then its values at plan dates and at the base stay out, long after the last event', () => {
    const based: IndicatorDefinition = {
      ...persons,
      breakdown: null,
      base: { asOf: '2020-12-31', published: '3', literal: '3' },
    };
    const { planDates, base } = rehearsed(based, based, [cell('2020-01', 3, own)], few);
    expect(planDates.map(({ after }) => after.value)).toEqual(planDates.map(() => null));
    expect(base.after).toMatchObject({ computed: null, match: true });
    expect(rehearsed(based, based, [cell('2020-01', 30, own)], few).planDates.at(-1)?.after.value).toBe('30');
  });

  it('given a cut that lacks few of what another indicator shows, then both are named, at the dates at which they do', () => {
    const measure = 'funeral.burials';
    const burials = [
      cell('2021-03', 50, { measure, dims: { zone: 'NEW', plot: 'SMALL' } }),
      cell('2021-03', 48, { measure, dims: { zone: 'NEW', plot: 'LARGE' } }),
      cell('2021-03', 2, { measure, dims: { zone: 'OLD', plot: 'LARGE' } }),
    ];
    const ofAll = { ...get('qpu-small-plot-burial-share-literal'), district: D, breakdown: null };
    const proposed = { ...get('qpu-small-plot-burial-share'), district: D, breakdown: null };
    const report = (others: readonly IndicatorDefinition[]) =>
      rehearse({ current: undefined, proposed, others, cells: burials, lookup: lookupOf(burials) });
    expect(report([ofAll]).tellingDifferences).toContainEqual({
      narrower: `${proposed.id} denominator`,
      wider: `${ofAll.id} denominator`,
      region: D,
      period: '2021-01-01..2021-12-31',
      k: 5,
    });
    expect(report([]).tellingDifferences).toEqual([]);
  });
});

import { type BusinessDay, formatInstant } from '@minhai/domain';
import type { Titles } from '@minhai/facts';
import { type ShownCases, type ShownDetail, shownFinding } from '../disclosure/shown-cases.js';
import type { ShownFigures } from '../disclosure/shown-figures.js';
import type { Drift } from './drift.reader.js';
import type { Periods } from './periods.js';
import type { FindingRow, HeldRow } from './quality.reader.js';
import type { EntityRow, Reports, StreetRow } from './reports.reader.js';

export interface FindingExample {
  readonly fact: string;
  /** Null to readers without the right `small-cells` where the fact is about persons or counts people, as every number of the detail. */
  readonly street: string | null;
  readonly detail: ShownDetail;
  readonly causes: readonly string[];
  readonly since: string;
}

export interface FindingGroup {
  readonly rule: string;
  readonly severity: string;
  readonly count: number;
  readonly examples: readonly FindingExample[];
}

export interface HeldGroup {
  readonly type: string | null;
  readonly code: string;
  readonly region: string | null;
  readonly count: number;
  readonly newest: string;
}

export interface SilentStreet {
  readonly street: string;
  readonly lastReported: BusinessDay | null;
}

export interface SilentEntity {
  readonly fact: string;
  readonly entity: string;
  readonly lastReported: BusinessDay | null;
}

/** Who should have reported and did not: `expected` stand in the register or reported in the period before. */
export interface CoverageOf<Silent> {
  readonly expected: number;
  readonly reported: number;
  readonly silentCount: number;
  readonly silent: readonly Silent[];
}

export interface QualityAnswer {
  readonly indicator: string;
  readonly name: Titles;
  readonly unit: string;
  readonly district: string;
  readonly asOf: BusinessDay;
  readonly knownAt: string | null;
  readonly figures: ShownFigures;
  readonly findings: readonly FindingGroup[];
  /** Records in quarantine now that would touch the figure if they were accepted. */
  readonly held: { readonly count: number; readonly groups: readonly HeldGroup[] };
  readonly coverage: Periods & {
    readonly streets: CoverageOf<SilentStreet>;
    /** Institutions and other places and organisations; null where the figure counts persons or households. */
    readonly entities: CoverageOf<SilentEntity> | null;
  };
  readonly freshness: {
    readonly newestRecorded: string | null;
    readonly newestDay: BusinessDay | null;
    /** Events accepted in the lake and not folded yet, of all kinds. */
    readonly lag: number;
    readonly settled: boolean;
  };
  /** Declared stocks, values and registers behind the figure that differ from derived ones, all as known at `knownAt`. */
  readonly drifts: { readonly count: number; readonly largest: readonly Drift[] };
  readonly sentence: Titles;
}

export function findingGroups(
  rows: readonly FindingRow[],
  examples: number,
  shown: Pick<ShownCases, 'showsAmounts'>,
): FindingGroup[] {
  const groups = new Map<string, FindingRow[]>();
  for (const row of rows) {
    const name = `${row.severity} ${row.rule}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()].map((same) => ({
    rule: same[0]!.rule,
    severity: same[0]!.severity,
    count: same[0]!.total,
    examples: same.slice(0, examples).map((row) => {
      const { fact, street, detail, causes, knownFrom } = shownFinding(row, shown);
      return { fact, street, detail, causes, since: formatInstant(knownFrom) };
    }),
  }));
}

export const heldOf = (rows: readonly HeldRow[]): QualityAnswer['held'] => ({
  count: rows.reduce((sum, { count }) => sum + count, 0),
  groups: rows.map(({ newest, ...row }) => ({ ...row, newest: formatInstant(newest) })),
});

type Row = StreetRow | EntityRow;

/** Pure: of those that stand in the register or reported in the period before, who reported and who did not. */
export function coverageOf<R extends Row, Silent>(
  rows: readonly R[],
  examples: number,
  silentOf: (row: R) => Silent,
): CoverageOf<Silent> {
  const expected = rows.filter(({ standing, before }) => standing || before);
  const silent = expected.filter(({ within }) => !within);
  return {
    expected: expected.length,
    reported: expected.length - silent.length,
    silentCount: silent.length,
    silent: silent.slice(0, examples).map(silentOf),
  };
}

export const silentStreet = ({ street, last }: StreetRow): SilentStreet => ({
  street,
  lastReported: last,
});

export const silentEntity = ({ fact, entity, last }: EntityRow): SilentEntity => ({
  fact,
  entity,
  lastReported: last,
});

export const freshnessOf = (
  { recorded, happened }: Pick<Reports, 'recorded' | 'happened'>,
  progress: { readonly lag: number; readonly settled: boolean },
): QualityAnswer['freshness'] => ({
  newestRecorded: recorded === null ? null : formatInstant(recorded),
  newestDay: happened,
  lag: progress.lag,
  settled: progress.settled,
});

import type { BusinessDay } from '@minhai/domain';
import { type Parameter, type Queryable, type Statement, binaryArray } from '@minhai/postgres';
import type { KeptFacts } from '../reporting/report.store.js';
import type { Periods } from './periods.js';
import type { Scope } from './quality.reader.js';
import { REPORTS_KEPT, REPORTS_OF_HISTORY } from './reports-sql.js';

interface Reported {
  readonly within: boolean;
  readonly before: boolean;
  /** Whether it stands in the register on the last day. */
  readonly standing: boolean;
  /** Day of the newest event until the last day. */
  readonly last: BusinessDay | null;
}

export type StreetRow = Reported & { readonly street: string };
export type EntityRow = Reported & { readonly fact: string; readonly entity: string };

/** Who reported what until the last day, and how fresh it is. */
export interface Reports {
  /** 街镇 in the register of divisions, and those that any event named. */
  readonly streets: readonly StreetRow[];
  /** Those that stand in the register, by a stock they count in, and those that reported. */
  readonly entities: readonly EntityRow[];
  /** Newest registration in epoch milliseconds, and day of the newest event; null when nothing is known. */
  readonly recorded: number | null;
  readonly happened: BusinessDay | null;
}

const KEPT: Statement = { name: 'metrics.quality_reports_kept', text: REPORTS_KEPT };
const OF_HISTORY: Statement = { name: 'metrics.quality_reports', text: REPORTS_OF_HISTORY };

/** Whose entities are told one by one. */
export interface Register {
  /** Facts whose entities are no persons or households. */
  readonly facts: readonly string[];
  /** Stocks; who counts in one of them stands in the register. */
  readonly measures: readonly string[];
}

export const readReports = async (
  ...[db, scope, periods, register]: Parameters<typeof readKeptReports>
): Promise<Reports> =>
  (await readKeptReports(db, scope, periods, register)) ??
  (await readReportsOfHistory(db, scope, periods, register));

/** Undefined where the tables of reports are not of these facts, or do not say it all. */
export async function readKeptReports(
  db: Queryable,
  scope: Scope,
  periods: Periods,
  register: Register & { readonly keeping: KeptFacts },
): Promise<Reports | undefined> {
  const { kept: names, told } = register.keeping;
  const parameters = [
    ...parametersOf(scope, periods, register),
    binaryArray('text', names),
    binaryArray('text', told),
  ];
  const [kept] = await db.prepared<Reports & { exact: boolean }>(KEPT, parameters);
  const { exact, ...reports } = kept!;
  return exact ? reports : undefined;
}

/** The same from every event there is. */
export async function readReportsOfHistory(
  db: Queryable,
  scope: Scope,
  periods: Periods,
  register: Register,
): Promise<Reports> {
  const [row] = await db.prepared<Reports & object>(OF_HISTORY, parametersOf(scope, periods, register));
  return row!;
}

const parametersOf = (
  { district, facts, asOf, knownAt }: Scope,
  { period, before }: Periods,
  register: Register,
): Parameter[] => [
  district,
  binaryArray('text', facts),
  knownAt,
  before.from,
  period.from,
  asOf,
  binaryArray('text', register.facts),
  binaryArray('text', register.measures),
];
